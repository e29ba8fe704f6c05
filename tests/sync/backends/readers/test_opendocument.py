"""A workbook of OpenDocument: values, errors, merges, hidden lines, repeats; and how it is refused."""

import zipfile
from datetime import date
from io import BytesIO

import pytest

from config.columns import NOT_COMPUTED, CellError
from sync.backends.base import FileRead
from sync.backends.readers.file import read_file
from tests.sync.backends.workbooks import ODS_TYPE, ods_bytes, ods_crafted, zipped
from validators.grid import Area

WHOLE = ods_bytes({"Лист": [["Код", "Имя"], *[[f"К-{number:04}", number] for number in range(300)]]})
ONE = '<table:table-cell office:value-type="float" office:value="1"><text:p>1</text:p></table:table-cell>'


def read(data: bytes) -> FileRead:
    file = read_file("Книга.ods", data)
    assert file.code is None, file.text
    return file


def crafted(rows: str, columns: str = "") -> bytes:
    return ods_crafted(f'<table:table table:name="Лист">{columns}{rows}</table:table>')


def row(cells: str, attributes: str = "") -> str:
    return f"<table:table-row{attributes}>{cells}</table:table-row>"


def test_values_are_as_typed() -> None:
    cells = [" пробел", "две\nстроки", "007", 12, 12.5, True, date(2026, 4, 15), -3]
    expected = (" пробел", "две\nстроки", "007", 12, 12.5, "ИСТИНА", 46127, -3)
    assert read(ods_bytes({"Лист": [cells]})).grids[0].rows == (expected,)


@pytest.mark.parametrize("word", ["#DIV/0!", "#REF!", "#N/A", "Err:502"])
def test_an_error_cell_stays_an_error(word: str) -> None:
    assert read(ods_bytes({"Лист": [[1, CellError(word), "x"]]})).grids[0].rows == ((1, CellError(word), "x"),)


def test_an_error_is_known_without_the_mark_of_libreoffice() -> None:
    cell = (
        '<table:table-cell table:formula="of:=A9" office:value-type="string"><text:p>#REF!</text:p></table:table-cell>'
    )
    assert read(crafted(row(ONE + cell))).grids[0].rows == ((1, CellError("#REF!")),)


def test_a_typed_word_that_looks_like_an_error_is_a_word() -> None:
    assert read(ods_bytes({"Лист": [["#REF!"]]})).grids[0].rows == (("#REF!",),)


def test_a_formula_never_computed_is_told_apart_from_an_empty_cell() -> None:
    cells = f'{ONE}<table:table-cell table:formula="of:=A1+1"><text:p>?</text:p></table:table-cell>'
    assert read(crafted(row(cells))).grids[0].rows == ((1, NOT_COMPUTED),)


def test_errors_in_repeated_cells_stand_in_each() -> None:
    cell = (
        '<table:table-cell table:number-columns-repeated="2" table:formula="of:=1/0" office:value-type="string"'
        ' calcext:value-type="error"><text:p>#DIV/0!</text:p></table:table-cell>'
    )
    error = CellError("#DIV/0!")
    rows = read(crafted(row(ONE + cell, ' table:number-rows-repeated="2"'))).grids[0].rows
    assert rows == ((1, error, error), (1, error, error))


def test_words_of_a_note_are_no_cell() -> None:
    note = "<office:annotation><text:p>#REF!</text:p></office:annotation>"
    cell = f'<table:table-cell office:value-type="string">{note}<text:p>имя</text:p></table:table-cell>'
    assert read(crafted(row(cell))).grids[0].rows == (("имя",),)


def test_merged_cells_are_areas_and_keep_their_first_cell_only() -> None:
    spanned = ONE.replace(
        "office:value-type", 'table:number-columns-spanned="2" table:number-rows-spanned="2" office:value-type', 1
    )
    covered = ONE.replace("table-cell", "covered-table-cell")
    grid = read(crafted(row(spanned + covered + ONE) + row(covered + covered + ONE))).grids[0]
    assert grid.merges == (Area(1, 1, 2, 2),)
    assert grid.rows == ((1, None, 1), (None, None, 1))


def test_hidden_and_filtered_rows_and_columns_are_read_and_known() -> None:
    columns = (
        '<table:table-column/><table:table-column table:visibility="collapse" table:number-columns-repeated="2"/>'
        '<table:table-column table:visibility="collapse" table:number-columns-repeated="16000"/>'
    )
    rows = (
        row(ONE * 3)
        + row(ONE * 3, ' table:visibility="filter" table:number-rows-repeated="2"')
        + row(ONE, ' table:visibility="collapse"')
        + row(ONE)
        + row('<table:table-cell table:number-columns-repeated="16384"/>', ' table:visibility="collapse"')
    )
    grid = read(crafted(rows, columns)).grids[0]
    assert grid.hidden_rows == {2, 3, 4}
    assert grid.hidden_columns == {2, 3}
    assert len(grid.rows) == 5


def test_the_empty_end_of_a_sheet_is_no_row() -> None:
    end = row('<table:table-cell table:number-columns-repeated="16384"/>', ' table:number-rows-repeated="1048575"')
    assert read(crafted(row(ONE) + end)).grids[0].rows == ((1,),)


@pytest.mark.parametrize(
    "repeats",
    [
        (' table:number-rows-repeated="1000000"', ' table:number-columns-repeated="1000"'),
        (' table:number-rows-repeated="99999999999"', ""),
        ("", ' table:number-columns-repeated="20000"'),
    ],
)
def test_repeats_are_bounded_before_anything_is_laid_out(repeats: tuple[str, str]) -> None:
    cell = ONE.replace("<table:table-cell", f"<table:table-cell{repeats[1]}")
    file = read_file("Книга.ods", crafted(row(cell, repeats[0])))
    assert (file.code, file.refused, file.grids) == ("F04", "too_large", ())


def test_every_tab_is_read_in_order() -> None:
    assert [grid.tab for grid in read(ods_bytes({"Б": [[1]], "А & Я": [], "В": [["x"]]})).grids] == ["Б", "А & Я", "В"]


@pytest.mark.parametrize("missing", [{"mimetype"}, {"META-INF/manifest.xml"}, {"mimetype", "META-INF/manifest.xml"}])
def test_a_book_that_does_not_say_what_it_is_is_read_too(missing: set[str]) -> None:
    with zipfile.ZipFile(BytesIO(WHOLE)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist() if name not in missing}
    assert read_file("Книга.ods", zipped(parts)).grids == read_file("Книга.ods", WHOLE).grids


def test_a_password_is_named() -> None:
    manifest = b"<manifest:manifest><manifest:encryption-data/></manifest:manifest>"
    data = zipped({"mimetype": ODS_TYPE, "content.xml": b"noise", "META-INF/manifest.xml": manifest})
    assert read_file("Книга.ods", data).refused == "password"


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9])
def test_a_truncated_workbook_is_never_read_in_part(share: float) -> None:
    file = read_file("Книга.ods", WHOLE[: int(len(WHOLE) * share)])
    assert (file.code, file.refused) == ("F02", "truncated")


@pytest.mark.parametrize("content", [b"<a>", b"", b"<!DOCTYPE x [<!ENTITY a 'b'>]><x/>", "<x/>".encode("utf-16")])
def test_a_content_that_is_no_xml_names_its_part(content: bytes) -> None:
    file = read_file("Книга.ods", zipped({"mimetype": ODS_TYPE, "content.xml": content}))
    assert (file.code, "content.xml" in file.text) == ("F02", True)


def test_macros_are_noted_and_not_run() -> None:
    data = ods_crafted(
        f'<table:table table:name="Лист">{row(ONE)}</table:table>', extra={"Basic/script-lc.xml": b"<x/>"}
    )
    assert [code for code, _ in read(data).notes] == ["F06"]
