"""A spreadsheet as a recorded answer shows it, for cases that begin with one that was there before."""

from tests.sheets_server.model import COLUMNS, ROWS, Sheet, Spreadsheet
from tests.sheets_server.plain import Json, without
from tests.sheets_server.ranges import GridRange
from tests.sheets_server.world import SPREADSHEET, World

_LISTS = (
    ("protectedRanges", "protected"),
    ("conditionalFormats", "conditional"),
    ("filterViews", "filter_views"),
    ("bandedRanges", "banded"),
    ("tables", "tables"),
    ("charts", "charts"),
)


def put(world: World, answer: Json) -> None:
    """Puts the spreadsheet of a whole answer of spreadsheets.get into the world under its own id; no cells are known."""
    record = world.add_file(answer["properties"]["title"], SPREADSHEET)
    world.forget(record["id"])
    world.files[answer["spreadsheetId"]] = record | {"id": answer["spreadsheetId"]}
    properties = without(answer["properties"], "defaultFormat", "spreadsheetTheme")
    sheets = [_sheet(each) for each in answer["sheets"]]
    named = answer.get("namedRanges", [])
    world.books[answer["spreadsheetId"]] = Spreadsheet(answer["spreadsheetId"], properties, sheets, named)


def _sheet(document: Json) -> Sheet:
    found = Sheet(document["properties"], basic_filter=document.get("basicFilter"))
    found.merges = [GridRange.of(each) for each in document.get("merges", [])]
    found.groups = {ROWS: document.get("rowGroups", []), COLUMNS: document.get("columnGroups", [])}
    for name, attribute in _LISTS:
        setattr(found, attribute, document.get(name, []))
    return found
