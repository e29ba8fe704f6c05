"""Whole numbers, numbers and percents."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from config.cells.numbers import read_number, read_percent, read_whole
from config.columns import Column, Kind, Reading

KIND = Kind("number", "Число", read_number)
COLUMN = Column("Балл", KIND)
BOUNDED = Column("Балл", KIND, low=0, high=100, low_warn=10, high_warn=90)


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("87,5", 87.5),
        ("87.5", 87.5),
        ("1 200", 1200.0),
        ("1 234 567,8", 1234567.8),
        ("0.125", 0.125),
        ("1,125", 1.125),
        ("−5", -5.0),
        ("12 чел.", 12.0),
        ("0", 0.0),
    ],
)
def test_a_number_typed_as_text_that_reads_one_way_is_c06(typed: str, value: float) -> None:
    reading = read_number(typed, COLUMN)
    assert (reading.value, reading.code, reading.severity) == (value, "C06", None)


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("1,200.50", "Неясно"),
        ("1.200", "Неясно"),
        ("1.234.567", "Неясно"),
        ("9,12E+10", "испорчено"),
        ("1 2", "не число"),
        ("около 100", "не число"),
        ("10–15", "не число"),
        ("двадцать", "не число"),
        ("9" * 50, "не число"),
        (float("nan"), "не число"),
        (float("inf"), "не число"),
        (10**400, "не число"),
    ],
)
def test_what_does_not_read_one_way_is_c02(typed: str | float, words: str) -> None:
    reading = read_number(typed, COLUMN)
    assert (reading.value, reading.code) == (None, "C02")
    assert words in reading.text


@pytest.mark.parametrize(
    ("raw", "value", "code", "severity"),
    [
        (50, 50.0, None, None),
        ("50", 50.0, "C06", None),
        (-1, None, "C04", None),
        (101, None, "C04", None),
        ("101", None, "C04", None),
        (5, 5.0, "C04", "warning"),
        (95, 95.0, "C04", "warning"),
    ],
)
def test_bounds_of_the_column_hold(
    raw: str | float, value: float | None, code: str | None, severity: str | None
) -> None:
    reading = read_number(raw, BOUNDED)
    assert (reading.value, reading.code, reading.severity) == (value, code, severity)


@pytest.mark.parametrize(
    ("raw", "value", "code"),
    [
        (12, 12, None),
        (12.0, 12, None),
        ("12", 12, "C06"),
        ("1\u00a0200".replace("\u00a0", " "), 1200, "C06"),
        (12.5, None, "C02"),
    ],
)
def test_a_whole_number_has_no_fraction(raw: str | float, value: int | None, code: str | None) -> None:
    reading = read_whole(raw, COLUMN)
    assert (reading.value, reading.code) == (value, code)
    assert not isinstance(reading.value, float)


def test_a_whole_number_keeps_the_warning_of_its_bounds() -> None:
    assert read_whole(5, BOUNDED)[:2] == (5, "C04")
    assert read_whole(-5, BOUNDED)[:2] == (None, "C04")


@given(st.integers(-(10**9), 10**9))
def test_whole_numbers_come_back(number: int) -> None:
    assert read_whole(number, COLUMN) == Reading(number)
    assert read_whole(f"{number:,}".replace(",", " "), COLUMN).value == number


@pytest.mark.parametrize(
    ("raw", "value", "code", "severity"),
    [
        (0.15, 15.0, None, None),
        (0.07, 7.0, None, None),
        (1, 100.0, None, None),
        (0, 0.0, None, None),
        (15, 15.0, None, None),
        ("15%", 15.0, "C06", None),
        ("15 %", 15.0, "C06", None),
        ("15", 15.0, "C06", None),
        ("0,5%", 0.5, "C06", None),
        ("0,15", 15.0, "C06", "warning"),
        (150, None, "C04", None),
        ("150%", None, "C04", None),
        (-1, None, "C04", None),
        ("много", None, "C02", None),
        ("%", None, "C02", None),
    ],
)
def test_a_percent_is_from_0_to_100(
    raw: str | float, value: float | None, code: str | None, severity: str | None
) -> None:
    reading = read_percent(raw, COLUMN)
    assert (reading.value, reading.code, reading.severity) == (value, code, severity)


def test_a_column_may_allow_more_than_a_hundred_percent() -> None:
    assert read_percent(150, Column("Исполнение", KIND, high=200)) == Reading(150.0)
