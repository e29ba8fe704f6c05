"""Unmodified gspread works on the server through its public methods, each of which is used here."""

import ast
from collections.abc import Iterator
from pathlib import Path

import gspread
import pytest
from gspread.utils import (
    DateTimeOption,
    Dimension,
    InsertDataOption,
    MergeType,
    ValidationConditionType,
    ValueRenderOption,
)

from tests.sheets_server.loopback import gspread_client, signed_in_gspread
from tests.sheets_server.running import Running, running

ACCOUNT = "service@office.iam.gserviceaccount.com"
TABLE: list[list[str | float]] = [
    ["Код", "Имя", "Сумма"],
    ["ПР-1", "Анна", 1500.5],
    ["ПР-2", "Борис", 20],
    ["ПР-3", "Вера", 300],
]


@pytest.fixture(scope="module")
def server() -> Iterator[Running]:
    with running() as server:
        yield server


@pytest.fixture
def book(server: Running) -> gspread.Spreadsheet:
    return gspread_client(server.url).create("Реестры")


@pytest.fixture
def sheet(book: gspread.Spreadsheet) -> gspread.Worksheet:
    sheet = book.sheet1
    sheet.update(values=TABLE, range_name="A1")
    return sheet


def test_a_key_file_signs_in_and_what_is_made_belongs_to_its_account(server: Running, tmp_path: Path) -> None:
    client = signed_in_gspread(server.url, tmp_path, ACCOUNT)
    book = client.create("С ключом")
    assert server.world.files[book.id]["permissions"][0]["emailAddress"] == ACCOUNT
    assert client.open("С ключом").id == client.open_by_key(book.id).id == client.open_by_url(book.url).id == book.id
    copied = client.copy(book.id, "Копия")
    assert copied.title == "Копия"
    client.del_spreadsheet(book.id)
    with pytest.raises(gspread.exceptions.SpreadsheetNotFound):
        client.open_by_key(book.id)


def test_refusals_are_googles(book: gspread.Spreadsheet) -> None:
    with pytest.raises(gspread.exceptions.APIError, match="Unable to parse range: Нет!A1") as caught:
        book.values_get("Нет!A1")
    assert (caught.value.code, caught.value.error["status"]) == (400, "INVALID_ARGUMENT")
    with pytest.raises(gspread.exceptions.WorksheetNotFound):
        book.worksheet("Нет")


def test_values_are_read_in_every_way(sheet: gspread.Worksheet) -> None:
    assert sheet.get_all_values()[1] == ["ПР-1", "Анна", "1500.5"]
    assert sheet.get_values("A1:B2") == [["Код", "Имя"], ["ПР-1", "Анна"]]
    assert sheet.get("C2:C3", value_render_option=ValueRenderOption.unformatted) == [[1500.5], [20]]
    assert sheet.get_all_records()[2] == {"Код": "ПР-3", "Имя": "Вера", "Сумма": 300}
    assert (sheet.row_values(1), sheet.col_values(1)[1:]) == (["Код", "Имя", "Сумма"], ["ПР-1", "ПР-2", "ПР-3"])
    assert (sheet.acell("B2").value, sheet.cell(3, 2).value) == ("Анна", "Борис")
    assert [cell.value for cell in sheet.range("A2:A3")] == ["ПР-1", "ПР-2"]
    assert [cell.address for cell in sheet.get_all_cells()[:3]] == ["A1", "B1", "C1"]
    assert sheet.batch_get(["A1", "B2:B3"], major_dimension=Dimension.cols)[1] == [["Анна", "Борис"]]
    assert sheet.expand("A1")[3] == ["ПР-3", "Вера", "300"]


def test_values_are_found(sheet: gspread.Worksheet) -> None:
    found = sheet.find("Вера")
    assert found is not None
    assert (found.address, found.row, found.col) == ("B4", 4, 2)
    assert [cell.address for cell in sheet.findall("ПР-2", in_column=1)] == ["A3"]
    assert sheet.find("нет такого") is None


def test_values_are_written_in_every_way(sheet: gspread.Worksheet) -> None:
    sheet.update_acell("D1", "=SUM(C2:C4)")
    sheet.update_cell(2, 4, "да")
    sheet.batch_update([{"range": "D3", "values": [["нет"]]}, {"range": "D4", "values": [["=C4*2"]]}], raw=False)
    cells = sheet.range("E1:E2")
    cells[0].value, cells[1].value = "первая", "вторая"
    sheet.update_cells(cells)
    assert sheet.get("D1:E4") == [["1820.5", "первая"], ["да", "вторая"], ["нет"], ["600"]]
    assert sheet.acell("D4", value_render_option=ValueRenderOption.formula).value == "=C4*2"
    sheet.batch_clear(["D1:D4", "E1"])
    assert sheet.get("D1:E4") == [[], ["", "вторая"]]
    sheet.clear()
    assert sheet.get_all_values() == [[]]


def test_a_row_appended_shifts_right_when_the_first_cell_is_empty(book: gspread.Spreadsheet) -> None:
    """The well-known trap (#537 and five more of gspread's issues), and the way round it."""
    sheet = book.sheet1
    sheet.append_row(["x", "", "z"])
    shifted = sheet.append_row(["1", "2", "3"])
    assert shifted["updates"]["updatedRange"] == "Sheet1!C2:E2"
    sheet.append_row(["4", "5", "6"], table_range="A1")
    assert sheet.row_values(2) == ["4", "5", "6", "2", "3"]


def test_rows_are_appended_and_inserted(sheet: gspread.Worksheet) -> None:
    sheet.append_rows([["ПР-4", "Глеб"], ["ПР-5", "Дина"]], insert_data_option=InsertDataOption.insert_rows)
    sheet.insert_row(["ПР-0", "Яна"], 2)
    sheet.insert_rows([["а"], ["б"]], 2)
    sheet.insert_cols([["слева"]], 1)
    assert [row[:2] for row in sheet.get_all_values()] == [
        ["слева", "Код"], ["", "а"], ["", "б"], ["", "ПР-0"], ["", "ПР-1"], ["", "ПР-2"], ["", "ПР-3"], ["", "ПР-4"], ["", "ПР-5"],
    ]  # fmt: skip
    sheet.delete_rows(2, 4)
    sheet.delete_columns(1)
    sheet.delete_dimension(Dimension.rows, 1)
    assert sheet.col_values(1) == ["ПР-1", "ПР-2", "ПР-3", "ПР-4", "ПР-5"]


def test_the_grid_grows_and_shrinks(book: gspread.Spreadsheet) -> None:
    sheet = book.add_worksheet("Малый", rows=3, cols=2)
    sheet.add_rows(2)
    sheet.add_cols(1)
    fresh = book.worksheet("Малый")
    assert (fresh.row_count, fresh.col_count, fresh.column_count) == (5, 3, 3)
    fresh.resize(rows=2, cols=2)
    fresh.update(values=[["1", "2"], ["3", "4"]], range_name="A1")
    with pytest.raises(gspread.exceptions.APIError, match="exceeds grid limits"):
        fresh.get("A3")


def test_rows_are_sorted_and_filtered(sheet: gspread.Worksheet) -> None:
    sheet.sort((3, "des"), range="A2:C4")
    assert sheet.col_values(1) == ["Код", "ПР-1", "ПР-3", "ПР-2"]
    sheet.set_basic_filter("A1:C4")
    (found,) = sheet.spreadsheet.fetch_sheet_metadata()["sheets"]
    assert found["basicFilter"]["range"]["endRowIndex"] == 4
    sheet.clear_basic_filter()
    assert "basicFilter" not in sheet.spreadsheet.fetch_sheet_metadata()["sheets"][0]


def test_cells_are_merged_copied_and_cut(sheet: gspread.Worksheet) -> None:
    sheet.merge_cells("A1:B1", MergeType.merge_all)
    sheet.batch_merge([{"range": "A2:B2", "mergeType": MergeType.merge_all}])
    assert sheet.get("A1:C1", combine_merged_cells=True) == [["Код", "Код", "Сумма"]]
    sheet.unmerge_cells("A1:B2")
    sheet.copy_range("A2:A4", "E2:E4")
    sheet.cut_range("C2:C4", "F2:F4")
    assert (sheet.col_values(5)[1:], sheet.col_values(6)[1:], sheet.col_values(3)) == (
        ["ПР-1", "ПР-2", "ПР-3"], ["1500.5", "20", "300"], ["Сумма"],
    )  # fmt: skip


def test_names_and_protection(sheet: gspread.Worksheet) -> None:
    book = sheet.spreadsheet
    name = sheet.define_named_range("A2:C4", "заявки")["replies"][0]["addNamedRange"]["namedRange"]["namedRangeId"]
    assert [named["name"] for named in book.list_named_ranges()] == ["заявки"]
    assert book.values_get("заявки")["values"][0] == ["ПР-1", "Анна", "1500.5"]
    sheet.delete_named_range(name)
    sheet.add_protected_range("A1:C1", ["head@office.example"], description="шапка")
    (protected,) = book.list_protected_ranges(sheet.id)
    assert (protected["description"], protected["editors"]["users"]) == ("шапка", ["head@office.example"])
    sheet.delete_protected_range(protected["protectedRangeId"])
    assert book.list_protected_ranges(sheet.id) == []


def test_a_rule_of_what_may_be_typed(sheet: gspread.Worksheet) -> None:
    sheet.add_validation("D2:D4", ValidationConditionType.one_of_list, ["да", "нет"], showCustomUi=True)
    found = sheet.spreadsheet.fetch_sheet_metadata({"fields": "sheets.data.rowData.values.dataValidation"})
    rule = found["sheets"][0]["data"][0]["rowData"][1]["values"][3]["dataValidation"]
    assert [value["userEnteredValue"] for value in rule["condition"]["values"]] == ["да", "нет"]


def test_sheets_are_renamed_moved_doubled_and_deleted(server: Running, sheet: gspread.Worksheet) -> None:
    book = sheet.spreadsheet
    sheet.update_title("Заявки")
    copied = sheet.duplicate(insert_sheet_index=1, new_sheet_name="Копия")
    assert copied.get_all_values() == sheet.get_all_values()
    assert (copied.title, copied.index, sheet.url != copied.url, copied.id != sheet.id) == ("Копия", 1, True, True)
    copied.update_index(0)
    book.duplicate_sheet(sheet.id, insert_sheet_index=2, new_sheet_name="Третья")
    assert [each.title for each in book.worksheets()] == ["Копия", "Заявки", "Третья"]
    book.reorder_worksheets([book.worksheet("Третья"), book.worksheet("Заявки"), book.worksheet("Копия")])
    assert [each.title for each in book.worksheets()] == ["Третья", "Заявки", "Копия"]
    target = gspread_client(server.url).create("Другая")
    assert sheet.copy_to(target.id)["title"] == "Copy of Заявки"
    assert target.worksheet("Copy of Заявки").get_all_values() == sheet.get_all_values()
    book.del_worksheet(copied)
    book.del_worksheet_by_id(book.worksheet("Третья").id)
    assert [each.title for each in book.worksheets()] == ["Заявки"]
    assert book.get_worksheet(0).id == book.get_worksheet_by_id(sheet.id).id == sheet.id


def test_a_spreadsheet_as_a_whole(book: gspread.Spreadsheet) -> None:
    book.update_title("Реестры 2026")
    book.update_locale("ru_RU")
    book.update_timezone("Europe/Moscow")
    fresh = gspread.Spreadsheet(book.client, {"id": book.id})
    assert (fresh.title, fresh.locale, fresh.timezone) == ("Реестры 2026", "ru_RU", "Europe/Moscow")
    book.values_update("A1", params={"valueInputOption": "USER_ENTERED"}, body={"values": [["1,5", "01.03.2026"]]})
    book.values_append("A1", params={"valueInputOption": "RAW"}, body={"values": [["ещё"]]})
    found = book.values_batch_get(
        ["A1:B1", "A2"],
        params={"dateTimeRenderOption": DateTimeOption.serial_number, "valueRenderOption": "UNFORMATTED_VALUE"},
    )
    assert [each.get("values") for each in found["valueRanges"]] == [[[1.5, 46082]], [["ещё"]]]
    book.values_batch_update({"valueInputOption": "RAW", "data": [{"range": "A3", "values": [["x"]]}]})
    book.values_clear("A1")
    book.values_batch_clear(body={"ranges": ["A2", "A3"]})
    assert book.values_get("A1:B3")["values"] == [["", "01.03.2026"]]
    replies = book.batch_update(
        {"requests": [{"findReplace": {"find": "2026", "replacement": "2027", "allSheets": True}}]}
    )["replies"]
    assert replies[0]["findReplace"]["occurrencesChanged"] == 1
    assert book.get_lastUpdateTime() >= book.creationTime


_ALIASES = {"spreadsheet", "id", "title", "index", "url"}
_OLD = {"named_range", "accept_ownership", "transfer_ownership", "lastUpdateTime"}
_DRIVE = {"share", "list_permissions", "remove_permissions", "export", "update_drive_metadata"}


def test_every_public_method_of_a_worksheet_and_of_a_spreadsheet_is_used_here() -> None:
    """Here or in the file beside; but for what is marked old, and for files and permissions, which have tests of their own."""
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in Path(__file__).parent.glob("test_gspread*.py")]
    used = {node.attr for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    for kind in (gspread.Worksheet, gspread.Spreadsheet):
        public = {name for name in dir(kind) if not name.startswith("_")}
        assert public - used - _ALIASES - _OLD - _DRIVE == set(), kind
