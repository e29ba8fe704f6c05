"""X36, X37, X49, X55, X56: reports of stages, meetings, instructions, the passport."""

from collections.abc import Mapping
from datetime import date

import pytest

from config.settings import parse
from tests.text_tables import TODAY, of_rule, scene
from validators.remark import Severity
from validators.rule import check
from validators.rules import RULES

STAGES = "Код этапа | Название | Начало | Окончание | Закрыт с"
DECISIONS = "Код | Кто решил | Дата заседания | Вопрос | Содержание решения | Результат | Этап | Объекты"
DOCUMENTS = "Код | Направление | Вид | Заголовок | Статус | Отчётный период/этап"
STAGE = "Э1 | Набор | 01.09.2025 | 31.10.2025 | {}"
HEARD = "РШ-0001 | {} | {} | C5 | Принять | {} | {} | {}"
REPORT = "ДК-0001 | Исходящий | Отчёт по этапу | Отчёт | {} | {}"


def closed(
    decision: str = "", document: str = REPORT.format("Отправлен", "Э1"), on: str = "10.11.2025"
) -> Mapping[str, str]:
    return {
        "STAGE": f"{STAGES}\n{STAGE.format(on)}",
        "DEC": f"{DECISIONS}\n{decision}",
        "DOC": f"{DOCUMENTS}\n{document}",
    }


IN_TIME = HEARD.format("Совет", "05.12.2025", "Принято", "Э1", "")


@pytest.mark.parametrize(
    ("tables", "told"),
    [
        pytest.param(closed(IN_TIME), False, id="considered in time"),
        pytest.param(closed(HEARD.format("Совет", "05.12.2025", "На доработку", "Э1", "")), False, id="sent back"),
        pytest.param(closed(HEARD.format("Совет", "05.12.2025", "Принято", "", "э1")), False, id="named among objects"),
        pytest.param(closed(), True, id="never considered"),
        pytest.param(closed(HEARD.format("Совет", "11.12.2025", "Принято", "Э1", "")), True, id="considered late"),
        pytest.param(closed(HEARD.format("Совет", "05.12.2025", "Запланировано", "Э1", "")), True, id="only planned"),
        pytest.param(closed(HEARD.format("Губернатор", "05.12.2025", "Принято", "Э1", "")), True, id="by the Governor"),
        pytest.param(closed(HEARD.format("Совет", "05.12.2025", "Принято", "Э2", "")), True, id="of another stage"),
        pytest.param(closed(on="16.03.2026"), False, id="thirty days have not passed"),
        pytest.param(closed(on="15.03.2026"), True, id="thirty days have passed"),
        pytest.param(closed(on=""), False, id="not closed"),
        pytest.param(closed(on="01.05.2026"), False, id="closed in the future"),
        pytest.param(closed(IN_TIME, ""), True, id="no report"),
        pytest.param(closed(IN_TIME, REPORT.format("Проект", "Э1")), True, id="a report not signed"),
        pytest.param(closed(IN_TIME, REPORT.format("Отправлен", "Э2")), True, id="a report of another stage"),
        pytest.param({**closed(IN_TIME, ""), "DOC": DOCUMENTS}, True, id="no documents at all"),
        pytest.param(
            {key: text for key, text in closed(IN_TIME).items() if key != "DOC"}, False, id="documents not kept"
        ),
    ],
)
def test_the_report_of_a_closed_stage_is_taken_to_the_body(tables: Mapping[str, str], *, told: bool) -> None:
    assert of_rule("X36", tables) == ([("Э1", "Закрыт с")] if told else [])


def test_lateness_of_the_past_is_only_a_warning() -> None:
    late = closed(HEARD.format("Совет", "11.12.2025", "Принято", "Э1", ""))
    assert [one.severity for one in check(scene(late), RULES) if one.code == "X36"] == [Severity.WARNING]


def test_neither_report_nor_meeting_is_one_remark() -> None:
    texts = [one.text for one in check(scene(closed("", "")), RULES) if one.code == "X36"]
    assert len(texts) == 1
    assert "отчёта по нему в документах нет" in texts[0]
    assert "срок был 10.12.2025" in texts[0]


@pytest.mark.parametrize(("days", "told"), [(60, True), (200, False)])
def test_how_many_days_a_report_has_the_office_says(days: int, *, told: bool) -> None:
    settings = parse(f"[thresholds]\nstage_council_days = {days}\n", {})
    assert bool(of_rule("X36", closed(), settings=settings)) is told


PLAN = "Код | Мероприятие | Вид | Окончание (план) | Статус | Окончание (факт) | Примечание"


@pytest.mark.parametrize(
    ("decision", "plan", "told"),
    [
        pytest.param("", "", True, id="no meeting"),
        pytest.param(HEARD.format("Совет", "26.09.2025", "Принято", "", ""), "", False, id="a meeting"),
        pytest.param(HEARD.format("Совет", "26.09.2025", "Отклонено", "", ""), "", False, id="a refusal is a meeting"),
        pytest.param(HEARD.format("Совет", "10.11.2025", "Принято", "", ""), "", False, id="before it was closed"),
        pytest.param(HEARD.format("Совет", "11.11.2025", "Принято", "", ""), "", True, id="after it was closed"),
        pytest.param(HEARD.format("ФПО", "26.09.2025", "Принято", "", ""), "", True, id="somebody else decided"),
        pytest.param(HEARD.format("Совет", "26.09.2025", "Запланировано", "", ""), "", True, id="only planned"),
        pytest.param("", "Заседание | Заседание | 26.09.2025 | Исполнено | 25.09.2025 |", False, id="held by the plan"),
        pytest.param("", "Заседание | Заседание | 26.09.2025 | Не начато | |", True, id="planned and not held"),
        pytest.param("", "Семинар | Мероприятие | 26.09.2025 | Исполнено | |", True, id="not a meeting"),
    ],
)
def test_each_stage_has_a_meeting(decision: str, plan: str, *, told: bool) -> None:
    tables = dict(closed(decision))
    tables["PLAN"] = f"{PLAN}\nМР-0001 | {plan}" if plan else PLAN
    assert of_rule("X55", tables) == ([("Э1", "Окончание")] if told else [])


def test_a_stage_that_lasts_may_still_meet() -> None:
    tables = {"STAGE": f"{STAGES}\nЭ4 | Проекты | 12.01.2026 | 15.05.2026 |", "DEC": DECISIONS}
    assert of_rule("X55", tables) == []


TASKS = "Код | Кто решил | Дата заседания | Вопрос | Содержание решения | Результат | Поручение | Срок | Срок (новый) | Основание переноса | Исполнение | Отметка/документ"
TASK = "РШ-0001 | Губернатор | {} | Иное | Поручить | {} | Доложить о сессиях | {}"


def task(cells: str, given: str = "06.04.2026", result: str = "Принято") -> Mapping[str, str]:
    return {"DEC": f"{TASKS}\n{TASK.format(given, result, cells)}"}


@pytest.mark.parametrize(
    ("cells", "columns"),
    [
        ("14.04.2026 | | | На контроле | В плане", ["Срок"]),
        ("15.04.2026 | | | На контроле | В плане", []),
        ("14.04.2026 | | | | В плане", ["Срок"]),
        ("14.04.2026 | | | Снято с контроля |", []),
        ("14.04.2026 | 30.04.2026 | Письмо | На контроле | В плане", []),
        ("01.04.2026 | 14.04.2026 | Письмо | На контроле | В плане", ["Срок (новый)"]),
        ("14.04.2026 | 30.04.2026 | | На контроле | В плане", ["Основание переноса"]),
        ("14.04.2026 | | | Исполнено |", ["Отметка/документ"]),
        ("14.04.2026 | | | Исполнено | Письмо", []),
        ("14.04.2026 | 13.04.2026 | | На контроле | В плане", ["Срок (новый)", "Основание переноса"]),
        (" | | | На контроле |", []),
    ],
)
def test_instructions_are_done_in_time_with_a_mark(cells: str, columns: list[str]) -> None:
    assert of_rule("X37", task(cells)) == [("РШ-0001", column) for column in columns]


@pytest.mark.parametrize("result", ["Запланировано", "Отклонено", "Ошибочная запись"])
def test_what_was_not_decided_is_no_instruction(result: str) -> None:
    assert of_rule("X37", task("14.04.2026 | | | На контроле |", result=result)) == []


def test_an_office_without_the_column_of_marks_is_not_asked_for_them() -> None:
    head = "Код | Кто решил | Дата заседания | Вопрос | Содержание решения | Результат | Поручение | Срок | Исполнение"
    row = "РШ-0001 | Губернатор | 06.04.2026 | Иное | Поручить | Принято | Доложить | 14.04.2026 | Исполнено"
    assert of_rule("X37", {"DEC": f"{head}\n{row}"}) == []


OPEN = "30.04.2026 | | | На контроле |"


@pytest.mark.parametrize(
    ("tables", "told"),
    [
        pytest.param(task(OPEN), True, id="nobody took it up"),
        pytest.param(task(f"{OPEN} Идёт согласование"), False, id="a mark"),
        pytest.param(task(OPEN, given="08.04.2026"), False, id="five working days have not passed"),
        pytest.param(task("14.04.2026 | | | На контроле |"), False, id="overdue is another remark"),
        pytest.param(task("30.04.2026 | | | Исполнено |"), False, id="done is another remark"),
        pytest.param(task("30.04.2026 | | | Снято с контроля |"), False, id="called off"),
        pytest.param({**task(OPEN), "PLAN": f"{PLAN}\nМР-0001 | Доклад | Отчёт | | | | По РШ-0001"}, False, id="in the plan"),
        pytest.param(
            {**task(OPEN), "PLAN": f"{PLAN}\nМР-0001 | доложить о сессиях | Отчёт | | | |"}, False, id="in the plan in words"
        ),
        pytest.param({**task(OPEN), "PLAN": f"{PLAN}\nМР-0001 | Семинар | Отчёт | | | |"}, True, id="another measure"),
    ],
)  # fmt: skip
def test_an_instruction_is_taken_up(tables: Mapping[str, str], *, told: bool) -> None:
    assert of_rule("X56", tables) == ([("РШ-0001", "Отметка/документ")] if told else [])


FULL = {
    "Губернатор": "Есть",
    "Заместитель Губернатора (куратор)": "Есть",
    "Акт о создании РПО": "Распоряжение",
    "Головной орган": "Министерство",
    "Организация-оператор": "Центр",
    "Акт о передаче полномочий оператору": "Распоряжение",
}


def passport(items: Mapping[str, str]) -> Mapping[str, str]:
    lines = [f"{item} | {value} |" for item, value in items.items()]
    return {"PASSPORT": "\n".join(["Сведение | Значение | Документ", *lines])}


@pytest.mark.parametrize(
    ("changed", "found"),
    [
        ({}, []),
        ({"Губернатор": ""}, [("Губернатор", "Значение")]),
        ({"Заместитель Губернатора (куратор)": "нет"}, [("Заместитель Губернатора (куратор)", "Значение")]),
        ({"Акт о создании РПО": ""}, [("Акт о создании РПО", "Значение")]),
        ({"Акт о создании РПО": " | Распоряжение № 412-р"}, []),
        ({"Акт о передаче полномочий оператору": ""}, [("Акт о передаче полномочий оператору", "Значение")]),
        ({"Акт о передаче полномочий оператору": "", "Организация-оператор": ""}, []),
        ({"Акт о передаче полномочий оператору": "", "Организация-оператор": "Министерство"}, []),
    ],
)
def test_the_passport_is_filled(changed: Mapping[str, str], found: list[tuple[str, str]]) -> None:
    assert of_rule("X49", passport({**FULL, **changed})) == found


def test_lines_that_the_passport_lacks_are_told_once() -> None:
    less = {item: value for item, value in FULL.items() if item not in {"Губернатор", "Акт о создании РПО"}}
    assert of_rule("X49", passport(less)) == [(None, None)]
    place = next(one.place for one in check(scene(passport(less)), RULES) if one.code == "X49")
    assert (place.register, place.source) == ("PASSPORT", "Файл.xlsx#Паспорт РПО")


def test_today_is_a_wednesday_on_which_the_cases_rest() -> None:
    assert (TODAY, TODAY.isoweekday()) == (date(2026, 4, 15), 3)
