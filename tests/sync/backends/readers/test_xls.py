"""A workbook of the old kind: values, dates, errors, hidden lines, merges; and how it is refused."""

import re
import struct
from collections.abc import Callable
from datetime import date
from io import BytesIO, StringIO
from pathlib import Path
from random import Random

import pytest
import xlrd
import xlwt

from config.columns import CellError
from sync.backends.base import FileRead
from sync.backends.readers.biff import Book, search
from sync.backends.readers.file import read_file
from sync.backends.readers.ole import BrokenOleError, open_ole
from tests.sync.backends.workbooks import xls_bytes
from validators.grid import Area

CORPUS = Path(__file__).parents[5] / "shared" / "corpus"
WHOLE = xls_bytes({"Лист": [["Код", "Имя"], *[[f"К-{number:04}", number] for number in range(600)]]})


def made(fill: Callable[[xlwt.Workbook, xlwt.Worksheet], None]) -> bytes:
    book = xlwt.Workbook(encoding="utf-8")
    fill(book, book.add_sheet("Лист"))
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def read(data: bytes) -> FileRead:
    file = read_file("Книга.xls", data)
    assert file.code is None, file.text
    return file


def test_values_are_as_typed() -> None:
    row = ["  пробел ", "две\nстроки", "007", 12, 12.5, True, date(2026, 4, 15), -3, 10**15]
    assert read(xls_bytes({"Лист": [row]})).grids[0].rows == (
        ("  пробел ", "две\nстроки", "007", 12, 12.5, "ИСТИНА", 46127, -3, 10**15),
    )


def test_dates_of_the_1904_system_are_the_same_days() -> None:
    def fill(book: xlwt.Workbook, sheet: xlwt.Worksheet) -> None:
        book.dates_1904 = True
        sheet.write(0, 0, 46127 - 1462, xlwt.easyxf(num_format_str="DD.MM.YYYY"))

    assert read(made(fill)).grids[0].rows == ((46127,),)


@pytest.mark.parametrize("word", ["#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A"])
def test_an_error_cell_stays_an_error(word: str) -> None:
    assert read(xls_bytes({"Лист": [[1, CellError(word), "x"]]})).grids[0].rows == ((1, CellError(word), "x"),)


def test_a_formula_that_failed_is_an_error() -> None:
    data = bytearray(made(lambda _book, sheet: sheet.write(2, 1, xlwt.Formula("1/0"))))
    formula = re.search(rb"\x06\x00..\x02\x00\x01\x00", data, re.DOTALL)
    assert formula is not None
    at = formula.start() + 4
    data[at + 6 : at + 14] = b"\x02\x00\x07\x00\x00\x00\xff\xff"
    assert read(bytes(data)).grids[0].rows[2] == (None, CellError("#DIV/0!"))


def test_hidden_rows_and_columns_are_read_and_known() -> None:
    def fill(_book: xlwt.Workbook, sheet: xlwt.Worksheet) -> None:
        for row in range(5):
            for column in range(5):
                sheet.write(row, column, row * 10 + column)
        sheet.row(1).hidden = True
        sheet.row(3).hidden = True
        sheet.col(2).hidden = True

    grid = read(made(fill)).grids[0]
    assert grid.hidden_rows == {2, 4}
    assert grid.hidden_columns == {3}
    assert grid.rows[1] == (10, 11, 12, 13, 14)


def test_merged_cells_are_areas_and_keep_their_first_cell_only() -> None:
    def fill(_book: xlwt.Workbook, sheet: xlwt.Worksheet) -> None:
        sheet.write_merge(1, 2, 0, 2, "заголовок")
        sheet.write(3, 0, "x")

    grid = read(made(fill)).grids[0]
    assert grid.merges == (Area(2, 1, 3, 3),)
    assert [cell for row in grid.rows for cell in row if cell is not None] == ["заголовок", "x"]


def test_every_tab_is_read_in_order_empty_and_hidden_ones_too() -> None:
    def fill(book: xlwt.Workbook, _sheet: xlwt.Worksheet) -> None:
        book.add_sheet("Скрытый").visibility = 1
        book.add_sheet("Третий").write(0, 0, "x")

    assert [grid.tab for grid in read(made(fill)).grids] == ["Лист", "Скрытый", "Третий"]


def test_all_rows_that_the_old_kind_can_hold_are_read() -> None:
    def fill(_book: xlwt.Workbook, sheet: xlwt.Worksheet) -> None:
        sheet.write(0, 0, "первая")
        sheet.write(65535, 20, "последняя")

    rows = read(made(fill)).grids[0].rows
    assert (len(rows), rows[65535][20]) == (65536, "последняя")


def test_a_password_is_named() -> None:
    stream = open_ole(WHOLE).stream("WORKBOOK")
    end_of_first = 4 + struct.unpack_from("<H", stream, 2)[0]
    at = WHOLE.index(stream[: end_of_first + 4])
    locked = WHOLE[: at + end_of_first] + struct.pack("<H", 0x2F) + WHOLE[at + end_of_first + 2 :]
    file = read_file("Книга.xls", locked)
    assert (file.code, file.refused, file.grids) == ("F01", "password", ())


@pytest.mark.parametrize("share", [0.1, 0.3, 0.6, 0.9])
def test_a_truncated_workbook_is_never_read_in_part(share: float) -> None:
    file = read_file("Книга.xls", WHOLE[: int(len(WHOLE) * share)])
    assert (file.code, file.refused) == ("F02", "truncated")
    assert "обрезан" in file.text


def test_a_sheet_that_does_not_come_to_its_end_is_named() -> None:
    end = open_ole(WHOLE).stream("WORKBOOK").rindex(b"\x0a\x00\x00\x00")
    at = WHOLE.index(open_ole(WHOLE).stream("WORKBOOK")[:512]) + end
    file = read_file("Книга.xls", WHOLE[:at] + b"\x0b\xff\xff\xff" + WHOLE[at + 4 :])
    assert (file.code, "лист № 1" in file.text) == ("F02", True)


def test_a_container_that_bites_its_tail_ends() -> None:
    data = bytearray(WHOLE)
    table = 512 * (1 + struct.unpack_from("<I", data, 76)[0])
    first = struct.unpack_from("<I", data, 48)[0]
    struct.pack_into("<I", data, table + 4 * first, first)
    with pytest.raises(BrokenOleError):
        open_ole(bytes(data))
    assert read_file("Книга.xls", bytes(data)).refused == "damaged"


def test_spoiled_containers_are_read_or_refused_and_nothing_else() -> None:
    chance = Random(3)
    for _ in range(300):
        data = bytearray(WHOLE)
        for _ in range(3):
            data[chance.randrange(512 if chance.random() < 0.5 else len(data))] = chance.randrange(256)
        try:
            search(open_ole(bytes(data)).stream("WORKBOOK"))
        except (BrokenOleError, KeyError):
            continue
        except Exception as error:  # noqa: BLE001  the kind is what is tested
            assert type(error).__name__ == "BrokenBiffError"  # noqa: PT017


def _seen_by_xlrd(data: bytes) -> list[tuple[int, set[int], set[int]]] | None:
    try:
        book = xlrd.open_workbook(file_contents=data, formatting_info=True, logfile=StringIO())
    except (xlrd.XLRDError, xlrd.compdoc.CompDocError, AssertionError, IndexError, UnicodeDecodeError, struct.error):
        return None
    return [
        (
            sum(cell.ctype == xlrd.XL_CELL_ERROR for row in range(sheet.nrows) for cell in sheet.row(row)),
            {number + 1 for number, row in sheet.rowinfo_map.items() if row.hidden},
            {number + 1 for number, column in sheet.colinfo_map.items() if column.hidden and number < 256},
        )
        for sheet in book.sheets()
    ]


def _seen_by_us(book: Book) -> list[tuple[int, set[int], set[int]]]:
    return [(len(marks.errors), marks.hidden_rows, marks.hidden_columns) for marks in book.sheets]


def test_marks_of_real_workbooks_are_those_that_another_reader_sees() -> None:
    if not CORPUS.is_dir():
        pytest.skip("the corpus of real workbooks is not beside the checkout")
    compared = 0
    for path in sorted(CORPUS.rglob("*.xls")):
        other = _seen_by_xlrd(path.read_bytes())
        if other is not None and path.read_bytes().startswith(b"\xd0\xcf"):
            ole = open_ole(path.read_bytes())
            stream = ole.stream("WORKBOOK" if "WORKBOOK" in ole.root else "BOOK")
            assert _seen_by_us(search(stream)) == other, path.name
            compared += 1
    assert compared > 30


def test_the_real_twins_read_alike() -> None:
    folder = CORPUS / "ru_registers"
    if not folder.is_dir():
        pytest.skip("the corpus of real workbooks is not beside the checkout")
    old, new = (
        read_file("x", (folder / f"prog_infogorod_services{end}").read_bytes()).grids for end in (".xls", ".xlsx")
    )
    assert [(grid.tab, grid.columns(), set(grid.merges)) for grid in old] == [
        (grid.tab, grid.columns(), set(grid.merges)) for grid in new
    ]
    assert len(old[0].rows) == 61


def test_real_workbooks_of_the_old_kind_open() -> None:
    if not CORPUS.is_dir():
        pytest.skip("the corpus of real workbooks is not beside the checkout")
    paths = [*(CORPUS / "messy").glob("*.xls"), *(CORPUS / "ru_registers").glob("*.xls")]
    assert len(paths) > 12
    for path in paths:
        assert read_file(path.name, path.read_bytes()).code is None, path.name
