"""«К планёрке»: what each employee has this week, in two pages."""

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reports.documents.document import Document, Occasion
from reports.documents.planning_meeting import LINES, compose, lines
from reports.documents.week import week_of
from reports.facts import Facts, Mended, Past
from reports.report import Value
from tests.reports.documents.papers import OFFICE, listings, words
from tests.reports.made_up import made_up_facts

MakeFacts = Callable[..., Facts]
KINDS = "Вид документа | Срок, рабочих дней | Кто подписывает\nОтчёт месячный | 5 | Руководитель РПО\nПисьмо | |\nЗапрос | |"
DOC = """
Код | Направление | Вид | Заголовок | Статус | Исполнитель | Срок ответа | Отчётный период/этап | Подписал
ДК-0001 | Исходящий | Письмо | О показе проектов | На согласовании | РП-0003 | | | РП-0001
ДК-0002 | Входящий | Запрос | О командах | Получен | РП-0002 | 14.04.2026 | |
ДК-0003 | Входящий | Запрос | О защите | Получен | РП-0002 | 30.04.2026 | |
ДК-0004 | Исходящий | Отчёт месячный | За март | Проект | РП-0003 | | 2026-03 |
"""
STAGE = "Код этапа | Название | Начало | Окончание\nЭ1 | Набор | 01.03.2026 | 31.05.2026"
WEEK = OFFICE | {"DOC": DOC, "DOCKIND": KINDS, "STAGE": STAGE}


def paper(facts: Facts) -> Document:
    (found,) = compose(facts, Occasion())
    return found


def row(found: Document, who: str) -> tuple[Value, ...]:
    return next(one for one in listings(found)[0].rows if str(one[0]).startswith(who))


def test_each_employee_has_his_overdue_due_papers_and_last_week(make_facts: MakeFacts) -> None:
    found = paper(make_facts(WEEK))
    assert found.title == ("К планёрке", "Неделя 13.04.2026–19.04.2026")
    assert row(found, "Гусев")[:4] == (
        "Гусев\nотсутствует 16.04–17.04",
        "Семинар — 5\u00a0дней",
        "17.04 Показать проекты",
        "ответить, срок прошёл 14.04: О командах",
    )
    assert str(row(found, "Гусев")[5]).startswith("в срок 1 из 2")
    assert row(found, "Орлова")[3] == "подписать: О показе проектов\nподписать: За март"
    assert row(found, "Чайкина")[3] == "на подпись: О показе проектов\nна подпись: За март"
    assert row(found, "Никому")[1:3] == ("Провести сборы — 5\u00a0дней", "17.04 Слёт")


def test_documents_tell_their_state_and_whose_signature_they_wait_for(make_facts: MakeFacts) -> None:
    table = listings(paper(make_facts(WEEK)))[1]
    assert table.rows == (("Отчёт месячный", "март 2026", "проект", "Орлова", "да", date(2026, 4, 7), -8),)


def test_remarks_mended_in_the_last_week_are_counted(make_facts: MakeFacts) -> None:
    fixed = tuple(
        Mended(date(2026, 4, 1), date(2026, 4, day), "MENT", owner)
        for day, owner in ((6, "РП-0003"), (12, "РП-0003"), (13, "РП-0003"), (7, None))
    )
    found = paper(make_facts(WEEK, past=Past(fixed=fixed)))
    assert str(row(found, "Чайкина")[5]).endswith("исправлено замечаний: 2")
    assert "исправлено замечаний: 3." in words(found)


@pytest.mark.parametrize(
    ("day", "first"), [("2026-04-13", 13), ("2026-04-17", 13), ("2026-04-18", 20), ("2026-04-19", 20)]
)
def test_on_a_day_off_it_is_the_week_that_comes(day: str, first: int) -> None:
    assert week_of(date.fromisoformat(day)).first == date(2026, 4, first)


def test_an_office_where_nothing_is_due_reads_so(make_facts: MakeFacts) -> None:
    said = words(paper(make_facts({"STAFF": OFFICE["STAFF"]})))
    assert "Просроченного нет. Сроков на этой неделе нет." in said
    assert "Никому" not in said


def test_the_made_up_office_fits_two_pages() -> None:
    assert lines(paper(made_up_facts()).sections[0].blocks) <= LINES


@given(st.lists(st.tuples(st.integers(1, 8), st.integers(1, 19), st.integers(5, 120)), max_size=160))
@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_eight_people_fit_two_pages_however_much_they_have(
    make_facts: MakeFacts, measures: list[tuple[int, int, int]]
) -> None:
    staff = [
        f"РП-{at:04d} | Гусев{'абвгдежз'[at - 1]} Лев Ильич | Методист {at} | Иная | 01.09.2025" for at in range(1, 9)
    ]
    plan = [
        f"МР-{at:04d} | {'Семинар для участников ' * 6:.{long}} {at} | Мероприятие | РП-{who:04d} | {day:02d}.04.2026"
        for at, (who, day, long) in enumerate(measures, 1)
    ]
    tables = {
        "STAFF": "\n".join(["Код | ФИО | Должность | Роль | Работает с", *staff]),
        "PLAN": "\n".join(["Код | Мероприятие | Вид | Ответственный | Окончание (план)", *plan]),
    }
    assert lines(paper(make_facts(tables)).sections[0].blocks) <= LINES
