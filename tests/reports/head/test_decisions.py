"""The tab of decisions: what the body has considered, what waits for it, how instructions are done, the worst first."""

from collections.abc import Callable
from datetime import date

import pytest

from reports.facts import Facts
from reports.head.decisions import compose
from reports.layout import shown
from reports.report import Chart, Light, Listing, Report, Value, Words
from tests.reports.head.pages import headline, listing, with_titles

MakeFacts = Callable[..., Facts]

DEC = """
Код | Кто решил | Дата заседания | Вопрос | Содержание решения | Результат | Объекты | Отменено с | Этап | Поручение | Ответственный | Срок | Исполнение | Дата исполнения
РШ-0001 | Совет | 07.11.2025 | C3 | Утвердить | Принято | НС-0001; НС-0002 | | | | | | |
РШ-0002 | Совет | 26.01.2026 | C3 | Утвердить | Принято | НС-0003 | 01.03.2026 | | | | | |
РШ-0003 | Совет | 26.01.2026 | C2 | Не утверждать | Отклонено | ПП-0003 | | | | | | |
РШ-0004 | Совет | 23.04.2026 | C2 | Утвердить | Запланировано | ПП-0002 | | | | | | |
РШ-0005 | Совет | 20.12.2025 | C5 | Принять отчёт | Принято | | | Э1 | | | | |
РШ-0006 | Губернатор | 01.02.2026 | Иное | Подготовить | Принято | | | | Найти зал | РП-0002 | 01.04.2026 | |
РШ-0007 | Совет | 01.02.2026 | Иное | Подготовить | Принято | | | | Собрать отзывы | РП-0003 | 10.04.2026 | |
РШ-0008 | Совет | 01.02.2026 | Иное | Подготовить | Принято | | | | Напечатать афиши | | 17.04.2026 | |
РШ-0009 | Совет | 01.02.2026 | Иное | Подготовить | Принято | | | | Провести опрос | РП-0003 | 10.03.2026 | Исполнено | 12.03.2026
РШ-0010 | Совет | 01.02.2026 | Иное | Подготовить | Принято | | | | Назначить куратора | РП-0002 | 10.03.2026 | Исполнено | 10.03.2026
РШ-0011 | Совет | 01.02.2026 | Иное | Подготовить | Принято | | | | Купить флаги | РП-0002 | 10.03.2026 | Снято с контроля |
РШ-0012 | Совет | 01.02.2026 | Иное | Подготовить | Принято | | | | Обойти школы | РП-0002 | | |
"""
MENT = """
Код | Фамилия | Имя | Отчество | Категория | Статус
НС-0001 | Уткин | Олег | Ильич | Предприятие | Утверждён
НС-0002 | Гусев | Лев | Ильич | Организация | Утверждён
НС-0003 | Лунин | Пётр | Ильич | Организация | Утверждён
НС-0004 | Чижов | Егор | Ильич | Предприятие | Предложен
НС-0005 | Дятлов | Глеб | Ильич | Организация | Отклонён
НС-0006 | Сычёв | Глеб | Львович | Организация | На утверждении
"""
ENT = """
Код | Полное наименование | Вид площадки | Статус
ПП-0001 | Завод | Обе | Утверждена
ПП-0002 | Станки | Обе | Предложена
ПП-0003 | Семена | Обе | Предложена
ПП-0004 | Парк | Обе | Исключена
"""
EDU = """
Код | Полное наименование | Тип | Ведёт подготовку по приоритетным направлениям
ОО-0001 | Колледж связи | колледж | ПН-0001
ОО-0002 | Школа № 5 | школа |
"""
PRIORITY = """
Код | Название | Статус записи
ПН-0001 | Туризм |
ПН-0002 | Лес | Завершена
"""
STAGE = """
Код этапа | Название | Начало | Окончание | Закрыт с
Э1 | Отбор | 01.09.2025 | 30.11.2025 | 05.12.2025
Э2 | Обучение | 01.12.2025 | 28.02.2026 | 05.03.2026
Э3 | Проекты | 01.03.2026 | 30.06.2026 |
"""
AGENDA = """
Код | Участник | Команда | Форма | Уровень | Организация/сообщество/документ | Начало | Статус
АГ-0001 | | КМ-0001 | C6.1 | Региональный | Союз | 01.04.2026 | Включён
АГ-0002 | | КМ-0001 | C6.3а | Региональный | Группа | 01.05.2026 | Предложено
"""
TEAM = """
Код | Название команды | Наставники | Дата формирования | Стадия
КМ-0001 | Маяк | НС-0001; НС-0004 | 10.11.2025 | Идея
"""
STAFF = """
Код | ФИО | Должность | Роль
РП-0001 | Орлова Вера Ильинична | Руководитель РПО | R1 Руководитель
РП-0002 | Гусев Пётр Олегович | Куратор студентов | R2 Студенты вузов
РП-0003 | Чайкина Ольга Петровна | Куратор школьников | R3 Школьники и СПО
"""
ALL = {
    "STAFF": STAFF, "DEC": DEC, "MENT": MENT, "ENT": ENT, "EDU": EDU, "PRIORITY": PRIORITY, "STAGE": STAGE,
    "AGENDA": AGENDA, "TEAM": TEAM,
}  # fmt: skip


def page(facts: Facts) -> Report:
    (report,) = compose(facts)
    return report


def test_every_question_tells_how_its_points_stand(make_facts: MakeFacts) -> None:
    rows = listing(page(make_facts(ALL)), "Вопросы коллегиального органа").rows
    assert {str(row[0])[:2]: row[1:] for row in rows} == {
        "Вс": (10, 9, 1, 0, 1, 1, None, 8, date(2026, 2, 1)),
        "C0": (0, 0, 0, 0, 0, 0, None, None, None),
        "C1": (0, 0, 0, 0, 0, 0, 0, 1, None),
        "C2": (1, 0, 1, 0, 1, 0, 0, 2, date(2026, 1, 26)),
        "C3": (2, 2, 0, 0, 0, 1, 2, 2, date(2026, 1, 26)),
        "C4": (0, 0, 0, 0, 0, 0, 0, 1, None),
        "C5": (1, 1, 0, 0, 0, 0, 1, 1, date(2025, 12, 20)),
        "C6": (0, 0, 0, 0, 0, 0, 1, 1, None),
        "Ин": (6, 6, 0, 0, 0, 0, None, None, date(2026, 2, 1)),
    }


def test_what_works_already_without_a_decision_stands_first(make_facts: MakeFacts) -> None:
    rows = listing(page(make_facts(ALL)), "Ждут решения").rows
    assert [(shown(row[1]), row[2], row[4]) for row in rows] == [
        ("НС-0004", "Предприятие", "команды: КМ-0001"),
        ("ПН-0001", "Туризм", None),
        ("ПП-0001", "Завод", None),
        ("ПП-0002", "Станки", None),
        ("НС-0006", "Организация", None),
        ("ОО-0001", "Колледж связи", None),
        ("Э2", "Обучение", None),
        ("АГ-0002", "C6.3а Разработка региональной стратегии", None),
    ]


def test_what_was_refused_or_revoked_waits_no_more(make_facts: MakeFacts) -> None:
    waiting = {shown(row[1]) for row in listing(page(make_facts(ALL)), "Ждут решения").rows}
    assert not waiting & {"ПП-0003", "НС-0003", "НС-0005", "ПП-0004", "ПН-0002"}


def test_late_instructions_come_first_and_those_called_off_last(make_facts: MakeFacts) -> None:
    rows = listing(page(make_facts(ALL)), "Поручения по одному").rows
    assert [(row[0], row[2], row[5], row[6], row[7]) for row in rows] == [
        ("Найти зал", "Гусев", 14, "просрочено", Light.RED),
        ("Собрать отзывы", "Чайкина", 5, "просрочено", Light.YELLOW),
        ("Обойти школы", "Гусев", None, "срок не указан", Light.GREY),
        ("Напечатать афиши", "не назначен", None, "на контроле", Light.YELLOW),
        ("Провести опрос", "Чайкина", None, "исполнено 12.03.2026, позже на 2\u00a0дня", Light.GREEN),
        ("Назначить куратора", "Гусев", None, "исполнено 10.03.2026", Light.GREEN),
        ("Купить флаги", "Гусев", None, "снято с контроля", Light.GREY),
    ]


def test_instructions_in_one_line_agree_with_the_indicator(make_facts: MakeFacts) -> None:
    (row,) = with_titles(listing(page(make_facts(ALL)), "Поручения"))
    assert row == {
        "Всего": 7,
        "Исполнено в срок": 1,
        "Исполнено позже": 1,
        "Просрочено": 2,
        "На контроле": 1,
        "Без срока": 1,
        "Снято": 1,
        "В срок, %": 25,
        "Оценка": Light.RED,
    }


@pytest.mark.parametrize(
    ("tables", "sentence"),
    [
        (ALL, "Рассмотрено 10\u00a0пунктов. Ждут решения: 8, из них уже работают 1. Поручений просрочено: 2 из 6."),
        ({"DEC": DEC.splitlines()[1]}, "Рассмотрено 0\u00a0пунктов. Всё предложенное решено. Поручений нет."),
        ({}, "Реестр «Решения и поручения» не ведётся."),
    ],
)
def test_the_main_thing_is_said_in_one_line(make_facts: MakeFacts, tables: dict[str, str], sentence: str) -> None:
    assert headline(page(make_facts(tables))) == sentence


def test_an_office_that_keeps_no_decisions_shows_no_zeros(make_facts: MakeFacts) -> None:
    assert not [one for one in page(make_facts({})).blocks if not isinstance(one, Words)]
    kept = page(make_facts({"MENT": MENT}))
    assert [shown(row[1]) for row in listing(kept, "Ждут решения").rows] == ["НС-0004", "НС-0006"]


def test_an_office_that_has_decided_nothing_has_empty_lists(make_facts: MakeFacts) -> None:
    young = page(make_facts({"DEC": DEC.splitlines()[1]}))
    assert [row[1] for row in listing(young, "Вопросы коллегиального органа").rows] == [0] * 8
    assert listing(young, "Ждут решения").rows == listing(young, "Поручения по одному").rows == ()
    assert with_titles(listing(young, "Поручения"))[0]["В срок, %"] == "нет данных"
    assert not [one for one in young.blocks if isinstance(one, Chart)]


def test_every_figure_of_the_chart_stands_in_the_matrix(make_facts: MakeFacts) -> None:
    report = page(make_facts(ALL))
    (chart,) = [one for one in report.blocks if isinstance(one, Chart)]
    rows = {row[0]: row for row in listing(report, "Вопросы коллегиального органа").rows}
    for at, name in enumerate(chart.categories):
        assert [one.values[at] for one in chart.series] == [rows[name][7], rows[name][8]]


def test_nobody_but_employees_is_named(make_facts: MakeFacts) -> None:
    report = page(make_facts(ALL))
    cells: list[Value] = [cell for one in report.blocks if isinstance(one, Listing) for row in one.rows for cell in row]
    words = " ".join(map(shown, cells))
    assert not report.local
    for name in ("Уткин", "Чижов", "Сычёв", "Лунин"):
        assert name not in words
