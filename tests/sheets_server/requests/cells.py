"""Cells written by updateCells and repeatCell."""

from tests.sheets_server import engine, masks
from tests.sheets_server.edit import Edit
from tests.sheets_server.errors import TOO_LONG, Refused
from tests.sheets_server.masks import Mask
from tests.sheets_server.model import Sheet
from tests.sheets_server.plain import Json, Position, without
from tests.sheets_server.ranges import Area
from tests.sheets_server.requests import validation

_COMPUTED = ("effectiveValue", "formattedValue", "effectiveFormat", "hyperlink")
_LIMIT = 50_000


def update(edit: Edit, request: Json) -> None:
    """updateCells: cells of the range that no row speaks of lose the masked fields; `start` writes just the rows."""
    mask = masks.update(request.get("fields"), "CellData")
    rows: list[Json] = request.get("rows", [])
    if "range" in request:
        sheet, area = edit.place(request["range"])
        _check_rows(rows, area)
    else:
        start: Json = request.get("start", {})
        sheet = edit.sheet(start.get("sheetId", 0))
        top, left = start.get("rowIndex", 0), start.get("columnIndex", 0)
        width = max((len(row.get("values", [])) for row in rows), default=0)
        area = Area(top, left, top + len(rows), left + width)
        _check_inside(sheet, area)
    edit.writes(sheet, area)
    for cell in (cell for row in rows for cell in row.get("values", [])):
        _check_rule(edit, cell, mask)
    for row, line in enumerate(rows, area.top):
        for column, cell in enumerate(line.get("values", []), area.left):
            write(sheet, (row, column), cell, mask)
    if "range" in request:
        _clear_the_rest(sheet, area, rows, mask)


def repeat(edit: Edit, request: Json) -> None:
    """repeatCell: the same fields into every cell of the range."""
    mask = masks.update(request.get("fields"), "CellData")
    sheet, area = edit.place(request.get("range", {}))
    edit.writes(sheet, area)
    cell: Json = request.get("cell", {})
    _check_rule(edit, cell, mask)
    for position in area.positions():
        write(sheet, position, engine.carried(cell, edit.book.locale, (area.top, area.left), position), mask)


def _check_rule(edit: Edit, cell: Json, mask: Mask) -> None:
    """A drop-down that comes with a cell is held to what setDataValidation refuses."""
    if "dataValidation" in cell and masks.wants(mask, "dataValidation"):
        validation.check(edit.book, cell["dataValidation"])


def write(sheet: Sheet, position: Position, cell: Json, mask: Mask) -> None:
    """Replaces the masked fields of one cell."""
    old = sheet.cell(position)
    new = without(cell, *_COMPUTED)
    value: Json = new.get("userEnteredValue", {})
    if len(value.get("stringValue", "")) > _LIMIT:
        raise Refused(TOO_LONG)
    if value.get("stringValue") == "" or not value:
        new.pop("userEnteredValue", None)
    sheet.put(position, _tidied(masks.updated(old, new, mask)))


def _tidied(cell: Json) -> Json:
    return {key: value for key, value in cell.items() if value not in ({}, "", [], None) and key not in _COMPUTED}


def _check_rows(rows: list[Json], area: Area) -> None:
    if len(rows) > area.rows or any(len(row.get("values", [])) > area.columns for row in rows):
        raise Refused("Attempting to write outside the range.")


def _check_inside(sheet: Sheet, area: Area) -> None:
    if area.bottom > sheet.rows:
        raise Refused(f"Attempting to write row: {sheet.rows}, beyond the last requested row of: {sheet.rows - 1}")
    if area.right > sheet.columns:
        raise Refused(
            f"Attempting to write column: {sheet.columns}, beyond the last requested column of: {sheet.columns - 1}"
        )


def _clear_the_rest(sheet: Sheet, area: Area, rows: list[Json], mask: Mask) -> None:
    widths = [len(row.get("values", [])) for row in rows]
    for row, column in [position for position in sheet.cells if area.holds(position)]:
        place = row - area.top
        if place >= len(widths) or column - area.left >= widths[place]:
            write(sheet, (row, column), {}, mask)
