"""What a meeting of the council is to decide: planned points, all that waits, what an earlier meeting left."""

from collections.abc import Mapping
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from config.registers.decisions import DECISION_RESULTS
from tests.text_tables import TODAY, scene
from validators.counting.meetings import Question, is_known, meetings_ahead, questions

HEAD = (
    "Код | Кто решил | Дата заседания | Вопрос | Содержание решения | Результат | Объекты | Этап | Поручение | "
    "Ответственный | Срок"
)
MENT = """
Код | Фамилия | Статус
НС-0001 | Уткин | Предложен
НС-0002 | Гусев |
НС-0003 | Лунин | На утверждении
НС-0004 | Чижов | Выбыл
"""
STAGE = """
Код этапа | Название | Начало | Окончание | Закрыт с
Э1 | Отбор | 01.09.2025 | 30.11.2025 | 05.12.2025
Э2 | Обучение | 01.12.2025 | 28.02.2026 | 05.03.2026
Э3 | Проекты | 01.03.2026 | 30.06.2026 |
"""
PLAN = """
Код | Мероприятие | Вид | Окончание (план) | Статус
МР-0001 | Совет | Заседание | 12.05.2026 |
МР-0002 | Совет | Заседание | 01.04.2026 | Исполнено
МР-0003 | Совет | Заседание | 02.06.2026 | Отменено
МР-0004 | Семинар | Мероприятие | 16.04.2026 |
"""
MEETING = date(2026, 4, 23)


def asked(*lines: str, day: date = MEETING, more: Mapping[str, str] | None = None) -> list[Question]:
    """The questions of the meeting in an office with these decisions."""
    rows = (f"РШ-{at:04d} | {line}" for at, line in enumerate(lines, 1))
    tables = {"DEC": "\n".join((HEAD, *rows)), **({"MENT": MENT} if more is None else more)}
    return list(questions(scene(tables).office, day, TODAY))


def test_all_that_waits_is_on_the_agenda_of_a_meeting_that_nobody_has_planned() -> None:
    found = asked(more={"MENT": MENT, "STAGE": STAGE})
    assert found == [
        Question("C3", ("НС-0001", "НС-0002", "НС-0003")),
        Question("C5", ("Э1",)),
        Question("C5", ("Э2",)),
    ]


def test_what_waits_joins_the_row_that_plans_its_question() -> None:
    found = asked("Совет | 23.04.2026 | C3 | Рассмотреть | Запланировано | НС-0003 | | | |")
    assert found == [Question("C3", ("НС-0003", "НС-0001", "НС-0002"), row=0)]


def test_each_of_two_rows_keeps_what_it_names() -> None:
    line = "Совет | 23.04.2026 | C3 | Рассмотреть {} | Запланировано | {} | | | |"
    found = asked(line.format(1, "НС-0003"), line.format(2, "НС-0001"))
    assert [one.objects for one in found if one.row == 1] == [("НС-0001",)]
    assert sorted(code for one in found for code in one.objects) == ["НС-0001", "НС-0002", "НС-0003"]


def test_what_another_meeting_ahead_is_to_decide_is_left_to_it() -> None:
    line = "Совет | 12.05.2026 | C3 | Рассмотреть | Запланировано | НС-0003 | | | |"
    assert asked(line) == [Question("C3", ("НС-0001", "НС-0002"))]
    assert asked(line.replace("Совет", "Губернатор")) == [Question("C3", ("НС-0001", "НС-0002", "НС-0003"))]


def test_once_the_protocol_is_typed_only_its_undecided_points_are_left() -> None:
    told = "Совет | 10.04.2026 | C3 | Утвердить | Принято | НС-0001 | | | |"
    planned = "Совет | 10.04.2026 | C5 | Рассмотреть | Запланировано | | Э1 | | |"
    day = date(2026, 4, 10)
    assert asked(told, day=day) == []
    assert asked(told, planned, day=day) == [Question("C5", ("Э1",), row=1)]


@pytest.mark.parametrize(
    ("result", "then", "earlier"),
    [
        ("Перенесено", "", 0),
        ("На доработку", "", 0),
        ("Принято", "", None),
        ("Перенесено", "Совет | 15.03.2026 | Иное | О смете. | Принято | | | | |", None),
        ("Перенесено", "Совет | 23.04.2026 | Иное | О смете. | Запланировано | | | | |", None),
    ],
)
def test_a_point_that_was_postponed_comes_again_until_it_is_taken_up(
    result: str, then: str, earlier: int | None
) -> None:
    line = f"Совет | 01.03.2026 | Иное | О смете. | {result} | | | | |"
    found = asked(line, *([then] if then else []), more={})
    assert [one.earlier for one in found if one.earlier is not None] == ([] if earlier is None else [earlier])


def test_a_report_of_a_stage_that_was_returned_comes_again() -> None:
    line = "Совет | 20.12.2025 | C5 | Принять отчёт | {} | | Э1 | | |"
    stages = {"STAGE": STAGE}
    assert asked(line.format("На доработку"), more=stages)[1:] == [Question("C5", ("Э1",))]
    again = "Совет | 20.01.2026 | C5 | Принять отчёт | Принято | | Э1 | | |"
    assert asked(line.format("На доработку"), again, more=stages) == [Question("C5", ("Э2",))]


@pytest.mark.parametrize(
    ("line", "left"),
    [
        ("Принято | АГ-0001", ("АГ-0002",)),
        ("Отклонено | АГ-0001", ("АГ-0002",)),
        ("Принято | Список, кроме АГ-0001", ("АГ-0001", "АГ-0002")),
        ("Перенесено | АГ-0001", ("АГ-0001", "АГ-0002")),
    ],
)
def test_what_is_settled_of_the_regional_agenda_is_not_proposed_again(line: str, left: tuple[str, ...]) -> None:
    row = "АГ-000{} | КМ-0001 | C6.1 | Региональный | Союз | 01.05.2026 | Предложено"
    head = "Код | Команда | Форма | Уровень | Организация/сообщество/документ | Начало | Статус"
    agenda = "\n".join((head, row.format(1), row.format(2)))
    found = asked(f"Совет | 10.04.2026 | C6 | Включить | {line} | | | |", more={"AGENDA": agenda})
    assert found == [Question("C6", left)]


def test_only_the_instructions_of_the_body_that_are_due_by_the_meeting_are_heard() -> None:
    line = "{} | 01.02.2026 | Иное | Подготовить | Принято | | | {} | РП-0001 | {}"
    found = asked(
        line.format("Совет", "Собрать отзывы", "23.04.2026"),
        line.format("Совет", "Найти зал", "10.04.2026"),
        line.format("Совет", "Купить флаги", "24.04.2026"),
        line.format("Губернатор", "Доложить", "10.04.2026"),
        more={},
    )
    assert found == [Question("Иное", ("РШ-0002", "РШ-0001"))]


def test_meetings_ahead_are_those_of_decisions_and_of_the_plan() -> None:
    row = "РШ-0001 | Совет | 23.04.2026 | C3 | Рассмотреть | Запланировано | | | | |"
    office = scene({"DEC": f"{HEAD}\n{row}", "PLAN": PLAN}).office
    assert meetings_ahead(office, TODAY) == [MEETING, date(2026, 5, 12)]
    assert meetings_ahead(office, date(2026, 6, 1)) == []
    assert [is_known(office, day) for day in (MEETING, date(2026, 4, 1), date(2026, 4, 16))] == [True, True, False]


@given(st.lists(st.sampled_from([*DECISION_RESULTS.values, "Принято, но кроме"]), min_size=3, max_size=3))
@settings(max_examples=60, deadline=None)
def test_the_next_list_is_what_was_neither_accepted_nor_refused(results: list[str]) -> None:
    decided = list(zip(("НС-0001", "НС-0002", "НС-0003"), results, strict=True))
    lines = [
        f"Совет | 10.04.2026 | C3 | О {code} | {result.partition(',')[0]} | "
        f"{f'Список № 1, кроме {code}' if 'кроме' in result else code} | | | |"
        for code, result in decided
    ]
    left = {code for code, result in decided if result not in {"Принято", "Отклонено"}}
    assert {code for one in asked(*lines) for code in one.objects} == left
