"""Names of people: title case and what is not one full name."""

import pytest

from config.cells.names import read_full_name, read_name, read_patronymic, title_case
from config.columns import Column, Kind, Reading

COLUMN = Column("Фамилия", Kind("name", "Имя", read_name))


@pytest.mark.parametrize(
    "name",
    [
        "Иванов",
        "Ли",
        "Салтыков-Щедрин",
        "Мамин-Сибиряк",
        "д'Арк",
        "О'Нил",
        "ван дер Берг",
        "Алиев Али оглы",
        "Анна Мария",
    ],
)
def test_a_name_typed_well_passes_as_it_is(name: str) -> None:
    assert read_name(name, COLUMN) == Reading(name)


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("ИВАНОВ", "Иванов"),
        ("анна", "Анна"),
        ("ИвАнОв", "Иванов"),
        ("САЛТЫКОВ-ЩЕДРИН", "Салтыков-Щедрин"),
        ("мамин-сибиряк", "Мамин-Сибиряк"),
        ("Салтыков - Щедрин", "Салтыков-Щедрин"),
        ("Д'АРК", "д'Арк"),
        ("О’НИЛ", "О'Нил"),
        ("ВАН ДЕР БЕРГ", "ван дер Берг"),
        ("АЛИЕВ АЛИ ОГЛЫ", "Алиев Али оглы"),
        ("БИН", "Бин"),
    ],
)
def test_the_case_of_letters_is_mended_with_an_info(typed: str, name: str) -> None:
    reading = read_name(typed, COLUMN)
    assert (reading.value, reading.code, reading.severity) == (name, "C06", None)


def test_a_long_dash_in_a_double_surname_is_mended_silently() -> None:
    assert read_name("Иванова–Петрова", COLUMN) == Reading("Иванова-Петрова")


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("И", "инициал"),
        ("И.", "инициал"),
        ("Иванов И.И.", "инициал"),
        ("Иванов И. И.", "инициал"),
        ("Иванов2", "цифры"),
        ("Иванова (Петрова)", "скобки"),
        ("(мама Ольга)", "скобки"),
        ("Петров, Сидоров", "двое"),
        ("Петров/Сидоров", "двое"),
        ("Петров и Сидоров", "двое"),
        ("Мария, мама Ольга 8912", "цифры"),
        ("Иванов Иван Иванович", "и отчество"),
        ("***", "лишние знаки"),
        ("Иванов" * 100, "длинный"),
    ],
)
def test_what_is_not_one_full_name_is_c13(typed: str, words: str) -> None:
    reading = read_name(typed, COLUMN)
    assert (reading.value, reading.code) == (None, "C13")
    assert words in reading.text
    assert typed not in reading.text + reading.advice


def test_a_number_is_no_name() -> None:
    assert read_name(5, COLUMN).code == "C13"


def test_a_letter_of_another_cyrillic_alphabet_only_warns() -> None:
    reading = read_name("Гөлнара", COLUMN)
    assert (reading.value, reading.code, reading.severity) == ("Гөлнара", "C13", "warning")


@pytest.mark.parametrize(
    ("typed", "value", "severity"),
    [("Ивaнов", "Иванов", "warning"), ("ИBАНОВ", "Иванов", "warning"), ("Иванoвs", None, None), ("Ivanov", None, None)],
)
def test_latin_letters_in_a_name_are_c07(typed: str, value: str | None, severity: str | None) -> None:
    reading = read_name(typed, COLUMN)
    assert (reading.value, reading.code, reading.severity) == (value, "C07", severity)


def test_an_incomplete_name_matters_more_than_a_latin_letter() -> None:
    assert read_name("Ивaнов И.И.", COLUMN).code == "C13"


@pytest.mark.parametrize(
    ("typed", "value", "code"),
    [
        ("нет", "нет", None),
        ("НЕТ", "нет", None),
        ("без отчества", "нет", None),
        ("Ильич", "Ильич", None),
        ("Гасан кызы", "Гасан кызы", None),
        ("ГАСАН ОГЛЫ", "Гасан оглы", "C06"),
        ("И.", None, "C13"),
    ],
)
def test_a_patronymic_may_be_none_at_all(typed: str, value: str | None, code: str | None) -> None:
    reading = read_patronymic(typed, COLUMN)
    assert (reading.value, reading.code) == (value, code)


@pytest.mark.parametrize(
    ("typed", "value", "code"),
    [
        ("Чайкина Ольга Петровна", "Чайкина Ольга Петровна", None),
        ("Мамедов Али Гасан оглы", "Мамедов Али Гасан оглы", None),
        ("Пак Ирина нет", "Пак Ирина", None),
        ("ПЕТРОВА АННА сергеевна", "Петрова Анна Сергеевна", "C06"),
        ("Ивaнов Иван Иванович", "Иванов Иван Иванович", "C07"),
        ("Сидоров Пётр", None, "C13"),
        ("Сидоров", None, "C13"),
        ("Иванов И.И.", None, "C13"),
        ("Иванов Иван Петров Пётр", None, "C13"),
        ("Иванов Иван Иванович, Петров Пётр Петрович", None, "C13"),
    ],
)
def test_a_full_name_has_three_parts_or_says_that_there_is_no_patronymic(
    typed: str, value: str | None, code: str | None
) -> None:
    reading = read_full_name(typed, COLUMN)
    assert (reading.value, reading.code) == (value, code)


def test_title_case_leaves_alone_what_is_right() -> None:
    assert title_case("Ван Дер Берг") == "Ван Дер Берг"
