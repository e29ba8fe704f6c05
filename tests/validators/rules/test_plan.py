"""X26–X28, X50, X58: keepers, results, lateness, money, stages and indicators of the plan."""

from datetime import date

import pytest

from config.settings import Settings
from tests.text_tables import found, of_rule, scene
from validators.remark import Severity
from validators.rule import check
from validators.rules import RULES

TODAY = date(2026, 4, 15)
STAFF = """
Код     | ФИО                     | Должность  | Роль           | Работает с | Работает по | Закреплённые функции | Отсутствует           | Замещает | Статус записи
РП-0001 | Орлова Вера Ильинична   | Глава      | R1             | 01.09.2024 |             | T1; H1               | 20.04.2026–30.04.2026 |          |
РП-0002 | Чайкина Ольга Львовна   | Специалист | R2; R3; R4     | 01.09.2024 |             | T1; R2.1             | 25.04.2026            | РП-0001  |
РП-0003 | Дроздов Илья Петрович   | Помощник   | R2             | 01.09.2024 | 30.04.2026  | R2.1                 |                       |          |
РП-0004 | Галкин Пётр Ильич       | Помощник   | R2             | 01.05.2026 |             | R2.1                 |                       |          |
РП-0005 | Сойкин Юрий Юрьевич     | Помощник   | R2             | 01.09.2024 |             | R2.1                 |                       |          | Завершена
РП-0006 | Зимина Анна Ивановна    | Помощник   | R2             | 01.09.2024 |             |                      | 06.05.2026–08.05.2026 |          |
"""
HEAD = (
    "Код | Мероприятие | Вид | Этап | Ответственный | Начало (план) | Окончание (план) | Статус | Окончание (факт) "
    "| Результат | Причина отклонения | Принятые меры | Функция | Показатель | Финансируется"
)


def plan(*rows: str) -> str:
    """Rows: kind, stage, responsible, start, end, status, done, result, why, measures, function, indicator, financed."""
    return "\n".join([HEAD, *(f"МР-{number:04d} | Дело {number} | {row}" for number, row in enumerate(rows, 1))])


def told(code: str, *rows: str, **others: str) -> list[tuple[str | None, str | None]]:
    return of_rule(code, {"PLAN": plan(*rows), **others}, TODAY)


@pytest.mark.parametrize(
    ("who", "end", "status", "function", "fine"),
    [
        ("РП-0002", "10.05.2026", "Не начато", "T1", True),
        ("РП-0002", "10.05.2026", "", "H1", False),
        ("РП-0002", "10.05.2026", "", "", True),
        ("РП-0006", "10.05.2026", "", "H1", True),
        ("РП-0006", "07.05.2026", "", "", False),
        ("РП-0006", "09.05.2026", "", "", True),
        ("РП-0001", "22.04.2026", "В работе", "T1", True),
        ("РП-0001", "25.04.2026", "В работе", "T1", False),
        ("РП-0002", "25.04.2026", "В работе", "T1", False),
        ("РП-0001", "22.04.2026", "Исполнено", "R2.1", True),
        ("РП-0001", "25.04.2026", "Отменено", "R2.1", True),
        ("РП-0003", "30.04.2026", "", "R2.1", True),
        ("РП-0003", "01.05.2026", "", "R2.1", False),
        ("РП-0004", "10.05.2026", "", "R2.1", True),
        ("РП-0004", "20.04.2026", "", "R2.1", False),
        ("РП-0005", "20.04.2026", "", "R2.1", False),
        ("РП-0003", "01.04.2026", "", "R2.1", True),
        ("РП-0099", "01.05.2026", "", "R2.1", True),
        ("", "01.05.2026", "", "R2.1", True),
        ("РП-0003", "", "", "R2.1", True),
        ("РП-0003", "01.05.2026", "почти", "R2.1", True),
        ("РП-0003", "01.05.2025", "", "R2.1", True),
    ],
)
def test_a_measure_is_kept_by_one_who_is_there_and_whose_it_is(
    who: str, end: str, status: str, function: str, *, fine: bool
) -> None:
    row = f"Мероприятие | Э4 | {who} | 01.03.2026 | {end} | {status} | | | | | {function}"
    assert told("X26", row, STAFF=STAFF) == ([] if fine else [("МР-0001", "Ответственный")])


def test_a_late_measure_is_asked_of_one_who_is_gone_today() -> None:
    row = "Мероприятие | Э4 | РП-0003 | 01.03.2026 | 29.04.2026 | В работе"
    tables = {"PLAN": plan(row), "STAFF": STAFF}
    assert of_rule("X26", tables, date(2026, 4, 30)) == []
    assert of_rule("X26", tables, date(2026, 5, 1)) == [("МР-0001", "Ответственный")]


def test_a_measure_with_two_faults_of_its_keeper_has_one_remark() -> None:
    row = "Мероприятие | Э4 | РП-0003 | 01.03.2026 | 01.05.2026 | | | | | | H1"
    assert told("X26", row, STAFF=STAFF) == [("МР-0001", "Ответственный")]


@pytest.mark.parametrize(
    ("row", "column"),
    [
        ("Контрольная точка | Э4 | | 01.03.2026 | 20.03.2026 | Исполнено | 20.03.2026 | | |", "Результат"),
        ("Отчёт | Э4 | | 01.03.2026 | 20.03.2026 | Исполнено | 20.03.2026 | - | |", "Результат"),
        ("Заседание | Э4 | | 20.03.2026 | 20.03.2026 | Исполнено | 20.03.2026 | | |", "Результат"),
        ("Заседание | Э4 | | 20.03.2026 | 20.03.2026 | Исполнено | 20.03.2026 | Протокол | |", None),
        ("Мероприятие | Э4 | | 01.03.2026 | 20.03.2026 | Исполнено | 20.03.2026 | | |", None),
        ("Отчёт | Э4 | | 01.03.2026 | 20.05.2026 | | | | |", None),
        ("Мероприятие | Э4 | | 01.03.2026 | 20.05.2026 | В работе | 20.03.2026 | | |", "Статус"),
        ("Мероприятие | Э4 | | 01.03.2026 | 20.03.2026 | | 20.03.2026 | | |", "Статус"),
        ("Мероприятие | Э4 | | 01.03.2026 | 20.03.2026 | Отменено | 20.03.2026 | | |", None),
        ("Мероприятие | Э4 | | 01.03.2026 | 20.05.2026 | В работе | 20.05.2026 | | |", None),
        ("Мероприятие | Э4 | | 01.03.2026 | 07.04.2026 | В работе | | | |", "Причина отклонения"),
        ("Мероприятие | Э4 | | 01.03.2026 | 07.04.2026 | | | | |", "Причина отклонения"),
        ("Мероприятие | Э4 | | 01.03.2026 | 07.04.2026 | В работе | | | Ждём | нет", "Принятые меры"),
        ("Мероприятие | Э4 | | 01.03.2026 | 07.04.2026 | В работе | | | | Письмо", "Причина отклонения"),
        ("Мероприятие | Э4 | | 01.03.2026 | 07.04.2026 | В работе | | | Ждём | Письмо", None),
        ("Мероприятие | Э4 | | 01.03.2026 | 08.04.2026 | В работе | | | |", None),
        ("Мероприятие | Э4 | | 01.03.2026 | 07.04.2026 | Отменено | | | |", None),
        ("Мероприятие | Э4 | | 01.03.2026 | 07.04.2026 | Ошибочная запись | | | |", None),
        ("Мероприятие | Э4 | | 01.03.2026 | 07.04.2026 | почти | | | |", None),
        ("Мероприятие | Э4 | | 01.05.2026 | 07.04.2026 | В работе | | | |", None),
        ("Мероприятие | Э4 | | 01.03.2026 | | В работе | | | |", None),
    ],
)
def test_what_is_done_has_a_result_and_what_is_late_a_reason(row: str, column: str | None) -> None:
    assert told("X27", row) == ([("МР-0001", column)] if column else [])


def test_columns_that_the_table_does_not_have_are_not_asked() -> None:
    short = "Код | Мероприятие | Вид | Окончание (план) | Статус\nМР-0001 | Дело | Отчёт | 01.02.2026 | В работе\nМР-0002 | Дело | Отчёт | 01.02.2026 | Исполнено"
    assert of_rule("X27", {"PLAN": short}, TODAY) == []
    assert of_rule("X28", {"PLAN": short, "FIN": FIN}, TODAY) == []


def test_the_days_for_a_reason_are_set_by_the_office() -> None:
    row = "Мероприятие | Э4 | | 01.03.2026 | 08.04.2026 | В работе"
    strict = Settings.model_validate({"thresholds": {"explain_days": 4}})
    assert of_rule("X27", {"PLAN": plan(row)}, TODAY, strict) == [("МР-0001", "Причина отклонения")]


FIN = (
    "Код | Мероприятие | Статус записи\nФН-0001 | МР-0001 |\nФН-0002 | МР-0001 |\nФН-0003 | МР-0002 | Ошибочная запись"
)


@pytest.mark.parametrize(
    ("first", "second", "places"),
    [
        ("Да", "Нет", []),
        ("Нет", "Нет", ["МР-0001"]),
        ("", "", ["МР-0001"]),
        ("Да", "Да", ["МР-0002"]),
        ("может быть", "Нет", []),
    ],
)
def test_money_stands_where_the_plan_says_so(first: str, second: str, places: list[str]) -> None:
    row = "Мероприятие | Э4 | | 01.03.2026 | 20.05.2026 | {} | | | | | | | {}"
    rows = (row.format("", first), row.format("", second))
    assert told("X28", *rows, FIN=FIN) == [(code, "Финансируется") for code in places]


def test_a_measure_called_off_needs_no_money() -> None:
    row = "Мероприятие | Э4 | | 01.03.2026 | 20.05.2026 | {} | | | | | | | Да"
    assert told("X28", row.format(""), row.format("Отменено"), FIN=FIN) == []


def test_money_of_an_unknown_measure_may_be_of_any() -> None:
    row = "Мероприятие | Э4 | | 01.03.2026 | 20.05.2026 | | | | | | | | Да"
    broken = "Код | Мероприятие\nФН-0001 | МР-0099"
    assert told("X28", row, FIN=broken) == []


STAGE = """
Код этапа | Название | Начало     | Окончание  | Закрыт с
Э1        | Набор    | 01.09.2025 | 31.10.2025 | 10.11.2025
Э4        | Проекты  | 12.01.2026 | 15.05.2026 |
Э5        | Пробы    |            |            |
Сквозное  | Сезон    |            |            |
"""
MEASURE = "Мероприятие | {} | | 01.03.2026 | {} | {}"
POINT = "Контрольная точка | {} | | 01.03.2026 | {} | {}"


@pytest.mark.parametrize(
    ("rows", "fine"),
    [
        ([POINT.format("Э4", "15.05.2026", "")], True),
        ([MEASURE.format("Э4", "15.05.2026", ""), POINT.format("Э4", "15.05.2026", "Исполнено")], True),
        ([MEASURE.format("Э4", "15.05.2026", "")], False),
        ([POINT.format("Э1", "15.10.2025", "")], False),
        ([POINT.format("Э4", "15.05.2026", "Отменено")], False),
        ([POINT.format("Э4", "15.05.2026", "Ошибочная запись"), MEASURE.format("Э1", "15.10.2025", "")], False),
        ([POINT.format("", "15.05.2026", "")], True),
        ([POINT.format("", "20.05.2026", "")], False),
        ([MEASURE.format("Э4", "15.05.2026", "").replace("Мероприятие", "")], True),
        ([POINT.format("Э1", "15.10.2025", "").replace("Э1", "Сквозное")], False),
        ([], True),
    ],
)
def test_a_stage_has_measures_and_a_control_point(rows: list[str], *, fine: bool) -> None:
    assert told("X50", *rows, STAGE=STAGE) == ([] if fine else [("Э4", "Код этапа")])


IND = "Код | Код показателя | Показатель | План года\nПК-0001 | K02 | Зачислено | #200"


@pytest.mark.parametrize(
    ("kind", "status", "indicator", "fine"),
    [
        ("Мероприятие", "", "", False),
        ("Мероприятие", "В работе", "-", False),
        ("Мероприятие", "", "K02", True),
        ("Мероприятие", "", "K77", True),
        ("Мероприятие", "Исполнено", "", True),
        ("Мероприятие", "Отменено", "", True),
        ("Контрольная точка", "", "", True),
        ("", "", "", True),
    ],
)
def test_a_measure_serves_an_indicator(kind: str, status: str, indicator: str, *, fine: bool) -> None:
    row = f"{kind} | Э4 | | 01.03.2026 | 20.05.2026 | {status} | | | | | | {indicator}"
    assert told("X58", row, IND=IND) == ([] if fine else [("МР-0001", "Показатель")])


def test_indicators_are_not_asked_for_while_there_are_none() -> None:
    row = "Мероприятие | Э4 | | 01.03.2026 | 20.05.2026"
    assert told("X58", row, IND=IND.splitlines()[0]) == []


def test_a_plan_alone_is_not_compared_with_registers_that_are_not_kept() -> None:
    row = "Мероприятие | Э4 | РП-0003 | 01.03.2026 | 01.05.2026 | | | | | | H1 | | Да"
    assert {code for code, *_ in found({"PLAN": plan(row)}, TODAY)} & {"X26", "X28", "X50", "X52", "X58"} == set()


def test_remarks_tell_dates_and_codes() -> None:
    rows = plan(
        "Мероприятие | Э4 | РП-0006 | 01.03.2026 | 07.05.2026",
        "Мероприятие | Э4 | РП-0001 | 01.03.2026 | 07.04.2026 | В работе | | | | | R2.1",
    )
    remarks = check(scene({"PLAN": rows, "STAFF": STAFF, "IND": IND}, today=TODAY), RULES)
    texts = {(one.code, one.place.id): one.text for one in remarks}
    assert texts["X26", "МР-0001"] == (
        "Ответственный РП-0006 в день срока (07.05.2026) отсутствует, и его никто не замещает."
    )
    assert texts["X26", "МР-0002"] == "Функция R2.1 за ответственным РП-0001 не закреплена."
    assert texts["X27", "МР-0002"] == (
        "Срок прошёл 07.04.2026 (рабочих дней назад: 6), а не указаны: причина отклонения и принятые меры."
    )
    assert {one.severity for one in remarks if one.code == "X58"} == {Severity.INFO}
