"""K11 and K12: projects on approved priorities, defended ones, and those put to use."""

from datetime import date

import pytest

from tests.validators.counting.asked import ask

TEAMS = """
Код     | Название команды | Приоритетное направление | Дата формирования | Стадия       | Дата защиты
КМ-0001 | Вектор           | ПН-0001                  | 01.11.2025        | Разработка   |
КМ-0002 | Импульс          | ПН-0002                  |                   | Идея         |
КМ-0003 | Орбита           | ПН-0001                  | 01.11.2025        | Закрыт       |
КМ-0004 | Спектр           |                          | 01.11.2025        | Разработка   |
КМ-0005 | Луч              | ПН-0001                  | 01.05.2026        | Разработка   |
КМ-0006 | Исток            | ПН-0003                  | 01.11.2025        | Защищён      | 01.04.2026
КМ-0007 | Росток           | ПН-0003                  | 01.11.2025        | Внедряется   |
КМ-0008 | Ветер            | ПН-0001                  | 01.11.2025        | Внедряется   | 01.05.2026
КМ-0009 | Ошибка           | ПН-0001                  | 01.11.2025        | Ошибочная запись | 01.04.2026
"""
PRIORITIES = """
Код     | Название      | Действует с | Действует по
ПН-0001 | Робототехника | 01.09.2025  |
ПН-0002 | Медицина      | 01.09.2025  | 31.03.2026
ПН-0003 | Туризм        | 01.09.2025  |
"""
COUNCIL = """
Код     | Кто решил | Дата заседания | Вопрос | Содержание решения | Результат | Объекты
РШ-0001 | Совет     | 01.09.2025     | C1     | Утвердить          | Принято   | ПН-0001; ПН-0002
"""


@pytest.mark.parametrize(
    ("tables", "on", "teams"),
    [
        pytest.param({}, date(2026, 4, 15), ["0001", "0006", "0007", "0008"], id="a priority that has ended is out"),
        pytest.param({}, date(2026, 3, 31), ["0001", "0002", "0006", "0007", "0008"], id="on its last day it is in"),
        pytest.param({}, date(2025, 8, 31), [], id="none is in force yet"),
        pytest.param({"DEC": COUNCIL}, date(2026, 4, 15), ["0001", "0008"], id="with decisions one is needed"),
    ],
)
def test_teams_at_work_on_a_priority_in_force_are_counted(tables: dict[str, str], on: date, teams: list[str]) -> None:
    count = ask({"TEAM": TEAMS, "PRIORITY": PRIORITIES, **tables}, "K11", on=on)
    assert list(count.rows) == [f"КМ-{one}" for one in teams]
    assert count.value == len(teams)


def test_without_the_list_of_priorities_there_is_no_value() -> None:
    assert ask({"TEAM": TEAMS}, "K11").why == "не ведётся"


@pytest.mark.parametrize(
    ("part", "on", "teams"),
    [
        ("", date(2026, 4, 15), ["0006", "0007"]),
        ("защищено", date(2026, 4, 15), ["0006", "0007"]),
        ("внедряется", date(2026, 4, 15), ["0007"]),
        ("внедряется", date(2026, 5, 1), ["0007", "0008"]),
        ("защищено", date(2026, 3, 31), ["0007"]),
    ],
)
def test_projects_defended_by_the_day_and_those_put_to_use(part: str, on: date, teams: list[str]) -> None:
    assert list(ask({"TEAM": TEAMS}, "K12", part, on).rows) == [f"КМ-{one}" for one in teams]
