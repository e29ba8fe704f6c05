"""A spreadsheet with developer metadata on a place of each kind."""

from tests.sheets_server.asking import Office, rows
from tests.sheets_server.plain import Json, Value

PLACES: dict[str, Json] = {
    "book": {"spreadsheet": True},
    "sheet": {"sheetId": 0},
    "row": {"dimensionRange": rows(2, 3)},
    "column": {"dimensionRange": rows(1, 2, dimension="COLUMNS")},
    "far row": {"dimensionRange": rows(9, 10)},
}


def made(key: str, place: Json, **more: Value) -> Json:
    """createDeveloperMetadata."""
    entry = {"metadataKey": key, "visibility": "DOCUMENT", "location": place} | more
    return {"createDeveloperMetadata": {"developerMetadata": entry}}


def marked() -> Office:
    """The spreadsheet: values in A1:B3, metadata whose key tells its place."""
    office = Office()
    office.add_sheet("Другой")
    office.put("A1", [["1", "2"], ["3", "4"], ["5", "6"]])
    office.batch(*(made(name, place) for name, place in PLACES.items()))
    return office


def lookup(**fields: Value) -> Json:
    """A data filter by metadata."""
    return {"developerMetadataLookup": fields}
