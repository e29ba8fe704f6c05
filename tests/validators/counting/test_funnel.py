"""Each step of a participant's way has its rule, and every human being is counted once."""

from collections.abc import Callable, Mapping
from datetime import date

import pytest

from tests.text_tables import TODAY, scene
from validators.counting.count import Count
from validators.counting.funnel import (
    count_defended,
    count_in_team,
    count_on_platform,
    count_trained,
    outflow,
)
from validators.counting.progress import INTERNSHIP, tried
from validators.counts import COUNTS
from validators.office import Office

PUPILS = """
Код     | Фамилия  | Имя  | Отчество | Дата рождения | Категория | Статус участника | Дата зачисления | Дата выбытия | Команда
ШК-0001 | Галкин   | Пётр | Ильич    | 01.02.2010    | Школьник  | {status}         | 01.10.2025      | {left}       | {team}
"""
TEAMS = "Код | Название команды | Дата формирования | Стадия | Дата защиты\nКМ-0001 | Маяк | 10.11.2025 | {stage} | {defended}"
TRIP = "Код | Участник | Вид | Название | Начало | Окончание | Результат\nПЭ-0001 | ШК-0001 | {kind} | День | {start} | {end} | {result}"
Tables = Mapping[str, str]


def office(said: Tables | None = None, more: Tables | None = None) -> Office:
    cells = {"status": "Участник", "left": "", "team": "КМ-0001", "stage": "Идея", "defended": "", "kind": "Стажировка"}
    cells |= {"start": "01.04.2026", "end": "", "result": "Пройдено", **(said or {})}
    tables = {"SCH": PUPILS.format(**cells), "TEAM": TEAMS.format(**cells), "PROG": TRIP.format(**cells)}
    return scene({**tables, **(more or {})}).office


def value(count: Callable[[Office, date], Count], of: Office, on: date = TODAY) -> float | None:
    return count(of, on).value


TRAINING, PLATFORM = "Очное установочное обучение", "Модуль цифровой платформы"


@pytest.mark.parametrize(
    ("said", "trained"),
    [
        ({}, 1),
        ({"status": "Выбыл", "left": "02.04.2026"}, 1),
        ({"status": "Завершил"}, 1),
        ({"status": "Кандидат"}, 0),
        ({"result": "Не требуется"}, 0),
        ({"result": "Не явился"}, 0),
        ({"result": "В процессе"}, 0),
        ({"start": "16.04.2026"}, 0),
        ({"start": ""}, 1),
        ({"kind": "Проектная сессия"}, 0),
    ],
)
def test_trained_is_who_was_enrolled_and_has_passed_the_training(said: dict[str, str], trained: int) -> None:
    assert value(count_trained, office({"kind": TRAINING} | said)) == trained


@pytest.mark.parametrize(
    ("said", "active"),
    [
        ({"start": "16.03.2026"}, 1),
        ({"start": "15.03.2026"}, 0),
        ({"start": "01.02.2026", "end": "20.03.2026"}, 1),
        ({"result": "В процессе"}, 1),
        ({"result": "Не пройдено"}, 1),
        ({"result": "Не явился"}, 0),
        ({"start": ""}, 1),
        ({"status": "Выбыл", "left": "02.04.2026"}, 0),
        ({"status": "Завершил"}, 0),
    ],
)
def test_active_is_who_takes_part_and_worked_on_the_platform_lately(said: dict[str, str], active: int) -> None:
    assert value(count_on_platform, office({"kind": PLATFORM} | said)) == active


def test_days_of_a_break_are_no_idleness() -> None:
    stages = "Код этапа | Название | Начало | Окончание | Перерыв\nЭ4 | Проекты | 01.02.2026 | 30.04.2026 | 01.04.2026–10.04.2026"
    said = {"kind": PLATFORM, "start": "07.03.2026"}
    assert value(count_on_platform, office(said, {"STAGE": stages})) == 1
    assert value(count_on_platform, office(said)) == 0


@pytest.mark.parametrize(
    ("said", "in_team"),
    [
        ({}, 1),
        ({"team": ""}, 0),
        ({"stage": "Закрыт"}, 0),
        ({"stage": "Защищён"}, 1),
        ({"status": "Выбыл", "left": "02.04.2026"}, 0),
        ({"status": "Выбыл", "left": "16.04.2026"}, 0),
    ],
)
def test_in_a_team_is_who_takes_part_in_a_team_at_work(said: dict[str, str], in_team: int) -> None:
    assert value(count_in_team, office(said)) == in_team


@pytest.mark.parametrize(
    ("said", "defended"),
    [
        ({"kind": "Защита"}, 1),
        ({"kind": "Защита", "result": "Не пройдено"}, 0),
        ({"stage": "Защищён", "defended": "10.04.2026"}, 1),
        ({"stage": "Внедряется"}, 1),
        ({"stage": "Защищён", "defended": "16.04.2026"}, 0),
        ({"stage": "Готов к защите"}, 0),
        ({"stage": "Защищён", "defended": "10.04.2026", "status": "Выбыл", "left": "09.04.2026"}, 0),
        ({"stage": "Защищён", "defended": "10.04.2026", "status": "Выбыл", "left": "11.04.2026"}, 1),
        ({"stage": "Защищён", "defended": "10.04.2026", "team": ""}, 0),
    ],
)
def test_defended_is_who_has_passed_or_was_in_a_team_that_has(said: dict[str, str], defended: int) -> None:
    assert value(count_defended, office(said)) == defended


TWICE = """
Код     | Фамилия  | Имя  | Отчество | Дата рождения | Категория | Статус участника | Дата зачисления | Дата выбытия | Команда
ШК-0001 | Галкин   | Пётр | Ильич    | 01.02.2010    | Школьник  | Завершил         | 01.10.2024      |              |
ШК-0002 | Галкин   | Пётр | Ильич    | 01.02.2010    | Школьник  | Участник         | 01.10.2025      |              | КМ-0001
"""


def test_who_takes_part_again_is_one_human_being_whatever_row_his_deeds_name() -> None:
    trip = TRIP.format(kind="Стажировка", start="01.04.2026", end="", result="Пройдено").replace("ШК-0001", "ШК-0002")
    known = office(
        more={"SCH": TWICE, "PROG": f"{trip}\nПЭ-0002 | ШК-0001 | Стажировка | Ночь | 01.03.2025 | | Пройдено"}
    )
    counted = tried(known, TODAY, INTERNSHIP)
    assert (counted.value, value(count_in_team, known)) == (1, 1)


def test_the_outflow_is_what_k18_lacks() -> None:
    for said in ({"status": "Выбыл", "left": "02.04.2026"}, {"status": "Выбыл", "left": "16.04.2026"}, {}):
        of = office(said)
        kept = COUNTS["K18"](of, TODAY)
        assert len(outflow(of, TODAY)) == len(kept.of) - len(kept.rows)


@pytest.mark.parametrize("count", [count_trained, count_on_platform])
def test_without_trips_nothing_is_known_of_them(count: Callable[[Office, date], Count]) -> None:
    tables = {"SCH": PUPILS.format(status="Участник", left="", team="")}
    assert (count(scene(tables).office, TODAY).value, count(scene(tables).office, TODAY).why) == (None, "не ведётся")
    assert count(scene({}).office, TODAY).why == "не ведётся"


def test_a_defence_is_known_from_either_register() -> None:
    pupils = {"SCH": PUPILS.format(status="Участник", left="", team="КМ-0001")}
    teams = {"TEAM": TEAMS.format(stage="Защищён", defended="01.04.2026")}
    trips = {"PROG": TRIP.format(kind="Защита", start="01.04.2026", end="", result="Пройдено")}
    assert value(count_defended, scene({**pupils, **teams}).office) == 1
    assert value(count_defended, scene({**pupils, **trips}).office) == 1
    assert count_defended(scene(pupils).office, TODAY).why == "не ведётся"


def test_a_register_of_people_without_teams_tells_nothing_of_teams() -> None:
    pupils = "Код | Фамилия | Имя | Статус участника | Дата зачисления | Категория\nШК-0001 | Галкин | Пётр | Участник | 01.10.2025 | Школьник"
    known = scene({"SCH": pupils, "TEAM": TEAMS.format(stage="Идея", defended="")}).office
    assert count_in_team(known, TODAY).why == "нет нужного столбца"
