"""K29 and K30: reports presented in time, and requests of the federal office answered in time."""

from datetime import date

import pytest

from config.settings import Settings
from config.thresholds import ThresholdsSection
from tests.validators.counting.asked import ask

HEAD = (
    "Код | Направление | Вид | Заголовок | Статус | Дата | Корреспондент | Отчётный период/этап | Срок ответа | Ответ"
)
KINDS = "Вид документа | Срок, рабочих дней\nОтчёт месячный |\nЗапрос | 5"
STAGES = "Код этапа | Название | Начало | Окончание\nЭ1 | Набор | 01.01.2026 | 31.12.2026"
"""The season begins in January: on 15 April the reports of three months are due, on the fifth working day."""


def office(*rows: str, kinds: str = KINDS) -> dict[str, str]:
    lines = (f"ДК-{number:04d} | {row}" for number, row in enumerate(rows, 1))
    return {"DOC": "\n".join((HEAD, *lines)), "DOCKIND": kinds, "STAGE": STAGES}


def report(period: str, day: str, state: str = "Отправлен") -> str:
    return f"Исходящий | Отчёт месячный | Отчёт | {state} | {day} | ФПО | {period} | |"


@pytest.mark.parametrize(
    ("rows", "in_time"),
    [
        pytest.param([], [], id="none is presented"),
        pytest.param([report("2026-01", "06.02.2026")], ["ДК-0001"], id="on the last day"),
        pytest.param([report("2026-01", "09.02.2026")], [], id="a working day later"),
        pytest.param([report("2026-01", "")], ["ДК-0001"], id="presented on an unknown day"),
        pytest.param([report("2026-01", "05.02.2026", "Проект")], [], id="only drafted"),
        pytest.param([report("2026-01", "05.02.2026", "Ошибочная запись")], [], id="a mistake"),
        pytest.param([report("", "05.02.2026")], [], id="of no period"),
        pytest.param(
            [report("2026-01", "05.02.2026"), report("2026-01", "09.02.2026")], ["ДК-0001"], id="mended later"
        ),
    ],
)
def test_reports_in_time_of_those_due(rows: list[str], in_time: list[str]) -> None:
    count = ask(office(*rows), "K29")
    assert list(count.rows) == in_time
    assert count.of_weights == {"Отчёт месячный": 3}
    assert count.value == pytest.approx(100 * len(in_time) / 3)


def test_a_report_presented_before_its_deadline_is_counted_at_once() -> None:
    tables = office(report("2026-01", "03.02.2026"))
    assert ask(tables, "K29", on=date(2026, 2, 2)).why == "сроки ещё не наступили"
    assert ask(tables, "K29", on=date(2026, 2, 3)).value == 100


def test_the_terms_are_those_of_the_settings() -> None:
    tables = office(report("2026-01", "09.02.2026"))
    longer = Settings(thresholds=ThresholdsSection(report_days=6))
    assert ask(tables, "K29").rows == ()
    assert ask(tables, "K29", settings=longer).rows == ("ДК-0001",)


def test_kinds_that_are_not_asked_for_are_not_due() -> None:
    count = ask(office(report("2026-01", "05.02.2026"), kinds="Вид документа | Срок, рабочих дней\nЗапрос | 5"), "K29")
    assert (count.value, count.why) == (None, "сроки ещё не наступили")


def request(due: str, answer: str = "", state: str = "Получен", who: str = "ФПО") -> str:
    return f"Входящий | Запрос | Запрос | {state} | 01.04.2026 | {who} | | {due} | {answer}"


def reply(day: str, state: str = "Отправлен") -> str:
    return f"Исходящий | Письмо | Ответ | {state} | {day} | ФПО | | |"


@pytest.mark.parametrize(
    ("rows", "due", "in_time"),
    [
        pytest.param([request("10.04.2026")], 1, 0, id="not answered"),
        pytest.param([request("10.04.2026", "ДК-0002"), reply("10.04.2026")], 1, 1, id="on the last day"),
        pytest.param([request("10.04.2026", "ДК-0002"), reply("11.04.2026")], 1, 0, id="a day late"),
        pytest.param([request("10.04.2026", "ДК-0002"), reply("")], 1, 1, id="on an unknown day"),
        pytest.param([request("10.04.2026", "ДК-0002"), reply("09.04.2026", "Проект")], 1, 0, id="not sent"),
        pytest.param([request("15.04.2026")], 0, 0, id="today is the last day"),
        pytest.param([request("20.04.2026", "ДК-0002"), reply("14.04.2026")], 1, 1, id="answered early"),
        pytest.param([request("10.04.2026", state="Исполнен")], 1, 1, id="told to be done"),
        pytest.param([request("")], 0, 0, id="without a term"),
        pytest.param([request("10.04.2026", who="ОИВ")], 0, 0, id="of somebody else"),
        pytest.param([request("10.04.2026", state="Ошибочная запись")], 0, 0, id="a mistake"),
    ],
)
def test_requests_answered_in_time_of_those_due(rows: list[str], due: int, in_time: int) -> None:
    count = ask(office(*rows), "K30")
    assert (len(count.of), len(count.rows)) == (due, in_time)
    assert count.value == (100 * in_time / due if due else None)


@pytest.mark.parametrize("key", ["K29", "K30"])
def test_papers_that_are_not_kept_have_no_value(key: str) -> None:
    assert ask({"DOCKIND": KINDS}, key).why == "не ведётся"
