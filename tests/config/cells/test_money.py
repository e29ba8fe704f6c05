"""Sums in roubles."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from config.cells.money import read_money
from config.columns import Column, Kind, Reading

KIND = Kind("money", "Сумма", read_money)
COLUMN = Column("План, год", KIND)


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        (1234.5, "1234.50"),
        (12, "12.00"),
        (0, "0.00"),
        (0.125, "0.12"),
        (0.135, "0.14"),
        (2.675, "2.68"),
        (-0.0, "0.00"),
    ],
)
def test_a_number_is_rounded_half_to_even_as_it_is_shown(raw: float, value: str) -> None:
    reading = read_money(raw, COLUMN)
    assert reading == Reading(Decimal(value))
    assert str(reading.value) == value


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("1 234,50", "1234.50"),
        ("1234.50", "1234.50"),
        ("1 234,50 руб.", "1234.50"),
        ("1 234,50 р.", "1234.50"),
        ("5 000 000 ₽", "5000000.00"),
        ("1 234 руб. 50 коп.", "1234.50"),
        ("125 000,00", "125000.00"),
    ],
)
def test_a_sum_typed_as_text_is_c06(typed: str, value: str) -> None:
    reading = read_money(typed, COLUMN)
    assert (reading.value, reading.code, reading.severity) == (Decimal(value), "C06", None)


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("12,5 тыс.", "12500"),
        ("10 тыс. руб.", "10000"),
        ("10 т.р.", "10000"),
        ("0,012 млн", "12000"),
        ("1,5 млрд руб.", "1500000000"),
        ("2 миллиона рублей", "2000000"),
    ],
)
def test_thousands_and_millions_are_converted_with_a_warning(typed: str, value: str) -> None:
    reading = read_money(typed, COLUMN)
    assert (reading.value, reading.code, reading.severity) == (Decimal(value), "C06", "warning")


@pytest.mark.parametrize(
    "raw",
    [
        "1,234.50",
        "1.234,50",
        "12,345",
        "1.234",
        "около 100",
        "сто рублей",
        "9,1E+10",
        "руб.",
        "9" * 90,
        1e20,
        float("inf"),
    ],
)
def test_a_doubtful_sum_is_never_guessed(raw: str | float) -> None:
    reading = read_money(raw, COLUMN)
    assert (reading.value, reading.code) == (None, "C02")


@pytest.mark.parametrize("raw", [-5, -0.01, "-5", "−5 руб."])
def test_a_negative_sum_is_c04(raw: str | float) -> None:
    assert read_money(raw, COLUMN)[:2] == (None, "C04")


def test_a_column_may_allow_a_negative_sum() -> None:
    assert read_money(-5, Column("Отклонение", KIND, low=-100)) == Reading(Decimal("-5.00"))


@given(st.integers(0, 10**12))
def test_kopecks_are_never_lost(kopecks: int) -> None:
    assert read_money(kopecks / 100, COLUMN).value == Decimal(kopecks) / 100
