"""A spreadsheet and a cell hold so much and no more, said in Google's words (sheets_api.md §5, Sizes)."""

import pytest

from tests.sheets_server.asking import Office, refusal
from tests.sheets_server.plain import Json


@pytest.fixture
def office() -> Office:
    return Office()


def written(value: Json, **start: int) -> Json:
    rows = [{"values": [{"userEnteredValue": value}]}]
    return {"updateCells": {"start": start, "rows": rows, "fields": "userEnteredValue"}}


LIMIT = "This action would increase the number of cells in the workbook above the limit of 10000000 cells."


def sized(rows: int, columns: int) -> Json:
    size = {"rowCount": rows, "columnCount": columns}
    properties = {"sheetId": 0, "gridProperties": size}
    return {"updateSheetProperties": {"properties": properties, "fields": "gridProperties(rowCount,columnCount)"}}


@pytest.mark.parametrize(
    "request_",
    [
        sized(10_000_001, 1),
        {"addSheet": {}},
        {"appendDimension": {"sheetId": 0, "dimension": "ROWS", "length": 1}},
        {"insertDimension": {"range": {"sheetId": 0, "dimension": "COLUMNS", "startIndex": 0, "endIndex": 1}}},
        {"duplicateSheet": {"sourceSheetId": 0}},
        {"appendCells": {"rows": [{"values": [{"userEnteredValue": {"numberValue": 1}}]}], "fields": "*"}},
    ],
    ids=lambda request: next(iter(request)),
)
def test_ten_million_cells_are_all_that_a_spreadsheet_holds(office: Office, request_: Json) -> None:
    """sheets_api.md §5, Sizes."""
    office.batch(sized(10_000_000, 1), written({"numberValue": 1}, rowIndex=9_999_999))
    assert office.refusal(request_) == f"Invalid requests[0].{next(iter(request_))}: {LIMIT}"
    found = office.ask("POST", "/values/A10000000:append", {"values": [["x"]]}, valueInputOption="RAW")
    assert refusal(found) == LIMIT


LONG = "Your input contains more than the maximum of 50000 characters in a single cell."


def test_fifty_thousand_characters_are_all_that_a_cell_holds(office: Office) -> None:
    """sheets_api.md §5, Sizes."""
    fits, too_long = "я" * 50_000, "я" * 50_001
    office.put("A1", [[fits]])
    office.batch(written({"stringValue": fits}, rowIndex=1))
    assert office.refusal(written({"stringValue": too_long})) == f"Invalid requests[0].updateCells: {LONG}"
    for option in ("RAW", "USER_ENTERED"):
        answer = office.ask("PUT", "/values/A1", {"values": [[too_long]]}, valueInputOption=option)
        assert refusal(answer) == LONG
    assert office.values("A1:A2") == [[fits], [fits]]
