"""Pieces of formulas: joined again they are the formula; a separator of another locale is an error."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.sheets_server.formulas.lexer import FormulaSyntaxError, pieces
from tests.sheets_server.locales import Locale, locale_of

US, RU = locale_of("en_US"), locale_of("ru_RU")
TEMPLATE = """={"Замечания"; ARRAYFORMULA(IF(A2:A=""; ""; IFERROR(VLOOKUP(A2:A; '_Замечания'!A:C; 3; FALSE); "")))}"""


def kinds(formula: str, locale: Locale) -> list[str]:
    return [piece.kind for piece in pieces(formula, locale)]


@pytest.mark.parametrize(
    ("locale", "formula"),
    [
        (US, "=SUM(A2,B2)"),  # recorded: grids/with-formula.json
        (US, "=NOW()+TIME(0,C2,0)"),  # recorded: grids/time-formula.json
        (US, "= 1 / 1024"),  # recorded: CellTest.test_numeric_value
        (US, "=sum(B4:I4)"),  # recorded: gspread_pandas TestSpread.test_df
        (RU, TEMPLATE),
        (US, TEMPLATE),  # seen: `;` between arguments is taken in comma locales too (benlcollins.com, jtuto.com)
        (US, '={1,2;3,4}&"a""b"'),
        (RU, "={1,5\\2;3\\4}"),
        (RU, "=ЕСЛИ(A1=1,5;\n  'Мой лист'!$A$1;#N/A)%"),
    ],
)
def test_pieces_joined_are_the_formula(locale: Locale, formula: str) -> None:
    assert "=" + "".join(piece.text for piece in pieces(formula, locale)) == formula


@pytest.mark.parametrize(
    ("locale", "formula"),
    [
        (RU, "=SUM(A1,B1)"),  # sheets_api.md §5 "a `,` gives #ERROR!"
        (US, "={1\\2}"),  # seen: `\\` is not taken in comma locales (jtuto.com)
        (US, "=SUM(]"),
        (US, "=A1)"),
        (US, "=(A1}"),
        (US, '="open'),
        (US, "=7 (916) ?"),
    ],
)
def test_what_is_not_of_the_locale_is_an_error(locale: Locale, formula: str) -> None:
    with pytest.raises(FormulaSyntaxError):
        pieces(formula, locale)


def test_a_comma_parts_arguments_in_one_locale_and_decimals_in_another() -> None:
    assert kinds("=SUM(1,2)", US) == ["function", "(", "number", "argument", "number", ")"]
    assert kinds("=SUM(1,2)", RU) == ["function", "(", "number", ")"]


def test_a_function_like_a_cell_is_a_function() -> None:
    assert kinds("=LOG10(A1)", US) == ["function", "(", "reference", ")"]


@given(st.text("A1:$!'\"(){};,\\ 2=+Лист#REF", max_size=25))
def test_any_text_is_pieces_or_an_error(text: str) -> None:
    with suppress(FormulaSyntaxError):
        assert "=" + "".join(piece.text for piece in pieces(f"={text}", RU)) == f"={text}"
