"""A register's tab for staff in a Google spreadsheet, as requests of the Sheets API: the same as in the workbook."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import groupby
from typing import Any

from config.register import Register
from reports.formats.google_looks import Cell, Request, format_of, high, number_format, range_of, sizes, wide
from reports.templates.contents import (
    FROM_ONE,
    NOTHING,
    SPARE_ROWS,
    Numbering,
    Options,
    Row,
    Rows,
    refuse_unknown_headings,
    width_of,
    with_codes,
)
from reports.templates.dropdowns import offered
from reports.templates.google_remarks import WIDTH, remarks_column
from reports.templates.google_rules import hint, rule_of
from reports.templates.layout import Part, Slot, Weight, heading_height, heading_look, slots

_EPOCH = date(1899, 12, 30)


@dataclass(frozen=True)
class Target:
    """The empty tab to be filled: its sheetId, the locale of its spreadsheet, which columns, with remarks or without.

    With remarks the spreadsheet must have the tab «Замечания», or get it later: until then the column is empty.
    """

    sheet_id: int
    locale: str
    part: Part = Part.WHOLE
    remarks: bool = True


@dataclass(frozen=True)
class Template:
    """A register's tab before it is turned into requests. Its rows are numbered from 0, the heading is row 0."""

    register: Register[Any]
    target: Target
    rows: Sequence[Row]
    options: Options

    @property
    def placed(self) -> tuple[Slot, ...]:
        """The register's columns in the order in which they stand."""
        return slots(self.register, self.target.part)

    @property
    def margin(self) -> int:
        """How many columns stand before them."""
        return 1 if self.target.remarks else 0

    @property
    def height(self) -> int:
        """The rows of the grid."""
        return 1 + len(self.rows) + SPARE_ROWS

    @property
    def width(self) -> int:
        """The columns of the grid."""
        return self.margin + len(self.placed)

    @property
    def aside(self) -> int:
        """How many columns are folded."""
        return sum(slot.weight is Weight.ASIDE for slot in self.placed)


def template(
    register: Register[Any],
    target: Target,
    *,
    rows: Rows = NOTHING,
    options: Options = NOTHING,
    numbering: Numbering = FROM_ONE,
) -> Template:
    """The tab of a register with its rows and ready codes; the arguments are those of `render_workbook`.

    Raises KeyError for a heading that the register has not.
    """
    known = rows.get(register.key, ())
    refuse_unknown_headings(known, register)
    return Template(register, target, with_codes(register, known, numbering), options)


def template_requests(tab: Template) -> list[Request]:
    """The requests that fill an empty tab, in the order in which they must be applied."""
    done = [*_shape(tab), *_looks(tab), *_rules(tab), *_cells(tab), *_folded(tab)]
    if tab.margin:
        codes = tab.margin + next(at for at, slot in enumerate(tab.placed) if slot.column.field == "id")
        done += remarks_column(tab.target.sheet_id, tab.target.locale, codes, tab.height)
    return done


def _shape(tab: Template) -> Iterator[Request]:
    """The size of the grid; heading, remarks and codes stay in sight."""
    size = {"rowCount": tab.height, "columnCount": tab.width}
    grid = {**size, "frozenRowCount": 1, "frozenColumnCount": tab.margin + 1}
    fields = "gridProperties(rowCount,columnCount,frozenRowCount,frozenColumnCount)"
    properties = {"sheetId": tab.target.sheet_id, "gridProperties": grid}
    yield {"updateSheetProperties": {"properties": properties, "fields": fields}}
    widths = [WIDTH] * tab.margin + [width_of(slot, tab.rows) for slot in tab.placed]
    yield from sizes(tab.target.sheet_id, "COLUMNS", list(map(wide, widths)))
    yield from sizes(tab.target.sheet_id, "ROWS", [high(heading_height(tab.placed))])


def _looks(tab: Template) -> Iterator[Request]:
    """How the cells below the heading look: one request for each run of columns alike."""
    for pattern, at, last in _runs(tab):
        if pattern != "General":
            place = range_of(tab.target.sheet_id, 1, tab.height - 1, at, last)
            cell = {"userEnteredFormat": {"numberFormat": number_format(pattern)}}
            yield {"repeatCell": {"range": place, "cell": cell, "fields": "userEnteredFormat.numberFormat"}}


def _runs(tab: Template) -> Iterator[tuple[str, int, int]]:
    at = tab.margin
    for pattern, run in groupby(tab.placed, key=lambda slot: slot.number_format):
        last = at + len(list(run)) - 1
        yield pattern, at, last
        at = last + 1


def _rules(tab: Template) -> Iterator[Request]:
    for at, slot in enumerate(tab.placed, tab.margin):
        rule = rule_of(tab.register, slot.column, offered(slot.column, tab.options), tab.target.locale)
        if rule is not None:
            place = range_of(tab.target.sheet_id, 1, tab.height - 1, at, at)
            yield {"setDataValidation": {"range": place, "rule": rule}}


def _cells(tab: Template) -> Iterator[Request]:
    """The heading with its notes, then the rows: only their values, for their looks are there already."""
    fields = "userEnteredValue,userEnteredFormat,note"
    yield _written(tab, 0, tab.margin, [{"values": [_heading(tab, slot) for slot in tab.placed]}], fields)
    if tab.rows:
        rows = [{"values": _filled([row.get(slot.column.heading) for slot in tab.placed])} for row in tab.rows]
        yield _written(tab, 1, tab.margin, rows, "userEnteredValue")


def _written(tab: Template, row: int, column: int, rows: Sequence[Cell], fields: str) -> Request:
    start = {"sheetId": tab.target.sheet_id, "rowIndex": row, "columnIndex": column}
    return {"updateCells": {"start": start, "rows": list(rows), "fields": fields}}


def _heading(tab: Template, slot: Slot) -> Cell:
    return {
        "userEnteredValue": {"stringValue": slot.column.heading},
        "userEnteredFormat": format_of(heading_look(slot.weight)),
        "note": hint(tab.register, slot.column, offered(slot.column, tab.options)),
    }


def _filled(values: Sequence[object]) -> list[Cell]:
    """The cells of a row up to the last that holds something."""
    cells = list(map(_cell, values))
    while cells and not cells[-1]:
        cells.pop()
    return cells


def _cell(value: object) -> Cell:
    match value:
        case None | "":
            return {}
        case bool(answer):
            return {"userEnteredValue": {"stringValue": "Да" if answer else "Нет"}}
        case int() | float() | Decimal():
            return {"userEnteredValue": {"numberValue": float(value)}}
        case date():
            return {"userEnteredValue": {"numberValue": (value - _EPOCH).days}}
        case _:
            return {"userEnteredValue": {"stringValue": str(value)}}


def _folded(tab: Template) -> Iterator[Request]:
    """The columns that need not be filled: one group, closed."""
    if tab.aside:
        place = {
            "sheetId": tab.target.sheet_id,
            "dimension": "COLUMNS",
            "startIndex": tab.width - tab.aside,
            "endIndex": tab.width,
        }
        yield {"addDimensionGroup": {"range": place}}
        group = {"range": place, "depth": 1, "collapsed": True}
        yield {"updateDimensionGroup": {"dimensionGroup": group, "fields": "collapsed"}}
