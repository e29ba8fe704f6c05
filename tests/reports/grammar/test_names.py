"""Names of people in cases and with initials."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reports.grammar.case import Case, Gender
from reports.grammar.names import (
    initials,
    name_in,
    name_of,
    surname_first,
    surname_first_in,
    with_initials_in,
)
from tests.reports.grammar.name_table import NAMES

ORDER = (Case.GENITIVE, Case.DATIVE, Case.ACCUSATIVE, Case.INSTRUMENTAL)
LINES = [[cell.strip() for cell in line.split("|")] for line in NAMES.strip().splitlines()]


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


@pytest.mark.parametrize("line", LINES, ids=lambda line: line[0])
def test_a_name_is_declined_as_the_language_does(line: list[str]) -> None:
    name, *expected = line
    assert [name_in(name, case) for case in ORDER[: len(expected)]] == expected


def test_the_table_is_as_long_as_was_promised() -> None:
    assert len(LINES) >= 60
    assert sum(len(line) == 5 for line in LINES) >= len(LINES) / 3


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        ("Иванов Иван Иванович", "И.И. Иванов", "Иванов И.И."),
        ("Пак Ирина нет", "И. Пак", "Пак И."),
        ("Шевцова Анна-Мария Львовна", "А.-М.Л. Шевцова", "Шевцова А.-М.Л."),
        ("Гасанов Али Гасан оглы", "А.Г. Гасанов", "Гасанов А.Г."),
        ("Иван Иванович Петров", "И.И. Петров", "Петров И.И."),
        ("Петров И.И.", "И.И. Петров", "Петров И.И."),
        ("И. И. Петров", "И.И. Петров", "Петров И.И."),
        ("фон дер Лейен Урсула", "У. фон дер Лейен", "фон дер Лейен У."),
        ("Абрамович Роман Аркадьевич", "Р.А. Абрамович", "Абрамович Р.А."),
        ("Сидоренко", "Сидоренко", "Сидоренко"),
        ("", "", ""),
    ],
)
def test_initials_stand_before_or_after_the_surname(name: str, before: str, after: str) -> None:
    assert plain(initials(name)) == before
    assert plain(surname_first(name)) == after


def test_the_space_between_initials_and_surname_never_breaks() -> None:
    assert initials("Иванов Иван Иванович") == "И.И.\u00a0Иванов"


@pytest.mark.parametrize(
    ("name", "dative", "address"),
    [
        ("Иванов Иван Иванович", "И.И. Иванову", "Иванову И.И."),
        ("Ковальчук Ольга Петровна", "О.П. Ковальчук", "Ковальчук О.П."),
        ("И.И. Петров", "И.И. Петрову", "Петрову И.И."),
        ("Седых Лев Львович", "Л.Л. Седых", "Седых Л.Л."),
    ],
)
def test_a_surname_is_declined_beside_initials(name: str, dative: str, address: str) -> None:
    assert plain(with_initials_in(name, Case.DATIVE)) == dative
    assert plain(surname_first_in(name, Case.DATIVE)) == address


def test_the_prepositional_of_names_in_iy_ends_in_i() -> None:
    assert name_in("Серый Юрий Ильич", Case.PREPOSITIONAL) == "Сером Юрии Ильиче"


@pytest.mark.parametrize(
    ("name", "gender"),
    [
        ("Шмидт Саша Олеговна", Gender.FEMALE),
        ("Шмидт Никита", Gender.MALE),
        ("Иванова Саша", Gender.FEMALE),
        ("Нгуен Минь", None),
        ("Дзюба Замира", Gender.FEMALE),
        ("Дзюба Ербол", Gender.MALE),
        ("Шульга А.", None),
    ],
)
def test_the_gender_is_told_by_patronymic_name_and_surname(name: str, gender: Gender | None) -> None:
    assert name_of(name).gender is gender


def test_a_name_of_nobody_knows_which_gender_stays_until_it_is_told() -> None:
    assert name_in("Шмидт Женя", Case.DATIVE) == "Шмидт Женя"
    assert name_in("Шмидт Женя", Case.DATIVE, Gender.MALE) == "Шмидту Жене"


@settings(max_examples=40)
@given(st.text(max_size=30), st.sampled_from(Case))
def test_any_text_is_declined_without_an_error(text: str, case: Case) -> None:
    assert isinstance(name_in(text, case), str)
    assert isinstance(with_initials_in(text, case), str)
