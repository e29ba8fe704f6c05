"""What tabs of the head have in common: the first lines, the indicators, the words of codes, the registers behind."""

from collections.abc import Iterator, Sequence

from config.cells.personal import traces
from config.registers.functions import FUNCTION_TITLES
from config.registers.stages import STAGE_TITLES
from reports import wording
from reports.facts import Facts
from reports.figures.catalogue import BY_ID
from reports.figures.figure import Figure, whole
from reports.naming import tab_of
from reports.report import Field, Form, Light, Listing, Value, Words
from reports.state import data_of
from validators.counting.count import obstacle
from validators.counts import COUNTS
from validators.duplicates.repeats import uncounted
from validators.office import Office, Standing

HIDDEN = "в ячейке личные данные, смотрите «Замечания»"
"""Instead of a text that may hold a telephone or the like."""

_INDICATORS = ("Показатель", "Факт", "План на дату", "Выполнено, %", "Оценка", "Почему")
_TITLES = {"STAGE": STAGE_TITLES, "FUNCTION": FUNCTION_TITLES}


def opening(facts: Facts, title: str, main: str) -> tuple[Words, ...]:
    """The first three lines of a tab."""
    return (
        Words(title, "title"),
        Words(f"По состоянию на {wording.day(facts.today)}", "subtitle"),
        Words(main, "heading"),
    )


def sources(facts: Facts, keys: Sequence[str]) -> Words:
    """One small line: of which registers the tab tells, how many rows of each are counted, of which day they are."""
    return Words(f"Откуда цифры: {'; '.join(_sources(facts, keys))}.", "small")


def _sources(facts: Facts, keys: Sequence[str]) -> Iterator[str]:
    office = facts.scene.office
    for key in keys:
        why = obstacle(office, key)
        if why:
            yield f"«{tab_of(key)}» — {why}"
            continue
        table, day = office.tables[key], data_of(facts, key)
        twice = sum(of == key for of, _ in office.once(uncounted))
        account = office.accounts.get(key)
        held = account is not None and account.standing is Standing.HELD
        words = f"«{tab_of(key)}» — учтено строк {len(table.counted) - twice} из {len(table)}"
        words += ", последние принятые данные" if held else ""
        yield words + (f" от {wording.day(day)}" if day and held else f", данные от {wording.day(day)}" if day else "")


def absent(key: str, why: str, then: str) -> Words:
    """A part of the tab that can't be told, and what it takes."""
    return Words(f"«{tab_of(key)}» — {why}: {then}.")


def indicators(facts: Facts, ids: Sequence[str], widths: Sequence[int]) -> Listing:
    """The indicators that the tab is about, as «Отчёт. Показатели» tells them; those that the service counts."""
    forms = (Form.TEXT, Form.NUMBER, Form.NUMBER, Form.PERCENT, Form.TEXT, Form.TEXT)
    fields = (Field(*one) for one in zip(_INDICATORS, widths, forms, strict=True))
    found = [facts.once(whole, BY_ID[key]) for key in ids if key in COUNTS]
    return Listing("Показатели", tuple(fields), tuple(map(_indicator, found)))


def _indicator(one: Figure) -> tuple[Value, ...]:
    light = one.light if one.light is not Light.GREY or one.value is None else "без оценки"
    numbers = (rounded(one.value), rounded(one.plan), rounded(one.share))
    return (f"{one.indicator.title}, {one.indicator.unit}", *numbers, light, one.why)


def in_words(office: Office, key: str, code: object) -> str:
    """A stage, a function, a priority as people read it: «Э1 Набор и отбор»; the code alone when nobody knows more."""
    table = office.tables.get(key)
    index = None if table is None else table.index_of.get(str(code))
    typed = None if table is None or index is None else table.values["title"][index]
    title = typed or _TITLES.get(key, {}).get(str(code), "")
    return str(code) if not title or title == code else f"{code} {title}"


def told(text: str) -> Value:
    """What staff wrote, as it may stand in a tab for all; None when they wrote nothing."""
    return (HIDDEN if any(traces(text)) else text) or None


def rounded(share: float | None, instead: str = "—") -> Value:
    """A percent or a mean with one digit at most."""
    if share is None:
        return instead
    return round(share) if round(share, 1) == round(share) else round(share, 1)
