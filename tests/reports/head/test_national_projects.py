"""О9 «Отчёт. НП «Образование»»: federal projects, forms, coverage against its plan, what it gives to indicators."""

from collections.abc import Callable
from datetime import date

import pytest

from reports.facts import Facts
from reports.figures.figure import figures
from reports.head.national_projects import NOT_YET, TAB, compose
from reports.layout import lay_out
from reports.report import Chart, Light, Listing, Report, Value, Words
from tests.reports.made_up import made_up_facts

MakeFacts = Callable[..., Facts]
HEAD = "Код | Федеральный проект | Национальный проект | Мероприятие/объект НП | Форма координации | Мероприятие РПО | Сроки с | Сроки по | Статус | Охват участников: план | Охват участников: факт | Показатель НП, на который влияет | Ответственный от НП"
LINES = f"""{HEAD}
НП-0001 | Профессионалитет | Кадры           | Мастерские | Финансирование         | МР-0001 | 01.02.2026 | 28.02.2026 | Завершено   | 100 | 80 | Доля занятых    | Орлова Вера
НП-0002 | Профессионалитет | Кадры           | Комплекс   | Обмен данными          | МР-0002 | 01.04.2026 | 30.04.2026 | В работе    | 60  | 30 | Доля занятых    |
НП-0003 | Человек труда    | Кадры           | Марафон    | Обмен данными          | МР-0003 | 01.05.2026 | 10.05.2026 | Планируется | 50  |    | Доля молодёжи   |
НП-0004 | Лучшее детям     | Молодёжь и дети | Технопарк  | Совместное мероприятие | МР-0004 | 01.02.2026 | 28.02.2026 | Завершено   | 20  | 22 |                 |
НП-0005 | Лучшее детям     | Молодёжь и дети | Кружок     | Совместное мероприятие | МР-0005 | 01.02.2026 | 28.02.2026 | Отменено    | 90  | 1  |                 |
"""
TRIPS = "Код | Участник | Вид | Название | Начало | Результат | Мероприятие\nПЭ-0001 | ШК-0001 | Стажировка | День | 10.02.2026 | Пройдено | МР-0001\nПЭ-0002 | ШК-0002 | Стажировка | День | 10.02.2026 | Не явился | МР-0001"
OFFICE = {"NP": LINES, "PROG": TRIPS}


def page(facts: Facts) -> Report:
    (one,) = compose(facts)
    assert one.tab == TAB == "Отчёт. НП «Образование»"
    return one


def words(facts: Facts) -> list[str]:
    return [one.text for one in page(facts).blocks if isinstance(one, Words)]


def listing(facts: Facts, title: str) -> Listing:
    return next(one for one in page(facts).blocks if isinstance(one, Listing) and one.title == title)


def row(facts: Facts, title: str, first: str) -> tuple[Value, ...]:
    return next(one for one in listing(facts, title).rows if one[0] == first)


@pytest.mark.parametrize(
    ("project", "line"),
    [
        ("Всего", (None, None, 4, 2, 1, 1, 230, 150, 132, 88, Light.YELLOW)),
        ("Профессионалитет", ("Кадры", "Финансирование — 1; Обмен данными — 1", 2, 1, 1, 0, 160, 130, 110, 84.6, Light.RED)),
        ("Лучшее детям", ("Молодёжь и дети", "Совместное мероприятие", 1, 1, 0, 0, 20, 20, 22, 110, Light.GREEN)),
        ("Человек труда", ("Кадры", "Обмен данными", 1, 0, 0, 1, 50, 0, None, None, NOT_YET)),
    ],
)  # fmt: skip
def test_each_federal_project_has_its_measures_and_coverage(
    make_facts: MakeFacts, project: str, line: tuple[Value, ...]
) -> None:
    assert row(make_facts(OFFICE), "По федеральным проектам", project)[1:] == line


def test_the_least_covered_come_first_under_the_total(make_facts: MakeFacts) -> None:
    facts = make_facts(OFFICE)
    names = [one[0] for one in listing(facts, "По федеральным проектам").rows]
    assert names == ["Всего", "Профессионалитет", "Лучшее детям", "Человек труда"]
    assert [one[0] for one in listing(facts, "Мероприятия").rows] == ["НП-0001", "НП-0002", "НП-0004", "НП-0003"]


def test_what_it_gives_to_the_indicators_of_national_projects(make_facts: MakeFacts) -> None:
    facts = make_facts(OFFICE)
    title = "Вклад в показатели национальных проектов"
    assert row(facts, title, "Доля занятых")[1:] == (2, 1, 1, 0, 160, 130, 110, 84.6, Light.RED)
    assert row(facts, title, "показатель не указан")[1:5] == (1, 1, 0, 0)


def test_a_measure_has_its_form_term_and_who_came_by_the_register(make_facts: MakeFacts) -> None:
    assert row(make_facts(OFFICE), "Мероприятия", "НП-0001") == (
        "НП-0001", "Мастерские", "Профессионалитет", "Финансирование", "МР-0001", date(2026, 2, 28), "Завершено", 1,
        100, 100, 80, 80, Light.RED,
    )  # fmt: skip
    assert row(make_facts({"NP": LINES}), "Мероприятия", "НП-0001")[7] is None


def test_the_sentence_tells_who_is_behind(make_facts: MakeFacts) -> None:
    sentence = words(make_facts(OFFICE))[2]
    assert sentence.startswith("3\u00a0федеральных проекта, 4\u00a0мероприятия и объекта.")
    assert sentence.endswith("Охват участников 88\u00a0% плана на дату. Отстают: Профессионалитет.")


def test_the_chart_shows_plan_and_fact_of_each_project(make_facts: MakeFacts) -> None:
    (chart,) = [one for one in page(make_facts(OFFICE)).blocks if isinstance(one, Chart)]
    assert chart.categories == ("Профессионалитет", "Лучшее детям", "Человек труда")
    assert [one.values for one in chart.series] == [(130, 20, 0), (110, 22, None)]


def test_people_of_national_projects_are_not_named(make_facts: MakeFacts) -> None:
    assert "Орлова" not in repr(page(make_facts(OFFICE)))


@pytest.mark.parametrize(
    ("tables", "sentence"),
    [
        ({}, "О работе с национальными проектами сказать нечего: реестр «Координация с НП» — не ведётся."),
        ({"NP": HEAD}, "Мероприятий, согласованных с национальными проектами, пока нет: «Координация с НП» не заполнен."),
    ],
)  # fmt: skip
def test_without_measures_there_is_one_sentence_and_no_zeros(
    make_facts: MakeFacts, tables: dict[str, str], sentence: str
) -> None:
    facts = make_facts(tables)
    assert words(facts)[2:] == [sentence]
    assert not [one for one in page(facts).blocks if not isinstance(one, Words)]


def test_the_made_up_office_agrees_with_the_indicator_where_it_is_counted() -> None:
    facts = made_up_facts()
    agreed = next((one.value for one in figures(facts) if one.indicator.id == "K26" and not one.cut), None)
    assert agreed is None or f"нацпроектом: {agreed:.0f}." in words(facts)[2]
    parts = listing(facts, "По федеральным проектам").rows
    assert parts[0][3] == sum(int(str(one[3])) for one in parts[1:]) == len(listing(facts, "Мероприятия").rows)
    assert lay_out(page(facts), None).filtered is not None
