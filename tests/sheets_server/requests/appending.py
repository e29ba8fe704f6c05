"""Cells written after the last row of a sheet or a table; rows and columns put at the end of a sheet."""

from tests.sheets_server import masks
from tests.sheets_server.edit import Edit
from tests.sheets_server.errors import Refused
from tests.sheets_server.model import Sheet
from tests.sheets_server.plain import Json
from tests.sheets_server.ranges import Area
from tests.sheets_server.requests.cells import write
from tests.sheets_server.requests.dimensions import extend
from tests.sheets_server.requests.tables import body, lengthened, table_of


def cells(edit: Edit, request: Json) -> None:
    """appendCells: after the last row that holds a value, from column A on; the grid grows by the rows it lacks.

    With `tableId` after the last row of the table's body that holds a value; the table grows by the rows it lacks.
    """
    mask = masks.update(request.get("fields"), "CellData")
    rows: list[Json] = request.get("rows", [])
    if "tableId" in request:
        sheet, table = table_of(edit, request["tableId"])
        area = body(sheet, table)
        top, left = _after_the_last(sheet, area), area.left
        lengthened(edit, sheet, table, top + len(rows))
    else:
        sheet = edit.sheet(request.get("sheetId", 0))
        top, left = _after_the_last(sheet, sheet.whole), 0
        edit.grow(sheet, max(sheet.rows, top + len(rows)), sheet.columns)
    width = max((len(row.get("values", [])) for row in rows), default=0)
    if left + width > sheet.columns:
        last = f"beyond the last requested column of: {sheet.columns - 1}"
        raise Refused(f"Attempting to write column: {sheet.columns}, {last}")
    edit.writes(sheet, Area(top, left, top + len(rows), left + width))
    for row, line in enumerate(rows, top):
        for column, cell in enumerate(line.get("values", []), left):
            write(sheet, (row, column), cell, mask)


def dimension(edit: Edit, request: Json) -> None:
    """appendDimension: empty rows or columns after the last."""
    sheet = edit.sheet(request.get("sheetId", 0))
    wanted, length = request.get("dimension", ""), request.get("length", 0)
    if wanted not in {"ROWS", "COLUMNS"}:
        raise Refused("No dimension specified.")
    if length <= 0:
        raise Refused(f"Invalid length: {length}. The length must be positive.")
    extend(edit, sheet, wanted, sheet.count(wanted), length)


def _after_the_last(sheet: Sheet, area: Area) -> int:
    filled = (row for row, column in sheet.used() if area.holds((row, column)))
    return max(filled, default=area.top - 1) + 1
