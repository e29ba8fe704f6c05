"""The tab of institutions: how many the Programme covers, by type and municipality; which are approved (C4)."""

from collections.abc import Callable

import pytest

from reports.facts import Facts
from reports.head.institutions import compose
from reports.layout import shown
from reports.report import Chart, Report, Words
from tests.reports.head.pages import headline, listing, with_titles

MakeFacts = Callable[..., Facts]

EDU = """
Код | Полное наименование | Тип | Муниципалитет | Сокращённое наименование | Ведёт подготовку по приоритетным направлениям | Статус записи
ОО-0001 | МБОУ «Школа № 5» | школа | Приозёрный район | школа № 5 | |
ОО-0002 | МБОУ «Школа № 6» | школа | Лесной район | школа № 6 | |
ОО-0003 | Колледж связи | колледж | Лесной район | | ПН-0001; ПН-0002 |
ОО-0004 | Техникум леса | колледж | Лесной район | | ПН-0001 |
ОО-0005 | Университет | вуз | | | |
ОО-0006 | Закрытая школа | школа | Приозёрный район | | | Завершена
"""
SCH = """
Код | Фамилия | Имя | Отчество | Дата рождения | Образовательная организация | Класс или курс | Статус участника | Дата зачисления
ШК-0001 | Галкин | Пётр | Ильич | 01.02.2010 | ОО-0001 | 9А | Участник | 01.10.2025
ШК-0002 | Стрижов | Лев | Ильич | 02.02.2010 | ОО-0001 | 9А | Участник | 01.10.2025
ШК-0003 | Дроздов | Лев | Львович | 03.02.2010 | ОО-0002 | 9А | Выбыл | 01.10.2025
ШК-0004 | Соколов | Олег | Львович | 04.02.2009 | ОО-0004 | 1 курс | Участник | 01.10.2025
"""
DEC = """
Код | Кто решил | Дата заседания | Вопрос | Содержание решения | Результат | Объекты
РШ-0001 | Совет | 07.11.2025 | C4 | Утвердить | Принято | ОО-0003
"""
PRIORITY = """
Код | Название
ПН-0001 | Туризм
ПН-0002 | Лес
"""
MUN = """
Наименование | Действует по
Приозёрный район |
Лесной район |
Степной район |
Упразднённый район | 01.01.2020
"""
ALL = {"EDU": EDU, "SCH": SCH, "DEC": DEC, "PRIORITY": PRIORITY, "MUN": MUN}
FIELDS = ("В реестре", "Охвачено", "Охват, %", "Участников", "Утверждено по направлениям", "Ждут утверждения")


def page(facts: Facts) -> Report:
    (report,) = compose(facts)
    return report


def lines(facts: Facts, title: str) -> dict[object, tuple[object, ...]]:
    """Name of a group → the figures of its line."""
    return {row[0]: row[1:] for row in listing(page(facts), title).rows}


def test_each_type_tells_how_many_are_covered_and_approved(make_facts: MakeFacts) -> None:
    facts = make_facts(ALL)
    assert tuple(one.heading for one in listing(page(facts), "По типам").fields)[1:] == FIELDS
    assert lines(facts, "По типам") == {
        "Все организации": (5, 2, 40, 3, 1, 1),
        "Общеобразовательная": (2, 1, 50, 2, 0, 0),
        "Колледж (СПО)": (2, 1, 50, 1, 1, 1),
        "Вуз": (1, 0, 0, 0, 0, 0),
    }


def test_municipalities_with_the_least_coverage_come_first_and_unknown_ones_last(make_facts: MakeFacts) -> None:
    found = lines(make_facts(ALL), "По муниципалитетам")
    assert list(found.items()) == [
        ("Степной район", (0, 0, None, 0, 0, 0)),
        ("Лесной район", (3, 1, 33.3, 1, 1, 1)),
        ("Приозёрный район", (1, 1, 100, 2, 0, 0)),
        ("не указано", (1, 0, 0, 0, 0, 0)),
    ]


def test_those_that_train_for_priorities_wait_until_a_decision_names_them(make_facts: MakeFacts) -> None:
    report = page(make_facts(ALL))
    (waits,) = with_titles(listing(report, "Ждут утверждения"))
    assert (waits["Организация"], shown(waits["Запись"]), waits["Направления"], waits["Решение"]) == (
        "Техникум леса",
        "ОО-0004",
        "Туризм",
        "нет принятого решения по вопросу C4",
    )
    (done,) = with_titles(listing(report, "Утверждены по приоритетным направлениям"))
    assert (done["Организация"], done["Направления"], done["Решение"], done["Участников"]) == (
        "Колледж связи",
        "Туризм; Лес",
        "РШ-0001 от 07.11.2025",
        0,
    )


@pytest.mark.parametrize(
    ("tables", "sentence"),
    [
        (
            ALL,
            "В реестре 5\u00a0организаций, участники учатся в 2; утверждено по приоритетным направлениям 1, ждут утверждения 1.",
        ),
        ({"EDU": EDU.splitlines()[1], "DEC": DEC}, "В реестре 0\u00a0организаций, охват неизвестен; утверждено по приоритетным направлениям 0."),
        ({"SCH": SCH}, "Реестр «Образовательные организации» не ведётся."),
    ],
)  # fmt: skip
def test_the_main_thing_is_said_in_one_line(make_facts: MakeFacts, tables: dict[str, str], sentence: str) -> None:
    assert headline(page(make_facts(tables))) == sentence


def test_without_participants_coverage_is_no_zero(make_facts: MakeFacts) -> None:
    facts = make_facts({"EDU": EDU, "DEC": DEC})
    assert lines(facts, "По типам")["Все организации"] == (5, "нет данных", None, "нет данных", 1, 1)
    assert not [one for one in page(facts).blocks if isinstance(one, Chart)]


def test_an_office_without_the_register_says_so_and_shows_nothing(make_facts: MakeFacts) -> None:
    assert all(isinstance(one, Words) for one in page(make_facts({"SCH": SCH})).blocks)


def test_what_the_chart_shows_stands_in_the_listing(make_facts: MakeFacts) -> None:
    facts = make_facts(ALL)
    (chart,) = [one for one in page(facts).blocks if isinstance(one, Chart)]
    found = lines(facts, "По типам")
    assert [found[name][:2] for name in chart.categories] == list(
        zip(*(one.values for one in chart.series), strict=True)
    )
