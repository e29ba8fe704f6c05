"""findReplace finds what a person would find, changes nothing else, and its reply counts what it did."""

import pytest

from tests.sheets_server.asking import Office, grid
from tests.sheets_server.plain import Json, Value

TABLE = [["Google Sheets", 5], ["Google Docs", "google"], ["=A1", 55]]


@pytest.fixture
def office() -> Office:
    office = Office()
    office.put("A1", TABLE, "USER_ENTERED")
    return office


def found(office: Office, **options: Value) -> Json:
    (reply,) = office.batch({"findReplace": options})["replies"]
    counts: Json = reply["findReplace"]
    return counts


@pytest.mark.parametrize(
    ("options", "values", "counts"),
    [
        pytest.param(
            {"find": "e", "replacement": "o", "matchCase": True},
            [["Googlo Shoots", "5"], ["Googlo Docs", "googlo"], ["Googlo Shoots", "55"]],
            {"valuesChanged": 3, "rowsChanged": 2, "sheetsChanged": 1, "occurrencesChanged": 5},
            id="every occurrence, as the discovery document counts them",
        ),
        pytest.param(
            {"find": "google", "replacement": "G", "matchEntireCell": True},
            [["Google Sheets", "5"], ["Google Docs", "G"], ["Google Sheets", "55"]],
            {"valuesChanged": 1, "rowsChanged": 1, "sheetsChanged": 1, "occurrencesChanged": 1},
            id="the whole cell",
        ),
        pytest.param(
            {"find": "google", "replacement": "G"},
            [["G Sheets", "5"], ["G Docs", "G"], ["G Sheets", "55"]],
            {"valuesChanged": 3, "rowsChanged": 2, "sheetsChanged": 1, "occurrencesChanged": 3},
            id="upper and lower case alike",
        ),
        pytest.param(
            {"find": "o.* (.*)", "replacement": "$1 Rocks", "searchByRegex": True},
            [["GSheets Rocks", "5"], ["GDocs Rocks", "google"], ["GSheets Rocks", "55"]],
            {"valuesChanged": 2, "rowsChanged": 2, "sheetsChanged": 1, "occurrencesChanged": 2},
            id="the pattern of the discovery document",
        ),
        pytest.param(
            {"find": "(?<first>5)", "replacement": "${first}0\\$!", "searchByRegex": True, "range": grid(0, 1, 1, 2)},
            [["Google Sheets", "50$!"], ["Google Docs", "google"], ["Google Sheets", "55"]],
            {"valuesChanged": 1, "rowsChanged": 1, "sheetsChanged": 1, "occurrencesChanged": 1},
            id="a group with a name and a dollar that means itself",
        ),
        pytest.param(
            {"find": "A1", "replacement": "A2", "includeFormulas": True},
            [["Google Sheets", "5"], ["Google Docs", "google"], ["Google Docs", "55"]],
            {"formulasChanged": 1, "rowsChanged": 1, "sheetsChanged": 1, "occurrencesChanged": 1},
            id="formulas when asked for",
        ),
        pytest.param(
            {"find": ".*", "replacement": "x"},
            [["Google Sheets", "5"], ["Google Docs", "google"], ["Google Sheets", "55"]],
            {},
            id="a text is no pattern; nothing found is an empty reply",
        ),
    ],
)
def test_what_is_found_and_what_the_reply_counts(office: Office, options: Json, values: Value, counts: Json) -> None:
    assert found(office, **options) == counts
    assert office.values("A1:B3") == values


def test_a_receipt_is_written_only_by_who_comes_first(office: Office) -> None:
    """Compare and set by content: sheets_api.md §7(c) 2."""
    office.put("D1", [["R-2|1|NEW"]])
    swap = {"find": "R-2|1|NEW", "replacement": "R-2|2|DONE", "matchEntireCell": True, "matchCase": True}
    assert found(office, **swap, range=grid(0, 3, 1000, 4))["occurrencesChanged"] == 1
    assert found(office, **swap, range=grid(0, 3, 1000, 4)) == {}
    assert office.values("D1") == [["R-2|2|DONE"]]


def test_all_sheets_are_searched_when_asked_for_else_one(office: Office) -> None:
    other = office.add_sheet("Другой")
    office.put("'Другой'!A1", [["google"]])
    assert found(office, find="google", replacement="x", sheetId=other)["sheetsChanged"] == 1
    assert found(office, find="google", replacement="x", allSheets=True)["sheetsChanged"] == 1
    assert (office.values("A1"), office.values("'Другой'!A1")) == ([["x Sheets"]], [["x"]])


def test_what_comes_out_is_read_as_if_it_were_typed(office: Office) -> None:
    found(office, find="google", replacement="12", matchEntireCell=True)
    assert office.values("B2", valueRenderOption="UNFORMATTED_VALUE") == [[12]]
    found(office, find="55", replacement="", range=grid(2, 1, 3, 2))
    assert office.values("B3") == []


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        ({"find": "", "allSheets": True}, "No search text specified."),
        ({"find": "(", "searchByRegex": True}, "Invalid regular expression: ("),
        ({"find": "5", "replacement": "$3", "searchByRegex": True}, "No group 3 in the regular expression."),
        (
            {"find": "a", "allSheets": True, "range": grid(0, 0, 1, 1)},
            "Only one of range, sheetId and allSheets may be set.",
        ),
        ({"find": "a", "sheetId": 7}, "No grid with id: 7"),
        (
            {"find": "5", "replacement": "5" * 50_001},
            "Your input contains more than the maximum of 50000 characters in a single cell.",
        ),
    ],
)
def test_a_search_that_makes_no_sense_is_refused(office: Office, options: Json, sentence: str) -> None:
    assert office.refusal({"findReplace": options}) == f"Invalid requests[0].findReplace: {sentence}"
