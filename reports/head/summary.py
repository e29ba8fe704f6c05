"""«Отчёт. Сводка руководителя»: one printed page, read in a minute (domain.md О1)."""

from collections.abc import Sequence
from dataclasses import dataclass

from reports import wording
from reports.facts import Facts
from reports.head.duties import Ask, Coming, Load, asks, coming, late, loads
from reports.head.figures import Head, eight
from reports.head.news import freshness, news
from reports.layout import shown
from reports.naming import short_name
from reports.report import Block, Chart, Field, Form, Light, Listing, Recipe, Report, Value, Words
from validators.counting.work import Task

WORKBOOK = "Отчёты"
TAB = "Отчёт. Сводка руководителя"
MOST_LINES = 40
MOST_WORDS = 250
_STAMP_WORDS = 5
_NONE = "нет"


@dataclass(frozen=True)
class Room:
    """How much the page may say: words in a text and rows in each block."""

    words: int
    asks: int = 5
    late: int = 5
    days: int = 7
    news: int = 4
    people: int = 12


_ROOMS = (
    Room(9),
    Room(7),
    Room(6, people=10),
    Room(6, 5, 5, 6, 4, 10),
    Room(5, 5, 5, 5, 3, 10),
    Room(5, 5, 4, 5, 3, 8),
    Room(5, 4, 4, 4, 3, 8),
    Room(5, 4, 3, 4, 3, 8),
    Room(5, 4, 3, 3, 2, 8),
    Room(4, 4, 3, 3, 2, 8),
    Room(4, 3, 3, 3, 2, 8),
    Room(4, 3, 2, 3, 2, 8),
    Room(4, 3, 2, 2, 2, 7),
    Room(4, 3, 2, 2, 2, 6),
    Room(3, 2, 2, 2, 2, 5),
    Room(3, 2, 2, 2, 2, 3),
)
"""From the widest to the narrowest: rows go before words, since a text of three words says nothing."""


@dataclass(frozen=True)
class _Day:
    """Everything the page tells, before it is fitted into its room."""

    figures: tuple[Head, ...]
    asks: list[Ask]
    late: list[Task]
    coming: list[Coming]
    news: list[str]
    people: list[Load]


def compose(facts: Facts) -> tuple[Report, ...]:
    """The page, as wordy as a page can be."""
    figures = eight(facts)
    told = _Day(figures, asks(facts), late(facts), coming(facts), news(facts), loads(facts))
    pages = (_page(facts, told, room) for room in _ROOMS)
    return (next((page for page in pages if fits(page)), _page(facts, told, _ROOMS[-1])),)


SUMMARY = Recipe("Сводка руководителя", compose)


def fits(page: Report) -> bool:
    """The page is within its lines and words, the stamp included."""
    lines, words = size_of(page)
    return lines <= MOST_LINES and words + _STAMP_WORDS <= MOST_WORDS


def size_of(page: Report) -> tuple[int, int]:
    """Printed lines and words of a report; numbers and dates are words too."""
    texts: list[list[str]] = []
    for block in page.blocks:
        if isinstance(block, Words):
            texts.append([block.text])
            continue
        if isinstance(block, Chart):
            texts += [[block.title], *[[""]] * (block.lines - 1)]
            continue
        texts += [[block.title]] if block.title else []
        texts += [] if block.bare else [[one.heading for one in block.fields]]
        texts += [list(map(shown, row)) for row in block.rows] or [[block.empty]]
    words = [word for line in texts for text in line for word in text.split() if any(map(str.isalnum, word))]
    return len(texts), len(words)


def _page(facts: Facts, told: _Day, room: Room) -> Report:
    blocks: tuple[Block, ...] = (
        Words("Сводка руководителя", "title"),
        Words(f"По состоянию на {wording.day(facts.today)}", "subtitle"),
        Words(_main(told), "heading"),
        _asks(told.asks, room),
        _figures(told.figures, room),
        _late(facts, told.late, room),
        _coming(told.coming, room),
        _news_listing(told.news, room),
        _people(told.people, room),
        Words(freshness(facts), "small"),
    )
    return Report(WORKBOOK, TAB, blocks, one_page=True)


def _main(told: _Day) -> str:
    """One or two sentences: what is red, what is late, what waits."""
    red = [figure.title.partition(",")[0].lower() for figure in told.figures if figure.light is Light.RED]
    first = f"Хуже плана: {', '.join(red[:3])}" + (f" и ещё {len(red) - 3}." if len(red) > 3 else ".")
    parts = []
    if told.late:
        parts.append(f"просрочено {wording.counted(len(told.late), 'дело', 'дела', 'дел')}")
    if told.asks:
        parts.append(f"от вас ждут {wording.counted(len(told.asks), 'решение', 'решения', 'решений')}")
    second = wording.sentence(", ".join(parts)) if parts else "Просроченного нет, от вас ничего не ждут."
    return f"{first if red else 'Показателей в красной зоне нет.'} {second}"


def _heading(title: str, shown_rows: int, all_rows: int) -> str:
    return f"{title}: показано {shown_rows} из {all_rows}" if shown_rows < all_rows else title


def _asks(found: Sequence[Ask], room: Room) -> Listing:
    rows = [(wording.cut(one.what, room.words + 2, 62), one.when, _who(one.who)) for one in found[: room.asks]]
    title = _heading("От вас сегодня", len(rows), len(found))
    return Listing("", (Field(title, 66), Field("К часу", 24), Field("Кто подготовил", 40)), tuple(rows), _NONE)


def _figures(figures: Sequence[Head], room: Room) -> Listing:
    fields = (
        Field("Восемь цифр", 24),
        Field("План на дату", 14, Form.NUMBER),
        Field("Факт", 12, Form.NUMBER),
        Field("%", 10, Form.PERCENT),
        Field("За 7 дней", 12, Form.CHANGE),
        Field("Оценка", 14),
        Field("Почему", 44),
    )
    return Listing("", fields, tuple(_figure(one, room) for one in figures))


def _figure(one: Head, room: Room) -> tuple[Value, ...]:
    numbers = (_number(one.plan), _number(one.fact), _number(one.share), _number(one.week or None))
    known = one.fact is not None or one.share is not None
    light = "без оценки" if known and one.light is Light.GREY else one.light
    why = None if one.light is Light.GREEN else wording.cut(one.why, room.words + 3, 42)
    return (one.title, *numbers, light, why)


def _number(value: float | None) -> Value:
    if value is None:
        return "—"
    return round(value) if round(value, 1) == round(value) else round(value, 1)


def _late(facts: Facts, found: Sequence[Task], room: Room) -> Listing:
    rows = [
        (
            wording.cut(one.what, room.words, 34),
            _who(short_name(facts, one.who) or "не назначен"),
            (facts.today - one.due).days,
            wording.cut(one.says("why_late") or "не указана", room.words + 1, 36),
            wording.cut(one.says("measures") or "не указаны", room.words + 1, 36),
        )
        for one in found[: room.late]
    ]
    fields = (
        Field(_heading("Где плохо", len(rows), len(found)), 35),
        Field("Кто отвечает", 17),
        Field("Дней просрочки", 18, Form.WHOLE),
        Field("Причина", 36),
        Field("Меры", 36),
    )
    return Listing("", fields, tuple(rows), _NONE)


def _coming(found: Sequence[Coming], room: Room) -> Listing:
    kept = found[: room.days]
    rows = [(wording.cut(one.what, room.words + 1, 74), one.day, _who(one.who)) for one in kept]
    title = _heading("Ближайшие 7 рабочих дней", len(rows), len(found))
    return Listing("", (Field(title, 76), Field("Когда", 14, Form.DATE), Field("Кто", 40)), tuple(rows), _NONE)


def _news_listing(found: Sequence[str], room: Room) -> Listing:
    kept = [*found[: room.news]]
    rows = ((*kept, *[""] * (4 - len(kept))),) if kept else ()
    title = _heading("Со вчера", len(kept), len(found))
    return Listing("", (Field(title, 33), Field("", 33), Field("", 32), Field("", 32)), rows, _NONE)


def _people(found: Sequence[Load], room: Room) -> Listing:
    kept = found if len(found) <= room.people else found[: room.people]
    rows = [(_who(one.who), one.at_work or None, one.late or None, one.remarks or None) for one in kept]
    fields = (
        Field(_heading("Люди", len(rows), len(found)), 66),
        Field("В работе", 22, Form.WHOLE),
        Field("Просрочено", 22, Form.WHOLE),
        Field("Замечаний", 20, Form.WHOLE),
    )
    return Listing("", fields, tuple(rows), _NONE)


def _who(name: str) -> str:
    return wording.cut(name, 4, 24)
