"""Cells are appended below the last value, of the sheet or of a table, and the grid grows by what it lacks."""

from tests.sheets_server.asking import Office, grid
from tests.sheets_server.plain import Json, Value


def lines(*lines: list[Value]) -> list[Json]:
    """RowData of texts and numbers."""
    return [{"values": [{"userEnteredValue": _value(each)} for each in line]} for line in lines]


def _value(value: Value) -> Json:
    return {"stringValue": value} if isinstance(value, str) else {"numberValue": value}


def appended(*rows: list[Value], **more: Value) -> Json:
    return {"appendCells": {"fields": "userEnteredValue", "rows": lines(*rows)} | more}


def test_cells_go_below_the_last_row_with_a_value_from_column_a_on() -> None:
    """AppendCellsRequest: "after the last row with data in a sheet"; unlike values.append it never shifts right."""
    office = Office()
    office.put("C2", [["x", "", "z"]])
    office.batch({"repeatCell": {"range": grid(5, 0, 6, 1), "cell": {"note": "пометка"}, "fields": "note"}})
    office.batch(appended(["один", 1], ["=два"]))
    assert office.values("A1:E6") == [[], ["", "", "x", "", "z"], ["один", "1"], ["=два"]]


def test_the_grid_grows_by_the_rows_that_are_lacking() -> None:
    office = Office()
    small = office.add_sheet("Малый", rows=2, columns=2)
    office.put("'Малый'!A1", [["1"], ["2"]])
    office.batch(appended(["3"], ["4"], sheetId=small))
    assert (office.book.sheets[1].rows, office.values("'Малый'!A3:B4")) == (4, [["3"], ["4"]])


def test_a_row_wider_than_the_sheet_is_refused() -> None:
    office = Office()
    narrow = office.add_sheet("Узкий", rows=5, columns=2)
    wrong = office.refusal(appended(["1", "2", "3"], sheetId=narrow))
    assert (
        wrong
        == "Invalid requests[0].appendCells: Attempting to write column: 2, beyond the last requested column of: 1"
    )


def test_a_table_takes_cells_into_its_body_and_reaches_further_down() -> None:
    """AppendCellsRequest.tableId: "only appended to the table body", and it "takes precedence over the sheet_id"."""
    office = Office()
    office.put("B2", [["Имя", "Сумма"], ["а", 1]])
    office.put("B6", [["под таблицей"]])
    (reply,) = office.batch({"addTable": {"table": {"range": grid(1, 1, 4, 3)}}})["replies"]
    table = reply["addTable"]["table"]["tableId"]
    office.batch(appended(["б", 2], tableId=table, sheetId=77))
    assert office.values("B2:C5") == [["Имя", "Сумма"], ["а", "1"], ["б", "2"]]
    assert office.book.sheets[0].tables[0]["range"] == grid(1, 1, 4, 3)
    office.batch(appended(["в", 3], ["г", 4], ["д", 5], tableId=table))
    assert office.values("B2:C9") == [
        ["Имя", "Сумма"],
        ["а", "1"],
        ["б", "2"],
        ["в", "3"],
        ["г", "4"],
        ["д", "5"],
        [],
        ["под таблицей"],
    ]
    assert office.book.sheets[0].tables[0]["range"] == grid(1, 1, 7, 3)
    assert office.book.sheets[0].banded[0]["range"] == grid(1, 1, 7, 3)
    assert office.refusal(appended(["x"], tableId="7")) == "Invalid requests[0].appendCells: No table with id: 7"


def test_a_mask_is_needed_and_formats_are_appended_too() -> None:
    office = Office()
    row = {"values": [{"userEnteredValue": {"numberValue": 1}, "userEnteredFormat": {"textFormat": {"bold": True}}}]}
    office.batch({"appendCells": {"rows": [row], "fields": "*"}})
    assert office.book.sheets[0].cell((0, 0))["userEnteredFormat"] == {"textFormat": {"bold": True}}
    assert "At least one field must be listed" in office.refusal({"appendCells": {"rows": [row]}})


def test_rows_and_columns_are_put_at_the_end() -> None:
    office = Office()
    office.batch(
        {"appendDimension": {"sheetId": 0, "dimension": "ROWS", "length": 5}},
        {"appendDimension": {"sheetId": 0, "dimension": "COLUMNS", "length": 2}},
    )
    assert (office.book.sheets[0].rows, office.book.sheets[0].columns) == (1005, 28)
    assert "No dimension specified" in office.refusal({"appendDimension": {"sheetId": 0, "length": 5}})
    assert "Invalid length: 0" in office.refusal({"appendDimension": {"sheetId": 0, "dimension": "ROWS"}})
