"""K13 and K14: mentors proposed, assigned, at work; and how many participants there are to one."""

from datetime import date

import pytest

from tests.validators.counting.asked import PUPILS, STUDENTS, ask

MENTORS = """
Код     | Фамилия | Имя  | Отчество | Телефон         | Статус         | Срок полномочий до
НС-0001 | Орлов   | Илья | нет      | +7 912 345-67-01 | Утверждён      |
НС-0002 | Гусев   | Илья | нет      | +7 912 345-67-02 | Предложен      |
НС-0003 | Чижов   | Илья | нет      | +7 912 345-67-03 | На утверждении |
НС-0004 | Дятлов  | Илья | нет      | +7 912 345-67-04 | Отклонён       |
НС-0005 | Сойкин  | Илья | нет      | +7 912 345-67-05 |                |
НС-0006 | Совин   | Илья | нет      | +7 912 345-67-06 | Утверждён      | 31.03.2026
НС-0007 | Ласкин  | Илья | нет      | +7 912 345-67-07 | Утверждён      |
НС-0008 | Орлов   | Илья | нет      | +7 912 345-67-01 | Утверждён      |
НС-0009 | Лунин   | Илья | нет      | +7 912 345-67-09 | Ошибочная запись |
"""
"""НС-0008 repeats НС-0001 (X02)."""

TEAMS = """
Код     | Название команды | Наставники       | Дата формирования | Стадия
КМ-0001 | Вектор           | НС-0008; НС-0002 | 01.11.2025        | Разработка
КМ-0002 | Импульс          | НС-0006          | 01.11.2025        | Разработка
КМ-0003 | Орбита           | НС-0007          | 01.11.2025        | Закрыт
"""
TRIP = """
Код     | Участник | Вид                     | Название | Наставник | Начало     | Окончание  | Результат
ПЭ-0001 | ШК-0001  | Консультация наставника | Разбор   | НС-0001   | {}         | {}         | {}
"""


@pytest.mark.parametrize(
    ("part", "mentors"),
    [
        ("предложено", ["НС-0002", "НС-0003", "НС-0005"]),
        ("утверждено", ["НС-0001", "НС-0007"]),
        ("закреплено", ["НС-0001"]),
    ],
)
def test_mentors_on_their_way(part: str, mentors: list[str]) -> None:
    assert list(ask({"MENT": MENTORS, "TEAM": TEAMS}, "K13", part).rows) == mentors


def test_a_mentor_of_a_term_that_still_lasted_was_assigned_then() -> None:
    assert ask({"MENT": MENTORS, "TEAM": TEAMS}, "K13", "закреплено", date(2026, 3, 31)).rows == ("НС-0001", "НС-0006")


@pytest.mark.parametrize(
    ("start", "end", "result", "is_at_work"),
    [
        pytest.param("14.02.2026", "", "Пройдено", True, id="sixty days ago"),
        pytest.param("13.02.2026", "", "Пройдено", False, id="sixty-one days ago"),
        pytest.param("01.02.2026", "14.02.2026", "Пройдено", True, id="by its last day"),
        pytest.param("15.04.2026", "", "В процессе", True, id="today"),
        pytest.param("16.04.2026", "", "В процессе", False, id="tomorrow"),
        pytest.param("", "", "Пройдено", True, id="an unknown day is not held against him"),
        pytest.param("14.04.2026", "", "Не явился", False, id="the participant did not come"),
        pytest.param("14.04.2026", "", "Ошибочная запись", False, id="a mistake"),
    ],
)
def test_a_mentor_is_at_work_for_sixty_days(start: str, end: str, result: str, *, is_at_work: bool) -> None:
    tables = {"MENT": MENTORS, "SCH": PUPILS, "PROG": TRIP.format(start, end, result)}
    assert ask(tables, "K13", "активны").rows == (("НС-0001",) if is_at_work else ())


def test_states_that_need_another_register_say_that_it_is_not_kept() -> None:
    assert {part: ask({"MENT": MENTORS}, "K13", part).why for part in ("предложено", "закреплено", "активны")} == {
        "предложено": "",
        "закреплено": "не ведётся",
        "активны": "не ведётся",
    }


def test_participants_of_teams_at_work_are_divided_among_their_mentors() -> None:
    count = ask({"SCH": PUPILS, "UNI": STUDENTS, "MENT": MENTORS, "TEAM": TEAMS}, "K14")
    assert (count.rows, count.of, count.value) == (("ШК-0001", "ШК-0002", "СТ-0001"), ("НС-0001",), 3)


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ("НС-0008; НС-0002", "НС-0002", "за командами не закреплён ни один наставник"),
        ("Наставники", "Кто наставник", "нет нужного столбца"),
    ],
)
def test_without_an_assigned_mentor_nothing_is_divided(old: str, new: str, why: str) -> None:
    count = ask({"SCH": PUPILS, "MENT": MENTORS, "TEAM": TEAMS.replace(old, new)}, "K14")
    assert (count.value, count.why) == (None, why)


def test_participants_whose_team_has_no_column_are_not_counted_as_none() -> None:
    tables = {"SCH": PUPILS.replace("| Команда |", "| Звено |"), "MENT": MENTORS, "TEAM": TEAMS}
    assert (ask(tables, "K14").value, ask(tables, "K14").why) == (None, "нет нужного столбца")
