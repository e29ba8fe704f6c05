"""Tabs «Факт», «План на дату», «% плана»: a line for each subject, a column for each indicator."""

from collections.abc import Iterator

from config.periods import period_words
from config.subjects import SUBJECTS
from reports.collected.collection import Collection, Entry
from reports.collected.reported import WORKBOOK
from reports.disclosure.draft import Mark
from reports.federal.indicators import CODE, DONE, FACT, PLANNED
from reports.figures.catalogue import INDICATORS, Indicator
from reports.report import Field, Form, Listing, Report, Value, Words

_AT_ONCE = 9
"""So many indicators stand side by side: a wider page can't be printed."""

_SILENT = "—"
_LEGEND = (
    f"«скрыто» — регион скрыл малое число участников или то, по которому оно вычисляется; «{_SILENT}» — пакета нет."
)
_SIDES = ((FACT, "Факт", Form.NUMBER), (PLANNED, "План на дату", Form.NUMBER), (DONE, "% плана", Form.PERCENT))


def indicators(collection: Collection) -> Iterator[Report]:
    """All facts; plans and percentages of those indicators for which some region has a plan."""
    for column, title, form in _SIDES:
        told = [one for one in INDICATORS if column == FACT or _is_planned(collection, one)]
        for at in range(0, len(told), _AT_ONCE):
            yield _tab(collection, column, f"{title}", form, told[at : at + _AT_ONCE])


def _is_planned(collection: Collection, one: Indicator) -> bool:
    cells = (entry.cell(CODE, one.id, PLANNED) for entry in collection.entries)
    return any(cell not in (None, Mark.NOT_MEANT) for cell in cells)


def _tab(collection: Collection, column: str, title: str, form: Form, some: list[Indicator]) -> Report:
    name = f"{title} {some[0].id}–{some[-1].id}" if len(some) > 1 else f"{title} {some[0].id}"
    unit = form is not Form.PERCENT
    heads = (Field(f"{one.id} {one.title}, {one.unit}" if unit else f"{one.id} {one.title}", 18, form) for one in some)
    blocks = (
        Words(f"{name}: {period_words(collection.period)}", "title"),
        Words(_LEGEND, "subtitle"),
        Listing("", (Field("Субъект", 44), *heads), tuple(_rows(collection, column, some)), filtered=True, frozen=True),
    )
    return Report(WORKBOOK, name, blocks, stamped=False)


def _rows(collection: Collection, column: str, some: list[Indicator]) -> Iterator[tuple[Value, ...]]:
    entries = {one.whose.subject: one for one in collection.listed}
    for subject in SUBJECTS:
        yield (subject.title, *_cells(entries.get(subject), column, some))
    for entry in collection.entries:
        if entry.whose.subject is None:
            yield (entry.whose.title, *_cells(entry, column, some))


def _cells(entry: Entry | None, column: str, some: list[Indicator]) -> Iterator[Value]:
    for one in some:
        yield _SILENT if entry is None else value_of(entry, one.id, column)


def value_of(entry: Entry, indicator: str, column: str) -> Value:
    """A cell of table 2; where a package has none, there is no data."""
    cell = entry.cell(CODE, indicator, column)
    return (Mark.NO_DATA if cell is None else cell) if not isinstance(cell, Mark) else cell.value
