"""Cells copied and cells moved within a spreadsheet."""

from tests.sheets_server import engine
from tests.sheets_server.edit import Edit
from tests.sheets_server.model import Sheet
from tests.sheets_server.plain import Json, Position, without
from tests.sheets_server.ranges import Area

_VALUE = ("userEnteredValue", "textFormatRuns", "hyperlink")
_PARTS: dict[str, tuple[str, ...]] = {
    "PASTE_VALUES": _VALUE,
    "PASTE_FORMULA": _VALUE,
    "PASTE_FORMAT": ("userEnteredFormat",),
    "PASTE_DATA_VALIDATION": ("dataValidation",),
    "PASTE_CONDITIONAL_FORMATTING": (),
}


def copy_paste(edit: Edit, request: Json) -> None:
    """copyPaste: repeated when the destination is a multiple of the source, else pasted once from its corner."""
    sheet, source = edit.place(request.get("source", {}))
    turned = request.get("pasteOrientation") == "TRANSPOSE"
    height, width = (source.columns, source.rows) if turned else (source.rows, source.columns)
    target_sheet, target = edit.place(request.get("destination", {}))
    rows = target.rows if target.rows % height == 0 and target.rows else height
    columns = target.columns if target.columns % width == 0 and target.columns else width
    target = Area(target.top, target.left, target.top + rows, target.left + columns)
    edit.grow(target_sheet, max(target_sheet.rows, target.bottom), max(target_sheet.columns, target.right))
    edit.writes(target_sheet, target)
    kind = request.get("pasteType", "PASTE_NORMAL")
    copied = {position: _copied(sheet, position, kind) for position in source.positions()}
    for row, column in target.positions():
        down, right = (row - target.top) % height, (column - target.left) % width
        place = (source.top + right, source.left + down) if turned else (source.top + down, source.left + right)
        cell = engine.carried(copied[place], edit.book.locale, place, (row, column))
        paste(target_sheet, (row, column), cell, kind)
    if kind == "PASTE_NORMAL" and not turned:
        _copy_merges(sheet, source, target_sheet, target)


def cut_paste(edit: Edit, request: Json) -> None:
    """cutPaste: the source is emptied, formulas keep what they say."""
    sheet, source = edit.place(request.get("source", {}))
    point: Json = request.get("destination", {})
    target_sheet = edit.sheet(point.get("sheetId", 0))
    top, left = point.get("rowIndex", 0), point.get("columnIndex", 0)
    target = Area(top, left, top + source.rows, left + source.columns)
    edit.grow(target_sheet, max(target_sheet.rows, target.bottom), max(target_sheet.columns, target.right))
    edit.writes(sheet, source)
    edit.writes(target_sheet, target)
    kind = request.get("pasteType", "PASTE_NORMAL")
    taken = {position: sheet.cell(position) for position in source.positions()}
    for position in source.positions():
        sheet.put(position, without(sheet.cell(position), *_keys(kind, sheet.cell(position))))
    for (row, column), cell in taken.items():
        place = (row - source.top + top, column - source.left + left)
        paste(target_sheet, place, {key: cell[key] for key in _keys(kind, cell)}, kind)


def paste(sheet: Sheet, position: Position, cell: Json, kind: str) -> None:
    """Puts the parts that a paste of that kind brings into a cell."""
    old = sheet.cell(position)
    sheet.put(position, without(old, *_keys(kind, old)) | cell)


def _keys(kind: str, cell: Json) -> tuple[str, ...]:
    return _PARTS.get(kind, tuple(cell))


def _copied(sheet: Sheet, position: Position, kind: str) -> Json:
    cell = sheet.cell(position)
    found = {key: value for key, value in cell.items() if key in _keys(kind, cell)}
    if kind == "PASTE_VALUES" and "formulaValue" in found.get("userEnteredValue", {}):
        found["userEnteredValue"] = sheet.effective(position)
    if kind == "PASTE_NO_BORDERS" and "borders" in found.get("userEnteredFormat", {}):
        found["userEnteredFormat"] = without(found["userEnteredFormat"], "borders")
    return found


def _copy_merges(sheet: Sheet, source: Area, target_sheet: Sheet, target: Area) -> None:
    inside = [area for merge in sheet.merges if source.covers(area := sheet.area(merge))]
    target_sheet.merges = [each for each in target_sheet.merges if not target_sheet.area(each).meets(target)]
    for top in range(target.top, target.bottom, source.rows):
        for left in range(target.left, target.right, source.columns):
            down, right = top - source.top, left - source.left
            moved = (Area(a.top + down, a.left + right, a.bottom + down, a.right + right) for a in inside)
            target_sheet.merges += [target_sheet.ranged(area) for area in moved]
