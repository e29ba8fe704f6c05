"""Developer metadata: on the spreadsheet, a sheet, a row or a column."""

from tests.sheets_server.edit import Edit
from tests.sheets_server.errors import Refused
from tests.sheets_server.plain import Json


def create(edit: Edit, request: Json) -> Json:
    """createDeveloperMetadata: an id is found when none is given."""
    wanted: Json = request.get("developerMetadata", {})
    taken = {entry["metadataId"] for entry in edit.book.metadata}
    found_id = wanted.get("metadataId") or edit.new_id(taken)
    if found_id in taken:
        why = f"Cannot add developer metadata with ID [{found_id}]"
        raise Refused(f"{why} because developer metadata with that ID already exists.")
    if not wanted.get("metadataKey"):
        raise Refused("Developer metadata key must be specified.")
    if wanted.get("visibility") not in {"DOCUMENT", "PROJECT"}:
        raise Refused("Developer metadata visibility must be specified.")
    found = wanted | {"metadataId": found_id, "location": located(edit, wanted.get("location", {}))}
    edit.book.metadata.append(found)
    return {"developerMetadata": found}


def located(edit: Edit, wanted: Json) -> Json:
    """The location with its type; raises Refused when there is no such place."""
    if wanted.get("spreadsheet"):
        return {"locationType": "SPREADSHEET", "spreadsheet": True}
    if "dimensionRange" in wanted:
        return _dimension(edit, wanted["dimensionRange"])
    if "sheetId" not in wanted:
        raise Refused("Developer metadata location must be specified.")
    return {"locationType": "SHEET", "sheetId": edit.sheet(wanted["sheetId"]).id}


def _dimension(edit: Edit, range_: Json) -> Json:
    sheet = edit.sheet(range_.get("sheetId", 0))
    dimension = range_.get("dimension", "")
    start, end = range_.get("startIndex", 0), range_.get("endIndex", 0)
    if end - start != 1:
        raise Refused("Developer metadata may only be added to a single row or column.")
    if end > sheet.count(dimension):
        raise Refused("Developer metadata location is beyond the grid.")
    kind = "ROW" if dimension == "ROWS" else "COLUMN"
    place = {"dimension": dimension, "startIndex": start, "endIndex": end}
    return {"locationType": kind, "dimensionRange": ({"sheetId": sheet.id} if sheet.id else {}) | place}
