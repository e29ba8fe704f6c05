"""The kind of an activity by the words of its title."""

import pytest

from config.registers.participation import ACTIVITY_KINDS
from validators.marksheet.kinds import kind_of

TELLING = """
Отбор (эссе/тест)          | Отбор участников
Отбор (эссе/тест)          | Эссе «Мой регион через десять лет»
Очное установочное обучение| Губернаторская школа, заезд 2
Очное установочное обучение| Установочные сборы
Модуль цифровой платформы  | Модуль 1 цифровой платформы
Модуль цифровой платформы  | МОДУЛЬ 3. Профессии региона
Модуль цифровой платформы  | Обучение на цифровой платформе
Проектная сессия           | Проектная сессия 2. Разработка решения
Консультация наставника    | Консультация: разбор паспорта проекта
Профессиональная проба     | Профессиональная проба на заводе
Профессиональная проба     | Профпробы, поток 1
Стажировка                 | Стажировки студентов вузов
Защита                     | Защита проектов
Поощрение (мера мотивации) | Поощрение лучших команд
"""
SILENT = (
    "Слёт команд",
    "Подготовка к защите",
    "Консультация к проектной сессии",
    "Отбор на стажировку",
    "Модульный дом",
    "",
)


@pytest.mark.parametrize("line", TELLING.strip().splitlines())
def test_a_title_tells_its_kind(line: str) -> None:
    kind, title = (part.strip() for part in line.split("|"))
    assert kind in ACTIVITY_KINDS.values
    assert kind_of([title]) == kind


@pytest.mark.parametrize("title", SILENT)
def test_a_title_that_tells_none_or_several_kinds_is_not_guessed(title: str) -> None:
    assert kind_of([title]) is None


def test_the_words_of_the_plan_tell_when_the_title_does_not() -> None:
    assert kind_of(["Один день на заводе", "Профессиональные пробы: поток 1"]) == "Профессиональная проба"
    assert kind_of(["Консультация к стажировке", "Стажировка"]) is None


def test_every_kind_can_be_told_by_some_words() -> None:
    assert {kind_of([line.partition("|")[2]]) for line in TELLING.strip().splitlines()} == set(ACTIVITY_KINDS.values)
