"""Telephones and e-mail addresses: the quick way equals the slow one, and every fault has its words."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from config.cells.contacts import parse_phone, read_phone
from config.cells.emails import parse_email, read_email
from config.columns import Column, Kind, Reading

COLUMN = Column("Телефон", Kind("phone", "Телефон", read_phone))
MOBILE = "+79123456789"


@pytest.mark.parametrize(
    ("typed", "phone"),
    [
        ("+79123456789", MOBILE),
        ("89123456789", MOBILE),
        ("9123456789", MOBILE),
        ("7 912 345 67 89", MOBILE),
        ("+7 912 345-67-89", MOBILE),
        ("8 (912) 345-67-89", MOBILE),
        ("8(912)345-67-89", MOBILE),
        ("8.912.345.67.89", MOBILE),
        ("8 912 345–67–89", MOBILE),
        ("тел. 89123456789", MOBILE),
        ("моб.: +7 912 345-67-89", MOBILE),
        ("79123456789.0", MOBILE),
        (89123456789, MOBILE),
        (89123456789.0, MOBILE),
        (9123456789, MOBILE),
        ("8 (3452) 12-34-56", "+73452123456"),
        ("8 800 555-35-35", "+78005553535"),
        ("+7 3452 12-34-56 доб. 12", "+73452123456 доб. 12"),
        ("8 (3452) 12-34-56, доб. 12", "+73452123456 доб. 12"),
    ],
)
def test_ordinary_spellings_of_a_telephone_are_silent(typed: str | float, phone: str) -> None:
    assert read_phone(typed, COLUMN) == Reading(phone)


@pytest.mark.parametrize("typed", ["89123456789, +7 912 345-67-89", "8(912)345-67-89; 8 912 345 67 89"])
def test_one_number_written_twice_is_one_number(typed: str) -> None:
    reading = read_phone(typed, COLUMN)
    assert (reading.value, reading.code) == (MOBILE, "C06")


@pytest.mark.parametrize(
    ("typed", "code", "words"),
    [
        ("8(912)34", "C14", "неполный"),
        ("8912345678", "C14", "неполный"),
        ("12-34-56", "C14", "кода города"),
        ("891234567890", "C14", "лишние"),
        ("8912З456789", "C14", "буква"),
        ("8О123456789", "C14", "буква"),
        ("+89123456789", "C14", "не бывает"),
        ("9,12346E+10", "C02", "испорчен форматом"),
        ("9.12346e+10", "C02", "испорчен форматом"),
        ("спросить у мамы", "C02", "не номер"),
        ("9" * 500, "C02", "не номер"),
        (-5, "C14", "неполный"),
        (float("nan"), "C02", "не номер"),
    ],
)
def test_a_telephone_that_cannot_exist_is_not_used(typed: str | float, code: str, words: str) -> None:
    reading = read_phone(typed, COLUMN)
    assert (reading.value, reading.code) == (None, code)
    assert words in reading.text
    assert reading.advice.endswith(".")


@pytest.mark.parametrize(
    "typed",
    [
        "89123456789, 89123456780",
        "89123456789; 12-34-56",
        "12-34-56; 89123456789",
        "8 912 345 67 89 8 912 345 67 80",
        "89123456789 тел. мамы",
        "мама 89123456789",
        "89123456789/80",
    ],
)
def test_of_several_telephones_the_first_good_one_is_taken(typed: str) -> None:
    reading = read_phone(typed, COLUMN)
    assert (reading.value, reading.code, reading.severity) == (MOBILE, "C11", "warning")


@pytest.mark.parametrize("typed", ["+77011234567", "+375 29 123-45-67", "+7 999 999-99-99"])
def test_a_foreign_or_doubtful_telephone_is_kept_with_a_warning(typed: str) -> None:
    reading = read_phone(typed, COLUMN)
    assert (reading.code, reading.severity) == ("C14", "warning")
    assert reading.value == "+" + "".join(sign for sign in typed if sign.isdecimal())


SPELLINGS = ("+7{}{}{}{}", "8{}{}{}{}", "{}{}{}{}", "+7 {} {}-{}-{}", "8 ({}) {}-{}-{}", "7 {} {} {} {}", "8({}){}{}{}")


@given(st.sampled_from(SPELLINGS), st.integers(9_000_000_000, 9_999_999_999))
@example("8{}{}{}{}", 9_999_999_999)
@example("8{}{}{}{}", 9_300_000_000)
def test_the_quick_way_reads_a_mobile_as_the_library_does(spelling: str, number: int) -> None:
    digits = str(number)
    text = spelling.format(digits[:3], digits[3:6], digits[6:8], digits[8:])
    assert read_phone(text, COLUMN) == parse_phone(text)


@given(st.from_regex(r"(\+7|8|7)?[ -]?\(?9[0-9]{2}\)?[ -]?[0-9]{3}[ -]?[0-9]{2}[ -]?[0-9]{2}", fullmatch=True))
def test_the_quick_way_agrees_on_any_gaps(text: str) -> None:
    assert read_phone(text, COLUMN) == parse_phone(text)


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("ivanov@mail.ru", "ivanov@mail.ru"),
        ("Ivanov@Mail.RU", "Ivanov@mail.ru"),
        ("mailto:ivanov@mail.ru", "ivanov@mail.ru"),
        ("ivanov@mail.ru.", "ivanov@mail.ru"),
        ("ivanov@mail.ru,", "ivanov@mail.ru"),
        ("<ivanov@mail.ru>", "ivanov@mail.ru"),
        ("Приёмная <office@school-613.edu.ru>", "office@school-613.edu.ru"),
        ("a+b_c@sub.example.org", "a+b_c@sub.example.org"),
    ],
)
def test_an_ordinary_address_is_silent(typed: str, address: str) -> None:
    assert read_email(typed, COLUMN) == Reading(address)


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("ivanov@mail,ru", "запятая"),
        ("ivanov @mail.ru", "пробел"),
        ("ivanov@mаil.ru", "смешаны"),
        ("ivаnov@mail.ru", "смешаны"),
        ("ivanov@xn--mil-6cd.ru", "спрятаны"),
        ("@ivanov", "до «@»"),
        ("ivanov@", "после «@»"),
        ("ivanov", "«@»"),
        ("ivanov@mail", "окончания"),
        ("iv..anov@mail.ru", "не может быть"),
        ("ivanov@-mail.ru", "не может быть"),
        ("ivanov@office.test", "не может быть"),
        ("a@" + "b" * 400 + ".ru", "длинный"),
        (12, "«@»"),
    ],
)
def test_an_address_that_cannot_exist_is_c14(typed: str | float, words: str) -> None:
    reading = read_email(typed, COLUMN)
    assert (reading.value, reading.code) == (None, "C14")
    assert words in reading.text


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("a@gmail.con", "gmail.com"),
        ("a@mail.ry", "mail.ru"),
        ("a@yandex.tu", "yandex.ru"),
        ("a@gmial.com", "gmail.com"),
        ("a@GMAIL.CON", "gmail.com"),
        ("a@yandeks.ry", "yandex.ru"),
    ],
)
def test_a_slip_in_a_well_known_domain_is_named_without_the_person(typed: str, meant: str) -> None:
    reading = read_email(typed, COLUMN)
    assert (reading.value, reading.code) == (None, "C14")
    assert meant in reading.advice
    assert "@" not in reading.advice


def test_two_addresses_in_a_cell_are_an_error() -> None:
    reading = read_email("a@mail.ru, b@mail.ru", COLUMN)
    assert (reading.value, reading.code, reading.severity) == (None, "C11", None)


@pytest.mark.parametrize("typed", ["иванов@почта.рф", "иванов@mail.ru"])
def test_a_russian_address_is_legal_but_doubtful(typed: str) -> None:
    reading = read_email(typed, COLUMN)
    assert (reading.value, reading.code, reading.severity) == (typed, "C14", "warning")


ADDRESS = r"[a-zA-Z0-9_+.-]{1,12}@[a-zA-Z0-9.-]{1,14}\.(ru|com|con|test|ry|local|org|рф|x1)"


@given(st.from_regex(ADDRESS, fullmatch=True) | st.emails())
@example("a@mail.ruu")
@example("a@bk.RU")
def test_the_quick_way_reads_an_address_as_the_library_does(text: str) -> None:
    assert read_email(text, COLUMN) == parse_email(text)
