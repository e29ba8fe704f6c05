"""Spreadsheets of Google as a backend: the contract, and what is peculiar to shared spreadsheets."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from config.columns import CellError
from config.google import GoogleSection
from config.registers import REGISTERS
from config.settings import Settings, StorageSection
from sync.backends import BACKENDS
from sync.backends.base import Backend, FileRead
from sync.backends.google import GoogleBackend
from sync.backends.mixed import MixedBackend
from sync.google.office import GoogleOffice
from tests.sheets_server.running import Running, running
from tests.sync.backends.contract import BackendContract, Tables
from tests.sync.backends.workbooks import save_workbook
from tests.sync.google.offices import GoogleOfficeOnTest, build, fill, make_spreadsheet, write_key
from validators.grid import Area, grid_of

_KEYS = {register.tab: register.key for register in REGISTERS}


def settings_of(server: Running, ids: dict[str, str], tables: Tables) -> Settings:
    """Settings in which every file of the tables is a spreadsheet, with the registers that it holds."""
    spare = iter([key for key in _KEYS.values() if key not in {"TEAM", "SCH"}])
    spreadsheets = [
        {"id": ids[name], "name": name, "registers": [_KEYS[tab] for tab in tabs if tab in _KEYS] or [next(spare)]}
        for name, tabs in tables.items()
    ]
    google = GoogleSection.model_validate({"endpoint": server.url, "spreadsheet": spreadsheets})
    return Settings(storage=StorageSection(kind="google"), google=google)


class TestGoogleBackend(BackendContract):
    @pytest.fixture(autouse=True)
    def _server(self) -> Iterator[None]:
        with running(strict=True) as self.server:
            yield

    def backend(self, tables: Tables, folder: Path) -> Backend:
        write_key(folder / "private" / "google-key.json", self.server.url)
        ids = {name: make_spreadsheet(self.server, name) for name in tables}
        office = GoogleOfficeOnTest(folder, self.server, ids)
        for name, tabs in tables.items():
            fill(office, name, [grid_of(name, tab, rows) for tab, rows in tabs.items()])
        settings = settings_of(self.server, ids, tables)
        return GoogleBackend(GoogleOffice(settings.google, folder, folder / "google.json"), settings)


class TestMixedBackend(TestGoogleBackend):
    """The first file lies in the folder, the others are spreadsheets."""

    def backend(self, tables: Tables, folder: Path) -> Backend:
        first, *others = tables
        save_workbook(folder / "registers" / first, tables[first])
        google = super().backend({name: tables[name] for name in others}, folder)
        folder_of = BACKENDS["folder"](folder / "registers", Settings(), GoogleOffice(GoogleSection(), folder, folder))
        return MixedBackend(folder_of, google)


@pytest.fixture
def server() -> Iterator[Running]:
    with running(strict=True) as one:
        yield one


@pytest.fixture
def office(tmp_path: Path, server: Running) -> GoogleOfficeOnTest:
    return build(tmp_path / "office", server)


def read(office: GoogleOfficeOnTest) -> dict[str, FileRead]:
    return {file.name: file for file in office.desk().backend().read()}


def test_a_failed_formula_is_an_error_cell_and_not_text(office: GoogleOfficeOnTest) -> None:
    office.type("Команды", "'Команды и проекты'!B3", "=#N/A")
    teams = read(office)["Команды"].grids[0]
    assert teams.rows[2][1] == CellError("#N/A")


def test_merged_and_hidden_cells_are_known(office: GoogleOfficeOnTest) -> None:
    tab = office.tabs("Команды")["Команды и проекты"]
    area = {"sheetId": tab, "startRowIndex": 1, "endRowIndex": 3, "startColumnIndex": 4, "endColumnIndex": 5}
    rows = {"sheetId": tab, "dimension": "ROWS", "startIndex": 3, "endIndex": 5}
    hidden = {"range": rows, "properties": {"hiddenByUser": True}, "fields": "hiddenByUser"}
    office.batch(
        "Команды", [{"mergeCells": {"range": area, "mergeType": "MERGE_ALL"}}, {"updateDimensionProperties": hidden}]
    )
    teams = read(office)["Команды"].grids[0]
    assert teams.merges == (Area(2, 5, 3, 5),)
    assert teams.hidden_rows == {4, 5}


def test_a_spreadsheet_that_is_not_shared_is_refused_by_name_and_the_others_are_read(
    office: GoogleOfficeOnTest,
) -> None:
    office.server.world.files[office.ids["Команды"]]["permissions"].pop()
    found = read(office)
    assert found["Команды"].code == "F05"
    assert "rpo@rpo-test.iam.gserviceaccount.com" in found["Команды"].advice
    assert found["РПО"].code is None


def test_our_own_tab_is_never_a_register(office: GoogleOfficeOnTest) -> None:
    name = [
        {
            "developerMetadata": {
                "metadataKey": "rpo.tab",
                "metadataValue": "x",
                "visibility": "DOCUMENT",
                "location": {"sheetId": 2},
            }
        }
    ]
    office.batch("Команды", [{"createDeveloperMetadata": one} for one in name])
    assert [grid.tab for grid in read(office)["Команды"].grids] == ["Команды и проекты"]


def test_a_register_that_is_kept_elsewhere_is_not_read_from_a_spreadsheet_and_that_is_told(
    tmp_path: Path, server: Running
) -> None:
    office = build(tmp_path / "office", server, kind="mixed", mode="local")
    office.batch("Команды", [{"addSheet": {"properties": {"title": "Наставники"}}}])
    found = read(office)["Команды"]
    assert [grid.tab for grid in found.grids] == ["Команды и проекты"]
    assert "«Наставники»" in found.notes[0][1]


def test_a_cycle_costs_one_read_a_spreadsheet_and_metadata_are_asked_once(office: GoogleOfficeOnTest) -> None:
    first, second = office.desk(), office.desk()
    for desk in (first, second):
        desk.backend().fingerprints()
        desk.backend().read()
    assert first.calls == {"metadata": 2, "read": 2, "write": 0}
    assert second.calls == {"metadata": 0, "read": 2, "write": 0}


def test_a_renamed_tab_is_found_again_by_asking_once_more(office: GoogleOfficeOnTest) -> None:
    read(office)
    office.batch(
        "Команды", [{"updateSheetProperties": {"properties": {"sheetId": 1, "title": "Команды"}, "fields": "title"}}]
    )
    desk = office.desk()
    found = {file.name: file for file in desk.backend().read()}
    assert [grid.tab for grid in found["Команды"].grids] == ["Команды", "Наставники"]
    assert desk.calls["metadata"] == 1


def test_what_is_kept_between_runs_holds_no_value_of_a_cell_and_is_closed_to_others(office: GoogleOfficeOnTest) -> None:
    read(office)
    kept = office.folder / "state" / "google.json"
    assert kept.stat().st_mode & 0o077 == 0
    assert "Горин" not in kept.read_text(encoding="utf-8")
    assert set(json.loads(kept.read_text(encoding="utf-8"))) == {office.ids["РПО"], office.ids["Команды"]}


def test_a_cell_is_reached_in_the_browser(office: GoogleOfficeOnTest) -> None:
    address = read(office)["Команды"].addresses["Наставники"]
    assert address == f"https://docs.google.com/spreadsheets/d/{office.ids['Команды']}/edit#gid=2"


def test_a_tab_like_a_register_that_is_kept_elsewhere_is_not_taken_for_it(tmp_path: Path, server: Running) -> None:
    office = build(tmp_path / "office", server, kind="mixed", mode="local")
    office.batch("Команды", [{"addSheet": {"properties": {"title": "Наставнникки"}}}])
    office.type("Команды", "'Наставнникки'!A1", "Код")
    found = read(office)["Команды"]
    assert [grid.tab for grid in found.grids] == ["Команды и проекты"]
    assert "«Наставнникки»" in found.notes[0][1]


def test_rows_and_columns_hidden_past_the_data_are_left_out_as_in_a_folder(office: GoogleOfficeOnTest) -> None:
    for dimension, start in (("ROWS", 40), ("COLUMNS", office_width(office))):
        place = {"sheetId": 1, "dimension": dimension, "startIndex": start, "endIndex": start + 1}
        hidden = {"range": place, "properties": {"hiddenByUser": True}, "fields": "hiddenByUser"}
        office.batch("Команды", [{"updateDimensionProperties": hidden}])
    teams = read(office)["Команды"].grids[0]
    assert (teams.hidden_rows, teams.hidden_columns) == (frozenset(), frozenset())


def office_width(office: GoogleOfficeOnTest) -> int:
    """The first empty column of the teams, 0-based."""
    return max(map(len, office.values("Команды", "Команды и проекты")))
