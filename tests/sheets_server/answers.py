"""A spreadsheet as spreadsheets.get gives it: whole or by ranges, with or without the grid, cut to the fields wanted."""

from tests.sheets_server import grids
from tests.sheets_server.appearance import DEFAULT_FORMAT, THEME
from tests.sheets_server.lookup import bounded
from tests.sheets_server.masks import Mask, below, cut_document, wants
from tests.sheets_server.model import COLUMNS, ROWS, Sheet, Spreadsheet
from tests.sheets_server.plain import Json, without
from tests.sheets_server.ranges import Area

_LISTS = (
    ("conditionalFormats", "conditional"),
    ("filterViews", "filter_views"),
    ("charts", "charts"),
    ("bandedRanges", "banded"),
    ("slicers", "slicers"),
    ("tables", "tables"),
)


def spreadsheet(
    book: Spreadsheet, ranges: list[str], *, grid: bool, mask: Mask | None = None, email: str | None = None
) -> Json:
    """The spreadsheet's JSON; with `ranges` only the sheets they touch; `email` is who looks at it."""
    wanted = _wanted(book, ranges)
    inner = below(mask, "sheets")
    sheets = []
    for sheet in book.sheets:
        if sheet.id in wanted or not ranges:
            areas = wanted.get(sheet.id) or [sheet.whole]
            found = sheet_json(book, sheet, email)
            if grid and wants(inner, "data"):
                data = below(inner, "data")
                found["data"] = [grids.data(book, sheet, area, data, whole=not ranges) for area in areas]
            sheets.append(found)
    return cut_document(_book(book) | {"sheets": sheets}, mask)


def sheet_json(book: Spreadsheet, sheet: Sheet, email: str | None = None) -> Json:
    """One sheet without its grid."""
    found: Json = {"properties": sheet.properties}
    if sheet.merges:
        found["merges"] = [merge.json() for merge in sheet.merges]
    for name, attribute in _LISTS:
        if getattr(sheet, attribute):
            found[name] = getattr(sheet, attribute)
    if sheet.protected:
        found["protectedRanges"] = [_protection(each, email) for each in sheet.protected]
    if sheet.basic_filter:
        found["basicFilter"] = sheet.basic_filter
    for name, dimension in (("rowGroups", ROWS), ("columnGroups", COLUMNS)):
        if sheet.groups[dimension]:
            found[name] = sheet.groups[dimension]
    entries = [each for each in book.metadata if each["location"].get("sheetId", -1) == sheet.id]
    return found | ({"developerMetadata": entries} if entries else {})


def _book(book: Spreadsheet) -> Json:
    found: Json = {
        "spreadsheetId": book.id,
        "properties": book.properties | {"defaultFormat": DEFAULT_FORMAT, "spreadsheetTheme": THEME},
        "spreadsheetUrl": f"https://docs.google.com/spreadsheets/d/{book.id}/edit",
    }
    if book.named:
        found["namedRanges"] = book.named
    entries = [each for each in book.metadata if each["location"].get("spreadsheet")]
    return found | ({"developerMetadata": entries} if entries else {})


def _wanted(book: Spreadsheet, ranges: list[str]) -> dict[int, list[Area]]:
    found: dict[int, list[Area]] = {}
    for text in ranges:
        sheet, area = bounded(book, text)
        found.setdefault(sheet.id, []).append(area)
    return found


def _protection(protection: Json, email: str | None) -> Json:
    """As its viewer sees it: whether they may edit, and the editors only when they may."""
    if email is None:
        return protection
    editors = protection.get("editors", {}).get("users", [])
    if email is None or email in editors or protection.get("warningOnly"):
        return protection | {"requestingUserCanEdit": True}
    return without(protection, "editors", "requestingUserCanEdit")
