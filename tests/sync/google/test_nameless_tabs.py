"""A tab of ours that has lost the name by which programs know it: it is nobody's, and another one is made."""

from pathlib import Path

import pytest

from sync.google.names import REPORTS_TITLE
from sync.google.own_tabs import TAB_KEY, free_id, is_own_id, sheet_id_of
from sync.run import update
from tests.sheets_server.running import Running
from tests.sync.google.offices import GoogleOfficeOnTest, build

STATE = "Состояние"


@pytest.fixture
def office(tmp_path: Path, server: Running) -> GoogleOfficeOnTest:
    made = build(tmp_path / "office", server)
    update(made.desk())
    return made


def test_another_one_is_made_beside_it(office: GoogleOfficeOnTest) -> None:
    number = office.tabs(REPORTS_TITLE)[STATE]
    name = {"metadataKey": TAB_KEY, "metadataLocation": {"sheetId": number}}
    office.batch(REPORTS_TITLE, [{"deleteDeveloperMetadata": {"dataFilter": {"developerMetadataLookup": name}}}])
    office.type(REPORTS_TITLE, f"'{STATE}'!B1", "моё")
    for _ in range(3):
        result = update(office.desk())
    assert (result.exit_code, result.left, result.written) == (0, {}, ())
    assert office.tabs(REPORTS_TITLE)[STATE] == number
    assert office.tabs(REPORTS_TITLE)[f"{STATE} (сервис)"] == sheet_id_of(f"{REPORTS_TITLE}#{STATE}", 1)


def test_the_number_is_the_first_that_no_tab_has() -> None:
    first, second = sheet_id_of("Состояние"), sheet_id_of("Состояние", 1)
    assert (free_id("Состояние", ()), free_id("Состояние", {first})) == (first, second)


def test_a_copy_has_none_of_our_numbers() -> None:
    assert is_own_id("Состояние", sheet_id_of("Состояние", 3))
    assert not is_own_id("Состояние", 77)
