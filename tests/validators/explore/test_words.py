"""How like two headings are."""

import pytest

from validators.explore.words import likeness, stems, strays, tells


@pytest.mark.parametrize(
    ("theirs", "ours"),
    [
        ("Тел.", "Телефон"),
        ("Номер телефона", "Телефон"),
        ("1_Название", "Название"),
        ("0_Адрес", "Адрес"),
        ("Наименование организации", "Название организации"),
        ("Эл. почта", "E-mail"),
        ("Адрес электронной почты", "E-mail"),
        ("Ф. И. О.", "ФИО"),
        ("Фамилия Имя Отчество", "ФИО"),
        ("Д.р.", "Дата рождения"),
        ("дата рожд.", "Дата рождения"),
        ("ШКОЛА", "Образовательная организация"),
        ("Ответственный исполнитель", "Ответственный"),
        ("Сумма, тыс. руб.", "Сумма"),
    ],
)
def test_the_same_thing_said_otherwise_is_alike(theirs: str, ours: str) -> None:
    assert likeness(theirs, ours) >= 0.7


@pytest.mark.parametrize(
    ("theirs", "ours"),
    [
        ("Телефон родителя", "E-mail"),
        ("Дата рождения", "Дата зачисления"),
        ("Наставник", "Название команды"),
        ("Меры", "Мероприятие"),
        ("Класс", "Класс опасности отходов производства"),
    ],
)
def test_other_things_are_not_alike(theirs: str, ours: str) -> None:
    assert likeness(theirs, ours) < 0.6


def test_forms_of_a_word_have_one_stem() -> None:
    assert stems("Телефоны") == stems("телефона") == ("телефон",)


def test_common_words_tell_nothing_and_rare_ones_do() -> None:
    assert not tells("Адрес", "Адрес")
    assert not tells("Полное наименование", "Название")
    assert tells("Мероприятие", "Наименование мероприятия")


def test_a_word_of_its_own_leads_away_from_a_common_heading() -> None:
    assert strays("Название проекта", "Сокращённое наименование")
    assert not strays("Наименование организации", "Название")
