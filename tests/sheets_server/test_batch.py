"""batchUpdate: all or nothing, a reply for each request, refusals in Google's words."""

import pytest

from tests.sheets_server.asking import Office, grid, refusal
from tests.sheets_server.discovery import request_kinds
from tests.sheets_server.plain import Json
from tests.sheets_server.requests import KINDS


def title(text: str, sheet: int = 0) -> Json:
    return {"updateSheetProperties": {"properties": {"sheetId": sheet, "title": text}, "fields": "title"}}


def test_a_batch_that_fails_at_its_last_request_changes_nothing() -> None:
    office = Office()
    office.put("Sheet1!A1", [["как было"]])
    version = office.server.world.files[office.id]["version"]
    before = office.get(includeGridData="true")
    sentence = office.refusal(
        {"addSheet": {"properties": {"title": "Новый"}}},
        {"repeatCell": {"range": grid(0, 0, 1, 1), "cell": {"note": "x"}, "fields": "note"}},
        {"deleteSheet": {"sheetId": 77}},
    )
    assert sentence == "Invalid requests[2].deleteSheet: No grid with id: 77"
    assert office.get(includeGridData="true") == before
    assert office.server.world.files[office.id]["version"] == version


def test_every_request_has_a_reply_even_an_empty_one() -> None:
    office = Office()
    replies = office.batch(title("Один"), {"addSheet": {}}, title("Ещё один"))["replies"]
    assert [list(each) for each in replies] == [[], ["addSheet"], []]


def test_a_later_request_sees_what_an_earlier_one_did() -> None:
    office = Office()
    office.batch(title("А"), {"addSheet": {"properties": {"title": "Sheet1", "sheetId": 5}}}, title("Б", 5))
    assert [sheet.title for sheet in office.book.sheets] == ["А", "Б"]


def test_the_spreadsheet_comes_back_as_it_is_after_the_batch() -> None:
    office = Office()
    office.put("Sheet1!A1", [["1"], ["2"]])
    cell = {"userEnteredValue": {"numberValue": 7}}
    update = {"updateCells": {"start": {}, "rows": [{"values": [cell]}], "fields": "userEnteredValue"}}
    answer = office.ask(
        "POST",
        ":batchUpdate",
        {
            "requests": [update],
            "includeSpreadsheetInResponse": True,
            "responseRanges": ["Sheet1!A1:A2"],
            "responseIncludeGridData": True,
        },
        fields="replies,updatedSpreadsheet.sheets(properties(sheetId),data(startRow,rowData(values(effectiveValue))))",
    ).json()
    assert answer == {
        "replies": [{}],
        "updatedSpreadsheet": {
            "sheets": [
                {
                    "properties": {"sheetId": 0},
                    "data": [
                        {
                            "rowData": [
                                {"values": [{"effectiveValue": {"numberValue": 7}}]},
                                {"values": [{"effectiveValue": {"stringValue": "2"}}]},
                            ]
                        }
                    ],
                }
            ]
        },
    }


def test_snake_case_an_object_for_a_list_and_nulls_are_taken() -> None:
    office = Office()
    body = {
        "requests": {
            "update_sheet_properties": {"fields": "title", "properties": {"sheet_id": 0, "title": "Т", "hidden": None}}
        }
    }
    assert office.ask("POST", ":batchUpdate", body).status == 200
    assert office.book.sheets[0].title == "Т"


@pytest.mark.parametrize(
    ("requests", "sentence"),
    [
        ([{"nonsense": {}}], "Invalid JSON payload received. Unknown name \"nonsense\" at 'requests[0]': Cannot find field."),
        ([{"addSheet": {"propertys": {}}}], "Invalid JSON payload received. Unknown name \"propertys\" at 'requests[0].add_sheet': Cannot find field."),
        ([{"deleteSheet": {"sheetId": "x"}}], "Invalid value at 'requests[0].delete_sheet.sheet_id' (TYPE_INT32), \"x\""),
        ([{"mergeCells": {"mergeType": "ALL"}}], "Invalid value at 'requests[0].merge_cells.merge_type' (type.googleapis.com/google.apps.sheets.v4.MergeType), \"ALL\""),
        ([{"addSheet": {"properties": [{}]}}], "Invalid JSON payload received. Unknown name \"properties\" at 'requests[0].add_sheet': Proto field is not repeating, cannot start list."),
        ([{"addSheet": {}, "deleteSheet": {}}], "Invalid value at 'requests[0]' (oneof), oneof field 'kind' is already set. Cannot set 'deleteSheet'"),
        ([{}], "Invalid requests[0]: No request set."),
        ([], "Must specify at least one request."),
        ([{"updateCells": {"range": grid(0, 0, 1, 1), "rows": []}}], "Invalid requests[0].updateCells: At least one field must be listed in 'fields'. (Use '*' to indicate all fields.)"),
        ([{"updateCells": {"range": grid(0, 0, 1, 1), "fields": "colour"}}], "Invalid requests[0].updateCells: Invalid field: colour"),
        ([title("")], "Invalid requests[0].updateSheetProperties: The sheet name cannot be empty."),
        ([{"addSheet": {"properties": {"title": "sheet1"}}}], 'Invalid requests[0].addSheet: A sheet with the name "sheet1" already exists. Please enter another name.'),
    ],
)  # fmt: skip
def test_a_wrong_request_is_refused_in_googles_words(requests: list[Json], sentence: str) -> None:
    assert Office().refusal(*requests) == sentence


def test_a_kind_that_google_knows_and_we_have_not_built_fails_loudly() -> None:
    unbuilt = sorted(request_kinds() - KINDS.keys())
    office = Office()
    for kind in unbuilt:
        answer = office.ask("POST", ":batchUpdate", {"requests": [{kind: {}}]})
        assert answer.status == 501
        assert answer.headers["X-Sheets-Server"] == f"unbuilt {kind}"


def test_no_kind_is_built_that_google_does_not_know() -> None:
    assert KINDS.keys() <= request_kinds()


def test_a_body_that_is_no_message_is_refused() -> None:
    office = Office()
    answer = office.ask("POST", ":batchUpdate", "x")
    assert refusal(answer) == 'Invalid JSON payload received. Unknown name "": Root element must be a message.'
