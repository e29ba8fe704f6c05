"""Stages by people: who must pass each, who has, of whom it is not asked; every human being once."""

import pytest

from tests.text_tables import TODAY, scene
from tests.validators.counting.asked import PUPILS, STUDENTS
from validators.counting.passage import Passage, passage

STAGES = """
Код этапа | Название    | Начало     | Окончание  | Обязателен для студентов вузов | Обязателен для школьников и СПО
Э1        | Набор       | 01.09.2025 | 31.10.2025 | Да                             | Да
Э2        | Обучение    | 05.11.2025 | 28.11.2025 | Да                             |
Э3        | Платформа   | 01.12.2025 | 31.03.2026 | Да                             | Да
Э4        | Проекты     | 12.01.2026 | 15.05.2026 | Да                             | Да
Э5        | Пробы       | 16.02.2026 | 30.04.2026 | Да                             |
Э9        | Свой этап   | 16.02.2026 | 30.04.2026 |                                | Да
"""
TRIP = """
Код     | Участник | Вид                        | Название | Начало     | Результат    | Этап
ПЭ-0001 | ШК-0001  | Очное установочное обучение | Школа   |            | Не требуется | Э2
ПЭ-0002 | ШК-0002  | Очное установочное обучение | Школа   | 10.11.2025 | Пройдено     | Э2
ПЭ-0003 | СТ-0001  | Очное установочное обучение | Школа   | 10.11.2025 | Пройдено     | Э2
ПЭ-0004 | ШК-0001  | Модуль цифровой платформы  | Модуль 1 | 10.12.2025 | Пройдено     | Э3
ПЭ-0005 | ШК-0001  | Модуль цифровой платформы  | Модуль 2 | 10.01.2026 | В процессе   | Э3
ПЭ-0006 | ШК-0002  | Модуль цифровой платформы  | Модуль 1 | 10.12.2025 | Пройдено     | Э3
ПЭ-0007 | СТ-0001  | Проектная сессия           | Сессия 1 | 20.01.2026 | Пройдено     | Э4
ПЭ-0008 | ШК-0002  | Проектная сессия           | Сессия 1 | 20.01.2026 | Не явился    | Э4
ПЭ-0009 | ШК-0002  | Профессиональная проба     | День     | 20.03.2026 | Пройдено     | Э5
ПЭ-0010 | ШК-0007  | Консультация наставника    | Разбор   | 20.03.2026 | Пройдено     | Э9
"""


def asked(stage: str, **more: str) -> Passage:
    tables = {"SCH": PUPILS, "UNI": STUDENTS, "STAGE": STAGES, "PROG": TRIP, **more}
    office = scene({key: text for key, text in tables.items() if text}).office
    return passage(office, TODAY, office.tables["STAGE"].index_of[stage])


@pytest.mark.parametrize(
    ("stage", "must", "passed", "excused"),
    [
        ("Э1", 7, 6, 0),
        ("Э2", 5, 2, 1),
        ("Э3", 6, 1, 0),
        ("Э4", 6, 1, 0),
        ("Э5", 2, 1, 0),
        ("Э9", 4, 1, 0),
    ],
)
def test_each_stage_counts_who_must_who_has_and_who_need_not(stage: str, must: int, passed: int, excused: int) -> None:
    one = asked(stage)
    assert (one.must.value, one.passed.value, one.excused.value) == (must, passed, excused)


def test_a_stage_is_asked_of_those_for_whom_it_is_obligatory() -> None:
    assert asked("Э5").asked == {"UNI"}
    assert asked("Э2").asked == {"SCH", "UNI"}


def test_without_the_trip_only_the_selection_is_known() -> None:
    assert asked("Э1", PROG="").passed.value == 6
    assert asked("Э3", PROG="").passed.value is None
