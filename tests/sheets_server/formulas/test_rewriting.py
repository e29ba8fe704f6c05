"""Formulas after rows, columns and tabs changed, after a copy, in another locale."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.sheets_server.changes import Deleted, Inserted, Moved
from tests.sheets_server.formulas.rewriting import Change, Dropped, Renamed, Reshaped, copied, shifted, translated
from tests.sheets_server.locales import locale_of

US, RU = locale_of("en_US"), locale_of("ru_RU")
TEMPLATE = """={"Замечания"; ARRAYFORMULA(IF(A2:A=""; ""; IFERROR(VLOOKUP(A2:A; '_Замечания'!A:C; 3; FALSE); "")))}"""


def in_sheet(lines: Inserted | Deleted | Moved) -> Change:
    return Reshaped("Лист", "Лист", lines)


ROWS = [
    # every case is not proven by a recording: no recorded formula was shifted but `=1+1` (WorksheetTest.test_insert_row)
    ("=A5", Inserted("ROWS", 2, 1), "=A6"),
    ("=A2", Inserted("ROWS", 2, 1), "=A2"),
    ("=$A$5", Inserted("ROWS", 2, 3), "=$A$8"),
    ("=SUM(A2:A5)", Inserted("ROWS", 3, 1), "=SUM(A2:A6)"),
    ("=SUM(A2:A5)", Inserted("ROWS", 5, 1), "=SUM(A2:A5)"),
    ("=SUM(A2:A5)", Inserted("ROWS", 1, 1), "=SUM(A3:A6)"),
    ("=A2:A", Inserted("ROWS", 5, 1), "=A2:A"),
    ("=A2:A", Inserted("ROWS", 1, 1), "=A3:A"),
    ("=A:C", Inserted("ROWS", 0, 5), "=A:C"),
    ("=2:3", Inserted("ROWS", 2, 1), "=2:4"),
    ("=A5", Deleted("ROWS", 4, 1), "=#REF!"),
    ("=SUM(A2:A5)", Deleted("ROWS", 2, 1), "=SUM(A2:A4)"),
    ("=SUM(A2:A5)", Deleted("ROWS", 0, 10), "=SUM(#REF!)"),
    ("=A2:A", Deleted("ROWS", 1, 2), "=A2:A"),
    ("=A4:A", Deleted("ROWS", 0, 2), "=A2:A"),
    ("=B1", Inserted("COLUMNS", 1, 1), "=C1"),
    ("=A:C", Inserted("COLUMNS", 1, 1), "=A:D"),
    ("=A2:A", Deleted("COLUMNS", 0, 1), "=#REF!"),
    ("=A2:C", Deleted("COLUMNS", 0, 1), "=A2:B"),
    ("=$B1+C$1", Deleted("COLUMNS", 0, 1), "=$A1+B$1"),
    ("=A5", Moved("ROWS", 4, 5, 1), "=A2"),
    ("=A2", Moved("ROWS", 4, 5, 1), "=A3"),
    ("=B1", Moved("COLUMNS", 1, 2, 5), "=E1"),
    ("=1+1", Inserted("ROWS", 0, 1), "=1+1"),  # recorded: WorksheetTest.test_insert_row
    ("= A5 +  2", Inserted("ROWS", 0, 1), "= A6 +  2"),
    ("=Другой!A5", Inserted("ROWS", 0, 1), "=Другой!A5"),
    ("=лист!A5", Inserted("ROWS", 0, 1), "='лист'!A6"),
    ("='Лист'!A5", Inserted("ROWS", 0, 1), "='Лист'!A6"),
    ('="A5"', Inserted("ROWS", 0, 1), '="A5"'),
    ("=SUM(A5", Inserted("ROWS", 0, 1), "=SUM(A6"),
    ("=?A5", Inserted("ROWS", 0, 1), "=?A5"),
]


@pytest.mark.parametrize(("formula", "lines", "after"), ROWS)
def test_references_follow_their_cells(formula: str, lines: Inserted | Deleted | Moved, after: str) -> None:
    assert shifted(formula, RU, in_sheet(lines)) == after


def test_a_change_of_another_tab_moves_only_what_points_there() -> None:
    change = Reshaped("Лист", "_Замечания", Inserted("COLUMNS", 1, 1))
    assert shifted(TEMPLATE, RU, change) == TEMPLATE.replace("A:C", "A:D")


def test_a_renamed_tab_is_renamed_in_formulas() -> None:
    assert shifted("=Sheet1!A1+A1", US, Renamed("sheet1", "Мой лист")) == "='Мой лист'!A1+A1"


def test_a_deleted_tab_leaves_an_error() -> None:
    assert shifted(TEMPLATE, RU, Dropped("_Замечания")) == TEMPLATE.replace("'_Замечания'!A:C", "#REF!")
    assert shifted("=A1", RU, Dropped("_Замечания")) == "=A1"


@pytest.mark.parametrize(
    ("formula", "rows", "columns", "after"),
    [
        ("=A1+$A$1", 2, 1, "=B3+$A$1"),
        ("=$A1&A$1", 2, 1, "=$A3&B$1"),
        ("=A:A", 5, 1, "=B:B"),
        ("=SUM(A1:$B$2)", 1, 1, "=SUM(B2:$B$2)"),
        ("=A1", -1, 0, "=#REF!"),
        ("='Мой лист'!B2", -1, -1, "='Мой лист'!A1"),
    ],
)
def test_a_copied_formula_carries_what_is_not_fixed(formula: str, rows: int, columns: int, after: str) -> None:
    assert copied(formula, RU, rows, columns) == after


@pytest.mark.parametrize(
    ("russian", "english"),
    [
        (TEMPLATE, TEMPLATE.replace("{", "{", 1).replace('A2:A=""; ""; IFERROR(VLOOKUP(A2:A; \'_Замечания\'!A:C; 3; FALSE); "")',
                                                        'A2:A="", "", IFERROR(VLOOKUP(A2:A, \'_Замечания\'!A:C, 3, FALSE), "")')),
        ("={1,5\\2;3\\4}", "={1.5,2;3,4}"),
        ('=IF(A1;1,5;"a;b,c")', '=IF(A1,1.5,"a;b,c")'),
    ],
)  # fmt: skip
def test_a_formula_reads_in_the_other_locale(russian: str, english: str) -> None:
    assert translated(russian, RU, US) == english
    assert translated(english, US, RU) == russian


def test_russian_functions_and_truths_get_english_names() -> None:
    assert translated('=ЕСЛИ(ИСТИНА;СУММ(A1;1,5);"")', RU, US) == '=IF(TRUE,SUM(A1,1.5),"")'


def test_a_formula_that_can_not_be_read_stays() -> None:
    assert translated("=SUM(A1,B1)", RU, US) == "=SUM(A1,B1)"


@given(st.integers(0, 30), st.integers(0, 5), st.integers(0, 30))
def test_rows_put_in_and_taken_out_again_change_nothing(at: int, count: int, row: int) -> None:
    formula = f"=A{row + 1}+SUM(B{row + 1}:C{row + 5})+D:D"
    put_in = shifted(formula, RU, in_sheet(Inserted("ROWS", at, count)))
    assert shifted(put_in, RU, in_sheet(Deleted("ROWS", at, count))) == formula
