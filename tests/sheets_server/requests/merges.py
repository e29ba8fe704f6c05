"""Merged cells: only the value of the upper left cell is kept."""

from collections.abc import Iterator

from tests.sheets_server.edit import Edit
from tests.sheets_server.errors import Refused
from tests.sheets_server.model import Sheet
from tests.sheets_server.plain import Json
from tests.sheets_server.ranges import Area


def merge(edit: Edit, request: Json) -> None:
    """mergeCells: all of the range into one, or row by row, or column by column."""
    sheet, area = edit.place(request.get("range", {}))
    edit.writes(sheet, area)
    _take_apart(sheet, area)
    for part in _parts(area, request.get("mergeType", "MERGE_ALL")):
        if part.rows > 1 or part.columns > 1:
            sheet.merges.append(sheet.ranged(part))
            for position in part.positions():
                if position != (part.top, part.left) and position in sheet.cells:
                    sheet.enter(position, None)


def unmerge(edit: Edit, request: Json) -> None:
    """unmergeCells: every merge of the range, each of which must lie in it whole."""
    sheet, area = edit.place(request.get("range", {}))
    edit.writes(sheet, area)
    _take_apart(sheet, area)


def _take_apart(sheet: Sheet, area: Area) -> None:
    touched = [found for found in sheet.merges if sheet.area(found).meets(area)]
    if not all(area.covers(sheet.area(found)) for found in touched):
        raise Refused("You must select all cells in a merged range to merge or unmerge them.")
    sheet.merges = [found for found in sheet.merges if found not in touched]


def _parts(area: Area, kind: str) -> Iterator[Area]:
    match kind:
        case "MERGE_ROWS":
            yield from (Area(row, area.left, row + 1, area.right) for row in range(area.top, area.bottom))
        case "MERGE_COLUMNS":
            yield from (Area(area.top, column, area.bottom, column + 1) for column in range(area.left, area.right))
        case _:
            yield area
