"""google-api-python-client, a client that nobody here wrote, works through a whole life of a spreadsheet."""

from collections.abc import Iterator
from contextlib import ExitStack

import pytest
from googleapiclient.errors import HttpError  # type: ignore[import-untyped]  # it ships no types

from tests.sheets_server.asking import grid, rows
from tests.sheets_server.plain import Json, Value
from tests.sheets_server.running import Running, running
from tests.sheets_server.second_client import Clients, signed_in

OWNER, READER = "head@office.example", "service@office.iam.gserviceaccount.com"
TABLE = [["Код", "Имя", "Сумма", "Срок"], ["ПР-1", "Анна", 1500.5, 46082], ["ПР-2", "Борис", 20, 46090]]
BLUE = {"rgbColor": {"blue": 1}}


@pytest.fixture
def server() -> Iterator[Running]:
    with running(strict=True) as server:
        yield server


@pytest.fixture
def owner(server: Running) -> Iterator[Clients]:
    with ExitStack() as stack:
        yield signed_in(stack, server, OWNER)


@pytest.fixture
def other(server: Running) -> Iterator[Clients]:
    with ExitStack() as stack:
        yield signed_in(stack, server, READER)


def test_a_spreadsheet_from_its_making_in_drive_to_its_end(owner: Clients) -> None:
    book = owner.make("Реестры")
    assert owner.write(book, "A1", TABLE)["updatedCells"] == 12
    dressed(owner, book)
    (sheet,) = owner.sheets.spreadsheets().get(spreadsheetId=book).execute()["sheets"]
    assert {"protectedRanges", "basicFilter", "charts", "conditionalFormats", "bandedRanges"} <= sheet.keys()
    assert sheet["charts"][0]["spec"]["title"] == "Суммы"
    assert owner.values(book, "C2:D3") == [["1,500.50", "01.03.2026"], ["20.00", "09.03.2026"]]
    assert owner.values(book, "C2:D3", valueRenderOption="UNFORMATTED_VALUE") == [[1500.5, 46082], [20, 46090]]
    assert read_back(owner, book) == [["Имя", "Анна", "Борис"]]
    owner.batch(book, {"insertDimension": {"range": rows(1, 2, dimension="COLUMNS")}})
    assert read_back(owner, book) == [["Имя", "Анна", "Борис"]]
    version = owner.drive.files().get(fileId=book, fields="version").execute()["version"]
    owner.sheets.spreadsheets().values().clear(spreadsheetId=book, range="A2:Z").execute()
    assert int(owner.drive.files().get(fileId=book, fields="version").execute()["version"]) == int(version) + 1
    owner.drive.files().delete(fileId=book).execute()
    with pytest.raises(HttpError) as gone:
        owner.values(book, "A1")
    assert gone.value.resp.status == 404


def dressed(owner: Clients, book: str) -> None:
    """Formats, protects, filters, colours and charts the table, and marks the column of names."""
    chart = {"series": [{"series": {"sourceRange": {"sources": [grid(0, 2, 3, 3)]}}}], "chartType": "COLUMN"}
    condition = {"type": "NUMBER_GREATER", "values": [{"userEnteredValue": "1000"}]}
    owner.batch(
        book,
        number_format(grid(1, 2, 3, 3), "NUMBER", "#,##0.00"),
        number_format(grid(1, 3, 3, 4), "DATE", "dd.mm.yyyy"),
        {"addProtectedRange": {"protectedRange": {"range": grid(0, 0, 1, 4), "description": "шапка"}}},
        {"setBasicFilter": {"filter": {"range": grid(0, 0, 3, 4)}}},
        {"addBanding": {"bandedRange": {"range": grid(0, 0, 3, 4), "rowProperties": {"firstBandColorStyle": BLUE, "secondBandColorStyle": BLUE}}}},
        {"addConditionalFormatRule": {"rule": {"ranges": [grid(1, 2, 3, 3)], "booleanRule": {"condition": condition, "format": {"backgroundColorStyle": BLUE}}}}},
        {"addChart": {"chart": {"spec": {"title": "Суммы", "basicChart": chart}, "position": {"overlayPosition": {"anchorCell": {"rowIndex": 5}}}}}},
        {"createDeveloperMetadata": {"developerMetadata": {"metadataKey": "field", "metadataValue": "name", "visibility": "DOCUMENT", "location": {"dimensionRange": rows(1, 2, dimension="COLUMNS")}}}},
    )  # fmt: skip


def number_format(place: Json, kind: str, pattern: str) -> Json:
    cell = {"userEnteredFormat": {"numberFormat": {"type": kind, "pattern": pattern}}}
    return {"repeatCell": {"range": place, "cell": cell, "fields": "userEnteredFormat.numberFormat"}}


def read_back(owner: Clients, book: str) -> Value:
    """The values of the column that bears the mark, wherever it stands now."""
    marked = {"developerMetadataLookup": {"metadataKey": "field", "metadataValue": "name"}}
    body = {"dataFilters": [marked], "majorDimension": "COLUMNS"}
    found = owner.sheets.spreadsheets().values().batchGetByDataFilter(spreadsheetId=book, body=body).execute()
    return found["valueRanges"][0]["valueRange"]["values"]


def test_the_search_of_metadata_and_the_reading_by_filters(owner: Clients) -> None:
    book = owner.make("Реестры")
    owner.write(book, "A1", TABLE)
    dressed(owner, book)
    metadata = owner.sheets.spreadsheets().developerMetadata()
    lookup = {"dataFilters": [{"developerMetadataLookup": {"metadataKey": "field"}}]}
    (found,) = metadata.search(spreadsheetId=book, body=lookup).execute()["matchedDeveloperMetadata"]
    entry = found["developerMetadata"]
    assert metadata.get(spreadsheetId=book, metadataId=entry["metadataId"]).execute() == entry
    whole = owner.sheets.spreadsheets().getByDataFilter(spreadsheetId=book, body=lookup | {"includeGridData": True})
    (data,) = whole.execute()["sheets"][0]["data"]
    assert [row["values"][0]["formattedValue"] for row in data["rowData"]] == ["Имя", "Анна", "Борис"]
    values = owner.sheets.spreadsheets().values()
    written = {
        "valueInputOption": "RAW",
        "data": [{"dataFilter": lookup["dataFilters"][0], "majorDimension": "COLUMNS", "values": [["ФИО"]]}],
    }
    assert values.batchUpdateByDataFilter(spreadsheetId=book, body=written).execute()["totalUpdatedCells"] == 1
    assert owner.values(book, "A1:C1") == [["Код", "ФИО", "Сумма"]]
    cleared = values.batchClearByDataFilter(spreadsheetId=book, body=lookup).execute()
    assert cleared["clearedRanges"] == ["Sheet1!B1:B1000"]


def test_sheets_are_doubled_and_copied_to_another_spreadsheet(owner: Clients) -> None:
    book, target = owner.make("Реестры"), owner.make("Архив")
    owner.write(book, "A1", TABLE)
    dressed(owner, book)
    (reply,) = owner.batch(book, {"duplicateSheet": {"sourceSheetId": 0, "newSheetName": "Копия"}})["replies"]
    assert reply["duplicateSheet"]["properties"]["title"] == "Копия"
    call = (
        owner.sheets.spreadsheets()
        .sheets()
        .copyTo(spreadsheetId=book, sheetId=0, body={"destinationSpreadsheetId": target})
    )
    assert call.execute()["title"] == "Copy of Sheet1"
    assert owner.values(target, "'Copy of Sheet1'!A1:B1") == [["Код", "Имя"]]


def test_the_state_after_a_batch_comes_with_its_answer(owner: Clients) -> None:
    book = owner.make("Реестры")
    cells = [
        {"values": [{"userEnteredValue": {"stringValue": "=не формула"}}, {"userEnteredValue": {"numberValue": 5}}]}
    ]
    answer = owner.batch(
        book,
        {"updateCells": {"start": {}, "rows": cells, "fields": "userEnteredValue"}},
        includeSpreadsheetInResponse=True,
        responseRanges=["Sheet1!A1:B1"],
        responseIncludeGridData=True,
    )
    (row,) = answer["updatedSpreadsheet"]["sheets"][0]["data"][0]["rowData"]
    assert [cell["effectiveValue"] for cell in row["values"]] == [{"stringValue": "=не формула"}, {"numberValue": 5}]


def test_a_formula_is_typed_worked_out_and_shown_in_the_locale(owner: Clients) -> None:
    body = {"properties": {"title": "По-русски", "locale": "ru_RU", "timeZone": "Europe/Moscow"}}
    book = owner.sheets.spreadsheets().create(body=body).execute()["spreadsheetId"]
    owner.write(book, "A1", [["1,5", '=IF(A1>1;A1*2;"нет")']], "USER_ENTERED")
    assert owner.values(book, "A1:B1") == [["1,5", "3"]]
    assert owner.values(book, "B1", valueRenderOption="FORMULA") == [['=IF(A1>1;A1*2;"нет")']]
    many = ["Sheet1!A1", *(f"Sheet1!A{row}:Z{row}" for row in range(1, 300))]  # too long for an address
    found = owner.sheets.spreadsheets().values().batchGet(spreadsheetId=book, ranges=many).execute()
    assert len(found["valueRanges"]) == 300


@pytest.mark.parametrize(
    ("request_", "reason"),
    [
        ({"deleteSheet": {"sheetId": 9}}, "Invalid requests[0].deleteSheet: No grid with id: 9"),
        (
            {"addSheet": {"properties": {"title": "sheet1"}}},
            'Invalid requests[0].addSheet: A sheet with the name "sheet1" already exists. Please enter another name.',
        ),
        (
            {"deleteConditionalFormatRule": {"sheetId": 0, "index": 1}},
            "Invalid requests[0].deleteConditionalFormatRule: No conditional format on sheet: 0 at index: 1",
        ),
        (
            {"updateSheetProperties": {"properties": {"sheetId": 0, "hidden": True}, "fields": "hidden"}},
            "Invalid requests[0].updateSheetProperties: You can't hide all the sheets in a document.",
        ),
    ],
    ids=lambda value: next(iter(value)) if isinstance(value, dict) else "",
)
def test_a_refusal_is_an_error_with_googles_reason(owner: Clients, request_: Json, reason: str) -> None:
    book = owner.make("Реестры")
    with pytest.raises(HttpError) as caught:
        owner.batch(book, request_)
    assert (caught.value.resp.status, caught.value.reason) == (400, reason)


def test_what_is_not_shared_is_hidden_and_what_is_protected_is_refused(
    server: Running, owner: Clients, other: Clients
) -> None:
    book = owner.make("Реестры")
    owner.write(book, "A1", TABLE)
    with pytest.raises(HttpError) as hidden:
        other.values(book, "A1")
    assert (hidden.value.resp.status, hidden.value.reason) == (403, "The caller does not have permission")
    with pytest.raises(HttpError) as missing:
        other.drive.files().get(fileId=book).execute()
    assert (missing.value.resp.status, missing.value.error_details[0]["reason"]) == (404, "notFound")
    shared(server, book, "reader")
    assert other.values(book, "A1") == [["Код"]]
    with pytest.raises(HttpError, match="The caller does not have permission"):
        other.write(book, "A1", [["x"]])
    shared(server, book, "writer")
    owner.batch(
        book, {"addProtectedRange": {"protectedRange": {"range": grid(0, 0, 1, 4), "editors": {"users": [OWNER]}}}}
    )
    with pytest.raises(HttpError, match="You are trying to edit a protected cell or object"):
        other.write(book, "A1", [["x"]])
    assert other.write(book, "A2", [["ПР-9"]])["updatedCells"] == 1
    with pytest.raises(HttpError, match="You are trying to edit a protected cell or object"):
        other.batch(book, {"findReplace": {"find": "Код", "replacement": "x", "allSheets": True}})


def shared(server: Running, book: str, role: str) -> None:
    """Gives the other account a role on the file, as its owner would in Drive."""
    record = server.world.files[book]
    kept = [each for each in record["permissions"] if each["emailAddress"] != READER]
    server.world.files[book] = record | {"permissions": [*kept, server.world.permission(role, READER)]}


def test_a_sheet_protected_twice_says_that_it_is_protected(owner: Clients) -> None:
    """google-api-python-client #1064: a retry after a lost answer ends so."""
    book = owner.make("Реестры")
    whole = {"addProtectedRange": {"protectedRange": {"range": {"sheetId": 0}}}}
    protected = owner.batch(book, whole)["replies"][0]["addProtectedRange"]["protectedRange"]
    with pytest.raises(HttpError, match='Sheet "Sheet1" already has sheet protection'):
        owner.batch(book, whole)
    warned = {"protectedRangeId": protected["protectedRangeId"], "description": "наша"}
    owner.batch(book, {"updateProtectedRange": {"protectedRange": warned, "fields": "description"}})
    (found,) = owner.sheets.spreadsheets().get(spreadsheetId=book).execute()["sheets"][0]["protectedRanges"]
    assert (found["description"], found["requestingUserCanEdit"]) == ("наша", True)
    owner.batch(book, {"deleteProtectedRange": {"protectedRangeId": protected["protectedRangeId"]}}, whole)
