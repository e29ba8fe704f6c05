"""A register's template in Google: the same as in the workbook, read back as an empty register, with remarks beside."""

from dataclasses import replace
from functools import cache
from typing import Any

import pytest

from config.columns import Privacy
from config.register import REMARKS_HEADING, Register
from config.registers import REGISTERS
from reports import beside
from reports.formats.google import weight
from reports.templates.beginning import starting_options, starting_rows
from reports.templates.contents import SPARE_ROWS, Numbering
from reports.templates.formulas import call, number, remarks_beside
from reports.templates.google import Target, Template, template, template_requests
from reports.templates.layout import Part, slots
from tests.sheets_server.asking import Office
from tests.sheets_server.human import HumanHand
from validators.grid import Grid, grid_of
from validators.parse import parse
from validators.service_column import without_remarks

AnyRegister = Register[Any]  # Any: each register has a record class of its own
Json = dict[str, Any]  # Any: what the Sheets API answers
BY_KEY = {register.key: register for register in REGISTERS}
SEASON = "2025/2026"
BOTH = pytest.mark.parametrize("locale", ["ru_RU", "en_US"])
OWNER = "owner@example.ru"
TAB = 0


def made(key: str, locale: str = "ru_RU", *, part: Part = Part.WHOLE, remarks: bool = True, codes: int = 5) -> Template:
    target = Target(TAB, locale, part, remarks)
    rows, options = starting_rows(SEASON), starting_options(SEASON)
    return template(BY_KEY[key], target, rows=rows, options=options, numbering=Numbering(count=codes))


def filled(key: str, locale: str = "ru_RU", **given: Any) -> Office:  # Any: the arguments of `made`
    """A spreadsheet with the template; one that was filled before is copied, for filling takes its time."""
    before = _filled(key, locale, **given)
    office = Office(locale=locale, owner=OWNER)
    office.server.world.books[office.id] = replace(before.book.copy(), id=office.id)
    return office


@cache
def _filled(key: str, locale: str, **given: Any) -> Office:  # Any: the arguments of `made`
    office = Office(locale=locale, owner=OWNER)
    title = {"properties": {"sheetId": TAB, "title": BY_KEY[key].tab}, "fields": "title"}
    office.batch({"updateSheetProperties": title}, *template_requests(made(key, locale, **given)))
    return office


def tab_of(office: Office) -> Json:
    """The tab with its first two rows."""
    title = office.book.sheets[0].title
    return dict(office.get(includeGridData="true", ranges=f"'{title}'!1:2")["sheets"][0])


def heading_of(office: Office) -> list[Json]:
    return list(tab_of(office)["data"][0]["rowData"][0]["values"])


def rules_of(office: Office) -> dict[str, Json]:
    """Heading → the rule of the cells below it."""
    first, second = tab_of(office)["data"][0]["rowData"][:2]
    below = [cell.get("dataValidation", {}) for cell in second["values"]]
    return {cell["formattedValue"]: rule for cell, rule in zip(first["values"], below, strict=False)}


def grid_in(office: Office, title: str) -> Grid:
    return grid_of("Таблица", title, office.values(f"'{title}'", valueRenderOption="UNFORMATTED_VALUE"))


@pytest.mark.parametrize("register", REGISTERS, ids=lambda one: one.key)
def test_a_template_reads_back_as_the_beginning_of_a_register_without_remarks(register: AnyRegister) -> None:
    read = parse(without_remarks(grid_in(filled(register.key), register.tab)), register)
    assert [remark.text for remark in read.remarks] == []
    assert read.table is not None
    assert len(read.table) == len(starting_rows(SEASON).get(register.key, ()))


@BOTH
@pytest.mark.parametrize("key", ["SCH", "FIN", "STAGE"])
def test_the_columns_are_those_of_the_workbook_after_the_remarks(key: str, locale: str) -> None:
    shown = [cell["formattedValue"] for cell in heading_of(filled(key, locale))]
    assert shown == [REMARKS_HEADING, *(slot.column.heading for slot in slots(BY_KEY[key]))]


def test_every_heading_says_what_to_fill_in() -> None:
    cells = heading_of(filled("SCH"))
    assert all(cell.get("note") for cell in cells)
    assert cells[2]["note"].startswith("Обязательно.")


def test_heading_and_codes_stay_in_sight_and_the_rest_is_folded() -> None:
    office = filled("SCH")
    tab, tab_plan = tab_of(office), made("SCH")
    properties = tab["properties"]["gridProperties"]
    assert (properties["frozenRowCount"], properties["frozenColumnCount"]) == (1, 2)
    assert (properties["rowCount"], properties["columnCount"]) == (1 + 5 + SPARE_ROWS, len(BY_KEY["SCH"].columns) + 1)
    (group,) = tab["columnGroups"]
    assert group["collapsed"]
    assert group["range"]["startIndex"] == tab_plan.width - tab_plan.aside
    hidden = [column.get("hiddenByUser", False) for column in tab["data"][0]["columnMetadata"]]
    assert hidden == [False] * (tab_plan.width - tab_plan.aside) + [True] * tab_plan.aside


def test_ready_codes_follow_one_another() -> None:
    rows = filled("SCH", codes=300).values("'Школьники и СПО'!B2:B")
    assert (rows[0], rows[-1], len(rows)) == (["ШК-0001"], ["ШК-0300"], 300)


def test_the_largest_template_fits_one_call() -> None:
    largest = max(REGISTERS, key=lambda register: register.rows)
    assert weight(template_requests(template(largest, Target(TAB, "ru_RU")))) < 500_000


@pytest.mark.parametrize(
    ("key", "heading", "kind", "given"),
    [
        ("SCH", "Статус участника", "ONE_OF_LIST", "Участник"),
        ("STAFF", "Доступ к ПДн", "ONE_OF_LIST", "Да"),
        ("STAFF", "Закреплённые функции", "ONE_OF_LIST", starting_options(SEASON)["FUNCTION"][0]),
        ("SCH", "Дата рождения", "DATE_IS_VALID", None),
        ("FIN", "План, год", "NUMBER_BETWEEN", "0"),
    ],
)
def test_a_cell_offers_what_may_stand_in_it(key: str, heading: str, kind: str, given: str | None) -> None:
    condition = rules_of(filled(key))[heading]["condition"]
    assert condition["type"] == kind
    values = [one["userEnteredValue"] for one in condition.get("values", [])]
    assert values == [] if given is None else given in values


@pytest.mark.parametrize("key", ["SCH", "PLAN", "FIN", "EDU"])
def test_nothing_that_is_typed_is_refused(key: str) -> None:
    rules = [rule for rule in rules_of(filled(key)).values() if rule]
    assert rules
    assert not any(rule.get("strict") for rule in rules)
    assert all(rule["inputMessage"] for rule in rules)


def test_a_table_of_codes_has_no_column_that_names_a_person() -> None:
    headings = {cell["formattedValue"] for cell in heading_of(filled("SCH", part=Part.CODED))}
    personal = {one.heading for one in BY_KEY["SCH"].columns if one.privacy >= Privacy.P3}
    assert personal
    assert headings.isdisjoint(personal)


def test_without_remarks_the_codes_come_first() -> None:
    assert heading_of(filled("SCH", remarks=False))[0]["formattedValue"] == "Код"


def test_a_heading_that_the_register_has_not_is_a_mistake() -> None:
    with pytest.raises(KeyError):
        template(BY_KEY["SCH"], Target(TAB, "ru_RU"), rows={"SCH": [{"Нет такого": 1}]})


def test_separators_are_those_of_the_locale() -> None:
    assert call("ru_RU", "IF", "A1", "1", "2") == "IF(A1;1;2)"
    assert call("en_US", "IF", "A1", "1", "2") == "IF(A1,1,2)"
    assert (number("ru_RU", 0.5), number("en_US", 0.5), number("ru_RU", 1e12)) == ("0,5", "0.5", "1000000000000")


# Remarks beside the rows.


def with_remarks(office: Office, remarks: dict[str, str]) -> None:
    """The service's tab as an update writes it: a title above, then code and text."""
    grid = {"rowCount": 60, "columnCount": 3}
    if office.book.titled(beside.TAB) is None:
        office.batch({"addSheet": {"properties": {"sheetId": 77, "title": beside.TAB, "gridProperties": grid}}})
    lines = [["Замечания к этой таблице"], [], ["Код", "Что не так"], [None, "Нет столбца"]]
    lines += [[code, text] for code, text in remarks.items()]
    office.put(f"'{beside.TAB}'!A1:B{len(lines)}", lines)


def seen(office: Office, key: str = "TEAM") -> dict[str, str]:
    """Code → remark beside it, as a person sees them; the heading among them."""
    grid = grid_in(office, BY_KEY[key].tab)
    heading = next(row for row in grid.rows if REMARKS_HEADING in row)
    at, codes = heading.index(REMARKS_HEADING), heading.index("Код")
    rows = [row for row in grid.rows if len(row) > max(at, codes) and row is not heading]
    return {str(row[codes]): str(row[at]) for row in rows if row[at]}


WRONG = {"КМ-0002": "«Стадия»: нет такой", "КМ-0004": "«Наставники»: нет такого"}


@BOTH
def test_a_remark_stands_beside_its_row(locale: str) -> None:
    office = filled("TEAM", locale)
    assert seen(office) == {}
    with_remarks(office, WRONG)
    assert seen(office) == WRONG


def test_a_tab_that_is_taken_away_leaves_blanks_and_is_found_again_when_it_comes_back() -> None:
    office = filled("TEAM")
    with_remarks(office, WRONG)
    office.batch({"deleteSheet": {"sheetId": 77}})
    assert seen(office) == {}
    assert heading_of(office)[0]["formattedValue"] == REMARKS_HEADING
    with_remarks(office, WRONG)
    assert seen(office) == WRONG


@BOTH
@pytest.mark.parametrize(
    ("deed", "given"),
    [
        ("insert_rows", {"at": 1}),
        ("insert_rows", {"at": 3, "count": 2}),
        ("insert_rows", {"at": 0}),
        ("delete_rows", {"at": 1}),
        ("move_rows", {"at": 2, "to": 6}),
        ("insert_columns", {"at": 0}),
        ("insert_columns", {"at": 1}),
        ("move_columns", {"at": 1, "to": 4}),
        ("sort", {"range": "A2:W6", "column": 1, "descending": True}),
        ("sort", {"range": "A2:W6", "column": 2}),
        ("sort", {"range": "B2:W6", "column": 2}),
        ("filter_sort", {"range": "A1:W6", "column": 2, "descending": True}),
        ("hide_rows", {"at": 2}),
    ],
)
def test_a_remark_stays_at_its_row_whatever_people_do_to_the_rows(
    locale: str,
    deed: str,
    given: dict[str, Any],  # Any: arguments of a deed
) -> None:
    office = filled("TEAM", locale)
    with_remarks(office, WRONG)
    office.put("'Команды и проекты'!C2:C6", [["д"], ["б"], ["а"], ["в"], ["г"]])
    hand = HumanHand(office.server.world, office.id)
    done = hand.do(deed, sheet=TAB, **given)
    assert not done.refused
    assert seen(office) == WRONG


def test_a_code_typed_in_small_letters_with_a_space_has_its_remark() -> None:
    office = filled("TEAM")
    with_remarks(office, WRONG)
    office.put("'Команды и проекты'!B3", [["км-0002 "]])
    assert seen(office)["км-0002 "] == WRONG["КМ-0002"]


def test_only_a_remark_is_coloured() -> None:
    (rule,) = tab_of(filled("TEAM"))["conditionalFormats"]
    (place,) = rule["ranges"]
    assert (place["startColumnIndex"], place["endColumnIndex"], place.get("startRowIndex", 0)) == (0, 1, 0)
    (value,) = rule["booleanRule"]["condition"]["values"]
    assert value["userEnteredValue"] == f'=AND($A1<>"";$A1<>"{REMARKS_HEADING}")'
    colour = rule["booleanRule"]["format"]["backgroundColorStyle"]["rgbColor"]
    assert colour["red"] > colour["green"]


def test_our_remarks_are_no_data() -> None:
    office = filled("TEAM")
    with_remarks(office, WRONG)
    grid = grid_in(office, "Команды и проекты")
    assert any("Стадия" in str(cell) for row in grid.rows[1:] for cell in row)
    assert without_remarks(grid) == without_remarks(grid_in(filled("TEAM"), "Команды и проекты"))


def test_the_formula_names_the_columns_of_the_tab_of_remarks() -> None:
    assert remarks_beside("ru_RU", "B").count("'Замечания'!$A:$B") == 1
