"""Dates, spans of dates, periods and school years."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from config.cells.dates import read_date, read_period, read_school_year, read_spans
from config.columns import Column, Kind, Reading

COLUMN = Column("Дата", Kind("date", "Дата", read_date, is_date=True))
FIRST = date(2009, 9, 1)


@pytest.mark.parametrize(
    ("serial", "day"),
    [(40057, FIRST), (40057.0, FIRST), (40057.75, FIRST), (1, date(1899, 12, 31)), (2958465, date(9999, 12, 31))],
)
def test_a_day_number_is_counted_from_30_12_1899(serial: float, day: date) -> None:
    assert read_date(serial, COLUMN) == Reading(day)


@given(st.dates(min_value=date(1910, 1, 1)))
def test_every_day_has_its_number(day: date) -> None:
    assert read_date((day - date(1899, 12, 30)).days, COLUMN) == Reading(day)


@pytest.mark.parametrize("serial", [0, -1, 0.5, 2958466, 1e300, float("inf"), float("nan"), 10**400])
def test_a_number_out_of_the_calendar_is_no_date(serial: float) -> None:
    assert read_date(serial, COLUMN).code == "C02"


@pytest.mark.parametrize(
    "typed",
    [
        "1 сентября 2009 г.",
        "1 сентября 2009 года",
        "1 сен. 2009",
        "1 СЕНТЯБРЯ 2009",
        "«01» сентября 2009 г.",
        "01.09.2009",
        "01.09.2009 г.",
        "1.9.2009",
        "01-09-2009",
        "2009-09-01",
        "2009-09-01T00:00:00",
        "2009-09-01T00:00:00.000Z",
        "2009-09-01T10:05:11+03:00",
        "2009/09/01 2:05:11 PM GMT+3",
        "01.09.2009 0:00",
        "'01.09.2009",
        "01/09/2009",
        "40057",
    ],
)
def test_a_date_typed_as_text_is_used_with_c08(typed: str) -> None:
    reading = read_date(typed, COLUMN)
    assert (reading.value, reading.code, reading.severity) == (FIRST, "C08", None)


@pytest.mark.parametrize(
    ("word", "month"), [("мая", 5), ("марта", 3), ("июня", 6), ("июля", 7), ("дек", 12), ("янв.", 1)]
)
def test_months_are_told_apart(word: str, month: int) -> None:
    assert read_date(f"12 {word} 2010", COLUMN).value == date(2010, month, 12)


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("31.02.2005", "Такой даты нет"),
        ("29.02.2025", "Такой даты нет"),
        ("00.05.2009", "день не указан"),
        ("01.13.2009", "переставлены"),
        ("09/25/2009", "переставлены"),
        ("01.00.2009", "месяц"),
        ("01.09.1009", "Год"),
        ("01.09.09", "двумя цифрами"),
        ("2009", "только год"),
        ("2009 г.", "только год"),
        (2009, "только год"),
        (2009.0, "только год"),
        ("сентябрь", "день"),
        ("сентябрь 2009", "день"),
        ("09.2009", "день"),
        ("завтра", "не дата"),
        ("01.09.20009", "не дата"),
        ("00012", "не дата"),
        ("1" * 100, "не дата"),
    ],
)
def test_a_date_that_cannot_be_read_says_why(typed: str | float, words: str) -> None:
    reading = read_date(typed, COLUMN)
    assert (reading.value, reading.code) == (None, "C02")
    assert words in reading.text


@pytest.mark.parametrize(("typed", "year"), [("01.09.09", "2009"), ("1 мая 98", "1998")])
def test_a_year_of_two_digits_is_proposed_in_full(typed: str, year: str) -> None:
    assert year in read_date(typed, COLUMN).advice


def test_day_and_month_through_a_slash_are_told_to_be_ambiguous() -> None:
    assert "спутать" in read_date("09/01/2009", COLUMN).text
    assert "спутать" not in read_date("25/09/2009", COLUMN).text


@pytest.mark.parametrize("typed", ["01.09.2009, 02.09.2009", "01.07.2026–14.07.2026"])
def test_two_dates_in_a_cell_are_c11(typed: str) -> None:
    assert read_date(typed, COLUMN).code == "C11"


JULY = (date(2026, 7, 1), date(2026, 7, 14))
FIFTH = (date(2026, 8, 5), date(2026, 8, 5))


@pytest.mark.parametrize(
    ("typed", "spans"),
    [
        ("01.07.2026–14.07.2026; 05.08.2026", (JULY, FIFTH)),
        ("с 01.07.2026 по 14.07.2026", (JULY,)),
        ("01.07–14.07.2026, 05.08.2026", (JULY, FIFTH)),
        ("2026-07-01 - 2026-07-14", (JULY,)),
        (46239, (FIFTH,)),
    ],
)
def test_spans_of_dates_are_parted_by_semicolons(typed: str | float, spans: object) -> None:
    assert read_spans(typed, COLUMN) == Reading(spans)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("14.07.2026–01.07.2026", "C04"),
        ("01.07.2026–31.02.2026", "C02"),
        ("в июле", "C02"),
        (";", "C02"),
        (0, "C02"),
        ("1" * 3000, "C02"),
    ],
)
def test_spans_that_cannot_be_are_remarked(typed: str | float, code: str) -> None:
    reading = read_spans(typed, COLUMN)
    assert (reading.value, reading.code) == (None, code)


@pytest.mark.parametrize(
    ("typed", "period"),
    [
        ("2026-04", "2026-04"),
        ("2026-4", "2026-04"),
        ("04.2026", "2026-04"),
        ("01.04.2026", "2026-04"),
        ("апрель 2026", "2026-04"),
        ("Апрель 2026 г.", "2026-04"),
        (46113, "2026-04"),
        ("2026-К1", "2026-К1"),
        ("2026-K1", "2026-К1"),
        ("2026 к1", "2026-К1"),
        ("I квартал 2026", "2026-К1"),
        ("IV кв. 2026 г.", "2026-К4"),
        ("2-й квартал 2026 года", "2026-К2"),
        ("третий квартал 2026", "2026-К3"),
        ("2026", "2026"),
        (2026, "2026"),
        ("2026 год", "2026"),
        ("Э4", "Э4"),
        ("э-4", "Э4"),
        ("Этап 4", "Э4"),
        ("4 этап", "Э4"),
    ],
)
def test_periods_have_one_spelling(typed: str | float, period: str) -> None:
    assert read_period(typed, COLUMN) == Reading(period)


@pytest.mark.parametrize("typed", [46114, 0, "2026-13", "2026-К5", "полугодие", "13.2026", "э", float("nan"), "1" * 90])
def test_what_is_no_period_is_c02(typed: str | float) -> None:
    assert read_period(typed, COLUMN).code == "C02"


@pytest.mark.parametrize("typed", ["2025/2026", "2025-2026", "2025/26", "2025–26 уч. г.", "2025 / 2026 учебный год"])
def test_a_school_year_has_one_spelling(typed: str) -> None:
    assert read_school_year(typed, COLUMN) == Reading("2025/2026")


@pytest.mark.parametrize("typed", ["2025/2027", "2025/1926", "2025", 2025, "2026/25", "этот"])
def test_a_school_year_is_two_years_in_a_row(typed: str | float) -> None:
    reading = read_school_year(typed, COLUMN)
    assert (reading.value, reading.code) == (None, "C02")
