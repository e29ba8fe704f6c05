"""Developer metadata stays with its row or column, dies with it, and is found by key, place and filter."""

import pytest

from tests.sheets_server.asking import Office, grid, rows
from tests.sheets_server.marked import PLACES, lookup, made, marked
from tests.sheets_server.plain import Json


@pytest.fixture
def office() -> Office:
    return marked()


def keys(office: Office, *filters: Json) -> list[str]:
    answer = office.ask("POST", "/developerMetadata:search", {"dataFilters": list(filters)}).json()
    return [each["developerMetadata"]["metadataKey"] for each in answer.get("matchedDeveloperMetadata", [])]


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
