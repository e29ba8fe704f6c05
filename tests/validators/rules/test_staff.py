"""X40: one head, somebody for each direction and function, no more people than approved, duties signed."""

from datetime import date

import pytest

from tests.text_tables import of_rule, scene
from validators.owners import with_owners
from validators.rule import check
from validators.rules import RULES

TODAY = date(2026, 4, 15)
HEAD = (
    "Код | ФИО | Должность | Роль | Работает с | Работает по | Закреплённые функции "
    "| Документ о распределении обязанностей | Статус записи"
)
NAMES = ("Орлова Вера Ильинична", "Чайкина Ольга Львовна", "Дроздов Илья Петрович", "Галкин Пётр Ильич")
LEADER = "R1 | 01.09.2024 | | T1; H1 | Приказ № 1 |"
OTHERS = "R2; R3; R4 | 01.09.2024 | | R2.1 | Приказ № 1 |"
FUNCTION = """
Код функции | Название    | Не ведётся: акт | Статус записи
T1          | План        |                 |
H1          | Работа      |                 |
R2.1        | Набор       |                 |
R4.1        | Блоги       | Распоряжение № 5 |
R4.2        | Страницы    |                 | Завершена
"""


def staff(*rows: str) -> str:
    """Rows: roles, since, until, functions, order, state."""
    return "\n".join([HEAD, *(f"РП-{at:04d} | {NAMES[at - 1]} | Сотрудник | {row}" for at, row in enumerate(rows, 1))])


def told(*rows: str, **others: str) -> list[tuple[str | None, str | None]]:
    return of_rule("X40", {"STAFF": staff(*rows), **others}, TODAY)


@pytest.mark.parametrize(
    ("rows", "places"),
    [
        ([LEADER, OTHERS], []),
        ([OTHERS], [(None, "Роль")]),
        ([LEADER], [(None, "Роль")]),
        ([LEADER, OTHERS.replace("R2; R3; R4", "R2; R3")], [(None, "Роль")]),
        ([LEADER.replace("R1", "R1; R2; R3; R4")], []),
        ([LEADER, LEADER, OTHERS], [("РП-0002", "Роль")]),
        ([LEADER, LEADER, LEADER, OTHERS], [("РП-0002", "Роль"), ("РП-0003", "Роль")]),
        ([LEADER.replace("2024 |", "2024 | 01.02.2026"), LEADER, OTHERS], []),
        ([LEADER + " Завершена", LEADER, OTHERS], []),
        ([LEADER + " Черновик", LEADER, OTHERS], []),
        ([LEADER.replace("2024", "2026"), LEADER, OTHERS], []),
        ([LEADER.replace("2024 |", "2024 | 14.04.2026"), OTHERS], [(None, "Роль")]),
        ([LEADER.replace("2024 |", "2024 | 15.04.2026"), OTHERS], []),
        ([LEADER, OTHERS.replace("R2; R3; R4", "")], []),
        ([LEADER, OTHERS.replace("R2; R3; R4", "почти всё")], []),
        ([], []),
    ],
)
def test_there_is_one_head_and_somebody_for_each_direction(
    rows: list[str], places: list[tuple[str | None, str]]
) -> None:
    assert told(*rows) == places


@pytest.mark.parametrize(
    ("others", "uncovered"),
    [
        (OTHERS, []),
        (OTHERS.replace("R2.1", "T1"), ["R2.1"]),
        (OTHERS.replace("R2.1", "R2.1; R4.2"), []),
        (OTHERS.replace("R2.1", ""), []),
    ],
)
def test_each_function_has_a_keeper(others: str, uncovered: list[str]) -> None:
    assert told(LEADER, others, FUNCTION=FUNCTION) == [(code, "Не ведётся: акт") for code in uncovered]


def test_a_function_of_one_who_left_is_nobodys() -> None:
    gone = OTHERS.replace("2024 |", "2024 | 01.02.2026")
    rows = (LEADER.replace("R1", "R1; R2; R3; R4"), gone)
    assert told(*rows, FUNCTION=FUNCTION) == [("R2.1", "Не ведётся: акт")]


@pytest.mark.parametrize(
    ("approved", "fine"),
    [("2", True), ("3", True), ("1", False), ("1 единица", False), ("", True), ("одна", True), ("#1", False)],
)
def test_no_more_people_work_than_are_approved(approved: str, *, fine: bool) -> None:
    passport = f"Сведение | Значение\nУтверждённая численность | {approved}\nАдрес РПО | г. Бийск"
    gone = OTHERS.replace("2024 |", "2024 | 01.02.2026")
    places = [] if fine else [("Утверждённая численность", "Значение")]
    assert told(LEADER, OTHERS, gone, PASSPORT=passport) == places


@pytest.mark.parametrize(
    ("rows", "places"),
    [
        ([LEADER, OTHERS.replace("Приказ № 1", "")], [("РП-0002", "Документ о распределении обязанностей")]),
        (
            [LEADER.replace("Приказ № 1", "-"), OTHERS.replace("Приказ № 1", "")],
            [(None, "Документ о распределении обязанностей")],
        ),
        ([LEADER, OTHERS, OTHERS.replace("2024 |", "2024 | 01.02.2026").replace("Приказ № 1", "")], []),
    ],
)
def test_duties_are_given_by_an_order(rows: list[str], places: list[tuple[str | None, str]]) -> None:
    assert told(*rows) == places


@pytest.mark.parametrize(
    ("status", "fine"),
    [("Подписан", True), ("Исполнен", True), ("Проект", False), ("На согласовании", False), ("", True)],
)
def test_the_order_is_signed(status: str, *, fine: bool) -> None:
    documents = f"Код | Заголовок | Статус\nДК-0001 | О распределении | {status}\nДК-0002 | Другой | Проект"
    rows = [row.replace("Приказ № 1", "ДК-0001") for row in (LEADER, OTHERS)]
    assert told(*rows, DOC=documents) == ([] if fine else [("ДК-0001", "Статус")])


def test_a_column_that_the_table_does_not_have_is_not_asked() -> None:
    short = "Код | ФИО | Роль | Работает с\nРП-0001 | Орлова Вера Ильинична | R1; R2; R3; R4 | 01.09.2024"
    assert of_rule("X40", {"STAFF": short, "FUNCTION": FUNCTION}, TODAY) == []


def test_a_remark_on_the_whole_register_names_no_row_and_goes_to_the_head() -> None:
    office = scene({"STAFF": staff(LEADER, OTHERS.replace("R4", ""))}, today=TODAY)
    (remark,) = (one for one in check(office, RULES) if one.code == "X40")
    assert remark.text == "Нет действующего сотрудника с ролью: «R4 Информационное сопровождение»."
    assert (remark.place.register, remark.place.row, remark.place.cell) == ("STAFF", None, None)
    (owned,) = with_owners([remark], office.office, TODAY)
    assert owned.owner == "РП-0001"
