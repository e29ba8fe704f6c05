"""Typing into a cell: tables of (typed, kind, value, shown) by locale; what is proven names its source."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.sheets_server.cell_values import scalar
from tests.sheets_server.locales import Locale, locale_of
from tests.sheets_server.number_formats import rendered
from tests.sheets_server.typed_input import Typed, typed

US, RU, ES = locale_of("en_US"), locale_of("ru_RU"), locale_of("es_ES")
TODAY = date(2026, 4, 15)

Case = tuple[str, object, str]

EN_US: list[Case] = [
    ("2,000,000.01", 2000000.01, "2,000,000.01"),  # recorded: CellTest.test_numeric_value
    ("0042", 42, "42"),  # recorded: WorksheetTest.test_update_cell
    ("55", 55, "55"),  # recorded: gspread_pandas TestSpread.test_df
    ("2020-01-01", 43831, "2020-01-01"),  # recorded: test_get_all_values_date_time_render_options
    ("1999-01-02", 36162, "1999-01-02"),  # recorded: the same
    ("3_1_0", "3_1_0", "3_1_0"),  # recorded: test_get_all_records_numericise_unformatted
    ("Non-numeric value", "Non-numeric value", "Non-numeric value"),  # recorded: CellTest.test_numeric_value
    ("Артур", "Артур", "Артур"),  # recorded: WorksheetTest.test_update_cell
    # not proven
    ("1,000", 1000, "1,000"),
    ("1,23", "1,23", "1,23"),
    ("50%", 0.5, "50%"),
    ("12.5%", 0.125, "12.50%"),
    ("$12", 12, "$12"),
    ("-$12.5", -12.5, "-$12.50"),
    ("(57)", -57, "-57"),
    ("1e5", 100000, "1.00E+05"),
    (".5", 0.5, "0.5"),
    ("-7", -7, "-7"),
    ("+7", 7, "7"),
    ("  7 ", 7, "7"),
    ("true", True, "TRUE"),
    ("'05", "05", "05"),
    ("'=1+1", "=1+1", "=1+1"),
    ("=", "=", "="),
    ("- пункт", "- пункт", "- пункт"),
    ("5/12/2026", 46154, "5/12/2026"),
    ("5/12/26", 46154, "5/12/2026"),
    ("13/5/2026", "13/5/2026", "13/5/2026"),
    ("12.05.2026", "12.05.2026", "12.05.2026"),
    ("May 12, 2026", 46154, "May 12, 2026"),
    ("12-May-2026", 46154, "12-May-2026"),
    ("5/12", 46154, "5/12/2026"),
    ("10:45", 0.4479166666666667, "10:45"),  # serial recorded: grids/mixed-data.json
    ("10:45:00 AM", 0.4479166666666667, "10:45:00 AM"),  # recorded as shown: grids/mixed-data.json
    ("36:00", 1.5, "36:00"),
    ("2026-05-12 12:00", 46154.5, "2026-05-12 12:00:00"),
    ("5 1/4", "5 1/4", "5 1/4"),
    ("8 (916) 123-45-67", "8 (916) 123-45-67", "8 (916) 123-45-67"),
    ("12345678901234567890", 1.2345678901234567e19, "1.23457E+19"),
]

RU_RU: list[Case] = [
    # sheets_api.md §5 "Locale ru_RU" [seen]: the point is no decimal separator, `1234.5` stays text or becomes a date
    ("1234.5", "1234.5", "1234.5"),
    ("12.5", 46154, "12.05.2026"),
    ("1234,5", 1234.5, "1234,5"),
    # not proven
    ("1 234,5", 1234.5, "1\u00a0234,50"),
    ("1\u00a0234", 1234, "1\u00a0234"),
    ("12 34", "12 34", "12 34"),
    ("1,234.5", "1,234.5", "1,234.5"),
    ("05", 5, "5"),
    ("12.05.2026", 46154, "12.05.2026"),
    ("12.5.26", 46154, "12.05.2026"),
    ("31.02.2026", "31.02.2026", "31.02.2026"),
    ("12 мая 2026", 46154, "12 мая 2026"),
    ("12 мая 2026 г.", 46154, "12 мая 2026"),
    ("2026-05-12", 46154, "2026-05-12"),
    ("12.05.2026 12:00", 46154.5, "12.05.2026 12:00:00"),
    ("1.2", 46054, "01.02.2026"),
    ("1.2.3.4", "1.2.3.4", "1.2.3.4"),
    ("15,5 %", 0.155, "15,50%"),
    ("150 ₽", 150, "150 ₽"),
    ("истина", True, "ИСТИНА"),
    ("FALSE", False, "ЛОЖЬ"),
    ("9А", "9А", "9А"),
    ("ПК-0001", "ПК-0001", "ПК-0001"),
    ("10:45", 0.4479166666666667, "10:45"),
    ("+79161234567", 79161234567, "79161234567"),
]

ES_ES: list[Case] = [
    ("1.234,5", 1234.5, "1.234,50"),  # not proven
    ("1.234", 1234, "1.234"),  # not proven
    ("12/05/2026", 46154, "12/05/2026"),  # not proven
    ("12 mayo 2026", 46154, "12 mayo 2026"),  # not proven
]

CASES = [(US, *case) for case in EN_US] + [(RU, *case) for case in RU_RU] + [(ES, *case) for case in ES_ES]


@pytest.mark.parametrize(("locale", "text", "value", "shown"), CASES)
def test_typing_becomes_a_value_and_shows_so(locale: Locale, text: str, value: object, shown: str) -> None:
    result = typed(text, locale, TODAY)
    assert result.value == value
    assert type(result.value) is type(value)
    assert rendered(scalar(result.extended), result.number_format, locale) == shown


@pytest.mark.parametrize(
    ("text", "formula"),
    [
        ("= 1 / 1024", "= 1 / 1024"),  # recorded: CellTest.test_numeric_value
        ("=sum(B4:I4)", "=sum(B4:I4)"),  # recorded: gspread_pandas TestSpread.test_df
        ("+A1", "=+A1"),  # seen: pygsheets#373
        ("+7 (916) 123-45-67", "=+7 (916) 123-45-67"),  # seen: owox-data-marts#1535, shown as #ERROR!
    ],
)
def test_an_equals_sign_or_a_plus_makes_a_formula(text: str, formula: str) -> None:
    assert typed(text, RU) == Typed("formulaValue", formula)


def test_plain_numbers_and_text_bring_no_format() -> None:
    for text in ("05", "слово", "TRUE", "=A1", "'5", "1234.5"):
        assert typed(text, US).number_format is None


def test_nothing_typed_is_an_empty_cell() -> None:
    assert typed("", RU).extended == {}


def test_a_date_without_a_year_stays_text_when_today_is_not_known() -> None:
    assert typed("12.05", RU) == Typed("stringValue", "12.05")


def test_the_format_of_a_typed_date_is_the_locale_s() -> None:
    assert typed("12.05.2026", RU).number_format == {"type": "DATE", "pattern": "dd.MM.yyyy"}
    assert typed("5/12/2026", US).number_format == {"type": "DATE", "pattern": "M/d/yyyy"}


@given(st.text(max_size=30), st.sampled_from([US, RU, ES]))
def test_any_text_becomes_something(text: str, locale: Locale) -> None:
    assert typed(text, locale, TODAY).kind in {"empty", "numberValue", "stringValue", "boolValue", "formulaValue"}


@given(st.text(max_size=30), st.sampled_from([US, RU, ES]))
def test_an_apostrophe_keeps_any_text(text: str, locale: Locale) -> None:
    assert typed(f"'{text}", locale, TODAY) == Typed("stringValue", text)


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)), st.sampled_from([US, RU, ES]))
def test_a_date_typed_as_it_is_shown_is_the_same_date(day: date, locale: Locale) -> None:
    iso = typed(day.isoformat(), locale, TODAY)
    shown = rendered(scalar(iso.extended), {"type": "DATE", "pattern": locale.date}, locale)
    assert typed(shown, locale, TODAY).value == iso.value
