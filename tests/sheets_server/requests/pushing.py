"""Cells put in and taken out: the rest of their columns moves down or up, or of their rows right or left."""

from tests.sheets_server.bands import Band, shift_band
from tests.sheets_server.changes import Change, Deleted, Inserted
from tests.sheets_server.edit import Edit
from tests.sheets_server.errors import Refused
from tests.sheets_server.model import ROWS, Sheet
from tests.sheets_server.plain import Json
from tests.sheets_server.ranges import Area


def insert(edit: Edit, request: Json) -> None:
    """insertRange: the range is cut to the grid; the grid grows when a cell would fall off its edge."""
    sheet, area, dimension = _asked(edit, request)
    by_rows = dimension == ROWS
    count = area.rows if by_rows else area.columns
    edit.writes(sheet, _rest(sheet, area, dimension))
    filled = [each for each in sheet.cells if _rest(sheet, area, dimension).holds(each)]
    rows = max([row for row, _ in filled], default=-1) + 1 + (count if by_rows else 0)
    columns = max([column for _, column in filled], default=-1) + 1 + (0 if by_rows else count)
    edit.grow(sheet, max(sheet.rows, rows), max(sheet.columns, columns))
    _shift(edit, sheet, area, Inserted(dimension, area.top if by_rows else area.left, count))


def delete(edit: Edit, request: Json) -> None:
    """deleteRange: the cells behind it move up or left; the grid keeps its size."""
    sheet, area, dimension = _asked(edit, request)
    by_rows = dimension == ROWS
    edit.writes(sheet, _rest(sheet, area, dimension))
    start, count = (area.top, area.rows) if by_rows else (area.left, area.columns)
    _shift(edit, sheet, area, Deleted(dimension, start, count))


def _asked(edit: Edit, request: Json) -> tuple[Sheet, Area, str]:
    dimension: str = request.get("shiftDimension", "")
    if dimension not in {"ROWS", "COLUMNS"}:
        raise Refused("No shift dimension specified.")
    sheet, area = edit.place(request.get("range", {}))
    return sheet, area, dimension


def _rest(sheet: Sheet, area: Area, dimension: str) -> Area:
    """The range and everything behind it."""
    return area._replace(bottom=sheet.rows) if dimension == ROWS else area._replace(right=sheet.columns)


def _shift(edit: Edit, sheet: Sheet, area: Area, change: Change) -> None:
    start, end = (area.left, area.right) if change.dimension == ROWS else (area.top, area.bottom)
    shift_band(edit.book, sheet, Band(change, start, end))
