"""The tab of the regional agenda: people by form and level, who waits, who has stayed in the region."""

from collections.abc import Callable

import pytest

from reports.facts import Facts
from reports.head.agenda import compose
from reports.layout import shown
from reports.report import Chart, Listing, Report, Words
from tests.reports.head.pages import headline, listing, with_titles
from validators.counts import COUNTS

MakeFacts = Callable[..., Facts]

AGENDA = """
Код | Участник | Команда | Форма | Уровень | Организация/сообщество/документ | Начало | Статус | Муниципалитет | Остался в регионе через 12 мес.
АГ-0001 | СТ-0001 | | C6.1 | Региональный | Союз | 01.02.2026 | Включён | | Да
АГ-0002 | СТ-0002 | | C6.2 | Региональный | Пул | 01.02.2026 | Завершено | | Нет
АГ-0003 | СТ-0001 | | C6.3а | Региональный | Группа | 01.02.2026 | Включён | |
АГ-0004 | | КМ-0001 | C6.3в | Муниципальный | Форум | 01.02.2026 | Включён | Лесной район |
АГ-0005 | ШК-0001 | | C6.1 | Региональный | Союз | 01.05.2026 | Предложено | |
АГ-0006 | ШК-0001 | | C6.1 | Региональный | Союз | 01.02.2026 | Ошибочная запись | |
"""
UNI = """
Код | Фамилия | Имя | Отчество | Дата рождения | Вуз | Курс | Статус участника | Дата зачисления | Роль | Команды
СТ-0001 | Чайкина | Ольга | Петровна | 01.02.2006 | ОО-0001 | 2 курс | Завершил | 01.10.2024 | Тьютор |
СТ-0002 | Лунина | Вера | Петровна | 01.03.2006 | ОО-0001 | 2 курс | Завершил | 01.10.2024 | Тьютор |
СТ-0003 | Сычёв | Олег | Ильич | 01.04.2006 | ОО-0001 | 2 курс | Завершил | 01.10.2024 | Тьютор |
"""
SCH = """
Код | Фамилия | Имя | Отчество | Дата рождения | Образовательная организация | Класс или курс | Муниципалитет | Статус участника | Дата зачисления | Команда | Категория
ШК-0001 | Галкин | Пётр | Ильич | 01.02.2010 | ОО-0002 | 9А | Приозёрный район | Участник | 01.10.2025 | КМ-0001 | Школьник
ШК-0002 | Стрижов | Лев | Ильич | 02.02.2010 | ОО-0002 | 9А | Лесной район | Участник | 01.10.2025 | КМ-0001 | Школьник
"""
TEAM = "Код | Название команды | Дата формирования | Стадия\nКМ-0001 | Маяк | 10.11.2025 | Идея"
IND = "Код | Код показателя | Показатель | Ед. изм. | План года | План I кв. | План II кв. | План III кв. | План IV кв.\nПК-0001 | K20 | Включены | чел. | 8 | 8 | 8 | 8 | 8"
ALL = {"AGENDA": AGENDA, "UNI": UNI, "SCH": SCH, "TEAM": TEAM, "IND": IND}


def page(facts: Facts) -> Report:
    (report,) = compose(facts)
    return report


def test_each_form_tells_its_people_its_rows_and_their_level(make_facts: MakeFacts) -> None:
    found = listing(page(make_facts(ALL)), "По формам участия")
    heads = ("Людей", "Предложено", "Включены", "Завершено", "Региональный", "Муниципальный")
    assert tuple(one.heading for one in found.fields)[1:] == heads
    assert {row[0]: row[1:] for row in found.rows} == {
        "Вся повестка": (4, 1, 3, 1, 3, 1),
        "C6.1 Профессиональные сообщества": (1, 1, 1, 0, 1, 0),
        "C6.2 Экспертный пул": (1, 0, 0, 1, 1, 0),
        "C6.3 Стратегии, программы, события": (3, 0, 2, 0, 1, 1),
        "C6.3а Разработка региональной стратегии": (1, 0, 1, 0, 1, 0),
        "C6.3б Отраслевая программа развития": (0, 0, 0, 0, 0, 0),
        "C6.3в Социально значимое мероприятие": (2, 0, 1, 0, 0, 1),
    }


def test_of_graduates_it_is_told_who_stayed_who_left_and_of_whom_nobody_knows(make_facts: MakeFacts) -> None:
    rows = listing(page(make_facts(ALL)), "Остались в регионе через 12 месяцев").rows
    assert rows == (("Все выпускники", 3, 1, 1, 1, 50), ("Студент вуза", 3, 1, 1, 1, 50))


def test_figures_are_those_of_the_indicators(make_facts: MakeFacts) -> None:
    facts = make_facts(ALL)
    rows = {str(row["Показатель"])[:8]: row for row in with_titles(listing(page(facts), "Показатели"))}
    office, today = facts.scene.office, facts.today
    for words, key, value in (("Включены", "K20", 4), ("Экспертн", "K21", 0), ("Остались", "K34", 50)):
        assert rows[words]["Факт"] == COUNTS[key](office, today).value == value
    assert (rows["Включены"]["План на дату"], rows["Включены"]["Выполнено, %"]) == (8, 50)
    assert listing(page(facts), "По формам участия").rows[0][1] == rows["Включены"]["Факт"]


def test_people_are_counted_where_they_are_from_and_unknown_places_last(make_facts: MakeFacts) -> None:
    rows = listing(page(make_facts(ALL)), "Люди по муниципалитетам").rows
    assert rows == (("Лесной район", 1), ("Приозёрный район", 1), ("не указано", 2))


EMPTY = {**ALL, "AGENDA": AGENDA.strip().splitlines()[0]}


@pytest.mark.parametrize(
    ("tables", "sentence"),
    [
        (
            ALL,
            "В региональной повестке 4\u00a0человека. Предложено и ждёт решения: 1. Остались в регионе 50\u00a0% выпускников, о ком это известно, неизвестно о 1.",
        ),
        (EMPTY, "В региональной повестке 0\u00a0человек. Кто остался в регионе, пока неизвестно."),
        ({"AGENDA": AGENDA}, "Сколько людей в региональной повестке, неизвестно: участники не ведутся."),
        ({"SCH": SCH}, "Реестр «Региональная повестка» не ведётся."),
    ],
)
def test_the_main_thing_is_said_in_one_line(make_facts: MakeFacts, tables: dict[str, str], sentence: str) -> None:
    assert headline(page(make_facts(tables))) == sentence


def test_an_empty_register_has_true_zeros_and_no_picture(make_facts: MakeFacts) -> None:
    report = page(make_facts(EMPTY))
    assert [row[1] for row in listing(report, "По формам участия").rows] == [0] * 7
    assert listing(report, "Остались в регионе через 12 месяцев").rows[0] == ("Все выпускники", 3, 0, 0, 3, None)
    assert listing(report, "Люди по муниципалитетам").rows == ()
    assert not [one for one in report.blocks if isinstance(one, Chart)]


def test_without_participants_people_are_no_zero(make_facts: MakeFacts) -> None:
    report = page(make_facts({"AGENDA": AGENDA}))
    assert listing(report, "По формам участия").rows[0][1:3] == ("нет данных", 1)
    assert listing(report, "Остались в регионе через 12 месяцев").rows[0][1] == "нет данных"


def test_an_office_without_the_register_says_so_and_shows_nothing(make_facts: MakeFacts) -> None:
    assert all(isinstance(one, Words) for one in page(make_facts({"SCH": SCH})).blocks)


def test_what_the_chart_shows_stands_in_the_listing_and_nobody_is_named(make_facts: MakeFacts) -> None:
    report = page(make_facts(ALL))
    (chart,) = [one for one in report.blocks if isinstance(one, Chart)]
    found = {row[0]: row[1] for row in listing(report, "По формам участия").rows}
    assert chart.series[0].values == tuple(found[name] for name in chart.categories) == (1, 1, 3)
    words = " ".join(
        shown(cell) for one in report.blocks if isinstance(one, Listing) for row in one.rows for cell in row
    )
    for name in ("Чайкина", "Лунина", "Галкин", "СТ-0001"):
        assert name not in words
