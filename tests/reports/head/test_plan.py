"""«Отчёт. План и просрочки»: what is late comes first, and every share is K22 or K23."""

from collections.abc import Callable
from datetime import date

import pytest

from reports.facts import Facts
from reports.head.page import rounded
from reports.head.plan import TAB, compose
from reports.head.plan_ahead import MOVED, NONE, PASSED
from reports.report import ChartKind, Light, Report
from tests.reports.head.pages import (
    charts,
    column,
    demo,
    figures_of_demo,
    headline,
    listing,
    rows,
    titles,
    too_narrow,
    words,
)

MakeFacts = Callable[..., Facts]

STAFF = """
Код     | ФИО                    | Должность          | Роль            | Работает с
РП-0001 | Орлова Вера Ильинична  | Руководитель РПО   | R1 Руководитель | 01.09.2025
РП-0002 | Гусев Пётр Олегович    | Куратор студентов  | Иная            | 01.09.2025
"""
PLAN = """
Код     | Мероприятие      | Этап | Функция | Ответственный | Окончание (план) | Окончание (прогноз) | Статус     | Окончание (факт) | Причина отклонения | Принятые меры
МР-0001 | Семинар          | Э2   | R2.1    | РП-0002       | 10.04.2026       | 17.04.2026          | В работе   |                  | ремонт зала        | ищем другой
МР-0002 | Сборы            | Э1   | R2.1    | РП-0002       | 02.03.2026       | 01.04.2026          | В работе   |                  |                    |
МР-0003 | Отчёт за март    | Э1   | T4      | РП-0001       | 01.04.2026       |                     | Исполнено  | 31.03.2026       |                    |
МР-0004 | Справка          | Э1   | T4      | РП-0001       | 20.03.2026       |                     | Исполнено  | 25.03.2026       |                    |
МР-0005 | Сессия           | Э2   |         |               | 17.04.2026       | 24.04.2026          | В работе   |                  |                    |
МР-0006 | Доклад           | Э2   | T4      | РП-0001       | 30.04.2026       |                     |            |                  |                    |
МР-0007 | Встреча          | Э2   | T4      | РП-0001       | 11.05.2026       |                     | Исполнено  | 10.04.2026       |                    |
МР-0008 | Слёт             | Э2   | T4      | РП-0001       | 01.04.2026       |                     | Отменено   |                  |                    |
МР-0009 | Без срока        | Э2   | T4      | РП-0001       |                  |                     | В работе   |                  |                    |
МР-0010 | Сверка           | Э2   | T4      | РП-0001       | 14.04.2026       |                     | В работе   |                  |                    |
"""
DECISIONS = """
Код     | Кто решил | Дата заседания | Вопрос | Содержание решения | Результат | Поручение       | Ответственный | Срок       | Исполнение | Дата исполнения
РШ-0001 | Совет     | 07.11.2025     | Иное   | О списках          | Принято   | Дать списки     | РП-0002       | 08.04.2026 |            |
РШ-0002 | Совет     | 07.11.2025     | Иное   | О деньгах          | Принято   | Доложить        | Минфин        | 20.04.2026 |            |
РШ-0003 | Совет     | 07.11.2025     | Иное   | О сайте            | Принято   | Сделать сайт    | РП-0001       | 01.12.2025 | Исполнено  | 30.11.2025
РШ-0004 | Совет     | 07.11.2025     | Иное   | О слёте            | Отклонено | Провести слёт   | РП-0001       | 01.12.2025 |            |
"""
STAGES = "Код этапа | Название\nЭ1 | Набор\nЭ2 | Обучение"
FUNCTIONS = "Код функции | Название\nR2.1 | Набор студентов\nT4 | Контроль"
OFFICE = {"STAFF": STAFF, "PLAN": PLAN, "DEC": DECISIONS, "STAGE": STAGES, "FUNCTION": FUNCTIONS}


def page_of(facts: Facts) -> Report:
    (page,) = compose(facts)
    return page


@pytest.fixture
def page(make_facts: MakeFacts) -> Report:
    return page_of(make_facts(OFFICE))


def test_measures_and_instructions_lie_in_their_heaps(page: Report) -> None:
    assert rows(page, "Как исполняется") == {
        "Мероприятия плана": (9, 5, 1, 1, 3, 20, 1, 2, 1),
        "Поручения": (3, 2, 1, 0, 1, 50, 0, 1, 0),
    }


def test_the_main_thing_is_how_much_is_overdue_and_how_long(page: Report) -> None:
    assert headline(page) == (
        "Просрочено 4\u00a0дела, дольше всего МР-0002 — 44\u00a0дня. В ближайшие 14 дней срок у 2\u00a0дел."
    )


def test_a_row_without_a_term_is_told_and_not_counted(page: Report) -> None:
    assert "У 1\u00a0строки плана нет даты «Окончание (план)»: здесь они не учтены." in words(page)


def test_people_stand_worst_first_with_their_instructions(page: Report) -> None:
    assert listing(page, "Мероприятия и поручения").rows == (
        ("Гусев", 1, 2, 2, 0, 0, 2, 0, 0, 0, 0),
        ("Орлова", 0, 6, 3, 1, 1, 1, 33.3, 1, 1, 1),
        ("Минфин", 0, 0, 0, 0, 0, 0, "—", 0, 0, 0),
        ("не назначен", 0, 1, 0, 0, 0, 0, "—", 0, 1, 0),
    )


def test_overdue_by_person_is_a_picture_of_the_listing(page: Report) -> None:
    chart = charts(page)["Просрочено по ответственным"]
    assert (chart.kind, chart.categories) == (ChartKind.BAR, ("Гусев", "Орлова"))
    assert [(one.name, one.values) for one in chart.series] == [("Мероприятия", (2, 1)), ("Поручения", (1, 0))]


def test_overdue_tasks_stand_worst_first_with_reason_measures_and_light(page: Report) -> None:
    assert listing(page, "Просрочено").rows == (
        ("МР-0002", "Сборы", "Гусев", date(2026, 3, 2), 44, Light.RED, date(2026, 4, 1), "не указана", "не указаны"),
        ("РШ-0001", "Дать списки", "Гусев", date(2026, 4, 8), 7, Light.YELLOW, None, "—", "—"),
        ("МР-0001", "Семинар", "Гусев", date(2026, 4, 10), 5, Light.YELLOW, date(2026, 4, 17), "ремонт зала", "ищем другой"),
        ("МР-0010", "Сверка", "Орлова", date(2026, 4, 14), 1, Light.RED, None, "не указана", "не указаны"),
    )  # fmt: skip


def test_what_is_due_in_fourteen_days_is_told_by_date(page: Report) -> None:
    assert listing(page, "Срок в ближайшие 14 дней").rows == (
        ("МР-0005", "Сессия", "не назначен", date(2026, 4, 17), 2, Light.YELLOW, date(2026, 4, 24), "Э2 Обучение"),
        ("РШ-0002", "Доложить", "Минфин", date(2026, 4, 20), 5, Light.YELLOW, None, "Совет"),
    )


def test_the_plan_stands_beside_the_forecast(page: Report) -> None:
    assert [(row[0], row[3], row[4], row[5], row[6]) for row in listing(page, "План и прогноз").rows] == [
        ("МР-0002", date(2026, 3, 2), date(2026, 4, 1), 30, PASSED),
        ("МР-0010", date(2026, 4, 14), None, None, NONE),
        ("МР-0001", date(2026, 4, 10), date(2026, 4, 17), 7, MOVED),
        ("МР-0005", date(2026, 4, 17), date(2026, 4, 24), 7, MOVED),
    ]


def test_functions_and_stages_are_told_in_words_the_worst_first(page: Report) -> None:
    assert column(page, "Мероприятия по функциям", "Функция") == [
        "Все мероприятия",
        "R2.1 Набор студентов",
        "T4 Контроль",
        "не указано",
    ]
    assert {name: row[:5] for name, row in rows(page, "Мероприятия по этапам").items()} == {
        "Все мероприятия": (9, 5, 1, 1, 3),
        "Э2 Обучение": (6, 2, 0, 0, 2),
        "Э1 Набор": (3, 3, 1, 1, 1),
    }


def test_each_month_tells_what_was_due_done_and_is_expected(page: Report) -> None:
    assert listing(page, "По месяцам").rows == (
        ("Всего", 8, 3, 5),
        ("март 2026", 2, 2, 0),
        ("апрель 2026", 5, 1, 5),
        ("май 2026", 1, 0, 0),
    )
    chart = charts(page)["План и факт по месяцам"]
    assert chart.categories == ("март 2026", "апрель 2026", "май 2026")
    assert [one.values for one in chart.series] == [(2, 5, 1), (2, 1, 0), (0, 5, 0)]


def test_months_between_which_nothing_happens_are_not_left_out(make_facts: MakeFacts) -> None:
    plan = "Код | Мероприятие | Окончание (план) | Статус\nМР-0001 | Сбор | 10.11.2025 | Отменено\nМР-0002 | Слёт | 10.12.2025 | Исполнено\nМР-0003 | Пост | 01.02.2026 | Исполнено"
    page = page_of(make_facts({"PLAN": plan}))
    assert column(page, "По месяцам", "Месяц") == [
        "Всего",
        "декабрь 2025",
        "январь 2026",
        "февраль 2026",
        "дата исполнения не указана",
    ]


def test_a_plan_that_is_not_kept_is_said_so_and_never_counted(make_facts: MakeFacts) -> None:
    page = page_of(make_facts({"STAFF": STAFF, "DEC": DECISIONS}))
    assert "«План мероприятий» — не ведётся: мероприятия здесь не учтены." in words(page)
    assert titles(page) == ["Как исполняется", "Поручения по ответственным", "Просрочено", "Срок в ближайшие 14 дней"]
    assert rows(page, "Поручения по ответственным")["Гусев"] == (1, 1, 0, 0, 1, 0, 0, 0, 0)
    assert [one.name for one in charts(page)["Просрочено по ответственным"].series] == ["Поручения"]


def test_decisions_that_are_not_kept_leave_no_column(make_facts: MakeFacts) -> None:
    page = page_of(make_facts({"STAFF": STAFF, "PLAN": PLAN}))
    assert "«Решения и поручения» — не ведётся: поручения здесь не учтены." in words(page)
    assert titles(page)[1] == "Мероприятия по ответственным"
    assert [row[0] for row in listing(page, "Как исполняется").rows] == ["Мероприятия плана"]


@pytest.mark.parametrize("tables", [{}, {"PLAN": PLAN.splitlines()[1]}, {"PLAN": PLAN.splitlines()[1], "DEC": DECISIONS.splitlines()[1]}])  # fmt: skip
def test_an_office_without_terms_has_no_zeros(make_facts: MakeFacts, tables: dict[str, str]) -> None:
    page = page_of(make_facts(tables))
    assert titles(page) == []
    assert headline(page) == "Сроков пока нет: ни мероприятий, ни поручений со сроком в реестрах не найдено."


def test_a_plan_without_status_and_dates_of_work_tells_of_nothing_overdue(make_facts: MakeFacts) -> None:
    page = page_of(make_facts({"PLAN": "Код | Мероприятие | Окончание (план)\nМР-0001 | Сбор | 10.11.2025"}))
    assert "«План мероприятий» — нет нужного столбца: мероприятия здесь не учтены." in words(page)
    assert titles(page) == []


def test_a_telephone_in_a_reason_is_not_repeated(make_facts: MakeFacts) -> None:
    plan = PLAN.replace("ремонт зала", "звонить +7 912 345-67-89")
    said = words(page_of(make_facts(OFFICE | {"PLAN": plan})))
    assert "345-67-89" not in said
    assert "личные данные, смотрите «Замечания»" in said


def test_the_made_up_office_tells_the_same_as_its_figures() -> None:
    page, known = page_of(demo()), figures_of_demo()
    for title, key in (("Мероприятия плана", "K22"), ("Поручения", "K23")):
        row = rows(page, "Как исполняется")[title]
        whole = known[key]
        assert (row[1], row[2], row[5]) == (len(whole.count.of), len(whole.count.rows), rounded(whole.value))
    stages = {str(name).partition(" ")[0]: row for name, row in rows(page, "Мероприятия по этапам").items()}
    for code, row in stages.items():
        if code != "Все":
            one = known.get(f"K22 stage={code}")
            assert (row[1], row[2]) == ((len(one.count.of), len(one.count.rows)) if one else (0, 0))
    assert sum(int(str(row[4])) for row in stages.values()) == 2 * int(str(stages["Все"][4]))
    late = int(str(rows(page, "Как исполняется")["Мероприятия плана"][4]))
    assert late + int(str(rows(page, "Как исполняется")["Поручения"][4])) == len(listing(page, "Просрочено").rows)


def test_the_tab_has_its_title_and_no_cell_is_too_narrow() -> None:
    page = page_of(demo())
    assert (page.tab, len(TAB) <= 31) == (TAB, True)
    assert too_narrow(page) == []
