"""Official numbers and their check digits."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.ru import inn as stdnum_inn

from config.cells.official import (
    inn_is_right,
    ogrn_is_right,
    oktmo_check_digit,
    read_inn,
    read_kbk,
    read_kpp,
    read_ogrn,
    read_oktmo,
    read_snils,
    snils_is_right,
)
from config.columns import Column, Kind, Privacy, Reading

COLUMN = Column("ИНН", Kind("inn", "ИНН", read_inn))


@pytest.mark.parametrize("typed", ["7707083893", "366220664163"])
def test_a_right_inn_passes(typed: str) -> None:
    assert read_inn(typed, COLUMN) == Reading(typed)


@pytest.mark.parametrize("typed", ["7707083890", "123456789037", "0000000000", "7707083890 ", 7707083890])
def test_a_wrong_check_digit_is_c09(typed: str | int) -> None:
    assert read_inn(typed, COLUMN)[:2] == (None, "C09")


@given(st.from_regex(r"[0-9]{10}|[0-9]{12}", fullmatch=True))
def test_our_arithmetic_of_inn_agrees_with_the_library(digits: str) -> None:
    assert inn_is_right(digits) == (stdnum_inn.is_valid(digits) and not digits.startswith("00"))


@given(st.integers(10**8, 10**9 - 1))
def test_every_number_has_one_right_check_digit(head: int) -> None:
    if head >= 10**8:
        assert sum(inn_is_right(f"{head}{digit}") for digit in range(10)) == 1


def test_gaps_in_a_number_are_silent() -> None:
    assert read_inn("77 07 083893", COLUMN) == Reading("7707083893")
    assert read_inn("7707083893.0", COLUMN) == Reading("7707083893")


def test_an_inn_typed_as_a_number_is_used_with_c08() -> None:
    reading = read_inn(7707083893, COLUMN)
    assert (reading.value, reading.code, reading.severity) == ("7707083893", "C08", None)
    assert read_inn(7707083893.0, COLUMN)[:2] == ("7707083893", "C08")


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("7,70708E+09", "C02"),
        ("770708389", "C02"),
        ("ИНН", "C02"),
        ("77070838931", "C02"),
        ("٧٧٠٧٠٨٣٨٩٣", "C02"),
        ("9" * 200, "C02"),
        (12.5, "C02"),
        (1e18, "C02"),
        ("7707083893, 7707083894", "C11"),
        ("7707083893/770701001", "C11"),
    ],
)
def test_an_inn_that_cannot_be_read_is_not_used(typed: str | float, code: str) -> None:
    assert read_inn(typed, COLUMN)[:2] == (None, code)


def _with_leading_zero() -> str:
    return next(f"010100000{digit}" for digit in range(10) if inn_is_right(f"010100000{digit}"))


def test_a_lost_zero_is_proposed_but_not_restored() -> None:
    whole = _with_leading_zero()
    for typed in (whole[1:], int(whole)):
        reading = read_inn(typed, COLUMN)
        assert (reading.value, reading.code) == (None, "C02")
        assert whole in reading.advice


def test_a_proposal_never_tells_the_number_of_a_person() -> None:
    whole = _with_leading_zero()
    reading = read_inn(whole[1:], Column("ИНН", COLUMN.kind, privacy=Privacy.P3))
    assert "ноль" in reading.text
    assert whole[1:] not in reading.text + reading.advice


@pytest.mark.parametrize("typed", ["1027700132195", "304500116000157"])
def test_a_right_ogrn_passes(typed: str) -> None:
    assert read_ogrn(typed, COLUMN) == Reading(typed)
    assert read_ogrn(int(typed), COLUMN)[:2] == (typed, "C08")


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("1027700132196", "C09"),
        ("2027700132195", "C09"),
        ("304500116000158", "C09"),
        ("102770013219", "C02"),
        ("да", "C02"),
    ],
)
def test_a_wrong_ogrn_is_remarked(typed: str, code: str) -> None:
    assert read_ogrn(typed, COLUMN)[:2] == (None, code)


def test_the_ogrn_of_a_person_has_fifteen_digits() -> None:
    assert not ogrn_is_right("3045001160001")


@pytest.mark.parametrize(
    ("typed", "value", "code"),
    [
        ("770701001", "770701001", None),
        ("7707AB001", "7707AB001", None),
        ("7707ab001", "7707AB001", None),
        ("7707АВ001", "7707AB001", "C06"),
        (770701001, "770701001", "C08"),
        ("77070100", None, "C02"),
        ("77070-", None, "C02"),
    ],
)
def test_a_kpp_is_a_pattern(typed: str | int, value: str | None, code: str | None) -> None:
    assert read_kpp(typed, COLUMN)[:2] == (value, code)


@pytest.mark.parametrize(
    ("typed", "value", "code"),
    [
        ("08631000", "08631000", None),
        ("08 631 000", "08631000", None),
        ("81618403101", "81618403101", None),
        ("086310007", "08631000", "C06"),
        ("816184031019", "81618403101", "C06"),
        ("086310008", None, "C02"),
        ("8631000", None, "C02"),
        (8631000, None, "C02"),
        (71701000, "71701000", "C08"),
        ("123", None, "C02"),
    ],
)
def test_an_oktmo_has_eight_or_eleven_digits(typed: str | int, value: str | None, code: str | None) -> None:
    assert read_oktmo(typed, COLUMN)[:2] == (value, code)


def test_a_lost_zero_of_oktmo_is_proposed() -> None:
    assert "08631000" in read_oktmo(8631000, COLUMN).advice


@pytest.mark.parametrize(("code", "digit"), [("08631000", 7), ("81645701", 9), ("81618403101", 9), ("11811476101", 2)])
def test_the_check_number_of_oktmo_is_that_of_the_classifier(code: str, digit: int) -> None:
    assert oktmo_check_digit(code) == digit


@pytest.mark.parametrize(
    ("typed", "value", "code"),
    [
        ("112-233-445 95", "112-233-445 95", None),
        ("11223344595", "112-233-445 95", None),
        ("087-654-302 00", "087-654-302 00", None),
        ("087-654-303 00", "087-654-303 00", None),
        ("001-001-998 55", "001-001-998 55", None),
        ("112-233-445 96", None, "C09"),
        ("000-000-000 00", None, "C09"),
        (11223344595, "112-233-445 95", "C08"),
        ("1122334459", None, "C02"),
    ],
)
def test_a_snils_has_its_check_number(typed: str | int, value: str | None, code: str | None) -> None:
    assert read_snils(typed, COLUMN)[:2] == (value, code)


def test_a_lost_zero_of_snils_is_told_without_the_number() -> None:
    reading = read_snils(8765430200, COLUMN)
    assert snils_is_right("08765430200")
    assert "ноль" in reading.text
    assert "8765430200" not in reading.advice


@pytest.mark.parametrize(
    ("typed", "value", "code"),
    [
        ("07507010110199000611", "07507010110199000611", None),
        ("075 0701 01101 99000 611", "07507010110199000611", None),
        ("073 0702 16 2 e1 51690 521", "0730702162E151690521", None),
        (7507010110199000611, None, "C02"),
        ("123", None, "C02"),
    ],
)
def test_a_kbk_has_twenty_signs_and_is_lost_as_a_number(typed: str | int, value: str | None, code: str | None) -> None:
    assert read_kbk(typed, COLUMN)[:2] == (value, code)
