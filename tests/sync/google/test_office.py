"""What is kept of a spreadsheet between processes, and what of its values within a cycle."""

import json
from typing import Any

import pytest

from sync.backends.google import GoogleBackend
from sync.google.failures import GoogleError
from sync.google.office import METADATA_LAST, GoogleOffice
from tests.sheets_server.call import answered
from tests.sheets_server.faults import Rule
from tests.sheets_server.surroundings import Surroundings
from tests.sync.google.faulty import Faults
from tests.sync.google.offices import GoogleOfficeOnTest
from tests.sync.google.processes import TAB, TEAMS, Processes, add, asked, rename, titles
from validators.grid import Area

# From one process to the next


def test_metadata_are_kept_for_the_next_process(processes: Processes) -> None:
    first, second = processes.new(), processes.new()
    before = first.read(processes.id)
    assert second.read(processes.id) == before
    assert (asked(first), asked(second)) == ((1, 1), (0, 1))


@pytest.mark.parametrize(("passed", "again"), [(METADATA_LAST - 1, 0), (METADATA_LAST, 1), (-1, 1)])
def test_after_a_quarter_of_an_hour_or_with_a_clock_set_back_metadata_are_asked_anew(
    processes: Processes, passed: float, again: int
) -> None:
    processes.new().metadata(processes.id)
    processes.times.pass_by(passed)
    later = processes.new()
    later.metadata(processes.id)
    assert asked(later) == (again, 0)


def test_a_process_that_lives_on_asks_anew_after_a_quarter_of_an_hour_too(processes: Processes) -> None:
    google = processes.new()
    google.read(processes.id)
    google.forget()
    google.read(processes.id)
    assert asked(google) == (1, 2)
    processes.times.pass_by(METADATA_LAST)
    google.forget()
    google.read(processes.id)
    assert asked(google) == (2, 3)


DAMAGED: list[Any] = [
    "",
    "{",
    "[]",
    "null",
    '{"%s": 5}',
    '{"%s": []}',
    '{"%s": {}}',
    '{"%s": {"taken": "вчера", "metadata": {}}}',
    '{"%s": {"taken": 1770000000.0, "metadata": {"properties": 5}}}',
    '{"%s": {"taken": 1770000000.0, "metadata": {"properties": {"title": "x"}, "sheets": [{"properties": "x"}]}}}',
    '{"%s": {"taken": 1770000000.0, "metadata": {"spreadsheetId": "x", "properties": {"title": "x"}, "sheets": null}}}',
    '{"%s": {"taken": NaN, "metadata": null}}',
    '{"%s": {"filled": {"first": [1, 2]}}}',
    '{"%s": {"filled": [5]}}',
]


@pytest.mark.parametrize("damage", [*DAMAGED, b"\xff\xfe", None])
def test_a_damaged_memory_is_asked_for_anew_and_mended(processes: Processes, damage: str | bytes | None) -> None:
    before = processes.new().read(processes.id)
    match damage:
        case None:
            processes.memory.unlink()
        case bytes():
            processes.memory.write_bytes(damage)
        case _:
            processes.memory.write_text(damage.replace("%s", processes.id), encoding="utf-8")
    second, third = processes.new(), processes.new()
    assert second.read(processes.id) == before
    assert third.read(processes.id) == before
    assert (asked(second), asked(third)) == ((1, 1), (0, 1))


def test_what_is_kept_of_one_spreadsheet_outlives_the_others(processes: Processes) -> None:
    for spreadsheet_id in processes.office.ids.values():
        processes.new().metadata(spreadsheet_id)
    kept = json.loads(processes.memory.read_text(encoding="utf-8"))
    assert {*kept} == {*processes.office.ids.values()}


# When cells have become fewer


def merge(processes: Processes, cells: str, sheet: str = TAB) -> None:
    left, right = (ord(letter) - ord("A") for letter in (cells[0], cells[3]))
    area = {"startRowIndex": int(cells[1]) - 1, "endRowIndex": int(cells[4]), "startColumnIndex": left}
    area |= {"sheetId": processes.office.tabs(TEAMS)[sheet], "endColumnIndex": right + 1}
    processes.office.batch(TEAMS, [{"mergeCells": {"range": area, "mergeType": "MERGE_ALL"}}])


def merges(google: GoogleOffice, spreadsheet_id: str) -> list[Area]:
    return [area for tab in google.read(spreadsheet_id).spreadsheet.tabs for area in tab.merges]


@pytest.mark.parametrize(("cells", "area"), [("B2:C2", Area(2, 2, 2, 3)), ("B2:B3", Area(2, 2, 3, 2))])
def test_cells_merged_since_the_metadata_were_taken_are_known_in_the_very_reading_that_shows_them_emptied(
    processes: Processes, cells: str, area: Area
) -> None:
    processes.new().read(processes.id)
    merge(processes, cells)
    later, quiet = processes.new(), processes.new()
    assert merges(later, processes.id) == [area]
    assert merges(quiet, processes.id) == [area]
    assert (asked(later), asked(quiet)) == ((1, 2), (0, 1))


def test_cells_that_are_typed_or_added_make_nobody_ask_for_metadata(processes: Processes) -> None:
    processes.new().read(processes.id)
    processes.office.type(TEAMS, f"'{TAB}'!B2", "Другая команда")
    processes.office.type(TEAMS, f"'{TAB}'!B30", "Новая команда")
    later = processes.new()
    later.read(processes.id)
    assert asked(later) == (0, 1)


def test_when_the_second_look_fails_the_next_process_takes_it_again(processes: Processes, faults: Faults) -> None:
    processes.new().read(processes.id)
    merge(processes, "B2:C2")
    refusal = {"error": {"code": 403, "message": "no", "status": "PERMISSION_DENIED"}}
    faults.faults.append(lambda call, _: answered(refusal, 403) if "fields" in call.query else None)
    with pytest.raises(GoogleError):
        processes.new().read(processes.id)
    faults.faults.clear()
    assert merges(processes.new(), processes.id) == [Area(2, 2, 2, 3)]


# When what is remembered is old


def test_a_tab_that_is_called_otherwise_now_is_looked_for_at_once(processes: Processes) -> None:
    processes.new().read(processes.id)
    rename(processes, "Проекты")
    later = processes.new()
    assert titles(later, processes.id) == ["Проекты", "Наставники"]
    assert asked(later) == (1, 2)


def test_a_spreadsheet_that_stays_other_than_it_says_is_a_failure_and_not_asked_for_ever(
    processes: Processes, faults: Faults
) -> None:
    refusal = {"error": {"code": 400, "message": "Unable to parse range: 'x'", "status": "INVALID_ARGUMENT"}}
    faults.faults.append(lambda call, _: answered(refusal, 400) if call.path.endswith(":batchGet") else None)
    google = processes.new()
    with pytest.raises(GoogleError) as found:
        google.read(processes.id)
    assert found.value.failure.code == "outdated"
    assert asked(google) == (2, 2)


def test_a_register_whose_tab_is_not_known_is_looked_for_among_new_tabs_once_a_cycle(processes: Processes) -> None:
    processes.office.batch(TEAMS, [{"deleteSheet": {"sheetId": processes.office.tabs(TEAMS)["Наставники"]}}])
    processes.new().read(processes.id)
    add(processes, "Наставники")
    google = processes.new()
    backend = GoogleBackend(google, processes.office.desk().settings)
    (teams,) = [file for file in backend.read() if file.name == TEAMS]
    assert [grid.tab for grid in teams.grids] == [TAB, "Наставники"]
    backend.fingerprints()
    backend.read()
    assert asked(google)[0] == 2  # one of the other spreadsheet, which nobody has asked about yet


def test_a_register_that_is_nowhere_costs_one_more_look_a_cycle(processes: Processes) -> None:
    processes.office.batch(TEAMS, [{"deleteSheet": {"sheetId": processes.office.tabs(TEAMS)["Наставники"]}}])
    for google in (processes.new(), processes.new()):
        backend = GoogleBackend(google, processes.office.desk().settings)
        backend.fingerprints()
        backend.read()
        assert asked(google)[0] <= 2


# Within a cycle


def test_values_and_failures_are_asked_for_once_a_cycle(processes: Processes, around: Surroundings) -> None:
    around.faults.set((Rule(("503",), route="/v4/*:batchGet"),))
    google = processes.new()
    for _ in range(3):
        with pytest.raises(GoogleError) as found:
            google.read(processes.id)
        assert found.value.failure.code == "server_503"
    assert asked(google) == (1, 3)
    around.faults.set(())
    google.forget()
    assert titles(google, processes.id) == [TAB, "Наставники"]
    google.read(processes.id)
    assert asked(google) == (1, 4)


def test_dozens_of_tabs_are_read_in_parts_that_an_address_has_room_for(processes: Processes) -> None:
    names = [f"Черновик сотрудника отдела сопровождения проектов, редакция {number}" for number in range(1, 41)]
    for name in names:
        add(processes, name)
    google = processes.new()
    read = google.read(processes.id)
    assert [tab.title for tab in read.spreadsheet.tabs] == [TAB, "Наставники", *names]
    assert {tab.sheet_id for tab in read.spreadsheet.tabs} == read.values.keys()
    assert read.values[processes.office.tabs(TEAMS)[TAB]]
    assert asked(google) == (1, 3)


def test_a_failure_of_one_spreadsheet_is_none_of_another(processes: Processes) -> None:
    processes.office.server.world.files[processes.id]["permissions"].pop()
    google = processes.new()
    with pytest.raises(GoogleError):
        google.read(processes.id)
    assert google.read(processes.office.ids["РПО"]).spreadsheet.staffs


def test_a_look_for_new_tabs_that_fails_is_remembered_too(processes: Processes, around: Surroundings) -> None:
    processes.new().read(processes.id)
    google = processes.new()
    google.read(processes.id)
    around.faults.set((Rule(("503",), route="/v4/*"),))
    for _ in range(2):
        with pytest.raises(GoogleError):
            google.read_anew(processes.id)
    assert asked(google) == (3, 1)


def test_what_was_written_is_read_anew(processes: Processes) -> None:
    google = processes.new()
    google.read(processes.id)
    tab = {"sheetId": processes.office.tabs(TEAMS)[TAB]}
    place = {"range": {**tab, "startRowIndex": 1, "endRowIndex": 2, "startColumnIndex": 1, "endColumnIndex": 2}}
    cell = {"rows": [{"values": [{"userEnteredValue": {"stringValue": "Другая"}}]}], "fields": "userEnteredValue"}
    google.write(processes.id, [{"updateCells": {**place, **cell}}], [TAB])
    assert google.read(processes.id).values[tab["sheetId"]][1][1] == "Другая"
    assert asked(google) == (1, 2)


def test_a_folder_where_nothing_can_be_kept_stops_no_reading(office: GoogleOfficeOnTest) -> None:
    one = office.desk().google
    one.memory = office.folder / "office.toml" / "google.json"
    assert one.read(office.ids["Команды"]).values[1]


def test_the_proxy_of_the_environment_is_not_asked_for_a_server_on_this_machine(
    office: GoogleOfficeOnTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    for name in ("NO_PROXY", "no_proxy"):
        monkeypatch.setenv(name, "")
    assert office.desk().google.read(office.ids["Команды"]).values[1]
