"""One workbook: values, dates, errors, hidden rows, merges; and every way in which it may be refused."""

import zipfile
from datetime import date, datetime, time, timedelta
from io import BytesIO
from random import Random

import pytest
from openpyxl import Workbook
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from config.columns import NOT_COMPUTED, CellError, Raw
from sync.backends.base import FileRead
from sync.backends.readers import package
from sync.backends.readers.calamine import CalamineProcess
from sync.backends.readers.file import read_file
from tests.sync.backends.workbooks import crafted, with_macro_sheet, workbook_bytes
from validators.grid import Area

WHOLE = workbook_bytes({"Лист": [["Код", "Имя"], *[[f"К-{number:04}", number] for number in range(300)]]})


def rows_of(data: bytes) -> tuple[tuple[Raw, ...], ...]:
    file = read_file("Книга.xlsx", data)
    assert file.code is None, file.text
    return file.grids[0].rows


def refusal_of(data: bytes) -> FileRead:
    file = read_file("Книга.xlsx", data)
    assert file.grids == ()
    assert file.text.startswith("Файл «Книга.xlsx»")
    assert file.advice
    return file


def saved(book: Workbook) -> bytes:
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (date(2026, 4, 15), 46127),
        (datetime(2026, 4, 15, 12, 0), 46127.5),  # noqa: DTZ001  a cell knows no zone
        (time(6, 0), 0.25),
        (timedelta(hours=36), 1.5),
        (date(1900, 3, 1), 61),
        (12.0, 12),
        (12.5, 12.5),
        (True, "ИСТИНА"),
        (False, "ЛОЖЬ"),
        ("12", "12"),
        ("  с пробелом ", "  с пробелом "),
        ("строка 1\nстрока 2", "строка 1\nстрока 2"),
        (-3, -3),
        (10**15, 10**15),
    ],
)
def test_a_cell_reads_as_plain_value(value: object, expected: Raw) -> None:
    cell = rows_of(workbook_bytes({"Лист": [[value]]}))[0][0]
    assert cell == expected
    assert type(cell) is type(expected)


def test_dates_of_the_1904_system_are_the_same_days() -> None:
    book = Workbook()
    book.epoch = CALENDAR_MAC_1904
    sheet = book.active
    assert sheet is not None
    sheet["A1"] = date(2026, 4, 15)
    assert rows_of(saved(book)) == ((46127,),)


def test_a_table_away_from_the_corner_keeps_its_place() -> None:
    rows = rows_of(crafted('<row r="3"><c r="C3"><v>1</v></c></row><row r="5"><c r="B5"><v>2</v></c></row>'))
    assert [list(row) for row in rows] == [[], [], [None, None, 1], [], [None, 2, None]]


def test_the_last_cell_of_a_sheet_does_not_build_a_million_rows_of_cells() -> None:
    rows = rows_of(crafted('<row r="1048576"><c r="XFD1048576"><v>7</v></c></row>'))
    assert rows[1048575][16383] == 7
    assert rows[0] == ()


def test_two_cells_in_opposite_corners_are_refused_with_advice() -> None:
    far = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>7</v></c></row>'
    file = refusal_of(crafted(far))
    assert file.code == "F04"
    assert "далеко" in file.advice


ERRORS = (
    '<row r="1"><c r="A1"><v>1</v></c><c r="B1" t="e"><v>#REF!</v></c></row>'
    '<row r="2"><c r="A2" s="0" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="D2" t="e"><v>#N/A</v></c></row>'
)


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(crafted(ERRORS), id="as Excel writes"),
        pytest.param(crafted(ERRORS.replace('t="e"', "t='e'")), id="single quotes"),
        pytest.param(
            crafted(
                '<row><c><v>1</v></c><c t="e"><v>#REF!</v></c></row>'
                '<row><c t="e"><f>1/0</f><v>#DIV/0!</v></c><c/><c/><c t="e"><v>#N/A</v></c></row>'
            ),
            id="without references",
        ),
    ],
)
def test_error_cells_are_told_apart_from_empty_ones(data: bytes) -> None:
    rows = rows_of(data)
    assert rows[0][:2] == (1, CellError("#REF!"))
    assert rows[1] == (CellError("#DIV/0!"), None, None, CellError("#N/A"))


def test_words_that_look_like_marks_are_only_words() -> None:
    text = 't="e" hidden="1" &lt;f&gt;'
    rows = f'<row r="1"><c r="A1" t="inlineStr"><is><t>{text}</t></is></c></row>'
    file = read_file("Книга.xlsx", crafted(rows))
    assert file.grids[0].rows == (('t="e" hidden="1" <f>',),)
    assert file.grids[0].hidden_rows == frozenset()


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ('<c r="B1"><f>A1+1</f></c>', NOT_COMPUTED),
        ('<c r="B1"><f>A1+1</f><v/></c>', NOT_COMPUTED),
        ('<c r="B1"><f>A1+1</f><v></v></c>', NOT_COMPUTED),
        ('<c r="B1"><f t="shared" si="0"/></c>', NOT_COMPUTED),
        ('<c r="B1"><f>A1+1</f><v>2</v></c>', 2),
        ('<c r="B1" t="str"><f>A1&amp;"x"</f><v>1x</v></c>', "1x"),
    ],
)
def test_a_formula_never_computed_is_told_apart_from_an_empty_cell(cell: str, expected: Raw) -> None:
    assert rows_of(crafted(f'<row r="1"><c r="A1"><v>1</v></c>{cell}</row>'))[0][1] == expected


def test_a_formula_that_gives_an_empty_text_is_an_empty_cell() -> None:
    cell = '<c r="B1" t="str"><f>IF(A1,"","")</f><v></v></c>'
    row = rows_of(crafted(f'<row r="1"><c r="A1"><v>1</v></c>{cell}<c r="C1"><v>3</v></c></row>'))[0]
    assert row == (1, None, 3)


@pytest.mark.parametrize("tag", ["", "x"])
def test_hidden_rows_are_known_by_their_numbers(tag: str) -> None:
    mark = f"{tag}:" if tag else ""
    rows = "".join(
        f'<{mark}row r="{number}"{hidden}><{mark}c r="A{number}"><{mark}v>{number}</{mark}v></{mark}c></{mark}row>'
        for number, hidden in ((1, ""), (2, ' hidden="1"'), (3, ' hidden="0"'), (7, ' hidden="true"'))
    )
    assert read_file("Книга.xlsx", crafted(rows, tag=tag)).grids[0].hidden_rows == {2, 7}


@pytest.mark.parametrize("tag", ["", "x"])
def test_hidden_columns_are_known_by_their_numbers(tag: str) -> None:
    mark = f"{tag}:" if tag else ""
    columns = (
        f'<{mark}cols><{mark}col min="1" max="1" width="9"/><{mark}col min="2" max="3" width="0" hidden="1"/>'
        f'<{mark}col min="5" max="16384" hidden="true"/></{mark}cols>'
    )
    cells = "".join(f'<{mark}c r="{letter}1"><{mark}v>1</{mark}v></{mark}c>' for letter in "ABCDEF")
    grid = read_file("Книга.xlsx", crafted(f'<{mark}row r="1">{cells}</{mark}row>', tag=tag, columns=columns)).grids[0]
    assert grid.rows == ((1,) * 6,)
    assert grid.hidden_columns == {2, 3, 5, 6}


def test_what_lies_under_a_merged_area_is_not_there_for_people() -> None:
    merge = '<mergeCells count="1"><mergeCell ref="A1:B2"/></mergeCells>'
    rows = "".join(
        f'<row r="{row}">{"".join(f"<c r={chr(34)}{letter}{row}{chr(34)}><v>{row}</v></c>" for letter in "ABC")}</row>'
        for row in (1, 2, 3)
    )
    assert rows_of(crafted(rows, tail=merge)) == ((1, None, 1), (None, None, 2), (3, 3, 3))


def test_a_row_below_the_last_one_is_damage_and_not_a_shorter_table() -> None:
    rows = '<row r="1"><c r="A1"><v>1</v></c></row><row r="6000000"><c r="A6000000"><v>2</v></c></row>'
    assert refusal_of(crafted(rows)).refused == "damaged"


def test_a_sheet_of_old_macros_is_no_table_and_the_tables_beside_it_are_read() -> None:
    file = read_file("Книга.xlsm", with_macro_sheet(crafted('<row r="1"><c r="A1"><v>1</v></c></row>')))
    assert [(grid.tab, grid.rows) for grid in file.grids] == [("Лист", ((1,),))]
    assert [code for code, _ in file.notes] == ["F06"]


def test_merged_cells_are_areas_counted_from_one() -> None:
    merge = '<mergeCells count="1"><mergeCell ref="B2:D3"/></mergeCells>'
    grid = read_file("Книга.xlsx", crafted('<row r="2"><c r="B2"><v>1</v></c></row>', tail=merge)).grids[0]
    assert grid.merges == (Area(2, 2, 3, 4),)


def test_marks_are_found_in_every_block_of_a_long_sheet() -> None:
    filler = "".join(f'<c r="{letter}{{0}}" t="inlineStr"><is><t>{"слово" * 20}</t></is></c>' for letter in "BCDEFGH")
    rows = [
        f'<row r="{at}"{" hidden=" + chr(34) + "1" + chr(34) if at % 500 == 0 else ""}><c r="A{at}"'
        f' t="e"><v>#N/A</v></c>{filler.format(at)}</row>'
        for at in range(1, 2001)
    ]
    grid = read_file("Книга.xlsx", crafted("".join(rows))).grids[0]
    assert len(grid.rows) == 2000
    assert all(row[0] == CellError("#N/A") for row in grid.rows)
    assert grid.hidden_rows == {500, 1000, 1500, 2000}


def test_every_tab_is_read_in_order_empty_and_hidden_ones_too() -> None:
    book = Workbook()
    book.create_sheet("Скрытый").sheet_state = "hidden"
    book.create_sheet("Третий")["A1"] = "x"
    book.create_chartsheet("Диаграмма")
    grids = read_file("Книга.xlsx", saved(book)).grids
    assert [grid.tab for grid in grids] == ["Sheet", "Скрытый", "Третий"]


def test_macros_are_noted_and_not_run() -> None:
    data = crafted('<row r="1"><c r="A1"><v>1</v></c></row>', extra={"xl/vbaProject.bin": b"code"})
    file = read_file("Книга.xlsm", data)
    assert [code for code, _ in file.notes] == ["F06"]
    assert file.grids[0].rows == ((1,),)


@pytest.mark.parametrize("left", [4, 30, 1000, "half", -30, -1])
def test_a_truncated_workbook_is_never_read_in_part(left: int | str) -> None:
    size = len(WHOLE) // 2 if isinstance(left, str) else left
    assert refusal_of(WHOLE[:size]).code == "F02"


def test_a_damaged_part_is_named() -> None:
    with zipfile.ZipFile(BytesIO(WHOLE)) as archive:
        info = archive.getinfo("xl/worksheets/sheet1.xml")
    at = info.header_offset + 30 + len(info.filename) + info.compress_size // 2
    damaged = WHOLE[:at] + bytes([WHOLE[at] ^ 0xFF]) + WHOLE[at + 1 :]
    file = refusal_of(damaged)
    assert file.code == "F02"
    assert "xl/worksheets/sheet1.xml" in file.text


def test_a_sheet_whose_xml_breaks_off_is_named() -> None:
    file = refusal_of(crafted('<row r="1"><c r="A1"><v>1</v></c></row></broken>'))
    assert file.code == "F02"
    assert "Лист" in file.text or "xl/worksheets/sheet1.xml" in file.text


def test_a_tag_without_its_end_is_damage_and_not_a_lost_word() -> None:
    words = (
        '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><tА</t></si><si><t>Б</t></si></sst>'
    )
    row = '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>'
    file = refusal_of(crafted(row, extra={"xl/sharedStrings.xml": words.encode()}))
    assert (file.refused, "xl/sharedStrings.xml" in file.text) == ("damaged", True)


def test_a_bracket_in_a_text_is_a_letter() -> None:
    assert rows_of(crafted('<row r="1"><c r="A1" t="inlineStr"><is><t>5 > 3</t></is></c></row>')) == (("5 > 3",),)


def test_a_part_that_is_no_sheet_is_damage_and_not_an_empty_tab() -> None:
    assert refusal_of(crafted("", extra={"xl/worksheets/sheet1.xml": b"<styleSheet/>"})).refused == "damaged"


@pytest.mark.parametrize("encoding", ["utf-16", "cp037", "utf-7"])
def test_parts_in_an_encoding_that_no_program_of_tables_writes_are_refused(encoding: str) -> None:
    text = f'<?xml version="1.0" encoding="{encoding}"?><styleSheet/>'
    file = refusal_of(crafted("", extra={"xl/styles.xml": text.encode(encoding)}))
    assert (file.code, file.refused, "xl/styles.xml" in file.text) == ("F02", "encoding", True)


def test_a_wrong_checksum_of_any_part_is_damage() -> None:
    data = crafted('<row r="1"><c r="A1"><v>1</v></c></row>', extra={"xl/media/image1.png": b"picture"})
    with zipfile.ZipFile(BytesIO(data)) as archive:
        right = archive.getinfo("xl/media/image1.png").CRC.to_bytes(4, "little")
    file = refusal_of(data.replace(right, b"\x01\x02\x03\x04"))
    assert (file.code, "image1.png" in file.text) == ("F02", True)


ENTITY = '<!DOCTYPE x [<!ENTITY a "aaaa">]>'


@pytest.mark.parametrize("part", ["xl/sharedStrings.xml", "xl/worksheets/sheet1.xml", "xl/workbook.xml", "_rels/.rels"])
def test_a_document_type_is_refused_in_any_part(part: str) -> None:
    data = f'<?xml version="1.0"?>{ENTITY}<root/>'.encode()
    file = refusal_of(crafted("", extra={part: data}))
    assert file.code == "F02"
    assert part in file.text


def test_a_document_type_across_two_pieces_of_reading_is_found() -> None:
    comment = b"<!--" + Random(1).randbytes(package.CHUNK).hex().encode()[: package.CHUNK - 12] + b"-->"
    data = comment + b"<!DOCTYPE x><root/>"
    assert data.index(b"<!DOCTYPE") < package.CHUNK < data.index(b"<!DOCTYPE") + 9
    assert refusal_of(crafted("", extra={"xl/styles.xml": data})).code == "F02"


def test_a_swollen_part_is_refused_by_its_ratio() -> None:
    file = refusal_of(crafted("", extra={"xl/media/big.bin": bytes(4 * 1024 * 1024)}))
    assert file.code == "F04"


def test_the_sum_of_parts_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "MOST_BYTES", 1000)
    assert refusal_of(WHOLE).code == "F04"


def test_too_many_parts_are_refused() -> None:
    extra = {f"xl/media/{number}.txt": b"" for number in range(package.MOST_PARTS)}
    assert refusal_of(crafted("", extra=extra)).code == "F04"


def test_a_part_written_twice_is_ambiguous_and_refused() -> None:
    buffer = BytesIO(WHOLE)
    with zipfile.ZipFile(buffer, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr("xl/worksheets/sheet1.xml", b"<worksheet/>")
    assert refusal_of(buffer.getvalue()).code == "F02"


def test_an_entry_encrypted_as_in_an_archive_is_a_password() -> None:
    data = bytearray(WHOLE)
    at = data.index(b"PK\x01\x02")
    data[at + 8] |= 1
    assert refusal_of(bytes(data)).code == "F01"


def test_one_process_reads_on_after_a_file_that_it_could_not_open() -> None:
    bad = crafted('<row r="1"><c r="A1" t="s"><v>99999</v></c></row></broken>')
    with CalamineProcess() as process:
        first = read_file("А.xlsx", WHOLE, process)
        second = read_file("Б.xlsx", bad, process)
        third = read_file("В.xlsx", WHOLE, process)
    assert (first.code, second.code, third.code) == (None, "F02", None)
    assert first.grids[0].rows == third.grids[0].rows
