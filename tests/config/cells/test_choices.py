"""Values of lists, and Да/Нет."""

import pytest

from config.cells.choices import read_choice, read_choices, read_yes_no
from config.columns import Choices, Column, Kind, Reading

KIND = Kind("choice", "Значение", read_choice)
STATES = Choices(
    ("Предложен", "На утверждении", "Утверждён", "Отклонён", "Студент-лидер", "Студент-лидер и тьютор"),
    also={"принят": "Утверждён"},
)
STATE = Column("Статус", KIND, among=STATES)
QUESTION = Column("Вопрос", KIND, among=Choices(("C1 Приоритетные направления", "C2 Площадки", "2025")))
FREE = Column("Статус", KIND)


@pytest.mark.parametrize("typed", ["Утверждён", "утвержден", "УТВЕРЖДЁН", "Утверждён.", "«Утверждён»", "Утвeрждён"])
def test_case_yo_and_punctuation_are_forgiven_silently(typed: str) -> None:
    assert read_choice(typed, STATE) == Reading("Утверждён")


@pytest.mark.parametrize(
    ("typed", "value", "column"),
    [
        ("Утв.", "Утверждён", STATE),
        ("утв", "Утверждён", STATE),
        ("На утв.", "На утверждении", STATE),
        ("Принят", "Утверждён", STATE),
        ("C1", "C1 Приоритетные направления", QUESTION),
        ("С1", "C1 Приоритетные направления", QUESTION),
        ("С2 Площадки", "C2 Площадки", QUESTION),
    ],
)
def test_an_abbreviation_or_another_name_is_c06(typed: str, value: str, column: Column) -> None:
    reading = read_choice(typed, column)
    assert (reading.value, reading.code, reading.severity) == (value, "C06", None)


@pytest.mark.parametrize(
    ("raw", "code"),
    [("почти", "C03"), ("Ут", "C03"), ("Студент", "C03"), (5, "C03"), ("а" * 50_000, "C03"), ("+", "C03")],
)
def test_what_is_not_in_the_list_is_c03(raw: str | int, code: str) -> None:
    reading = read_choice(raw, STATE)
    assert (reading.value, reading.code) == (None, code)
    assert "список" in reading.advice or "списка" in reading.advice


def test_a_likely_value_is_proposed() -> None:
    assert "«Утверждён»" in read_choice("Утверждин", STATE).advice


def test_two_values_for_one_are_c11() -> None:
    assert read_choice("Утверждён; Отклонён", STATE)[:2] == (None, "C11")
    assert read_choice("Утверждён, Отклонён", STATE)[:2] == (None, "C11")


def test_a_number_may_be_a_value_of_a_list() -> None:
    assert read_choice(2025, QUESTION) == Reading("2025")


def test_a_column_without_a_list_takes_any_text() -> None:
    assert read_choice("что угодно", FREE) == Reading("что угодно")
    assert read_choices("одно; другое", FREE) == Reading(("одно", "другое"))


@pytest.mark.parametrize(
    ("typed", "value", "code"),
    [
        ("Утверждён; Отклонён", ("Утверждён", "Отклонён"), None),
        ("утвержден, отклонен", ("Утверждён", "Отклонён"), None),
        ("Утверждён; утвержден", ("Утверждён",), None),
        ("Утв.; Отклонён", ("Утверждён", "Отклонён"), "C06"),
        ("Утверждён; почти", ("Утверждён",), "C03"),
        ("Утв.; почти", ("Утверждён",), "C03"),
        ("почти", None, "C03"),
        (";", None, "C03"),
    ],
)
def test_several_values_are_parted(typed: str, value: object, code: str | None) -> None:
    assert read_choices(typed, STATE)[:2] == (value, code)


@pytest.mark.parametrize(
    ("raw", "value", "code"),
    [
        ("Да", True, None),
        ("да", True, None),
        ("ИСТИНА", True, None),
        ("TRUE", True, None),
        ("+", True, "C06"),
        ("1", True, "C06"),
        (1, True, "C06"),
        (1.0, True, "C06"),
        ("есть", True, "C06"),
        ("v", True, "C06"),
        ("☑", True, "C06"),
        ("☑\ufe0f", True, "C06"),
        ("нет", False, None),
        ("ЛОЖЬ", False, None),
        ("FALSE", False, None),
        ("0", False, "C06"),
        (0, False, "C06"),
        ("отсутствует", False, "C06"),
        ("x", None, "C02"),
        ("х", None, "C02"),
        ("да (на словах)", None, "C02"),
        ("не знаю", None, "C02"),
        (2, None, "C02"),
    ],
)
def test_yes_and_no_in_many_ways(raw: str | float, value: bool | None, code: str | None) -> None:  # noqa: FBT001
    assert read_yes_no(raw, FREE)[:2] == (value, code)
