"""The tab of municipalities: who has sent data, whose rows have remarks, the worst first."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from reports.facts import Facts
from reports.head.municipalities import compose
from reports.report import Chart, Light, Report, Value, Words
from tests.reports.head.pages import headline, listing, with_titles
from validators.parts import Part, with_municipalities
from validators.remark import Place, Remark, Severity

MakeFacts = Callable[..., Facts]

MUN = """
Наименование | Действует по
Приозёрный район |
Лесной район |
Степной район |
Упразднённый район | 01.01.2020
"""
PUPIL = "Код | Фамилия | Имя | Отчество | Дата рождения | Образовательная организация | Класс или курс | Муниципалитет | Статус участника | Дата зачисления"
SCH = f"""{PUPIL}
ШК-0001 | Галкин | Пётр | Ильич | 01.02.2010 | ОО-0001 | 9А | Приозёрный район | Участник | 01.10.2025
ШК-0002 | Стрижов | Лев | Ильич | 02.02.2010 | ОО-0001 | 9А | Приозёрный район | Участник | 03.10.2025
ШК-0003 | Дроздов | Лев | Львович | 03.02.2010 | ОО-0002 | 9А | Лесной район | Участник | 02.10.2025
ШК-0004 | Соколов | Олег | Львович | 04.02.2010 | ОО-0002 | 9А | | Участник | 02.10.2025
ШК-0005 | Уткин | Олег | Ильич | 05.02.2010 | ОО-0002 | 9А | Лесной район | Ошибочная запись | 02.10.2025
"""
EDU = """
Код | Полное наименование | Тип | Муниципалитет
ОО-0001 | Школа № 5 | школа | Приозёрный район
ОО-0002 | Школа № 6 | школа | Лесной район
"""
TEAM = """
Код | Название команды | Муниципалитеты | Дата формирования | Стадия
КМ-0001 | Маяк | Приозёрный район; Лесной район | 10.11.2025 | Идея
КМ-0002 | Мост | | 10.11.2025 | Идея
"""
ALL = {"MUN": MUN, "SCH": SCH, "EDU": EDU, "TEAM": TEAM}


def about(key: str, row: str, severity: Severity = Severity.ERROR) -> Remark:
    return Remark("C02", severity, Place(key, row, 2, "Статус", "A2", f"{key}.xlsx#{key}", row), "Плохо.", "Исправьте.")


TOLD = (
    about("SCH", "ШК-0003"),
    about("SCH", "ШК-0003", Severity.CRITICAL),
    about("EDU", "ОО-0001"),
    about("TEAM", "КМ-0001", Severity.WARNING),
    about("TEAM", "КМ-0002", Severity.WARNING),
    about("MUN", "Упразднённый район"),
    about("SCH", "ШК-0001", Severity.INFO),
)


def page(facts: Facts, remarks: tuple[Remark, ...] = TOLD) -> Report:
    (report,) = compose(replace(facts, remarks=remarks))
    return report


def rows(report: Report) -> dict[Value, dict[str, Value]]:
    return {row["Муниципалитет"]: row for row in with_titles(listing(report, ""))}


def test_those_who_sent_nothing_come_first_then_those_whose_rows_are_not_counted(make_facts: MakeFacts) -> None:
    found = rows(page(make_facts(ALL)))
    assert [(name, row["Данные"], row["Оценка"]) for name, row in found.items()] == [
        ("Весь регион", "2 из 3", None),
        ("Степной район", "не сдали", Light.RED),
        ("Лесной район", "сдали", Light.YELLOW),
        ("Приозёрный район", "сдали", Light.YELLOW),
        ("Муниципалитет не указан", None, None),
    ]


def test_remarks_are_counted_by_consequence_and_by_the_home_of_their_row(make_facts: MakeFacts) -> None:
    costs = ("Замечаний", "Строка не учтена", "Значение не учтено", "Проверьте")
    found = {name: tuple(row[one] for one in costs) for name, row in rows(page(make_facts(ALL))).items()}
    assert found == {
        "Весь регион": (6, 1, 3, 2),
        "Степной район": (0, 0, 0, 0),
        "Лесной район": (3, 1, 1, 1),
        "Приозёрный район": (2, 0, 1, 1),
        "Муниципалитет не указан": (2, 0, 1, 1),
    }


def test_figures_are_those_of_the_indicators(make_facts: MakeFacts) -> None:
    heads = ("Строк", "Последняя дата в строках", "Зачислено", "Команд", "Организаций", "Наставников")
    found = {name: tuple(row[one] for one in heads) for name, row in rows(page(make_facts(ALL))).items()}
    assert found == {
        "Весь регион": (3, date(2025, 10, 3), 4, 2, 2, "нет данных"),
        "Степной район": (0, None, 0, 0, 0, "—"),
        "Лесной район": (1, date(2025, 10, 2), 2, 1, 1, "—"),
        "Приозёрный район": (2, date(2025, 10, 3), 2, 1, 1, "—"),
        "Муниципалитет не указан": (None, None, "—", 1, "—", "—"),
    }


def test_a_municipality_with_codes_of_its_own_has_sent_when_its_codes_are_there(make_facts: MakeFacts) -> None:
    parts = (Part("Лесной район", 5000, 5999), Part("Приозёрный район", 6000, 6999))
    text = f"{SCH.rstrip()}\nШК-6001 | Чижов | Глеб | Ильич | 06.02.2010 | ОО-0001 | 9А | | Участник | 05.10.2025\n"
    facts = make_facts({**ALL, "SCH": text})
    office = with_municipalities(facts.scene.office, parts)
    sent = replace(facts, parts=parts, scene=replace(facts.scene, office=office))
    found = {name: (row["Данные"], row["Строк"]) for name, row in rows(page(sent, ())).items()}
    assert found == {
        "Весь регион": ("1 из 3", 1),
        "Лесной район": ("не сдали", 0),
        "Степной район": ("не сдали", 0),
        "Приозёрный район": ("сдали", 1),
        "Муниципалитет не указан": (None, None),
    }


@pytest.mark.parametrize(
    ("tables", "remarks", "sentence"),
    [
        (ALL, TOLD, "Сдали данные: 2 из 3. Не сдали: Степной район. Больше всего замечаний: Лесной район — 3."),
        ({"MUN": MUN, "SCH": PUPIL}, (), "Сдали данные: 0 из 3. Не сдали: Лесной район, Приозёрный район, Степной район."),
        ({"MUN": MUN}, (), "Сдали ли муниципалитеты данные, неизвестно: участники не ведутся."),
        ({}, (), "Муниципалитетов пока нет ни в справочнике, ни в строках реестров."),
    ],
)  # fmt: skip
def test_the_main_thing_is_said_in_one_line(
    make_facts: MakeFacts, tables: dict[str, str], remarks: tuple[Remark, ...], sentence: str
) -> None:
    assert headline(page(make_facts(tables), remarks)) == sentence


def test_an_office_without_participants_shows_no_zeros(make_facts: MakeFacts) -> None:
    report = page(make_facts({"MUN": MUN}), ())
    found = rows(report)["Лесной район"]
    assert [found[one] for one in ("Данные", "Строк", "Оценка", "Зачислено")] == ["нет данных", None, Light.GREY, "—"]
    assert not [one for one in report.blocks if isinstance(one, Chart)]
    assert all(isinstance(one, Words) for one in page(make_facts({}), ()).blocks)


def test_what_the_chart_shows_stands_in_the_listing(make_facts: MakeFacts) -> None:
    report = page(make_facts(ALL))
    (chart,) = [one for one in report.blocks if isinstance(one, Chart)]
    found = rows(report)
    assert chart.categories == ("Лесной район", "Приозёрный район")
    assert chart.series[0].values == tuple(found[name]["Зачислено"] for name in chart.categories) == (2, 2)
