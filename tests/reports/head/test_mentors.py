"""The tab of mentors and sites: on their way by category, how loaded, how full, what works without a decision."""

from collections.abc import Callable

import pytest

from reports.facts import Facts
from reports.head.mentors import compose, light_of_undecided
from reports.layout import shown
from reports.report import Chart, Light, Listing, Report, Words
from tests.reports.head.pages import headline, listing, with_titles
from validators.counts import COUNTS

MakeFacts = Callable[..., Facts]

MENT = """
Код | Фамилия | Имя | Отчество | Категория | Статус | Максимум команд | Муниципалитет | Срок полномочий до | Допуск к работе с несовершеннолетними
НС-0001 | Уткин | Олег | Ильич | Предприятие | Утверждён | 1 | Лесной район | 31.08.2026 | Подтверждён
НС-0002 | Гусев | Лев | Ильич | Предприятие | Утверждён | | Лесной район | 31.08.2026 | Не требуется
НС-0003 | Лунин | Пётр | Ильич | Организация | Утверждён | | | 31.03.2026 | Не требуется
НС-0004 | Чижов | Егор | Ильич | Организация | Предложен | | | | Не требуется
НС-0005 | Дятлов | Глеб | Ильич | Организация | Утверждён | | | | Не требуется
НС-0006 | Сычёв | Глеб | Львович | Орган исполнительной власти | Утверждён | | | | Не подтверждён
"""
TEAM = """
Код | Название команды | Наставники | Дата формирования | Стадия
КМ-0001 | Маяк | НС-0001 | 10.11.2025 | Идея
КМ-0002 | Мост | НС-0001; НС-0003 | 10.11.2025 | Идея
КМ-0003 | Парус | НС-0006; НС-0005 | 10.11.2025 | Идея
КМ-0004 | Старая | НС-0004 | 10.11.2025 | Закрыт
"""
SCH = """
Код | Фамилия | Имя | Отчество | Дата рождения | Образовательная организация | Класс или курс | Статус участника | Дата зачисления | Команда
ШК-0001 | Галкин | Пётр | Ильич | 01.02.2010 | ОО-0002 | 9А | Участник | 01.10.2025 | КМ-0003
ШК-0002 | Стрижов | Лев | Ильич | 02.02.2010 | ОО-0002 | 9А | Участник | 01.10.2025 | КМ-0001
"""
ENT = """
Код | Полное наименование | Сокращённое наименование | Вид площадки | Мест: профпробы | Мест: стажировка | Статус | Срок соглашения до
ПП-0001 | Завод | | Обе | 4 | 2 | Утверждена | 31.12.2026
ПП-0002 | Станки | | Профессиональные пробы | 10 | | Утверждена |
ПП-0003 | Семена | | Стажировка | | 5 | Предложена |
"""
PROG = """
Код | Участник | Вид | Название | Начало | Окончание | Результат | Организация | Наставник
ПЭ-0001 | ШК-0001 | Профессиональная проба | День | 01.04.2026 | 02.04.2026 | Пройдено | ПП-0001 |
ПЭ-0002 | ШК-0002 | Профессиональная проба | День | 01.04.2026 | | Не явился | ПП-0001 |
ПЭ-0003 | ШК-0002 | Стажировка | Работа | 06.04.2026 | | Пройдено | ПП-0003 | НС-0001
"""
DEC = """
Код | Кто решил | Дата заседания | Вопрос | Содержание решения | Результат | Объекты
РШ-0001 | Совет | 07.11.2025 | C3 | Утвердить | Принято | НС-0001; НС-0002; НС-0003; НС-0006
РШ-0002 | Совет | 06.04.2026 | C2 | Утвердить | Принято | ПП-0002
РШ-0003 | Совет | 01.04.2026 | C2 | Утвердить | Принято | ПП-0001
"""
STAGE = "Код этапа | Название | Начало | Окончание\nЭ5 | Пробы | 01.04.2026 | 31.05.2026"
IND = "Код | Код показателя | Показатель | Ед. изм. | План года | План I кв. | План II кв. | План III кв. | План IV кв.\nПК-0001 | K13 | Утверждено | чел. | 4 | 4 | 4 | 4 | 4"
ALL = {
    "MENT": MENT, "TEAM": TEAM, "SCH": SCH, "ENT": ENT, "PROG": PROG, "DEC": DEC, "STAGE": STAGE, "IND": IND
}  # fmt: skip


def page(facts: Facts) -> Report:
    (report,) = compose(facts)
    return report


def test_each_category_tells_how_far_its_mentors_are(make_facts: MakeFacts) -> None:
    found = listing(page(make_facts(ALL)), "Наставники по категориям")
    assert [one.heading for one in found.fields][1:] == ["Предложено", "Утверждено", "Закреплено", "Активны"]
    assert {row[0]: row[1:] for row in found.rows} == {
        "Все наставники": (1, 3, 2, 1),
        "Орган исполнительной власти": (0, 1, 1, 0),
        "Орган законодательной власти": (0, 0, 0, 0),
        "Предприятие": (0, 2, 1, 1),
        "Организация": (1, 0, 0, 0),
        "Выпускник Программы (экспертный пул)": (0, 0, 0, 0),
    }


def test_who_works_without_a_decision_comes_first_then_who_has_too_many_teams(make_facts: MakeFacts) -> None:
    rows = with_titles(listing(page(make_facts(ALL)), "Нагрузка наставников"))
    heads = ("Команд", "Максимум команд", "Загрузка, %", "На что посмотреть")
    assert [(shown(row["Наставник"]), *(row[one] for one in heads)) for row in rows] == [
        ("НС-0003", 1, 3, 33.3, "срок полномочий закончился 31.03.2026"),
        ("НС-0005", 1, 3, 33.3, "нет принятого решения по вопросу C3"),
        ("НС-0001", 2, 1, 200, "команд больше, чем можно"),
        ("НС-0006", 1, 3, 33.3, "нет допуска"),
        ("НС-0002", 0, 3, 0, "команды нет"),
    ]


def test_places_and_their_use_are_told_by_kind_of_site(make_facts: MakeFacts) -> None:
    rows = listing(page(make_facts(ALL)), "Площадки: места и загрузка").rows
    assert rows == (
        ("Все площадки", 2, 14, 2, 2, 1.1),
        ("Профессиональные пробы", 1, 10, 0, 0, 0),
        ("Стажировка", 0, 0, 0, 1, "—"),
        ("Обе", 1, 4, 2, 1, 2.2),
    )


def test_sites_used_without_a_decision_come_first_then_those_where_nobody_was(make_facts: MakeFacts) -> None:
    rows = with_titles(listing(page(make_facts(ALL)), "Площадки по одной"))
    heads = ("Площадка", "Побывало, чел.", "Загрузка мест, %", "На что посмотреть")
    assert [(shown(row["Запись"]), *(row[one] for one in heads)) for row in rows] == [
        ("ПП-0003", "Семена", 1, None, "нет принятого решения по вопросу C2"),
        ("ПП-0002", "Станки", 0, 0, "никто не был"),
        ("ПП-0001", "Завод", 1, 2.2, None),
    ]


def test_the_lights_tell_of_the_plan_and_of_the_decisions(make_facts: MakeFacts) -> None:
    mentors, sites = listing(page(make_facts(ALL)), "").rows
    why = "без решения 2: НС-0003, НС-0005; без допуска 1: НС-0006"
    assert mentors == ("Наставники", 4, 3, 75, Light.RED, 2, Light.RED, why)
    assert sites == ("Площадки", "—", 2, None, Light.GREY, 1, Light.YELLOW, "без решения 1: ПП-0003")


@pytest.mark.parametrize(
    ("undecided", "uncleared", "light"),
    [
        (0, 0, Light.GREEN),
        (1, 0, Light.YELLOW),
        (2, 0, Light.YELLOW),
        (3, 0, Light.RED),
        (0, 1, Light.RED),
    ],
)
def test_three_without_a_decision_or_one_mentor_of_minors_not_cleared_are_red(
    undecided: int, uncleared: int, light: Light
) -> None:
    assert light_of_undecided(undecided, uncleared=bool(uncleared)) is light


def test_where_the_region_asks_for_no_clearance_nobody_lacks_it(make_facts: MakeFacts) -> None:
    facts = make_facts(ALL, settings="[thresholds]\nmentor_clearance = false\n")
    assert listing(page(facts), "").rows[0][5:] == (2, Light.YELLOW, "без решения 2: НС-0003, НС-0005")


def test_figures_are_those_of_the_indicators(make_facts: MakeFacts) -> None:
    facts = make_facts(ALL)
    report, office = page(facts), facts.scene.office
    value = {key: COUNTS[key](office, facts.today).value for key in ("K13", "K15", "K17")}
    whole = listing(report, "Площадки: места и загрузка").rows[0]
    assert listing(report, "Наставники по категориям").rows[0][2] == value["K13"] == 3
    assert whole[1] == value["K15"] == 2
    assert whole[5] == round(value["K17"] or 0, 1) == 1.1


@pytest.mark.parametrize(
    ("tables", "sentence"),
    [
        (
            ALL,
            "Утверждено наставников: 3, с командами 2, участников на одного 1. Утверждено площадок: 2, мест 16, занято 1,1\u00a0%. Работают без решения: наставников 2, площадок 1.",
        ),
        (
            {"MENT": MENT.strip().splitlines()[0], "ENT": ENT.strip().splitlines()[0], "DEC": DEC},
            "Утверждено наставников: 0, с командами нет данных. Утверждено площадок: 0, мест 0.",
        ),
        ({"MENT": MENT, "DEC": DEC}, "Утверждено наставников: 3, с командами нет данных. Реестр «Предприятия и площадки» не ведётся."),
        ({}, "Реестр «Наставники» не ведётся. Реестр «Предприятия и площадки» не ведётся."),
    ],
)  # fmt: skip
def test_the_main_thing_is_said_in_one_line(make_facts: MakeFacts, tables: dict[str, str], sentence: str) -> None:
    assert headline(page(make_facts(tables))) == sentence


def test_without_teams_and_trips_nothing_is_said_to_be_in_order(make_facts: MakeFacts) -> None:
    mentors, sites = listing(page(make_facts({"MENT": MENT, "ENT": ENT, "DEC": DEC})), "").rows
    assert mentors[5:] == (None, Light.GREY, "Реестр «Команды и проекты» не ведётся.")
    assert sites[5:] == (None, Light.GREY, "Реестр «Прохождение этапов» не ведётся.")


def test_an_office_that_keeps_neither_register_shows_nothing(make_facts: MakeFacts) -> None:
    assert all(isinstance(one, Words) for one in page(make_facts({})).blocks)


def test_what_the_chart_shows_stands_in_the_listing_and_nobody_is_named(make_facts: MakeFacts) -> None:
    report = page(make_facts(ALL))
    (chart,) = [one for one in report.blocks if isinstance(one, Chart)]
    found = {row[0]: row[1:] for row in listing(report, "Наставники по категориям").rows}
    for at, name in enumerate(chart.categories):
        assert tuple(one.values[at] for one in chart.series) == found[name]
    words = " ".join(
        shown(cell) for one in report.blocks if isinstance(one, Listing) for row in one.rows for cell in row
    )
    for name in ("Уткин", "Гусев", "Лунин", "Чижов", "Галкин"):
        assert name not in words
