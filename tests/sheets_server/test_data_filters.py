"""Values and grids are read, written and cleared by data filters."""

import pytest

from tests.sheets_server.asking import Office, grid, refusal
from tests.sheets_server.marked import lookup, marked
from tests.sheets_server.plain import Json, Value


@pytest.fixture
def office() -> Office:
    return marked()


def values_of(office: Office, *filters: Json, **more: Value) -> list[tuple[str, Value, int]]:
    body = {"dataFilters": list(filters)} | more
    answer = office.ask("POST", "/values:batchGetByDataFilter", body)
    assert answer.status == 200
    return [
        (each["valueRange"]["range"], each["valueRange"].get("values"), len(each["dataFilters"]))
        for each in answer.json()["valueRanges"]
    ]


def test_values_are_read_by_range_and_by_metadata_each_range_once(office: Office) -> None:
    assert values_of(office, {"a1Range": "A1:B1"}, {"gridRange": grid(0, 0, 1, 2)}, lookup(metadataKey="row")) == [
        ("Sheet1!A1:B1", [["1", "2"]], 2),
        ("Sheet1!A3:Z3", [["5", "6"]], 1),
    ]
    assert values_of(
        office, lookup(metadataKey="column"), majorDimension="COLUMNS", valueRenderOption="UNFORMATTED_VALUE"
    ) == [("Sheet1!B1:B1000", [["2", "4", "6"]], 1)]
    assert values_of(office, lookup(metadataKey="book"), lookup(metadataKey="none")) == []


def test_values_are_written_into_every_range_that_a_filter_names(office: Office) -> None:
    body = {
        "valueInputOption": "RAW",
        "includeValuesInResponse": True,
        "data": [
            {"dataFilter": lookup(locationType="ROW"), "values": [["x", None, 7]]},
            {"dataFilter": {"a1Range": "'Другой'!A1"}, "values": [["y"]]},
        ],
    }
    answer = office.ask("POST", "/values:batchUpdateByDataFilter", body).json()
    assert (answer["totalUpdatedCells"], answer["totalUpdatedSheets"]) == (5, 2)
    assert [each["updatedRange"] for each in answer["responses"]] == ["Sheet1!A3:C3", "Sheet1!A10:C10", "'Другой'!A1"]
    assert answer["responses"][0]["dataFilter"] == lookup(locationType="ROW")
    assert answer["responses"][0]["updatedData"]["values"] == [["x", "6", "7"]]
    assert office.values("A10:C10") == [["x", "", "7"]]


def test_values_that_do_not_fit_one_of_the_ranges_change_nothing(office: Office) -> None:
    """DataFilterValueRange.values: "If the provided values exceed any of the ranges … the request fails"."""
    body = {
        "valueInputOption": "RAW",
        "data": [
            {"dataFilter": {"a1Range": "A1"}, "values": [["x"]]},
            {"dataFilter": lookup(metadataKey="row"), "values": [["1"], ["2"]]},
        ],
    }
    sentence = refusal(office.ask("POST", "/values:batchUpdateByDataFilter", body))
    assert "Requested writing within range" in sentence
    assert office.values("A1") == [["1"]]


def test_values_are_cleared_by_filters_and_all_else_stays(office: Office) -> None:
    office.batch({"repeatCell": {"range": grid(2, 0, 3, 1), "cell": {"note": "n"}, "fields": "note"}})
    answer = office.ask("POST", "/values:batchClearByDataFilter", {"dataFilters": [lookup(metadataKey="row")]}).json()
    assert answer == {"spreadsheetId": office.id, "clearedRanges": ["Sheet1!A3:Z3"]}
    assert office.values("A1:B3") == [["1", "2"], ["3", "4"]]
    assert office.book.sheets[0].cell((2, 0)) == {"note": "n"}


def test_the_spreadsheet_is_read_by_filters(office: Office) -> None:
    body = {"dataFilters": [lookup(metadataKey="row")], "includeGridData": True}
    found = office.ask("POST", ":getByDataFilter", body).json()
    assert [sheet["properties"]["title"] for sheet in found["sheets"]] == ["Sheet1"]
    (data,) = found["sheets"][0]["data"]
    assert data["startRow"] == 2
    assert [cell["formattedValue"] for cell in data["rowData"][0]["values"]] == ["5", "6"]
    everything = office.ask("POST", ":getByDataFilter", {}).json()
    assert everything == office.get()
    nothing = office.ask("POST", ":getByDataFilter", {"dataFilters": [lookup(metadataKey="none")]}).json()
    assert "sheets" not in nothing


def test_a_filter_of_a_grid_that_is_not_there_is_refused(office: Office) -> None:
    path = "/values:batchGetByDataFilter"
    asked = office.ask("POST", path, {"dataFilters": [{"gridRange": {"sheetId": 5}}]})
    assert refusal(asked) == "No grid with id: 5"
    beyond = office.ask("POST", path, {"dataFilters": [{"gridRange": {"startRowIndex": 1000}}]})
    assert "exceeds grid limits. Max rows: 1000, max columns: 26" in refusal(beyond)
