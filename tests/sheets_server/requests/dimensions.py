"""Rows and columns: inserted, deleted, sized and hidden."""

from tests.sheets_server import masks, showing
from tests.sheets_server.edit import Edit
from tests.sheets_server.errors import Refused
from tests.sheets_server.model import ROWS, Sheet
from tests.sheets_server.plain import Json, Position
from tests.sheets_server.ranges import Area
from tests.sheets_server.shifts import Deleted, Inserted, shift

_INHERITED = ("userEnteredFormat", "dataValidation")
_FROZEN = {"ROWS": "frozenRowCount", "COLUMNS": "frozenColumnCount"}


def insert(edit: Edit, request: Json) -> None:
    """insertDimension: the grid grows; new rows look like the one before or, as a rule, the one after them."""
    if "endIndex" not in request.get("range", {}):
        raise Refused("Both the start and end indexes of the range must be bounded.")
    sheet, dimension, start, end = stretch(edit, request.get("range", {}), past_the_end=True)
    before = bool(request.get("inheritFromBefore"))
    if before and start == 0:
        raise Refused("inheritFromBefore cannot be true when inserting at the start of the sheet.")
    if start > sheet.count(dimension):
        raise Refused(f"Range ({start}, {end}) exceeds grid limits. {_limits(sheet)}")
    _may_insert(edit, sheet, dimension, start)
    extend(edit, sheet, dimension, start, end - start)
    inherit(sheet, dimension, start, end, start - 1 if before else end)


def delete(edit: Edit, request: Json) -> None:
    """deleteDimension: never all of the rows, nor all that aren't frozen."""
    sheet, dimension, start, end = stretch(edit, request.get("range", {}))
    name = "rows" if dimension == ROWS else "columns"
    left = sheet.count(dimension) - (end - start)
    if left == 0:
        raise Refused(f"You can't delete all the {name} on the sheet.")
    frozen: int = sheet.properties["gridProperties"].get(_FROZEN[dimension], 0)
    still_frozen = frozen - max(min(end, frozen) - min(start, frozen), 0)
    if left <= still_frozen:
        raise Refused(f"Sorry, it is not possible to delete all non-frozen {name}.")
    edit.writes(sheet, across(sheet, dimension, start, end))
    shift(edit.book, sheet, Deleted(dimension, start, end - start))
    if still_frozen != frozen:
        grid = sheet.properties["gridProperties"] | {_FROZEN[dimension]: still_frozen}
        sheet.properties = sheet.properties | {"gridProperties": {k: v for k, v in grid.items() if v}}


def update_properties(edit: Edit, request: Json) -> None:
    """updateDimensionProperties: sizes in pixels, hidden by the user."""
    mask = masks.update(request.get("fields"), "DimensionProperties")
    sheet, dimension, start, end = stretch(edit, request.get("range", {}))
    new: Json = request.get("properties", {})
    sizes = sheet.sized[dimension]
    for index in range(start, end):
        found = {key: value for key, value in masks.updated(sizes.get(index, {}), new, mask).items() if value}
        if found:
            sizes[index] = found
        else:
            sizes.pop(index, None)


def auto_resize(edit: Edit, request: Json) -> None:
    """autoResizeDimensions: columns as wide as their longest text, about; rows as high as usual."""
    sheet, dimension, start, end = stretch(edit, request.get("dimensions", {}))
    widths: dict[int, int] = {}
    for row, column in sheet.used():
        text = showing.text(edit.book, sheet, (row, column))
        widths[column] = max(widths.get(column, 0), len(text))
    for index in range(start, end):
        size = dict(sheet.sized[dimension].get(index, {}))
        size.pop("pixelSize", None)
        if dimension != ROWS and widths.get(index):
            size["pixelSize"] = 10 + 7 * widths[index]
        sheet.sized[dimension][index] = size


def stretch(edit: Edit, document: Json, *, past_the_end: bool = False) -> tuple[Sheet, str, int, int]:
    """Sheet, dimension, start and end of a DimensionRange; open ends reach to the edges of the grid."""
    sheet = edit.sheet(document.get("sheetId", 0))
    dimension: str = document.get("dimension", "")
    if dimension not in _FROZEN:
        raise Refused("No dimension specified.")
    start, end = document.get("startIndex", 0), document.get("endIndex", sheet.count(dimension))
    if start < 0 or start >= end:
        raise Refused(f"Invalid range: start index ({start}) must be less than end index ({end}).")
    if end > sheet.count(dimension) and not past_the_end:
        raise Refused(f"Range ({start}, {end}) exceeds grid limits. {_limits(sheet)}")
    return sheet, dimension, start, end


def extend(edit: Edit, sheet: Sheet, dimension: str, at: int, count: int) -> None:
    """Puts empty rows or columns in; raises Refused when the spreadsheet would grow too large."""
    rows, columns = sheet.rows, sheet.columns
    wanted = (rows + count, columns) if dimension == ROWS else (rows, columns + count)
    edit.grow(sheet, *wanted)
    sheet.resize(rows=rows, columns=columns)
    shift(edit.book, sheet, Inserted(dimension, at, count))


def inherit(sheet: Sheet, dimension: str, start: int, end: int, model: int) -> None:
    """Gives new rows or columns the formats and drop-downs of the one at `model`."""
    for place, cell in list(sheet.cells.items()):
        look = {key: cell[key] for key in _INHERITED if key in cell}
        if look and place[0 if dimension == ROWS else 1] == model:
            for index in range(start, end):
                sheet.put(_at(place, dimension, index), look)
    size = {key: value for key, value in sheet.sized[dimension].get(model, {}).items() if key == "pixelSize"}
    if size:
        sheet.sized[dimension] |= dict.fromkeys(range(start, end), size)


def across(sheet: Sheet, dimension: str, start: int, end: int) -> Area:
    """Whole rows or columns as an area."""
    return Area(start, 0, end, sheet.columns) if dimension == ROWS else Area(0, start, sheet.rows, end)


def _at(place: Position, dimension: str, index: int) -> Position:
    return (index, place[1]) if dimension == ROWS else (place[0], index)


def _may_insert(edit: Edit, sheet: Sheet, dimension: str, start: int) -> None:
    """Whoever may not edit what lies on both sides may not put anything between."""
    if 0 < start < sheet.count(dimension):
        try:
            edit.writes(sheet, across(sheet, dimension, start - 1, start))
        except Refused:
            edit.writes(sheet, across(sheet, dimension, start, start + 1))


def _limits(sheet: Sheet) -> str:
    return f"Max rows: {sheet.rows}, max columns: {sheet.columns}"
