"""X46: who has left is in no team, heads none, and is on no site."""

import pytest

from tests.text_tables import of_rule, scene
from validators.rule import check
from validators.rules import RULES

PUPILS = "Код | Фамилия | Имя | Статус участника | Дата выбытия | Команда\nШК-0001 | Галкин | Пётр | {}"
STUDENTS = "Код | Фамилия | Имя | Статус участника | Дата выбытия | Команды\nСТ-0001 | Орлов | Лев | {}"
TEAMS = "Код | Название команды | Стадия | Капитан | Студент-лидер/тьютор\nКМ-0001 | Вектор | {} | {}\nКМ-0002 | Кедр | Идея | |"
TRIP = "Код | Участник | Вид | Начало | Окончание | Результат\nПЭ-0001 | ШК-0001 | {}"


def office(pupil: str, student: str = "Участник | |", team: str = "Идея | |") -> dict[str, str]:
    stage, _, heads = team.partition(" | ")
    return {
        "SCH": PUPILS.format(pupil),
        "UNI": STUDENTS.format(student),
        "TEAM": TEAMS.format(stage, heads or "|"),
    }


@pytest.mark.parametrize(
    ("tables", "told"),
    [
        (office("Выбыл | 01.03.2026 |"), []),
        (office("Участник | | КМ-0001"), []),
        (office("Выбыл | 01.03.2026 | КМ-0001"), [("ШК-0001", "Команда")]),
        (office("Выбыл | | КМ-0001"), [("ШК-0001", "Команда")]),
        (office("Выбыл | 01.05.2026 | КМ-0001"), []),
        (office("Выбыл | 01.03.2026 | КМ-0001", team="Закрыт | |"), []),
        (office("Выбыл | 01.03.2026 |", team="Идея | ШК-0001 |"), [("КМ-0001", "Капитан")]),
        (office("Выбыл | 01.03.2026 | КМ-0001", team="Идея | ШК-0001 |"), [("ШК-0001", "Команда")]),
        (office("Выбыл | 01.03.2026 |", team="Закрыт | ШК-0001 |"), []),
        (office("Участник | |", "Выбыл | 01.03.2026 | КМ-0001; КМ-0002"), [("СТ-0001", "Команды")]),
        (office("Участник | |", "Выбыл | 01.03.2026 |", "Идея | | СТ-0001"), [("КМ-0001", "Студент-лидер/тьютор")]),
    ],
)
def test_teams(tables: dict[str, str], told: list[tuple[str, str]]) -> None:
    assert of_rule("X46", tables) == told


def test_the_remark_says_that_he_heads_the_team() -> None:
    tables = office("Выбыл | 01.03.2026 | КМ-0001", team="Идея | ШК-0001 |")
    (text,) = [one.text for one in check(scene(tables), RULES) if one.code == "X46"]
    assert text == "Выбыл 01.03.2026, но числится в команде КМ-0001, и возглавляет её."


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("Стажировка | 01.02.2026 | | В процессе", True),
        ("Профессиональная проба | 01.02.2026 | 20.02.2026 | В процессе", True),
        ("Стажировка | 01.02.2026 | 20.02.2026 | Пройдено", False),
        ("Стажировка | 01.02.2026 | 20.03.2026 | В процессе", False),
        ("Проектная сессия | 01.02.2026 | | В процессе", False),
    ],
)
def test_sites(row: str, told: bool) -> None:  # noqa: FBT001  what the case expects
    tables = {"SCH": PUPILS.format("Выбыл | 01.03.2026 |"), "PROG": TRIP.format(row)}
    assert of_rule("X46", tables) == ([("ПЭ-0001", "Результат")] if told else [])


def test_an_office_without_teams_is_asked_all_the_same() -> None:
    assert of_rule("X46", {"SCH": PUPILS.format("Выбыл | 01.03.2026 | Вектор")}) == [("ШК-0001", "Команда")]
