"""«Замечания» in a register's own spreadsheet."""

from collections.abc import Callable
from dataclasses import replace

from reports.beside import CODE_COLUMN, TAB, TEXT_COLUMN, compose
from reports.facts import Facts, Question
from reports.questions import OF_PEOPLE, WORKBOOK
from reports.questions import compose as ask
from reports.report import Link, Listing, Report
from validators.remark import Place, Remark, Severity

MakeFacts = Callable[..., Facts]

SETTINGS = """
[registers]
kept = ["STAFF", "PLAN", "EDU", "SCH"]
[storage]
kind = "mixed"
[personal_data]
mode = "{mode}"
[google]
remarks_beside = {beside}
[[google.spreadsheet]]
id = "1PlanPlanPlanPlanPlanPlanPlan"
registers = ["PLAN"]
[[google.spreadsheet]]
id = "1PupilsPupilsPupilsPupilsPupils"
registers = ["SCH", "EDU"]
name = "Дети и школы"
"""


def settings(*, mode: str = "in_sheet", beside: bool = True) -> str:
    return SETTINGS.format(mode=mode, beside=str(beside).lower())


def listing_of(report: Report) -> Listing:
    return next(block for block in report.blocks if isinstance(block, Listing))


def test_every_spreadsheet_has_a_tab_with_the_remarks_of_its_registers(make_facts: MakeFacts) -> None:
    plan, pupils = compose(make_facts(settings=settings()))
    assert (plan.workbook, plan.tab) == ("План", TAB)
    assert pupils.workbook == "Дети и школы"
    assert {row[4] for row in listing_of(pupils).rows} <= {"Школьники и СПО", "Образовательные организации"}


def test_a_row_with_two_faults_is_one_line_by_its_code(make_facts: MakeFacts) -> None:
    place = Place("SCH", "ШК-0003", 4, "Телефон", "L4", "Школьники и СПО.xlsx#Школьники и СПО")
    more = (Remark("C14", Severity.ERROR, place, "Такого номера не бывает.", "Проверьте номер."),)
    pupils = compose(make_facts(settings=settings(), more=more))[1]
    codes = [row[CODE_COLUMN] for row in listing_of(pupils).rows]
    assert codes == sorted(set(codes), key=str)
    row = next(row for row in listing_of(pupils).rows if row[CODE_COLUMN] == "ШК-0003")
    text = str(row[TEXT_COLUMN])
    assert "«Статус участника»" in text
    assert "«Телефон»: Такого номера не бывает." in text.split("\n")
    assert isinstance(row[5], Link)


def test_a_row_that_is_right_is_not_there(make_facts: MakeFacts) -> None:
    pupils = compose(make_facts(settings=settings()))[1]
    assert "ШК-0002" not in {row[CODE_COLUMN] for row in listing_of(pupils).rows}


def test_an_office_in_a_folder_has_none(make_facts: MakeFacts) -> None:
    assert compose(make_facts()) == ()


def test_an_office_may_do_without(make_facts: MakeFacts) -> None:
    assert compose(make_facts(settings=settings(beside=False))) == ()


def test_spellings_that_may_be_names_are_asked_in_a_workbook_that_stays_here(make_facts: MakeFacts) -> None:
    facts = make_facts(settings=settings(mode="codes"))
    asked = (Question(("SCH",), "чайкина ольга", 1), Question(("EDU",), "лицей 2", 3))
    common, people = ask(replace(facts, questions=asked))
    assert (common.workbook, people.workbook) == (WORKBOOK, OF_PEOPLE)
    assert "чайкина" not in repr(common)
    assert "чайкина" in repr(people)


def test_a_cell_of_a_spreadsheet_is_reached_in_the_browser(make_facts: MakeFacts) -> None:
    facts = make_facts(settings=settings())
    address = "https://docs.google.com/spreadsheets/d/1Pupils/edit#gid=7"
    facts = replace(facts, addresses={"Школьники и СПО.xlsx#Школьники и СПО": address})
    link = next(row[5] for row in listing_of(compose(facts)[1]).rows if row[CODE_COLUMN] == "ШК-0003")
    assert isinstance(link, Link)
    assert link.address == f"{address}&range={link.cell}"
