"""«Замечания — <муниципалитет>»: a municipality reads of its own rows only, by codes, and only where it is asked for."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from reports.facts import Facts
from reports.layout import shown
from reports.municipal_remarks import compose, workbooks
from reports.remarks import compose as common
from reports.report import Listing, Words
from validators.parts import Part
from validators.remark import Place, Remark, Severity
from validators.whereabouts import homes_of

MakeFacts = Callable[..., Facts]

MUN = "Наименование | Тип\nПриозёрный район | МР\nЛесной район | МР\nСтепной район | МР"
SCH = """
Код | Фамилия | Имя | Отчество | Дата рождения | Образовательная организация | Класс или курс | Муниципалитет | Статус участника | Команда
ШК-0001 | Галкин | Пётр | Ильич | 01.02.2010 | ОО-0001 | 9А | Приозёрный район | Участник | КМ-0001
ШК-0002 | Стрижов | Лев | Ильич | 02.02.2010 | ОО-0002 | 9А | | Участник | КМ-0001
"""
EDU = "Код | Полное наименование | Тип | Муниципалитет\nОО-0001 | Школа № 5 | школа | Приозёрный район\nОО-0002 | Школа № 6 | школа | Лесной район"
TEAM = "Код | Название команды | Муниципалитеты\nКМ-0001 | Маяк | Приозёрный район; Лесной район"
AGENDA = "Код | Участник | Команда | Форма | Статус | Муниципалитет\nАГ-0001 | | КМ-0001 | C6.1 | Включён |\nАГ-0002 | ШК-0001 | | C6.1 | Включён |\nАГ-0003 | ШК-0001 | | C6.1 | Включён | Степной район"
PAGE = "Код | Чья страница | Ссылка\nСР-0001 | ШК-0001 | https://vk.com/one\nСР-0002 | КМ-0001 | https://vk.com/two\nСР-0003 | РПО | https://vk.com/three\nСР-0004 | Лесной район | https://vk.com/four"
ALL = {"MUN": MUN, "SCH": SCH, "EDU": EDU, "TEAM": TEAM, "AGENDA": AGENDA, "PAGE": PAGE}
ASKED = "[reports]\nby_municipality = true\n"
BOTH = ("Приозёрный район", "Лесной район")


def about(key: str, row: str, severity: Severity = Severity.ERROR) -> Remark:
    return Remark("C02", severity, Place(key, row, 2, "Статус", "A2", f"{key}.xlsx#{key}", row), "Плохо.", "Исправьте.")


TOLD = (about("SCH", "ШК-0001"), about("SCH", "ШК-0002"), about("TEAM", "КМ-0001"), about("PAGE", "СР-0003"))


def told(facts: Facts) -> dict[str, list[str]]:
    """Workbook → the codes of its rows."""
    found = {}
    for report in compose(replace(facts, remarks=TOLD)):
        assert report.local
        (listing,) = [one for one in report.blocks if isinstance(one, Listing)]
        found[report.workbook] = [str(row[3]) for row in listing.rows if row[0] == "Строка"]
    return found


def test_nobody_gets_a_workbook_that_was_not_asked_for(make_facts: MakeFacts) -> None:
    assert told(make_facts(ALL)) == {}


def test_each_municipality_reads_of_its_own_rows_only(make_facts: MakeFacts) -> None:
    assert told(make_facts(ALL, settings=ASKED)) == {
        "Замечания — Лесной район": ["ШК-0002", "КМ-0001"],
        "Замечания — Приозёрный район": ["ШК-0001", "КМ-0001"],
        "Замечания — Степной район": [],
    }


def test_a_municipality_with_a_table_of_its_own_is_told_without_asking(make_facts: MakeFacts) -> None:
    facts = replace(
        make_facts(ALL), parts=(Part("Приозёрный район", 5000, 5999), Part("Приозёрный район 2", 6000, 6999))
    )
    assert told(facts) == {"Замечания — Приозёрный район": ["ШК-0001", "КМ-0001"]}


def test_the_columns_are_those_of_the_common_workbook_and_nobody_is_named(make_facts: MakeFacts) -> None:
    facts = replace(make_facts(ALL, settings=ASKED), remarks=TOLD)
    tab = next(one for one in common(facts) if one.workbook == one.tab == "Замечания")
    usual = [field.heading for block in tab.blocks if isinstance(block, Listing) for field in block.fields][:-1]
    for report in compose(facts):
        listing = next(one for one in report.blocks if isinstance(one, Listing))
        headings = [one.heading for one in listing.fields][:-1]
        assert [one for one in usual if one in headings] == headings
        words = " ".join(shown(cell) for row in listing.rows for cell in row)
        assert "Галкин" not in words


def test_a_municipality_without_remarks_is_told_so(make_facts: MakeFacts) -> None:
    reports = compose(replace(make_facts(ALL, settings=ASKED), remarks=()))
    sentences = [
        one.text for report in reports for one in report.blocks if isinstance(one, Words) and one.size == "plain"
    ]
    assert len(sentences) == 3
    assert all(one.startswith("Замечаний нет.") for one in sentences)


def test_names_of_workbooks_are_fit_for_files_and_never_the_same() -> None:
    assert workbooks(["Бийск: город", "Бийск город", "Бийск"]) == {
        "Бийск: город": "Замечания — Бийск город",
        "Бийск город": "Замечания — Бийск город (2)",
        "Бийск": "Замечания — Бийск",
    }


@pytest.mark.parametrize(
    ("register", "row", "homes"),
    [
        ("SCH", "ШК-0001", ("Приозёрный район",)),
        ("SCH", "ШК-0002", ("Лесной район",)),
        ("EDU", "ОО-0002", ("Лесной район",)),
        ("TEAM", "КМ-0001", BOTH),
        ("AGENDA", "АГ-0001", BOTH),
        ("AGENDA", "АГ-0002", ("Приозёрный район",)),
        ("AGENDA", "АГ-0003", ("Степной район",)),
        ("PAGE", "СР-0001", ("Приозёрный район",)),
        ("PAGE", "СР-0002", BOTH),
        ("PAGE", "СР-0003", ()),
        ("PAGE", "СР-0004", ("Лесной район",)),
        ("MUN", "Степной район", ("Степной район",)),
        ("PLAN", "МР-0001", ()),
        (None, "", ()),
    ],
)
def test_a_row_belongs_where_it_or_whom_it_names_belongs(
    make_facts: MakeFacts, register: str | None, row: str, homes: tuple[str, ...]
) -> None:
    assert homes_of(make_facts(ALL).scene.office, register, row) == homes
