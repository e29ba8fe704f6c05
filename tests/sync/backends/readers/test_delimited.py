"""Text tables: encodings, separators, quotes."""

import pytest

from sync.backends.readers.delimited import read_delimited

TABLE = "Код;Школа;Класс\nШК-0001;Школа № 5;9А\nШК-0002;Лицей;10Б\n"
ROWS = (("Код", "Школа", "Класс"), ("ШК-0001", "Школа № 5", "9А"), ("ШК-0002", "Лицей", "10Б"))


def cells_of(data: bytes | str) -> tuple[tuple[object, ...], ...]:
    file = read_delimited("Список.csv", data.encode() if isinstance(data, str) else data)
    assert file.code is None, file.text
    return file.grids[0].rows


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1251", "cp866", "utf-16", "utf-16-le", "utf-16-be"])
def test_the_encoding_is_found(encoding: str) -> None:
    text = TABLE.replace("№ ", "") if encoding == "cp866" else TABLE
    rows = cells_of(text.encode(encoding))
    assert rows[0] == ROWS[0]
    assert rows[2] == ROWS[2]


@pytest.mark.parametrize("separator", [";", ",", "\t"])
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_the_separator_and_the_line_ends_are_found(separator: str, ending: str) -> None:
    assert cells_of(TABLE.replace(";", separator).replace("\n", ending)) == ROWS


def test_a_declared_separator_is_taken_and_its_line_is_no_row() -> None:
    assert cells_of("sep=|\n" + TABLE.replace(";", "|")) == ROWS


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Имя;Сумма\nА;12,5\nБ;13,5\n", (("Имя", "Сумма"), ("А", "12,5"), ("Б", "13,5"))),
        ("Сумма;Доля\n1,5;2,5\n3,5;4,5\n", (("Сумма", "Доля"), ("1,5", "2,5"), ("3,5", "4,5"))),
        ('ФИО,Класс\n"Белов, Илья",9А\nАнна,8Б\n', (("ФИО", "Класс"), ("Белов, Илья", "9А"), ("Анна", "8Б"))),
        ('Имя;Примечание\nА;"две\nстроки; и точка"\n', (("Имя", "Примечание"), ("А", "две\nстроки; и точка"))),
        ('Имя;Организация\nА;"ООО ""Ромашка"""\n', (("Имя", "Организация"), ("А", 'ООО "Ромашка"'))),
    ],
)
def test_separators_and_quotes_inside_cells_do_not_cut_them(text: str, rows: tuple[tuple[str, ...], ...]) -> None:
    assert cells_of(text) == rows


@pytest.mark.parametrize(
    "row",
    ['"Ромашка" ООО\t5', 'ООО "Ромашка"\t5', '"Ромашка\t5', '5\t"Ромашка', '"Ромашка" и "Лютик"\t5'],
)
def test_stray_quotes_in_a_tab_separated_list_are_letters(row: str) -> None:
    text = f"Название\tЧисло\nА\t1\n{row}\nБ\t2\nВ\t3\n"
    assert cells_of(text)[2] == tuple(row.split("\t"))
    assert len(cells_of(text)) == 5


def test_an_unbalanced_quote_does_not_swallow_the_rest_of_the_list() -> None:
    text = 'Код;Название\n1;А\n2;"Ромашка\n3;В\n4;Г\n'
    assert [row[0] for row in cells_of(text)] == ["Код", "1", "2", "3", "4"]


def test_a_title_above_the_table_does_not_hide_the_separator() -> None:
    assert cells_of("Список команд, версия 2\n\n" + TABLE)[2:] == ROWS


def test_empty_cells_are_none_and_empty_lines_at_the_end_are_no_rows() -> None:
    assert cells_of("А;Б\n;1\n2;\n;\n\n\n") == (("А", "Б"), (None, "1"), ("2", None))


def test_everything_is_text_and_the_format_knows_no_types() -> None:
    grid = read_delimited("Список.csv", b"a;b\n1;01.02.2026\n").grids[0]
    assert grid.rows[1] == ("1", "01.02.2026")
    assert not grid.typed
    assert grid.tab == ""
    assert grid.source == "Список.csv"


def test_one_column_is_a_table_too() -> None:
    assert cells_of("Код\nШК-0001\n") == (("Код",), ("ШК-0001",))


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"PK\x03\x04rest", "F03"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "F03"),
        (b"a;b\n\x00\x01\x02\x03;\x07", "F03"),
        ("Код;Имя\n1;Аня".encode()[:-1], "F02"),
    ],
)
def test_what_is_no_whole_text_is_refused(data: bytes, code: str) -> None:
    file = read_delimited("Список.csv", data)
    assert (file.code, file.grids) == (code, ())
    assert file.text
    assert file.advice
