"""Rows and columns moved to another place of their sheet."""

from tests.sheets_server.changes import Moved
from tests.sheets_server.edit import Edit
from tests.sheets_server.errors import Refused
from tests.sheets_server.model import ROWS, Sheet
from tests.sheets_server.plain import Json
from tests.sheets_server.requests.dimensions import across, stretch
from tests.sheets_server.shifts import shift


def move(edit: Edit, request: Json) -> None:
    """moveDimension: `destinationIndex` is counted before the move; merges may not be torn."""
    sheet, dimension, start, end = stretch(edit, request.get("source", {}))
    to = request.get("destinationIndex", 0)
    if not 0 <= to <= sheet.count(dimension):
        limits = f"Max rows: {sheet.rows}, max columns: {sheet.columns}"
        raise Refused(f"The destination index {to} exceeds grid limits. {limits}")
    if start < to < end:
        raise Refused(f"The destination index {to} is inside of the source ({start}, {end}).")
    _check_merges(sheet, dimension, start, end, to)
    edit.writes(sheet, across(sheet, dimension, start, end))
    if to not in {start, end}:
        shift(edit.book, sheet, Moved(dimension, start, end, to))


def _check_merges(sheet: Sheet, dimension: str, start: int, end: int, to: int) -> None:
    line = "row" if dimension == ROWS else "column"
    for merge in sheet.merges:
        area = sheet.area(merge)
        first, last = (area.top, area.bottom) if dimension == ROWS else (area.left, area.right)
        inside = start <= first and last <= end
        if first < end and start < last and not inside:
            why = "that contains only part of a merged cell"
            raise Refused(f"Sorry, it is not possible to move a {line} {why}. Please unmerge and try again.")
        if first < to < last:
            why = "to a position that crosses a merged cell"
            raise Refused(f"Sorry, it is not possible to move a {line} {why}. Please unmerge and try again.")
