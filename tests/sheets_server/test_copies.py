"""A sheet is doubled with all that hangs on it, within its spreadsheet or into another."""

from tests.sheets_server.asking import Office, grid
from tests.sheets_server.plain import Json, Value


def duplicated(**fields: Value) -> Json:
    return {"duplicateSheet": {"sourceSheetId": 0} | fields}


def furnished() -> Office:
    """A sheet with something of every kind on it."""
    office = Office()
    office.put("A1", [["Имя", "Сумма"], ["а", 1], ["итог", "=B2"]], "USER_ENTERED")
    rule = {
        "condition": {"type": "CUSTOM_FORMULA", "values": [{"userEnteredValue": "=B2>1"}]},
        "format": {"textFormat": {"bold": True}},
    }
    office.batch(
        {"mergeCells": {"range": grid(5, 0, 6, 2), "mergeType": "MERGE_ALL"}},
        {"addProtectedRange": {"protectedRange": {"range": grid(0, 0, 1, 2)}}},
        {"addConditionalFormatRule": {"rule": {"ranges": [grid(1, 0, 5, 2)], "booleanRule": rule}}},
        {"setBasicFilter": {"filter": {"range": grid(0, 0, 3, 2)}}},
        {"addFilterView": {"filter": {"title": "Мой", "range": grid(0, 0, 3, 2)}}},
        {"addTable": {"table": {"name": "Люди", "range": grid(8, 0, 10, 2)}}},
        {
            "addChart": {
                "chart": {"spec": {"title": "График"}, "position": {"overlayPosition": {"anchorCell": {"rowIndex": 1}}}}
            }
        },
    )
    return office


def test_a_copy_stands_where_it_is_wanted_and_is_called_as_it_is_told() -> None:
    office = Office()
    office.add_sheet("Второй")
    (one, two, three) = office.batch(
        duplicated(), duplicated(insertSheetIndex=2, newSheetName="Новый", newSheetId=9), duplicated()
    )["replies"]
    assert [sheet.title for sheet in office.book.sheets] == [
        "Copy of Sheet1 2",
        "Copy of Sheet1",
        "Sheet1",
        "Новый",
        "Второй",
    ]
    assert [sheet.properties["index"] for sheet in office.book.sheets] == [0, 1, 2, 3, 4]
    assert two["duplicateSheet"]["properties"] == office.book.sheets[3].properties | {"index": 2}
    assert len({each["duplicateSheet"]["properties"]["sheetId"] for each in (one, two, three)}) == 3


def test_everything_on_the_copy_is_its_own() -> None:
    office = furnished()
    office.batch(duplicated(newSheetId=9, insertSheetIndex=1))
    old, new = office.get(includeGridData="true")["sheets"]
    assert [row["values"][0]["formattedValue"] for row in new["data"][0]["rowData"][:3]] == ["Имя", "а", "итог"]
    assert [each["sheetId"] for each in new["merges"]] == [9]
    assert new["protectedRanges"][0]["range"] == grid(0, 0, 1, 2, 9)
    assert new["conditionalFormats"][0]["ranges"] == [grid(1, 0, 5, 2, 9)]
    assert new["basicFilter"]["range"] == new["filterViews"][0]["range"] == grid(0, 0, 3, 2, 9)
    assert new["charts"][0]["position"]["overlayPosition"]["anchorCell"] == {"sheetId": 9, "rowIndex": 1}
    for name, key in (
        ("protectedRanges", "protectedRangeId"),
        ("filterViews", "filterViewId"),
        ("charts", "chartId"),
        ("bandedRanges", "bandedRangeId"),
        ("tables", "tableId"),
        ("tables", "name"),
    ):
        assert new[name][0][key] != old[name][0][key], name
    assert str(new["bandedRanges"][0]["bandedRangeId"]) == new["tables"][0]["tableId"]


def test_what_is_written_on_the_copy_leaves_the_original_alone() -> None:
    office = furnished()
    office.batch(duplicated(newSheetName="К"))
    office.put("'К'!B2", [[5]])
    assert (office.values("Sheet1!B2:B3"), office.values("'К'!B2:B3")) == ([["1"], ["1"]], [["5"], ["5"]])


def test_a_copy_that_can_not_be_is_refused() -> None:
    office = Office()
    for request, sentence in (
        (
            duplicated(newSheetName="sheet1"),
            'A sheet with the name "sheet1" already exists. Please enter another name.',
        ),
        ({"duplicateSheet": {"sourceSheetId": 5}}, "Source sheet id 5 does not exist."),
        (duplicated(insertSheetIndex=5), "Invalid sheet index: 5"),
    ):
        assert office.refusal(request) == f"Invalid requests[0].duplicateSheet: {sentence}"
    office.batch(duplicated(newSheetId=5))
    assert "A sheet with id 5 already exists" in office.refusal(duplicated(newSheetId=5))


def test_a_sheet_is_copied_to_the_end_of_another_spreadsheet() -> None:
    office = furnished()
    target = office.server.world.create("Другая")
    answer = office.ask("POST", "/sheets/0:copyTo", {"destinationSpreadsheetId": target.id}).json()
    sheets = office.server.world.books[target.id].sheets
    assert (answer["title"], answer["index"], [sheet.title for sheet in sheets]) == (
        "Copy of Sheet1",
        1,
        ["Sheet1", "Copy of Sheet1"],
    )
    copied = office.get(f"/v4/spreadsheets/{target.id}")["sheets"][1]
    assert (
        copied["tables"][0]["range"]["sheetId"] == copied["protectedRanges"][0]["range"]["sheetId"] == answer["sheetId"]
    )
    assert office.ask("POST", "/sheets/55:copyTo", {"destinationSpreadsheetId": target.id}).status == 400
    assert office.ask("POST", "/sheets/0:copyTo", {"destinationSpreadsheetId": "нет"}).status == 404
