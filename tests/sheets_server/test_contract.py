"""What no recording covers and a document says: batches, values, ranges and limits, asked over HTTP.

Each test names its source: a sentence of the discovery document, which `told` looks up, or a line of sheets_api.md.
"""

from collections.abc import Iterator

import pytest

from tests.sheets_server.asking import grid, refusal
from tests.sheets_server.documented import told
from tests.sheets_server.loopback import OverHttp
from tests.sheets_server.plain import Json, Value
from tests.sheets_server.running import Running, running


@pytest.fixture(scope="module")
def server() -> Iterator[Running]:
    with running(strict=True) as server:
        yield server


@pytest.fixture
def office(server: Running) -> OverHttp:
    return OverHttp(server)


def renamed(title: str, sheet: int = 0) -> Json:
    return {"updateSheetProperties": {"properties": {"sheetId": sheet, "title": title}, "fields": "title"}}


def written(value: Json, **start: int) -> Json:
    rows = [{"values": [{"userEnteredValue": value}]}]
    return {"updateCells": {"start": start, "rows": rows, "fields": "userEnteredValue"}}


def test_a_batch_over_several_sheets_is_undone_as_a_whole_and_has_no_replies(office: OverHttp) -> None:
    told(
        "spreadsheets.batchUpdate",
        "If any request is not valid then the entire request will fail and nothing will be applied",
    )
    other = office.add_sheet("Другой")
    office.put("Sheet1!A1", [["было"]])
    before = office.get(includeGridData="true")
    requests = [
        {"addSheet": {"properties": {"title": "Новый"}}},
        written({"stringValue": "стало"}),
        written({"stringValue": "стало"}, sheetId=other),
        {"addNamedRange": {"namedRange": {"name": "имя", "range": grid(0, 0, 1, 1)}}},
        {
            "createDeveloperMetadata": {
                "developerMetadata": {"metadataKey": "k", "visibility": "DOCUMENT", "location": {"spreadsheet": True}}
            }
        },
        {"deleteSheet": {"sheetId": other}},
        renamed("Sheet1", 5),
    ]
    answer = office.ask("POST", ":batchUpdate", {"requests": requests})
    assert refusal(answer) == "Invalid requests[6].updateSheetProperties: No grid with id: 5"
    assert answer.json().keys() == {"error"}
    assert office.get(includeGridData="true") == before


def test_replies_mirror_the_requests(office: OverHttp) -> None:
    told(
        "spreadsheets.batchUpdate", "the response will have 2 empty replies, the actual reply, and another empty reply"
    )
    replies = office.batch(renamed("А"), renamed("Б"), {"addSheet": {}}, renamed("В"))["replies"]
    assert [list(each) for each in replies] == [[], [], ["addSheet"], []]


def test_null_skips_a_cell_and_an_empty_text_clears_it(office: OverHttp) -> None:
    told(
        "ValueRange.values",
        "Null values will be skipped. To set a cell to an empty value, set the string value to an empty string.",
    )
    office.put("A1", [["а", "б", "в"]])
    assert office.put("A1", [[None, "", "г"]])["updatedCells"] == 2
    assert office.values("A1:C1") == [["а", "", "г"]]
    body = {"valueInputOption": "USER_ENTERED", "data": [{"range": "A1:C1", "values": [["", None, None]]}]}
    assert office.ask("POST", "/values:batchUpdate", body).status == 200
    assert office.values("A1:C1") == [["", "", "г"]]


@pytest.mark.parametrize("title", ["Sheet1", "SHEET1", "sheet1"])
def test_two_sheets_of_one_title_are_refused(office: OverHttp, title: str) -> None:
    """sheets_api.md §7(b) 4 and error_bodies.txt, which holds the words for an empty title; a title is known in any case."""
    other = office.add_sheet("Другой")
    why = f'A sheet with the name "{title}" already exists. Please enter another name.'
    assert office.refusal({"addSheet": {"properties": {"title": title}}}) == f"Invalid requests[0].addSheet: {why}"
    assert office.refusal(renamed(title, other)) == f"Invalid requests[0].updateSheetProperties: {why}"
    office.batch(renamed(title))  # its own title in another case is nobody else's


def test_a_value_past_its_range_is_refused_and_nothing_is_written(office: OverHttp) -> None:
    """sheets_api.md §5, Grid errors: "PUT wider than its range -> `Requested writing within range …`"."""
    for range_, rows, sentence in (
        ("A11:B13", [["1"]] * 4, "Requested writing within range ['Sheet1'!A11:B13], but tried writing to row [14]"),
        (
            "A1:B1",
            [["1", "2", "3"]],
            "Requested writing within range ['Sheet1'!A1:B1], but tried writing to column [C]",
        ),
    ):
        answer = office.ask("PUT", f"/values/{range_}", {"values": rows}, valueInputOption="RAW")
        assert refusal(answer) == sentence
    assert office.values("Sheet1") == []


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        ("Sheet1!A1001:B", "Range (Sheet1!A1001:B) exceeds grid limits. Max rows: 1000, max columns: 26"),
        ("Sheet1!AA1", "Range (Sheet1!AA1) exceeds grid limits. Max rows: 1000, max columns: 26"),
        ("Sheet1!Y999:AB2000", "Sheet1!Y999:Z1000"),
        ("Sheet1!A1000:A1001", "Sheet1!A1000"),
    ],
)
def test_a_range_may_end_past_the_grid_but_not_start_there(office: OverHttp, asked: str, answer: str) -> None:
    """sheets_api.md §5, Grid errors: "starting inside and ending past -> taken and clipped"."""
    found = office.ask("GET", f"/values/{asked}")
    if found.status == 200:
        assert found.json()["range"] == answer
    else:
        assert refusal(found) == answer


def test_a_range_of_a_request_may_end_past_the_grid_but_not_start_there(office: OverHttp) -> None:
    """The same of GridRange; the refusal's words are those of the values API."""
    note = {"cell": {"note": "n"}, "fields": "note"}
    office.batch({"repeatCell": {"range": grid(999, 25, 5000, 99)} | note})
    assert office.book.sheets[0].cells == {(999, 25): {"note": "n"}}
    sentence = office.refusal({"repeatCell": {"range": grid(1000, 0, 1001, 1)} | note})
    assert (
        sentence
        == "Invalid requests[0].repeatCell: Range ('Sheet1'!A1001) exceeds grid limits. Max rows: 1000, max columns: 26"
    )


def test_sheet_0_is_not_named_in_ranges_but_in_properties(office: OverHttp) -> None:
    """sheets_api.md §1.3, proto3 JSON: "sheetId: 0 is omitted but startRowIndex: 0 is printed"."""
    other = office.add_sheet("Другой")
    merge = {"mergeType": "MERGE_ALL"}
    office.batch(
        {"mergeCells": {"range": grid(0, 0, 1, 2)} | merge}, {"mergeCells": {"range": grid(0, 0, 1, 2, other)} | merge}
    )
    first, second = office.get()["sheets"]
    assert (first["properties"]["sheetId"], first["properties"]["index"]) == (0, 0)
    bounds = {"startRowIndex": 0, "endRowIndex": 1, "startColumnIndex": 0, "endColumnIndex": 2}
    assert (first["merges"], second["merges"]) == ([bounds], [{"sheetId": other} | bounds])


def test_a_strict_rule_stops_people_and_no_call_of_the_api(office: OverHttp) -> None:
    """DataValidationRule.strict speaks of data that people enter; the API writes past it."""
    told("DataValidationRule.strict", "True if invalid data should be rejected.")
    rule = {
        "condition": {"type": "ONE_OF_LIST", "values": [{"userEnteredValue": "да"}]},
        "strict": True,
        "showCustomUi": True,
    }
    office.batch({"setDataValidation": {"range": grid(0, 0, 3, 1), "rule": rule}})
    office.put("A1", [["нет"]], "USER_ENTERED")
    office.batch(written({"stringValue": "и это"}, rowIndex=1))
    office.ask("POST", "/values/A1:append", {"values": [["и то"]]}, valueInputOption="USER_ENTERED")
    assert office.values("A1:A3") == [["нет"], ["и это"], ["и то"]]
    cells = office.get(ranges="A1:A3", fields="sheets.data.rowData.values.dataValidation")["sheets"][0]["data"][0][
        "rowData"
    ]
    assert [row["values"][0]["dataValidation"] for row in cells] == [rule] * 3


def after(office: OverHttp, fields: str | None, **more: Value) -> Json:
    body = {"requests": [written({"numberValue": 7})], "includeSpreadsheetInResponse": True} | more
    found: Json = office.ask("POST", ":batchUpdate", body, **({"fields": fields} if fields else {})).json()
    return found


def test_the_answer_of_a_batch_holds_the_spreadsheet_as_it_is_afterwards(office: OverHttp) -> None:
    told("BatchUpdateSpreadsheetRequest.responseRanges", "Limits the ranges included in the response spreadsheet.")
    office.add_sheet("Другой")
    office.put("Sheet1!A1", [["1", "2"], ["3"]])
    whole = after(office, None)
    assert whole["updatedSpreadsheet"] == office.get()
    assert "data" not in whole["updatedSpreadsheet"]["sheets"][0]
    part = after(office, None, responseRanges=["Sheet1!A1:A2"], responseIncludeGridData=True)["updatedSpreadsheet"]
    assert part == office.get(ranges="Sheet1!A1:A2", includeGridData="true")
    (sheet,) = part["sheets"]
    assert [row["values"][0]["formattedValue"] for row in sheet["data"][0]["rowData"]] == ["7", "3"]


def test_a_mask_decides_about_the_grid_of_the_answer(office: OverHttp) -> None:
    told(
        "BatchUpdateSpreadsheetRequest.responseIncludeGridData",
        "This parameter is ignored if a field mask was set in the request.",
    )
    fields = "replies,updatedSpreadsheet.sheets(properties(sheetId),data(startRow,rowData(values(effectiveValue))))"
    cell = {"effectiveValue": {"numberValue": 7}}
    sheets = [{"properties": {"sheetId": 0}, "data": [{"rowData": [{"values": [cell]}]}]}]
    for more in ({}, {"responseIncludeGridData": True}):
        found = after(office, fields, responseRanges=["A1:B5"], **more)
        assert found == {"replies": [{}], "updatedSpreadsheet": {"sheets": sheets}}
    assert after(office, "replies") == {"replies": [{}]}


def test_a_range_of_the_answer_that_is_not_there_undoes_the_batch(office: OverHttp) -> None:
    """A batch whose answer can't be given is refused as a whole [?]."""
    body = {
        "requests": [written({"numberValue": 7})],
        "includeSpreadsheetInResponse": True,
        "responseRanges": ["Нет!A1"],
    }
    assert refusal(office.ask("POST", ":batchUpdate", body)) == "Unable to parse range: Нет!A1"
    assert office.values("A1") == []
