"""Reference lists: where they live and with what a new one begins."""

from config.registers import REGISTERS
from config.registers.document_kinds import DOCUMENT_KINDS
from config.registers.functions import FUNCTION_TITLES
from config.registers.stages import STAGE_TITLES

BY_KEY = {register.key: register for register in REGISTERS}
LISTS = ("PASSPORT", "STAGE", "MUN", "PRIORITY", "FEDPROJECT", "FUNCTION", "DOCKIND")


def test_reference_lists_live_in_one_workbook() -> None:
    assert tuple(register.key for register in REGISTERS if register.list_of) == LISTS
    for key in LISTS:
        assert (BY_KEY[key].list_of, BY_KEY[key].workbook) == ("Справочники", "Справочники")


def test_a_new_list_of_functions_begins_with_the_regulation() -> None:
    sizes = {"T": 4, "R1.": 4, "R2.": 5, "R3.": 5, "R4.": 2, "H": 7}
    assert list(FUNCTION_TITLES) == [f"{head}{number}" for head, size in sizes.items() for number in range(1, size + 1)]


def test_every_dated_stage_needs_its_dates_and_the_whole_season_none() -> None:
    (condition,) = BY_KEY["STAGE"].by_field["start"].when
    assert condition.values == ("Э1", "Э2", "Э3", "Э4", "Э5", "Э6", "Э7")
    assert set(STAGE_TITLES) - set(condition.values) == {"Сквозное"}


def test_a_report_waits_for_its_period_and_is_a_known_kind() -> None:
    (condition,) = BY_KEY["DOC"].by_field["period"].when
    assert set(condition.values) < set(DOCUMENT_KINDS)
