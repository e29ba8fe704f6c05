"""Sheets as a whole: added, deleted, and their properties and the spreadsheet's changed."""

from tests.sheets_server import engine, masks
from tests.sheets_server.edit import Edit
from tests.sheets_server.errors import TOO_MANY_CELLS, Refused
from tests.sheets_server.locales_known import is_locale, is_zone
from tests.sheets_server.model import CELL_LIMIT, COLUMNS, ROWS, Sheet, indexed
from tests.sheets_server.plain import Json, without
from tests.sheets_server.pointing import pointed
from tests.sheets_server.requests.tables import free_name

_USUAL_GRID = {"rowCount": 1000, "columnCount": 26}


def add(edit: Edit, request: Json) -> Json:
    """addSheet: at the end unless an index is given; an id and a title are found when none is given."""
    wanted: Json = request.get("properties", {})
    taken = {sheet.id for sheet in edit.book.sheets}
    sheet_id = wanted.get("sheetId")
    if sheet_id is None:
        sheet_id = edit.new_id(taken)
    elif sheet_id in taken:
        raise Refused(f"A sheet with id {sheet_id} already exists. Please enter another id.")
    elif sheet_id < 0:
        raise Refused(f"Invalid sheet id: {sheet_id}")
    title = wanted.get("title") or _free_title(edit)
    _check_title(edit, title, None)
    grid = _USUAL_GRID | wanted.get("gridProperties", {})
    properties = {"sheetId": sheet_id, "title": title, "index": 0, "sheetType": wanted.get("sheetType", "GRID")}
    sheet = Sheet(without(wanted, "index") | properties | {"gridProperties": grid})
    _check_size(edit, grid, 0)
    edit.book.sheets.insert(min(wanted.get("index", len(edit.book.sheets)), len(edit.book.sheets)), sheet)
    indexed(edit.book.sheets)
    sheet.properties = _tidied(sheet.properties)
    return {"properties": sheet.properties}


def delete(edit: Edit, request: Json) -> None:
    """deleteSheet: with everything that hangs on it; the last visible sheet stays."""
    sheet = edit.sheet(request.get("sheetId", 0))
    edit.writes(sheet, sheet.whole)
    if len(edit.book.sheets) == 1:
        raise Refused("You can't remove all the sheets in a document.")
    edit.book.sheets.remove(sheet)
    _check_visible(edit)
    edit.book.named = [named for named in edit.book.named if named["range"].get("sheetId", 0) != sheet.id]
    edit.book.metadata = [entry for entry in edit.book.metadata if not _is_on(entry["location"], sheet.id)]
    engine.drop_from_formulas(edit.book, sheet.title)
    indexed(edit.book.sheets)


def update(edit: Edit, request: Json) -> None:
    """updateSheetProperties: title, index, size, frozen rows, hidden, colour of the tab."""
    mask = masks.update(request.get("fields"), "SheetProperties")
    new: Json = request.get("properties", {})
    sheet = edit.sheet(new.get("sheetId", 0))
    old = sheet.properties
    found = masks.updated(old, new, mask) | {"sheetId": sheet.id, "sheetType": old["sheetType"], "index": old["index"]}
    if found.get("title") != sheet.title:
        _check_title(edit, found.get("title", ""), sheet)
        engine.rename_in_formulas(edit.book, sheet.title, found["title"])
    _check_grid(edit, sheet, found.get("gridProperties", {}))
    sheet.properties = _tidied(found)
    cut_to_grid(sheet)
    _check_visible(edit)
    if masks.wants(mask, "index") and "index" in new:
        move(edit, sheet, new["index"])


def update_spreadsheet(edit: Edit, request: Json) -> None:
    """updateSpreadsheetProperties: title, locale, time zone and the like."""
    mask = masks.update(request.get("fields"), "SpreadsheetProperties")
    found = masks.updated(edit.book.properties, request.get("properties", {}), mask)
    if not is_locale(found.get("locale", "")):
        raise Refused(f"Invalid locale: {found.get('locale', '')}")
    if not is_zone(found.get("timeZone", "")):
        raise Refused(f"Invalid time zone: {found.get('timeZone', '')}")
    engine.translate_formulas(edit.book, edit.book.locale, found["locale"])
    edit.book.properties = without(found, "defaultFormat", "spreadsheetTheme")


def move(edit: Edit, sheet: Sheet, index: int) -> None:
    """Puts a sheet before the one that stands at the index now, counted before the move; its own place moves nothing."""
    sheets = edit.book.sheets
    old = sheets.index(sheet)
    if index > len(sheets):
        raise Refused(f"Invalid sheet index: {index}")
    sheets.remove(sheet)
    sheets.insert(index - 1 if index > old else index, sheet)
    indexed(sheets)


def copied(edit: Edit, sheet: Sheet) -> Sheet:
    """A copy of a sheet, perhaps of another spreadsheet, at the end of this one: "Copy of …"."""
    title = title_of_copy(edit, sheet.title)
    return duplicated(edit, sheet, edit.new_id({each.id for each in edit.book.sheets}), title, len(edit.book.sheets))


def title_of_copy(edit: Edit, old: str) -> str:
    """ "Copy of …", with a number when there is one already."""
    title, count = f"Copy of {old}", 2
    while edit.book.titled(title) is not None:
        title, count = f"Copy of {old} {count}", count + 1
    return title


def duplicated(edit: Edit, sheet: Sheet, sheet_id: int, title: str, index: int) -> Sheet:
    """A copy of a sheet under another id and title at that place; protections and filters point at the copy."""
    _check_size(edit, sheet.properties["gridProperties"], 0)
    found = pointed(sheet, sheet_id)
    found.properties = without(sheet.properties, "hidden") | {"sheetId": sheet_id, "title": title}
    tables, found.tables = found.tables, []
    edit.book.sheets.insert(index, found)
    for table in tables:
        found.tables.append(table | {"name": free_name(edit, "")})
    indexed(edit.book.sheets)
    return found


def cut_to_grid(sheet: Sheet) -> None:
    """Drops cells, sizes and merges that lie outside of the grid."""
    whole = sheet.whole
    if any(not whole.holds(position) for position in sheet.cells):
        sheet.cells = {position: cell for position, cell in sheet.cells.items() if whole.holds(position)}
    for dimension in (ROWS, COLUMNS):
        count = sheet.count(dimension)
        sheet.sized[dimension] = {index: size for index, size in sheet.sized[dimension].items() if index < count}
    cut = [(merge, sheet.area(merge)) for merge in sheet.merges]
    sheet.merges = [sheet.ranged(area) for _, area in cut if area.rows > 1 or area.columns > 1]


def _check_grid(edit: Edit, sheet: Sheet, grid: Json) -> None:
    rows, columns = grid.get("rowCount", 0), grid.get("columnCount", 0)
    if rows < 1 or columns < 1:
        name = "rows" if rows < 1 else "columns"
        raise Refused(f"You can't delete all the {name} on the sheet.")
    if grid.get("frozenRowCount", 0) >= rows:
        raise Refused("You can't freeze all visible rows on the sheet.")
    if grid.get("frozenColumnCount", 0) >= columns:
        raise Refused("You can't freeze all visible columns on the sheet.")
    _check_size(edit, grid, sheet.rows * sheet.columns)


def _check_size(edit: Edit, grid: Json, present: int) -> None:
    if edit.book.cell_count() - present + grid["rowCount"] * grid["columnCount"] > CELL_LIMIT:
        raise Refused(TOO_MANY_CELLS)


def _check_title(edit: Edit, title: str, sheet: Sheet | None) -> None:
    if not title:
        raise Refused("The sheet name cannot be empty.")
    other = edit.book.titled(title)
    if other is not None and other is not sheet:
        raise Refused(f'A sheet with the name "{title}" already exists. Please enter another name.')


def _check_visible(edit: Edit) -> None:
    if all(sheet.properties.get("hidden") for sheet in edit.book.sheets):
        raise Refused("You can't hide all the sheets in a document.")


def _tidied(properties: Json) -> Json:
    """Without what is false or nothing, as Google prints it."""
    grid = {key: value for key, value in properties["gridProperties"].items() if value}
    kept = {
        key: value for key, value in properties.items() if value not in (False, None) or key in {"sheetId", "index"}
    }
    return kept | {"gridProperties": grid}


def _free_title(edit: Edit) -> str:
    count = len(edit.book.sheets) + 1
    while edit.book.titled(f"Sheet{count}") is not None:
        count += 1
    return f"Sheet{count}"


def _is_on(location: Json, sheet_id: int) -> bool:
    if location.get("spreadsheet"):
        return False
    return bool(location.get("dimensionRange", location).get("sheetId", 0) == sheet_id)
