"""Patterns: what a cell shows for a value; tables of (value, pattern, shown) by locale."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.sheets_server.cell_values import ErrorValue, Scalar, serial_of
from tests.sheets_server.locales import locale_of
from tests.sheets_server.number_formats import rendered

US = locale_of("en_US")
RU = locale_of("ru_RU")

GENERAL_US: list[tuple[Scalar, str]] = [
    (2, "2"),  # recorded: WorksheetTest.test_get_all_records_value_render_options `=4/2`
    (1.5, "1.5"),  # recorded: the same, `=3/2`
    (0.12, "0.12"),  # recorded: the same
    (42.01, "42.01"),  # recorded: WorksheetTest.test_update_cell
    (1 / 1024, "0.0009765625"),  # recorded: CellTest.test_numeric_value `= 1 / 1024`
    (True, "TRUE"),
    (None, ""),
    ("Артур", "Артур"),  # recorded: WorksheetTest.test_update_cell
    (ErrorValue("N_A"), "#N/A"),
    (ErrorValue("DIVIDE_BY_ZERO"), "#DIV/0!"),
    # not proven: limits of the automatic format
    (1 / 3, "0.3333333333"),
    (43929.7078062963, "43929.70781"),
    (123456789012345, "123456789012345"),
    (1e15, "1E+15"),
    (1234567890123456, "1.23457E+15"),
    (-2.5, "-2.5"),
    (0.1 + 0.2, "0.3"),
    (1e-12, "1E-12"),
]

PATTERNS_US: list[tuple[Scalar, str, str]] = [
    (2000000.01, "#,##0.00", "2,000,000.01"),  # recorded: CellTest.test_numeric_value
    (-57, "#,##0.00;(#,##0.00)", "(57.00)"),  # pattern recorded: grids/mixed-data.json; negatives [doc]
    (83, "#,##0.00[$ ₽]", "83.00 ₽"),  # recorded: grids/mixed-data.json
    (0, '_("$"* #,##0.00_);_("$"* \\(#,##0.00\\);_("$"* "-"??_);_(@_)', " $ -   "),  # pattern recorded, zero [?]
    (-3, '_("$"* #,##0.00_);_("$"* \\(#,##0.00\\);_("$"* "-"??_);_(@_)', " $ (3.00)"),  # pattern recorded, sign [?]
    # doc guides/formats: meaning of the tokens; the cases are ours
    (12345.125, "####.#", "12345.1"),
    (12345.125, "000000", "012345"),
    (0.5, "#.##", ".5"),
    (0.5, "0.??", "0.5 "),
    (1234567, "0,,", "1"),
    (1234567, "#,##0,", "1,235"),
    (0.0505, "0.0%", "5.1%"),
    (12345, "0.00E+00", "1.23E+04"),
    (0.00012, "0.0E-0", "1.2E-4"),
    (12345, "##0.0E+0", "12.3E+3"),
    (9.995, "0.00E+00", "1.00E+01"),
    (5.25, "# ?/?", "5 1/4"),
    (0.5, "?/?", "1/2"),
    (79161234567, "+0 (000) 000-00-00", "+7 (916) 123-45-67"),
    (5, '[red]0;[blue]-0;"нет"', "5"),
    (-5, '[red]0;[blue]-0;"нет"', "-5"),
    (0, '[red]0;[blue]-0;"нет"', "нет"),
    (5, "[<10]0.0;0", "5.0"),
    (15, "[<10]0.0;0", "15"),
    (-5, '"$"#,##0.00', "-$5.00"),
    (7, "@", "7"),
    ("слово", "0.00", "слово"),
    ("слово", '"<"@">"', "<слово>"),
    (1.005, "0.00", "1.01"),
    (3, '0 "чел."', "3 чел."),
]

DATES_US: list[tuple[Scalar, str, str]] = [
    (43831, "yyyy-mm-dd", "2020-01-01"),  # recorded: test_get_all_values_date_time_render_options
    (36162, "yyyy-MM-dd", "1999-01-02"),  # recorded: the same
    (43831.5, "M/d/yyyy H:mm:ss", "1/1/2020 12:00:00"),
    (2.5, "d mmm yyyy", "1 Jan 1900"),  # doc guides/formats: 2.5 is noon of 1 January 1900
    (43831, "dddd, mmmm d", "Wednesday, January 1"),
    (43831, "ddd mmmmm yy", "Wed J 20"),
    (0.75, "h:mm am/pm", "6:00 PM"),
    (0.25, "hh:mm a/p", "06:00 a"),
    (1.5, "[h]:mm", "36:00"),
    (-0.0625, "[h]:mm", "-1:30"),
    (0.0125, "[mm]:ss", "18:00"),
    (0.00001, "ss.000", "00.864"),
    (43831.9999, "H:mm", "23:59"),
    (43831, "mmmm", "January"),
    (0.5, "h:M", "12:12"),  # `M` is a month even after an hour
]

RU_PATTERNS: list[tuple[Scalar, str, str]] = [
    # not proven by recordings: sheets_api.md §1.3 "USER_ENTERED in a non-US locale" has none
    (1234.5, "", "1234,5"),
    (1234.5, "#,##0.00", "1\u00a0234,50"),
    (True, "", "ИСТИНА"),
    (False, "", "ЛОЖЬ"),
    (46154, "dd.MM.yyyy", "12.05.2026"),
    (46154, "d mmmm yyyy", "12 мая 2026"),
    (46154, "mmmm yyyy", "май 2026"),
    (46154, "dddd", "вторник"),
    (0.155, "0.00%", "15,50%"),
    (1e15, "", "1E+15"),
    (0.00001, "ss.000", "00,864"),
]


@pytest.mark.parametrize(("value", "shown"), GENERAL_US)
def test_a_value_without_a_format_shows_itself(value: Scalar, shown: str) -> None:
    assert rendered(value, None, US) == shown


@pytest.mark.parametrize(("value", "pattern", "shown"), PATTERNS_US)
def test_a_number_shows_through_its_pattern(value: Scalar, pattern: str, shown: str) -> None:
    assert rendered(value, {"type": "NUMBER", "pattern": pattern}, US) == shown


@pytest.mark.parametrize(("value", "pattern", "shown"), DATES_US)
def test_a_serial_shows_as_a_date_or_a_time(value: Scalar, pattern: str, shown: str) -> None:
    assert rendered(value, {"type": "DATE", "pattern": pattern}, US) == shown


@pytest.mark.parametrize(("value", "pattern", "shown"), RU_PATTERNS)
def test_the_same_patterns_speak_russian(value: Scalar, pattern: str, shown: str) -> None:
    number_format = {"type": "NUMBER", "pattern": pattern} if pattern else None
    assert rendered(value, number_format, RU) == shown


def test_a_format_without_a_pattern_takes_the_locale_s() -> None:
    assert rendered(46154, {"type": "DATE"}, RU) == "12.05.2026"
    assert rendered(46154, {"type": "DATE"}, US) == "5/12/2026"
    assert rendered(5, {"type": "CURRENCY"}, RU) == "5,00 ₽"
    assert rendered(5, {"type": "TEXT"}, RU) == "5"


@given(st.integers(-(10**14), 10**14))
def test_groups_parted_by_commas_are_the_number_itself(number: int) -> None:
    assert rendered(number, {"type": "NUMBER", "pattern": "#,##0"}, US) == f"{number:,}"


@given(st.dates())
def test_a_date_shown_is_the_date_that_was_stored(day: date) -> None:
    assert rendered(serial_of(day), {"type": "DATE", "pattern": "yyyy-MM-dd"}, US) == day.isoformat()


@given(st.text(max_size=20), st.floats(allow_nan=False, allow_infinity=False))
def test_no_pattern_makes_it_fall(pattern: str, number: float) -> None:
    assert isinstance(rendered(number, {"type": "NUMBER", "pattern": pattern}, RU), str)
