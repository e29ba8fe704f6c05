"""The grid of a sheet as GridData: rows of CellData and what rows and columns are like."""

from tests.sheets_server import appearance, showing
from tests.sheets_server.filtering import hidden_rows
from tests.sheets_server.masks import Mask, below, wants
from tests.sheets_server.model import COLUMNS, ROWS, Sheet, Spreadsheet
from tests.sheets_server.plain import Json, Position
from tests.sheets_server.ranges import Area

_ALIGNMENT = {"numberValue": "RIGHT", "boolValue": "CENTER", "errorValue": "CENTER"}


def data(book: Spreadsheet, sheet: Sheet, area: Area, mask: Mask | None, *, whole: bool) -> Json:
    """One GridData; rows and cells end with the last that holds anything of what the mask wants."""
    found: Json = {}
    if not whole and area.top:
        found["startRow"] = area.top
    if not whole and area.left:
        found["startColumn"] = area.left
    if wants(mask, "rowData"):
        rows = _rows(book, sheet, area, _cell_mask(mask))
        if rows:
            found["rowData"] = rows
    if wants(mask, "rowMetadata"):
        hidden = hidden_rows(book, sheet)
        found["rowMetadata"] = [
            _size(book, sheet, ROWS, index) | ({"hiddenByFilter": True} if index in hidden else {})
            for index in range(area.top, area.bottom)
        ]
    if wants(mask, "columnMetadata"):
        found["columnMetadata"] = [_size(book, sheet, COLUMNS, index) for index in range(area.left, area.right)]
    return found


def cell_json(book: Spreadsheet, sheet: Sheet, position: Position, mask: Mask | None = None) -> Json:
    """One CellData with what is computed: the effective value and format, the text shown, the link."""
    found = {key: value for key, value in sheet.cell(position).items() if wants(mask, key)}
    value = sheet.effective(position)
    shape: Json = sheet.cell(position).get("userEnteredFormat", {})
    if value is not None:
        if wants(mask, "effectiveValue"):
            found["effectiveValue"] = value
        if wants(mask, "formattedValue"):
            found["formattedValue"] = showing.text(book, sheet, position)
    if (value is not None or shape) and wants(mask, "effectiveFormat"):
        kind = next(iter(value)) if value else ""
        brought = showing.number_format(book, sheet, position)
        look = shape | ({"numberFormat": brought} if brought else {})
        found["effectiveFormat"] = appearance.effective(look, _ALIGNMENT.get(kind, "LEFT") if value else "")
    return found


def _cell_mask(mask: Mask | None) -> Mask | None:
    return below(below(mask, "rowData"), "values")


def _rows(book: Spreadsheet, sheet: Sheet, area: Area, mask: Mask | None) -> list[Json]:
    filled: dict[int, dict[int, Json]] = {}
    for position in {*sheet.cells, *sheet.computed}:
        if area.holds(position):
            cell = cell_json(book, sheet, position, mask)
            if cell:
                filled.setdefault(position[0], {})[position[1]] = cell
    rows: list[Json] = []
    for row in range(area.top, max(filled, default=area.top - 1) + 1):
        cells = filled.get(row, {})
        last = max(cells, default=area.left - 1)
        rows.append({"values": [cells.get(column, {}) for column in range(area.left, last + 1)]} if cells else {})
    return rows


def _size(book: Spreadsheet, sheet: Sheet, dimension: str, index: int) -> Json:
    usual = appearance.ROW_HEIGHT if dimension == ROWS else appearance.COLUMN_WIDTH
    entries = [each for each in book.metadata if _is_of(each["location"], sheet, dimension, index)]
    found: Json = {"pixelSize": usual} | sheet.sized[dimension].get(index, {})
    return found | ({"developerMetadata": entries} if entries else {})


def _is_of(location: Json, sheet: Sheet, dimension: str, index: int) -> bool:
    where: Json = location.get("dimensionRange", {})
    if where.get("dimension") != dimension or where.get("sheetId", 0) != sheet.id:
        return False
    return bool(where.get("startIndex", 0) == index)
