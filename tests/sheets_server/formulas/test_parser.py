"""Trees of formulas: the order of operators, arguments left out, names in two languages."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.sheets_server.formulas.function_names import RUSSIAN
from tests.sheets_server.formulas.lexer import FormulaSyntaxError
from tests.sheets_server.formulas.library import FUNCTIONS
from tests.sheets_server.formulas.nodes import Array, Call, Literal, Name, Operation
from tests.sheets_server.formulas.parser import parsed
from tests.sheets_server.locales import locale_of

US, RU = locale_of("en_US"), locale_of("ru_RU")


def test_multiplication_comes_before_addition() -> None:
    assert parsed("=1+2*3", US) == Operation("+", (Literal(1), Operation("*", (Literal(2), Literal(3)))))


def test_an_argument_left_out_is_empty() -> None:
    assert parsed("=IF(TRUE;;2)", US) == Call("IF", (Literal(True), Literal(None), Literal(2)))  # noqa: FBT003 a cell


def test_semicolons_in_braces_part_rows() -> None:
    assert parsed("={1;2}", RU) == Array(((Literal(1),), (Literal(2),)))
    assert parsed("={1\\2}", RU) == parsed("={1,2}", US) == Array(((Literal(1), Literal(2)),))


def test_russian_names_are_taken_in_russian_only() -> None:
    assert parsed("=СУММ(1)", RU) == parsed("=SUM(1)", RU) == Call("SUM", (Literal(1),))
    assert parsed("=СУММ(1)", US) == Call("СУММ", (Literal(1),))
    assert parsed("=СЧЁТЕСЛИ(A:A;1)", RU) == parsed("=СЧЕТЕСЛИ(A:A;1)", RU)


def test_every_russian_name_leads_to_a_function_that_is_here() -> None:
    assert set(RUSSIAN.values()) <= set(FUNCTIONS)


def test_truths_are_words_and_calls() -> None:
    assert parsed("=ИСТИНА", RU) == parsed("=TRUE", US) == parsed("=TRUE()", US) == Literal(True)  # noqa: FBT003 a cell
    assert parsed("=Классы", US) == Name("Классы")


@pytest.mark.parametrize("formula", ["=", "=1+", "=SUM(", "=1 2", "={}", "=*1", "=A1:", "=7 (916) 1", "=IF(1;2"])
def test_half_a_formula_is_an_error(formula: str) -> None:
    with pytest.raises(FormulaSyntaxError):
        parsed(formula, US)


@pytest.mark.parametrize("formula", ["=SUM(A1,B1)", "=IF(A1=1,2,3)", "={1,2,3}"])
def test_commas_between_arguments_are_an_error_where_they_part_decimals(formula: str) -> None:
    """sheets_api.md §5 "Locale ru_RU"."""
    with pytest.raises(FormulaSyntaxError):
        parsed(formula, RU)


@given(st.text('A1:$!(){};, 2=+-*/^&<>%"SUM', max_size=20))
def test_any_text_is_a_tree_or_an_error(text: str) -> None:
    with suppress(FormulaSyntaxError):
        parsed(f"={text}", US)
