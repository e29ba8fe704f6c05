"""Developer metadata stays with its row or column, dies with it, and is found by key, place and filter."""

import pytest

from tests.sheets_server.asking import Office, grid, refusal, rows
from tests.sheets_server.plain import Json, Value

PLACES: dict[str, Json] = {
    "book": {"spreadsheet": True},
    "sheet": {"sheetId": 0},
    "row": {"dimensionRange": rows(2, 3)},
    "column": {"dimensionRange": rows(1, 2, dimension="COLUMNS")},
    "far row": {"dimensionRange": rows(9, 10)},
}


def made(key: str, place: Json, **more: Value) -> Json:
    entry = {"metadataKey": key, "visibility": "DOCUMENT", "location": place} | more
    return {"createDeveloperMetadata": {"developerMetadata": entry}}


@pytest.fixture
def office() -> Office:
    office = Office()
    office.add_sheet("Другой")
    office.put("A1", [["1", "2"], ["3", "4"], ["5", "6"]])
    office.batch(*(made(name, place) for name, place in PLACES.items()))
    return office


def keys(office: Office, *filters: Json) -> list[str]:
    answer = office.ask("POST", "/developerMetadata:search", {"dataFilters": list(filters)}).json()
    return [each["developerMetadata"]["metadataKey"] for each in answer.get("matchedDeveloperMetadata", [])]


def lookup(**fields: Value) -> Json:
    return {"developerMetadataLookup": fields}


@pytest.mark.parametrize(
    ("filter_", "found"),
    [
        pytest.param(lookup(metadataKey="row"), ["row"], id="key"),
        pytest.param(lookup(visibility="DOCUMENT", locationType="ROW"), ["row", "far row"], id="type of place"),
        pytest.param(lookup(metadataKey="row", locationType="COLUMN"), [], id="every field must agree"),
        pytest.param(
            lookup(metadataLocation={"spreadsheet": True}), ["book"], id="nothing meets the spreadsheet but itself"
        ),
        pytest.param(
            lookup(metadataLocation={"sheetId": 0}),
            ["sheet", "row", "column", "far row"],
            id="a sheet meets its rows and columns",
        ),
        pytest.param(lookup(metadataLocation=PLACES["row"]), ["sheet", "row", "column"], id="column B meets row three"),
        pytest.param(
            lookup(metadataLocation=PLACES["row"], locationMatchingStrategy="EXACT_LOCATION"),
            ["row"],
            id="exactly row three",
        ),
        pytest.param(
            lookup(metadataLocation={"sheetId": 0}, locationMatchingStrategy="EXACT_LOCATION"),
            ["sheet"],
            id="exactly the sheet",
        ),
        pytest.param({"a1Range": "Sheet1!A3:A4"}, ["sheet", "row"], id="what a range meets"),
        pytest.param({"gridRange": grid(0, 1, 2, 2)}, ["sheet", "column"], id="what a GridRange meets"),
        pytest.param({"a1Range": "'Другой'!A1"}, [], id="another sheet"),
    ],
)
def test_metadata_is_found(office: Office, filter_: Json, found: list[str]) -> None:
    assert keys(office, filter_) == found


def test_an_entry_comes_once_with_all_the_filters_that_select_it(office: Office) -> None:
    filters = [lookup(metadataKey="row"), lookup(locationType="ROW")]
    answer = office.ask("POST", "/developerMetadata:search", {"dataFilters": filters}).json()
    assert [each["dataFilters"] for each in answer["matchedDeveloperMetadata"]] == [filters, filters[1:]]


@pytest.mark.parametrize(
    "wrong",
    [
        lookup(locationMatchingStrategy="EXACT_LOCATION"),
        lookup(metadataLocation={"sheetId": 0}, locationMatchingStrategy="EXACT_LOCATION", locationType="SHEET"),
        lookup(metadataLocation={"sheetId": 0}, locationType="SPREADSHEET"),
        {"a1Range": "A1", "gridRange": {}},
        {},
    ],
)
def test_a_filter_that_the_description_forbids_is_refused(office: Office, wrong: Json) -> None:
    assert office.ask("POST", "/developerMetadata:search", {"dataFilters": [wrong]}).status == 400


def test_metadata_is_got_by_its_id(office: Office) -> None:
    entry = office.book.metadata[2]
    assert office.get(f"/developerMetadata/{entry['metadataId']}") == entry
    assert office.ask("GET", "/developerMetadata/404").status == 404


def test_metadata_follows_insertion_deletion_and_moves_and_dies_with_its_row(office: Office) -> None:
    """sheets_api.md §5: "follows insert/delete/move, dies with the row"."""

    def place(key: str) -> int | None:
        found = [entry for entry in office.book.metadata if entry["metadataKey"] == key]
        return int(found[0]["location"]["dimensionRange"]["startIndex"]) if found else None

    office.batch({"insertDimension": {"range": rows(0, 2)}})
    assert (place("row"), place("column"), place("far row")) == (4, 1, 11)
    office.batch({"deleteDimension": {"range": rows(0, 1)}})
    office.batch({"moveDimension": {"source": rows(3, 4), "destinationIndex": 0}})
    assert (place("row"), place("far row")) == (0, 10)
    office.batch({"deleteDimension": {"range": rows(0, 1)}})
    assert (place("row"), place("far row")) == (None, 9)


def test_metadata_stays_where_it_is_when_rows_are_sorted(office: Office) -> None:
    """sheets_api.md §5: treated as NOT following a sort [?]."""
    office.batch({"sortRange": {"range": grid(0, 0, 3, 2), "sortSpecs": [{"sortOrder": "DESCENDING"}]}})
    assert office.values("A1:B1") == [["5", "6"]]
    assert office.book.metadata[2]["location"]["dimensionRange"]["startIndex"] == 2


def test_metadata_dies_with_its_sheet(office: Office) -> None:
    office.batch({"deleteSheet": {"sheetId": 0}})
    assert [entry["metadataKey"] for entry in office.book.metadata] == ["book"]


def test_all_entries_that_a_filter_selects_are_changed_and_their_ids_stay(office: Office) -> None:
    ids = [entry["metadataId"] for entry in office.book.metadata]
    update = {
        "dataFilters": [lookup(locationType="ROW")],
        "developerMetadata": {"metadataValue": "v"},
        "fields": "metadataValue",
    }
    (reply,) = office.batch({"updateDeveloperMetadata": update})["replies"]
    changed = reply["updateDeveloperMetadata"]["developerMetadata"]
    assert [(each["metadataKey"], each["metadataValue"]) for each in changed] == [("row", "v"), ("far row", "v")]
    assert [entry["metadataId"] for entry in office.book.metadata] == ids
    assert keys(office, lookup(metadataValue="v")) == ["row", "far row"]


def test_an_entry_moves_to_another_place(office: Office) -> None:
    move = {
        "dataFilters": [lookup(metadataKey="row")],
        "developerMetadata": {"location": {"dimensionRange": rows(5, 6)}},
    }
    office.batch({"updateDeveloperMetadata": move | {"fields": "location"}})
    assert office.book.metadata[2]["location"]["dimensionRange"]["startIndex"] == 5
    assert office.refusal({"updateDeveloperMetadata": {"fields": "*", "developerMetadata": {}}}).endswith(
        "At least one DataFilter must be specified."
    )


def test_all_entries_that_a_filter_selects_are_deleted_and_come_back(office: Office) -> None:
    (reply,) = office.batch({"deleteDeveloperMetadata": {"dataFilter": lookup(locationType="ROW")}})["replies"]
    gone = reply["deleteDeveloperMetadata"]["deletedDeveloperMetadata"]
    assert [each["metadataKey"] for each in gone] == ["row", "far row"]
    assert [entry["metadataKey"] for entry in office.book.metadata] == ["book", "sheet", "column"]


def test_an_id_may_be_chosen_once() -> None:
    """A create that is sent again after a lost answer is refused, and so it says that the first one took effect."""
    office = Office()
    office.batch(made("k", {"spreadsheet": True}, metadataId=7))
    assert office.refusal(made("k", {"spreadsheet": True}, metadataId=7)) == (
        "Invalid requests[0].createDeveloperMetadata: Cannot add developer metadata with ID [7] "
        "because developer metadata with that ID already exists."
    )


def test_the_grid_shows_the_metadata_of_its_rows_and_columns(office: Office) -> None:
    found = office.get(
        ranges="A3:B3", fields="sheets.data(rowMetadata.developerMetadata,columnMetadata.developerMetadata)"
    )
    (data,) = found["sheets"][0]["data"]
    assert [each["metadataKey"] for each in data["rowMetadata"][0]["developerMetadata"]] == ["row"]
    assert [each["metadataKey"] for each in data["columnMetadata"][1]["developerMetadata"]] == ["column"]


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
