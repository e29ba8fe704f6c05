"""Duplicates and blanks are taken out of a range, texts are parted; what lies outside of the range stays."""

import pytest

from tests.sheets_server.asking import Office, grid
from tests.sheets_server.plain import Json, Value


def test_of_rows_alike_the_first_stays_and_what_lies_beside_does_not_move() -> None:
    """DeleteDuplicatesRequest: cases, formats and formulas don't tell rows apart; rows needn't adjoin."""
    office = Office()
    office.put("A1", [["а", 1, "x"], ["б", 2, "y"], ["А", "=0+1", "z"], ["в", 3, "w"], ["б", 2, "v"]], "USER_ENTERED")
    (reply,) = office.batch({"deleteDuplicates": {"range": grid(0, 0, 10, 2)}})["replies"]
    assert reply == {"deleteDuplicates": {"duplicatesRemovedCount": 2}}
    assert office.values("A1:C5") == [["а", "1", "x"], ["б", "2", "y"], ["в", "3", "z"], ["", "", "w"], ["", "", "v"]]


def test_rows_are_compared_by_the_columns_that_are_named() -> None:
    office = Office()
    office.put("A1", [["а", 1], ["а", 2], ["б", 1]])
    columns = [{"sheetId": 0, "dimension": "COLUMNS", "startIndex": 0, "endIndex": 1}]
    request = {"deleteDuplicates": {"range": grid(0, 0, 3, 2), "comparisonColumns": columns}}
    office.batch(request)
    assert office.values("A1:B3") == [["а", "1"], ["б", "1"]]
    assert office.batch(request)["replies"] == [{"deleteDuplicates": {}}]
    columns[0]["endIndex"] = 3
    assert "must be columns of the range" in office.refusal(request)


def test_blanks_go_from_the_ends_and_one_stays_within() -> None:
    """TrimWhitespaceRequest: what begins with "=" afterwards "remains as a string value"."""
    office = Office()
    office.put("A1", [["  а \n\t б  ", " =1", "в", 5], ["   ", "", " вне "]])
    (reply,) = office.batch({"trimWhitespace": {"range": grid(0, 0, 2, 2)}})["replies"]
    assert reply == {"trimWhitespace": {"cellsChangedCount": 3}}
    assert office.values("A1:D2", valueRenderOption="FORMULA") == [["а б", "=1", "в", 5], ["", "", " вне "]]
    assert office.book.sheets[0].entered((0, 1)) == {"stringValue": "=1"}


@pytest.mark.parametrize(
    ("options", "texts", "after"),
    [
        ({"delimiterType": "COMMA"}, ["а,1,2026-03-01", "б"], [["а", "1", "2026-03-01"], ["б"]]),
        ({"delimiterType": "SEMICOLON"}, ["а;б"], [["а", "б"]]),
        ({"delimiterType": "PERIOD"}, ["а.б"], [["а", "б"]]),
        ({"delimiterType": "SPACE"}, ["а б"], [["а", "б"]]),
        ({"delimiterType": "CUSTOM", "delimiter": "->"}, ["а->б->в"], [["а", "б", "в"]]),
        ({"delimiterType": "AUTODETECT"}, ["а;б,в", "г;д"], [["а", "б,в"], ["г", "д"]]),
    ],
)
def test_a_text_is_parted_into_columns_and_each_part_is_read_as_typed(
    options: Json, texts: list[str], after: Value
) -> None:
    office = Office()
    office.put("B1", [[text] for text in texts])
    office.batch({"textToColumns": {"source": grid(0, 1, 5, 2)} | options})
    assert office.values("B1:F5") == after


def test_a_part_is_a_number_and_the_grid_grows_to_the_right() -> None:
    office = Office()
    narrow = office.add_sheet("Узкий", rows=2, columns=1)
    office.put("'Узкий'!A1", [["1;2;3"]])
    office.batch({"textToColumns": {"source": grid(0, 0, 2, 1, narrow), "delimiterType": "SEMICOLON"}})
    assert office.book.sheets[1].columns == 3
    assert office.values("'Узкий'!A1:C1", valueRenderOption="UNFORMATTED_VALUE") == [[1, 2, 3]]


@pytest.mark.parametrize(
    ("request_", "sentence"),
    [
        ({"source": grid(0, 0, 5, 2), "delimiterType": "COMMA"}, "The source range must span exactly one column."),
        ({"source": grid(0, 0, 5, 1), "delimiterType": "CUSTOM"}, "No delimiter specified."),
        ({"source": grid(0, 0, 5, 1)}, "No delimiter type specified."),
    ],
)
def test_a_parting_that_says_too_little_is_refused(request_: Json, sentence: str) -> None:
    assert Office().refusal({"textToColumns": request_}) == f"Invalid requests[0].textToColumns: {sentence}"
