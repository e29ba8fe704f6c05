"""What is done together with national projects: the plan of coverage on the day and what is covered."""

from datetime import date

import pytest

from tests.text_tables import scene
from validators.counting.joint import covered, joint_measures

ON = date(2026, 4, 15)
HEAD = "Код | Федеральный проект | Мероприятие/объект НП | Форма координации | Мероприятие РПО | Сроки с | Сроки по | Статус | Охват участников: план | Охват участников: факт"


def line(start: str, end: str, status: str, plan: str = "100", fact: str = "") -> str:
    return f"{HEAD}\nНП-0001 | Профессионалитет | Мастерские | Обмен данными | МР-0001 | {start} | {end} | {status} | {plan} | {fact}"


@pytest.mark.parametrize(
    ("start", "end", "status", "due"),
    [
        ("01.03.2026", "31.03.2026", "В работе", 100),
        ("01.03.2026", "31.03.2026", "Завершено", 100),
        ("01.04.2026", "30.04.2026", "В работе", 50),
        ("01.04.2026", "30.04.2026", "Завершено", 100),
        ("16.04.2026", "30.04.2026", "Планируется", 0),
        ("16.04.2026", "", "Планируется", 0),
        ("01.03.2026", "", "В работе", None),
        ("", "31.03.2026", "В работе", 100),
        ("", "30.04.2026", "В работе", None),
        ("", "", "Завершено", 100),
    ],
)
def test_the_plan_on_the_day_is_whole_after_the_end_and_a_part_by_days_before(
    start: str, end: str, status: str, due: float | None
) -> None:
    (one,) = joint_measures(scene({"NP": line(start, end, status)}).office, ON)
    assert one.due == (None if due is None else pytest.approx(due))


def test_without_a_plan_nothing_is_due() -> None:
    (one,) = joint_measures(scene({"NP": line("01.03.2026", "31.03.2026", "Завершено", plan="")}).office, ON)
    assert (one.plan, one.due) == (None, None)


@pytest.mark.parametrize("status", ["Отменено", "Ошибочная запись"])
def test_what_was_called_off_is_not_there(status: str) -> None:
    assert joint_measures(scene({"NP": line("01.03.2026", "31.03.2026", status)}).office, ON) == ()


@pytest.mark.parametrize(
    ("start", "end", "status", "fact", "done"),
    [
        ("01.03.2026", "31.03.2026", "Завершено", "80", 80),
        ("01.04.2026", "30.04.2026", "В работе", "80", 160),
        ("16.04.2026", "30.04.2026", "Планируется", "", None),
        ("01.03.2026", "31.03.2026", "Завершено", "", None),
        ("01.03.2026", "31.03.2026", "Завершено", "0", 0),
    ],
)
def test_coverage_is_the_fact_of_the_plan_on_the_day(
    start: str, end: str, status: str, fact: str, done: float | None
) -> None:
    some = joint_measures(scene({"NP": line(start, end, status, fact=fact)}).office, ON)
    assert covered(some) == (None if done is None else pytest.approx(done))


def test_a_measure_that_does_not_tell_its_fact_is_in_neither_part() -> None:
    both = line("01.03.2026", "31.03.2026", "Завершено", "100", "80")
    silent = (
        "\nНП-0002 | Профессионалитет | Музей | Обмен данными | МР-0002 | 01.03.2026 | 31.03.2026 | Завершено | 500 |"
    )
    assert covered(joint_measures(scene({"NP": both + silent}).office, ON)) == 80
