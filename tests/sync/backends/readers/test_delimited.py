"""Text tables: encodings, separators, quotes."""

import pytest

from config.columns import CellError
from sync.backends.readers.file import read_file

TABLE = "Код;Школа;Класс\nШК-0001;Школа № 5;9А\nШК-0002;Лицей;10Б\n"
ROWS = (("Код", "Школа", "Класс"), ("ШК-0001", "Школа № 5", "9А"), ("ШК-0002", "Лицей", "10Б"))


def cells_of(data: bytes | str) -> tuple[tuple[object, ...], ...]:
    file = read_file("Список.csv", data.encode() if isinstance(data, str) else data)
    assert file.code is None, file.text
    return file.grids[0].rows


_WIDE = ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1251", "cp866", "koi8-r", "mac-cyrillic", *_WIDE])
@pytest.mark.parametrize("text", [TABLE, "№;ФИО\n1;ПЕТРОВА АННА\n2;Ёлкин Пётр\n", "Имя;Есть\nАня;да\nБорис;нет\n"])
def test_the_encoding_is_found(encoding: str, text: str) -> None:
    text = text if "utf" in encoding else text.replace("№", "Номер")
    assert cells_of(text.encode(encoding)) == tuple(tuple(line.split(";")) for line in text.splitlines())


@pytest.mark.parametrize("text", ["première;garçon\nœuvre;naïve\n", "Name;Größe\nMüller;fünf\n", "cost (£);n\n£5;1\n"])
def test_a_text_that_is_plainly_not_russian_is_read_as_latin(text: str) -> None:
    assert cells_of(text.encode("cp1252")) == tuple(tuple(line.split(";")) for line in text.splitlines())


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-r", "cp866"])
def test_a_few_russian_words_among_latin_ones_are_russian(encoding: str) -> None:
    text = "Name;E-mail;Status\nIvanov;ivanov@example.ru;зачислен\nPetrov;petrov@example.ru;отчислен\n"
    assert cells_of(text.encode(encoding))[1][2] == "зачислен"


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
    grid = read_file("Список.csv", b"a;b\n1;01.02.2026\n").grids[0]
    assert grid.rows[1] == ("1", "01.02.2026")
    assert not grid.typed
    assert grid.tab == ""
    assert grid.source == "Список.csv"


def test_one_column_is_a_table_too() -> None:
    assert cells_of("Код\nШК-0001\n") == (("Код",), ("ШК-0001",))


def test_a_bar_is_a_separator_too() -> None:
    assert cells_of(TABLE.replace(";", "|")) == ROWS


def test_a_file_out_of_excel_is_read_without_its_first_line_and_its_mark() -> None:
    text = '\ufeffsep=;\r\n"Код";"Школа";"Класс"\r\nШК-0001;"Школа № 5";9А\r\nШК-0002;Лицей;10Б\r\n'
    assert cells_of(text) == ROWS


def test_a_single_quote_inside_a_word_cuts_nothing() -> None:
    assert cells_of("Имя;Школа\nО'Нил;5\n'Анна';6\n")[1:] == (("О'Нил", "5"), ("'Анна'", "6"))


def test_rows_of_unequal_length_keep_every_cell() -> None:
    assert cells_of("А;Б\n1;2;3\n4\n5;6\n") == (("А", "Б"), ("1", "2", "3"), ("4",), ("5", "6"))


@pytest.mark.parametrize(
    "cell", ["007", "+7 912 000-00-00", "01.02.2026", "1 054,50", "=A1", "1e5", "TRUE", "12345678901234567890"]
)
def test_a_text_stays_as_typed(cell: str) -> None:
    assert cells_of(f"Имя;Значение\nА;{cell}\n")[1] == ("А", cell)


def test_an_error_that_a_spreadsheet_wrote_stays_an_error_and_words_about_it_are_words() -> None:
    rows = cells_of("Имя;Сумма\nА;#REF!\nБ;#Н/Д\nВ;#REF! в ячейке\n")
    assert [row[1] for row in rows[1:]] == [CellError("#REF!"), CellError("#Н/Д"), "#REF! в ячейке"]


def test_a_file_without_an_end_is_read_when_its_rows_agree() -> None:
    assert read_file("выгрузка", TABLE.encode()).grids[0].rows == ROWS


@pytest.mark.parametrize(
    ("data", "code", "cause"),
    [
        (b"", "F05", "empty"),
        (b"\xef\xbb\xbf\r\n", "F05", "empty"),
        (b";;;\n;;;\n", "F05", "empty"),
        (b"a;b\n\x00\x01\x02\x03;\x07", "F03", "not_a_workbook"),
        ("Код;Имя\n1;Аня".encode()[:-1], "F02", "truncated"),
        ("Код;Имя\n1;Аня".encode("utf-16")[:-1], "F02", "truncated"),
        (TABLE.encode().decode("cp1251", "replace").encode(), "F02", "encoding"),
        (TABLE.encode().decode("cp1252", "replace").encode(), "F02", "encoding"),
        (TABLE.encode("ascii", "replace") * 20, "F02", "encoding"),
        (TABLE.encode().replace("Школа".encode(), b"\xef\xbf\xbd" * 5), "F02", "encoding"),
        (TABLE.encode() + TABLE.encode("cp1251"), "F02", "encoding"),
    ],
)
def test_what_is_no_whole_text_is_refused(data: bytes, code: str, cause: str) -> None:
    file = read_file("Список.csv", data)
    assert (file.code, file.refused, file.grids) == (code, cause, ())
    assert file.text
    assert file.advice
