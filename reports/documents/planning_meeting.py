"""«К планёрке»: two pages for the head, what each employee has this week and how the last one ended."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from reports import wording
from reports.documents.document import Block, Document, DocumentRecipe, Occasion, Passage, Section
from reports.documents.week import Hand, Week, due_words, hands, late_words, week_of
from reports.facts import Facts
from reports.head.work_signoff import competence_words, paper_period, papers, signer_words
from reports.layout import shown
from reports.report import Field, Form, Listing, Value
from validators.counting.signoff import Paper, papers_in_work

LINES = 52
"""How many lines of tables two pages hold."""

_FILLED, _PADDING = 0.8, 0.6
"""How much of a line words fill before they break, and how many lines a row takes beside its words."""

_FIELDS = (
    Field("Сотрудник", 18),
    Field("Просрочено", 36),
    Field("Срок на этой неделе", 36),
    Field("Документы", 32),
    Field("Замечания", 16),
    Field("За прошлую неделю", 18),
)
_PAPERS = (
    Field("Документ", 26),
    Field("Период", 30),
    Field("Состояние", 18),
    Field("Чья подпись", 26),
    Field("Вправе подписать", 22),
    Field("Срок", 13, Form.DATE),
    Field("Дней осталось", 12, Form.WHOLE),
)
_NOBODY = "Никому не поручено"


@dataclass(frozen=True)
class _Room:
    """How much a cell may say: so many items of so many letters, and how many documents are told of."""

    items: int
    letters: int
    papers: int


_ROOMS = tuple(
    _Room(*one)
    for one in ((6, 70, 8), (5, 64, 7), (4, 60, 6), (3, 56, 5), (2, 56, 5), (1, 80, 4), (1, 56, 3), (1, 28, 2))
)
"""From the widest to the narrowest: items go before words, since a text of three words says nothing."""


def compose(facts: Facts, occasion: Occasion) -> tuple[Document, ...]:
    """The one paper, as wordy as two pages let it be."""
    found, open_papers, week = hands(facts), papers_in_work(facts.once(papers)), week_of(facts.today)
    made = (_blocks(facts, found, open_papers, room) for room in _ROOMS)
    blocks = next((some for some in made if lines(some) <= LINES), None)
    blocks = blocks or _blocks(facts, found, open_papers, _ROOMS[-1])
    opening = Passage(_main(found, week))
    return (
        Document(
            code="К планёрке",
            kind="",
            file=f"К планёрке {wording.day(week.first)}",
            title=("К планёрке", f"Неделя {wording.day(week.first)}–{wording.day(week.last)}"),
            as_of=facts.today,
            sections=(Section("staff", "", (opening, *blocks)),),
            period=occasion.period or "",
            is_draft=False,
            landscape=True,
        ),
    )


PLANNING_MEETING = DocumentRecipe("К планёрке", ("К планёрке", "планёрка", "weekly"), compose)


def lines(blocks: Sequence[Block]) -> float:
    """How many lines the tables take: a row is as high as its longest cell."""
    rows = [(one.fields, row) for one in blocks if isinstance(one, Listing) for row in one.rows]
    heads = sum(3 for one in blocks if isinstance(one, Listing))
    return heads + sum(_height(fields, row) + _PADDING for fields, row in rows)


def _height(fields: Sequence[Field], row: Sequence[Value]) -> int:
    cells = [
        (shown(cell) if cell is not None else " ", one.width * _FILLED) for one, cell in zip(fields, row, strict=True)
    ]
    return max(sum(ceil(len(part) / width) for part in text.split("\n")) for text, width in cells)


def _main(found: Sequence[Hand], week: Week) -> str:
    """How much is overdue, due and done, in two sentences."""
    late, due = sum(len(one.late) for one in found), sum(len(one.due) for one in found)
    remarks, mended = sum(one.remarks for one in found), sum(one.mended for one in found)
    was, done = sum(one.was_due for one in found), sum(one.was_done for one in found)
    now = f"Просрочено: {_cases(late)}. " if late else "Просроченного нет. "
    now += f"Срок на этой неделе: {_cases(due)}. " if due else "Сроков на этой неделе нет. "
    now += f"Замечаний к реестрам: {wording.whole(remarks)}." if remarks else "Замечаний к реестрам нет."
    before = f"За прошлую неделю ({week.before.first:%d.%m}–{week.before.last:%d.%m}) в срок исполнено "
    before += f"{wording.whole(done)} из {wording.whole(was)}" if was else "не требовалось ничего"
    return f"{now} {before}, исправлено замечаний: {wording.whole(mended)}."


def _cases(number: int) -> str:
    return wording.counted(number, "дело", "дела", "дел")


def _blocks(facts: Facts, found: Sequence[Hand], papers: Sequence[Paper], room: _Room) -> tuple[Block, ...]:
    rows = tuple(_row(facts, one, room) for one in found)
    table = Listing("", _FIELDS, rows, "сотрудников в реестре нет")
    told = tuple(_paper(facts, one) for one in papers[: room.papers])
    more = len(papers) - len(told)
    title = "Документы: на какой стадии" + (f" (ещё {more} — в «Отчёт. Работа РПО»)" if more else "")
    return (table, Listing(title, _PAPERS, told, "все документы подписаны"))


def _row(facts: Facts, one: Hand, room: _Room) -> tuple[Value, ...]:
    who = one.who or _NOBODY
    return (
        f"{who}\n{one.away}" if one.away else who,
        _items(late_words(facts, one.late), room, len(one.late)),
        _items(due_words(one.due), room, len(one.due)),
        _items(one.papers, room, len(one.papers)),
        _remarks(one),
        _before(one),
    )


def _items(some: Sequence[str], room: _Room, number: int) -> str:
    if not number:
        return "—"
    told = [_cut(one, room.letters) for one in some[: room.items]]
    return "\n".join([*told, *([f"и ещё {number - len(told)}"] if number > len(told) else [])])


def _cut(words: str, letters: int) -> str:
    """The words in so many letters; the days at the end of them stay, and so does what is to be done with a paper."""
    act, colon, paper = words.partition(": ")
    if colon and len(act) < letters // 2:
        return f"{act}: {wording.cut(paper, 99, letters - len(act) - 2)}"
    what, dash, end = words.rpartition(" — ")
    if dash and len(end) < letters // 2:
        return f"{wording.cut(what, 99, letters - len(end) - 3)} — {end}"
    return wording.cut(words, 99, letters)


def _remarks(one: Hand) -> str:
    if not one.remarks:
        return "нет"
    return f"{wording.whole(one.remarks)}" + (f", старшее с {one.oldest:%d.%m.%Y}" if one.oldest else "")


def _before(one: Hand) -> str:
    done = f"в срок {one.was_done} из {one.was_due}" if one.was_due else "сроков не было"
    return done + (f"; исправлено замечаний: {one.mended}" if one.mended else "")


def _paper(facts: Facts, one: Paper) -> tuple[Value, ...]:
    left = one.days_left(facts.today)
    said = (one.kind, paper_period(facts, one), one.state.value)
    return (*said, signer_words(facts, one), competence_words(one), one.deadline, left)
