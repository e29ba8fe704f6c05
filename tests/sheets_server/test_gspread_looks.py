"""Unmodified gspread: notes, formats, what is hidden and what is grouped."""

from collections.abc import Iterator

import gspread
import pytest

from tests.sheets_server.loopback import gspread_client
from tests.sheets_server.running import Running, running


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
    sheet.update(
        values=[["Код", "Имя", "Сумма"], ["ПР-1", "Анна", 1500.5], ["ПР-2", "Борис", 20], ["ПР-3", "Вера", 300]]
    )
    return sheet


def test_notes_stay_beside_the_values(sheet: gspread.Worksheet) -> None:
    sheet.insert_note("A1", "шапка")
    sheet.insert_notes({"B1": "имя", "C1": "сумма"})
    sheet.update_note("B1", "имя полностью")
    sheet.update_notes({"C1": "в рублях"})
    assert (sheet.get_note("A1"), sheet.get_notes(grid_range="A1:C1")) == (
        "шапка",
        [["шапка", "имя полностью", "в рублях"]],
    )
    sheet.clear_note("A1")
    sheet.clear_notes(["B1"])
    assert sheet.get_notes() == [["", "", "в рублях"]]
    assert sheet.row_values(1) == ["Код", "Имя", "Сумма"]


def test_looks_are_set(sheet: gspread.Worksheet) -> None:
    sheet.format("A1:C1", {"textFormat": {"bold": True}, "horizontalAlignment": "CENTER"})
    sheet.batch_format([{"range": "C2:C4", "format": {"numberFormat": {"type": "NUMBER", "pattern": "#,##0.00"}}}])
    assert sheet.col_values(3)[1:] == ["1,500.50", "20.00", "300.00"]
    sheet.freeze(rows=1, cols=1)
    sheet.update_tab_color("#ff0000")
    sheet.hide_gridlines()
    sheet.columns_auto_resize(0, 3)
    sheet.rows_auto_resize(0, 3)
    fresh = sheet.spreadsheet.sheet1
    assert (fresh.frozen_row_count, fresh.frozen_col_count, fresh.is_gridlines_hidden) == (1, 1, True)
    assert fresh.get_tab_color() == "#FF0000"
    assert fresh.tab_color is not None
    fresh.clear_tab_color()
    fresh.show_gridlines()
    assert sheet.spreadsheet.sheet1.get_tab_color() is None


def test_rows_columns_and_sheets_are_hidden_and_shown(book: gspread.Spreadsheet) -> None:
    sheet = book.sheet1
    book.add_worksheet("Второй", 5, 5)
    sheet.hide_rows(1, 2)
    sheet.hide_columns(0, 1)
    fields = "sheets.data(rowMetadata.hiddenByUser,columnMetadata.hiddenByUser)"
    data = book.fetch_sheet_metadata({"fields": fields})["sheets"][0]["data"][0]
    assert [index for index, row in enumerate(data["rowMetadata"]) if row] == [1]
    assert [index for index, column in enumerate(data["columnMetadata"]) if column] == [0]
    sheet.unhide_rows(1, 2)
    sheet.unhide_columns(0, 1)
    sheet.hide()
    assert book.worksheet("Sheet1").isSheetHidden
    with pytest.raises(gspread.exceptions.APIError, match="You can't hide all the sheets in a document"):
        book.worksheet("Второй").hide()
    sheet.show()
    assert not book.worksheet("Sheet1").isSheetHidden


def test_rows_and_columns_are_grouped(sheet: gspread.Worksheet) -> None:
    sheet.add_dimension_group_rows(1, 3)
    sheet.add_dimension_group_columns(0, 2)
    assert [group["depth"] for group in sheet.list_dimension_group_rows()] == [1]
    assert [group["range"]["endIndex"] for group in sheet.list_dimension_group_columns()] == [2]
    sheet.delete_dimension_group_rows(1, 3)
    sheet.delete_dimension_group_columns(0, 2)
    assert sheet.list_dimension_group_rows() == sheet.list_dimension_group_columns() == []
