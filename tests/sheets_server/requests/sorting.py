"""Sorting: numbers, then text, then truth values, then errors; empty cells last either way."""

from typing import NamedTuple

from tests.sheets_server import engine
from tests.sheets_server.edit import Edit
from tests.sheets_server.errors import Refused
from tests.sheets_server.model import Sheet, Spreadsheet
from tests.sheets_server.plain import Json, Position
from tests.sheets_server.ranges import Area

_KINDS = ("numberValue", "stringValue", "boolValue", "errorValue")


class _Rank(NamedTuple):
    """How a value sorts among others."""

    kind: int
    number: float
    text: str


def sort_range(edit: Edit, request: Json) -> None:
    """sortRange: whole rows of the range, by several columns."""
    sheet, area = edit.place(request.get("range", {}))
    edit.writes(sheet, area)
    sort_area(edit.book, sheet, area, request.get("sortSpecs", []))


def sort_area(book: Spreadsheet, sheet: Sheet, area: Area, specs: list[Json]) -> None:
    """Sorts the rows of an area in place; everything of a cell goes along, rows of equal rank stay in their order."""
    if any(sheet.area(merge).meets(area) and sheet.area(merge).rows > 1 for merge in sheet.merges):
        raise Refused("Sorry, it is not possible to sort a range that contains vertical merges.")
    rows = list(range(area.top, area.bottom))
    for spec in reversed(specs):
        column = spec.get("dimensionIndex", 0)
        if not area.left <= column < area.right:
            raise Refused(f"Invalid sort dimension index: {column}. Sort index must be within the range.")
        empty = [row for row in rows if _rank(sheet, (row, column)) is None]
        full = [(rank, row) for row in rows if (rank := _rank(sheet, (row, column))) is not None]
        full.sort(key=lambda pair: pair[0], reverse=spec.get("sortOrder") == "DESCENDING")
        rows = [row for _, row in full] + empty
    _reorder(book, sheet, area, rows)


def _rank(sheet: Sheet, position: Position) -> _Rank | None:
    value = sheet.effective(position)
    if not value:
        return None
    ((kind, found),) = value.items()
    if kind == "stringValue":
        return _Rank(1, 0, found.lower())
    return _Rank(_KINDS.index(kind), 0 if kind == "errorValue" else float(found), "")


def _reorder(book: Spreadsheet, sheet: Sheet, area: Area, rows: list[int]) -> None:
    old = {position: sheet.cells.pop(position) for position in area.positions() if position in sheet.cells}
    for row, source in enumerate(rows, area.top):
        for column in range(area.left, area.right):
            cell = old.get((source, column))
            if cell is not None:
                sheet.put((row, column), engine.carried(cell, book.locale, (source, column), (row, column)))
