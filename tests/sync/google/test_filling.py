"""What would be put into a spreadsheet, told without a server."""

import pytest

from config.google import GoogleSection, SpreadsheetSection
from config.registers import REGISTERS
from config.settings import Settings
from reports import beside
from reports.formats.google import weight
from sync.google import filling
from sync.google.filling import Filling, batches_of, filling_of
from sync.google.office import Read
from sync.google.own_tabs import sheet_id_of
from sync.google.spreadsheet import Spreadsheet, Tab

ID = "1aB2cD3eF4gH5iJ6kL7mN8oP9"
LISTS = tuple(one.key for one in REGISTERS if one.list_of)


def planned(keys: tuple[str, ...], *tabs: tuple[Tab, list[list[object]]], remarks: bool = True) -> Filling:
    present = Spreadsheet(ID, "Таблица", "ru_RU", "Europe/Moscow", tuple(tab for tab, _ in tabs))
    values = {tab.sheet_id: tuple(map(tuple, rows)) for tab, rows in tabs}
    section = SpreadsheetSection(id=ID, registers=keys, name="Таблица")
    settings = Settings(google=GoogleSection(remarks_beside=remarks))
    return filling_of(section, Read(present, values), settings)


def test_the_first_empty_tab_becomes_the_first_register_and_the_others_are_added() -> None:
    found = planned(("TEAM", "MENT"), (Tab(0, "Лист1"), []), (Tab(5, "Лист2"), [[""]]), (Tab(6, "Лист3"), []))
    assert [(tab.title, tab.instead_of) for tab in found.tabs] == [
        ("Команды и проекты", "Лист1"),
        ("Наставники", "Лист2"),
    ]


def test_an_empty_tab_with_the_right_title_is_filled_in_its_place() -> None:
    found = planned(("TEAM",), (Tab(0, "Лист1"), []), (Tab(5, "Команды и проекты"), []))
    (tab,) = found.tabs
    assert (tab.instead_of, tab.template.target.sheet_id) == ("Команды и проекты", 5)


def test_a_table_of_staff_with_the_headings_of_the_register_stays_as_it_is() -> None:
    rows: list[list[object]] = [["№", "Код", "Название команды", "Стадия"], [1, "КМ-0001", "Вершина", "Идея"]]
    found = planned(("TEAM",), (Tab(5, "команды и проекты"), rows))
    assert (found.tabs, found.standing, found.refusal, found.own_tab) == ((), ("команды и проекты",), None, None)


def test_a_tab_of_ours_that_staff_have_retitled_is_not_made_twice() -> None:
    rows: list[list[object]] = [["Код", "Название команды", "Стадия"]]
    found = planned(("TEAM",), (Tab(sheet_id_of("template TEAM"), "Наши команды"), rows))
    assert (found.tabs, found.standing) == ((), ("Наши команды",))


def test_notes_of_staff_beside_a_register_that_stands_are_no_obstacle_to_another() -> None:
    rows: list[list[object]] = [["Код", "Название команды", "Стадия"]]
    found = planned(("TEAM", "MENT"), (Tab(5, "Команды и проекты"), rows), (Tab(6, "Заметки"), [["звонить в среду"]]))
    assert [tab.title for tab in found.tabs] == ["Наставники"]
    assert found.refusal is None


def test_an_office_that_wants_no_remarks_beside_gets_neither_tab_nor_column() -> None:
    found = planned(("TEAM",), (Tab(0, "Лист1"), []), remarks=False)
    assert found.own_tab is None
    assert found.tabs[0].template.margin == 0


def test_the_tab_of_remarks_is_made_before_the_formulas_that_name_it() -> None:
    (batch,) = batches_of(planned(("TEAM",), (Tab(0, "Лист1"), [])), "rpo@example.iam.gserviceaccount.com")
    assert batch[0]["addSheet"]["properties"]["title"] == beside.TAB
    assert batch[2]["addProtectedRange"]["protectedRange"]["editors"]["users"] == [
        "rpo@example.iam.gserviceaccount.com"
    ]


def test_heavy_work_is_divided_and_every_tab_comes_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    found = planned(LISTS, (Tab(0, "Лист1"), []))
    (whole,) = batches_of(found, None)
    monkeypatch.setattr(filling, "MOST_BYTES", 40_000)
    parts = list(batches_of(found, None))
    assert len(parts) > 1
    assert [request for part in parts for request in part] == whole
    assert all(weight(part) <= 40_000 for part in parts)
    headings = [sum("addSheet" in one or _renames(one) for one in part) for part in parts]
    assert sum(headings) == len(LISTS) + 1
    assert all(headings)


def _renames(request: dict[str, object]) -> bool:
    changed = request.get("updateSheetProperties")
    return isinstance(changed, dict) and "title" in changed["fields"]
