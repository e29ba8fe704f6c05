"""«Новые заявки»: laid out as the clerk's own tab, so that rows can be pasted."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from config.exports import keeping_of, register_of
from config.imports import Import
from reports.applications import compose
from reports.facts import Facts
from reports.report import Link, Listing, Value
from tests.reports.conftest import PUPILS, SCHOOLS, STAFF, rows_of
from validators.grid import grid_of
from validators.intake.candidates import add_candidates
from validators.intake.taken import Export
from validators.office import Account, Standing
from validators.parse import parse

MakeFacts = Callable[..., Facts]
FORM = Import(name="Форма", gives="candidates", register="SCH", source=("*",))
ANSWERS = """
Фамилия  | Имя   | Дата рождения | Класс или курс | Телефон | E-mail
Лунёв    | Яков  | 03.02.2011    | 8Б             | 12      | lunev@example.ru
Чайкина  | Ольга | 01.02.2011    | 8А             |         |
"""
OWN_ORDER = """
Код     | Моё | Класс или курс | ФИО           | Дата рождения | Статус участника
ШК-0001 | да  | 9А             | Чайкина Ольга | 01.02.2010    | Участник
"""


def with_form(facts: Facts) -> Facts:
    """The facts with the answers of a form."""
    read = parse(grid_of("./imports/Форма.csv", "", rows_of(ANSWERS)), register_of(FORM), keeping_of(FORM))
    export = Export(FORM, Account(Standing.ACCEPTED), read.table, read.remarks)
    office = facts.scene.office
    table, taken = add_candidates(office.tables["SCH"], export)
    scene = replace(facts.scene, office=replace(office, tables={**office.tables, "SCH": table}))
    return replace(facts, scene=scene, intake=(taken,))


def shown(facts: Facts) -> list[dict[str, Value]]:
    """The rows of the only tab by their headings."""
    (report,) = compose(facts)
    listing = next(block for block in report.blocks if isinstance(block, Listing))
    headings = [field.heading for field in listing.fields]
    return [dict(zip(headings, row, strict=True)) for row in listing.rows]


def test_without_exports_there_is_no_tab(make_facts: MakeFacts) -> None:
    assert compose(make_facts()) == ()


def test_the_tab_stands_in_the_workbook_of_who_keeps_the_register(make_facts: MakeFacts) -> None:
    (report,) = compose(with_form(make_facts()))
    assert (report.workbook, report.tab) == ("Замечания — Куратор школьников", "Новые заявки. Школьники и СПО")
    assert len(report.tab) <= 31


def test_columns_stand_as_in_the_clerks_own_tab(make_facts: MakeFacts) -> None:
    tables = {"STAFF": STAFF, "EDU": SCHOOLS, "SCH": OWN_ORDER}
    first, second = shown(with_form(make_facts(tables)))
    assert list(first)[:5] == [
        "(ваш столбец)",
        "Класс или курс",
        "Фамилия Имя Отчество",
        "Дата рождения",
        "Статус участника",
    ]
    assert (first["Класс или курс"], first["Фамилия Имя Отчество"]) == ("8Б", "Лунёв Яков")
    assert first["Статус участника"] == second["Статус участника"] == "Кандидат"


def test_what_is_wrong_with_an_answer_and_who_is_alike_is_said_beside_it(make_facts: MakeFacts) -> None:
    first, second = shown(with_form(make_facts({"STAFF": STAFF, "EDU": SCHOOLS, "SCH": PUPILS})))
    assert str(first["Проверьте"]).startswith("Телефон: ")
    assert second["Проверьте"] == "Похожий человек уже есть в реестре: ШК-0001."
    assert first["Откуда"] == Link("Форма.csv, строка 2", "./imports/Форма.csv", "", "A2")


@pytest.mark.parametrize("staff", [STAFF.replace("| 01.09.2025 | Да", "| 01.09.2025 |"), STAFF.replace("R3 ", "R4 ")])
def test_names_are_shown_to_nobody_without_the_role_and_the_access(make_facts: MakeFacts, staff: str) -> None:
    assert compose(with_form(make_facts({"STAFF": staff, "EDU": SCHOOLS, "SCH": PUPILS}))) == ()
