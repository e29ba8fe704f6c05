"""Protected cells: who may change them, by every way there is of changing a cell."""

import pytest

from tests.sheets_server.asking import Office, grid, refusal, rows
from tests.sheets_server.errors import PROTECTED
from tests.sheets_server.plain import Json
from tests.sheets_server.requests import KINDS
from tests.sheets_server.world import World

OWNER, EDITOR, CHOSEN = "owner@example.ru", "editor@example.ru", "chosen@example.ru"
INSIDE = grid(1, 1, 3, 3)
ACROSS = grid(0, 0, 6, 4)
TEXT = {"userEnteredValue": {"stringValue": "чужое"}}
BY_REQUEST: tuple[tuple[str, Json], ...] = (
    ("updateCells", {"range": INSIDE, "rows": [{"values": [TEXT]}], "fields": "userEnteredValue"}),
    ("updateCells", {"start": {"rowIndex": 2, "columnIndex": 0}, "rows": [{"values": [{}, TEXT]}], "fields": "*"}),
    ("repeatCell", {"range": ACROSS, "cell": TEXT, "fields": "userEnteredValue"}),
    ("updateBorders", {"range": INSIDE, "top": {"style": "SOLID"}}),
    ("mergeCells", {"range": ACROSS, "mergeType": "MERGE_ALL"}),
    ("sortRange", {"range": ACROSS, "sortSpecs": [{"dimensionIndex": 0, "sortOrder": "DESCENDING"}]}),
    ("setBasicFilter", {"filter": {"range": ACROSS, "sortSpecs": [{"dimensionIndex": 0, "sortOrder": "DESCENDING"}]}}),
    ("copyPaste", {"source": grid(4, 0, 5, 1), "destination": grid(1, 1, 2, 2)}),
    ("cutPaste", {"source": grid(4, 0, 5, 1), "destination": {"rowIndex": 1, "columnIndex": 1}}),
    ("cutPaste", {"source": grid(1, 1, 2, 2), "destination": {"rowIndex": 5, "columnIndex": 0}}),
    ("findReplace", {"find": "секрет", "replacement": "чужое", "allSheets": True}),
    ("setDataValidation", {"range": INSIDE, "rule": {"condition": {"type": "BOOLEAN"}}}),
    ("deleteDimension", {"range": rows(2, 3)}),
    ("insertDimension", {"range": rows(2, 3), "inheritFromBefore": True}),
    ("moveDimension", {"source": rows(1, 2), "destinationIndex": 5}),
    ("deleteRange", {"range": grid(1, 1, 2, 2), "shiftDimension": "ROWS"}),
    ("insertRange", {"range": grid(1, 1, 2, 2), "shiftDimension": "ROWS"}),
    ("deleteDuplicates", {"range": ACROSS}),
    ("trimWhitespace", {"range": INSIDE}),
    ("textToColumns", {"source": grid(1, 1, 3, 2), "delimiterType": "SPACE"}),
    ("autoFill", {"range": ACROSS}),
    ("randomizeRange", {"range": ACROSS}),
    ("pasteData", {"coordinate": {"rowIndex": 1, "columnIndex": 1}, "data": "чужое", "delimiter": ","}),
    ("deleteSheet", {}),
    ("addProtectedRange", {"protectedRange": {"range": INSIDE}}),
    ("updateProtectedRange", {"protectedRange": {"protectedRangeId": 9, "warningOnly": True}, "fields": "warningOnly"}),
    ("deleteProtectedRange", {"protectedRangeId": 9}),
)
BUILT = [(kind, content) for kind, content in BY_REQUEST if kind in KINDS]
BY_VALUES: tuple[tuple[str, str, Json], ...] = (
    ("PUT", "/values/A1:D6", {"values": [[None, None], [None, "чужое"]]}),
    ("POST", "/values/C3:clear", {}),
    ("POST", "/values:batchClear", {"ranges": ["A1", "B2:B9"]}),
    ("POST", "/values:batchUpdate", {"valueInputOption": "RAW", "data": [{"range": "C2", "values": [["чужое"]]}]}),
    ("POST", "/values/B2:append", {"values": [["чужое"]]}),
)


def protected(**protection: object) -> Office:
    """A spreadsheet whose cells B2:C3 only the chosen one may edit, with an editor at the keyboard."""
    world = World()
    office = Office(world, owner=OWNER)
    office.batch({"addSheet": {"properties": {"title": "Второй", "sheetId": 5}}})
    office.put("A1", [["г", "1", "1"], ["в", "секрет", "секрет"], ["б", "секрет", "секрет"], ["а", "2", "2"], ["я"]])
    wanted = {"range": INSIDE, "protectedRangeId": 9, "editors": {"users": [CHOSEN]}, **protection}
    office.batch({"addProtectedRange": {"protectedRange": wanted}})
    permissions = world.files[office.id]["permissions"]
    permissions.extend(world.permission("writer", email) for email in (EDITOR, CHOSEN))
    office.email = EDITOR
    return office


def test_a_person_who_is_not_chosen_reads_the_cells_and_not_who_is() -> None:
    office = protected()
    assert office.values("B2:C3") == [["секрет", "секрет"], ["секрет", "секрет"]]
    (found,) = office.get()["sheets"][0]["protectedRanges"]
    assert "editors" not in found
    assert "requestingUserCanEdit" not in found


@pytest.mark.parametrize(("kind", "content"), BUILT, ids=[kind for kind, _ in BUILT])
def test_no_request_changes_protected_cells(kind: str, content: Json) -> None:
    office = protected()
    before = office.get(includeGridData="true")
    assert office.refusal({kind: content}) == f"Invalid requests[0].{kind}: {PROTECTED}"
    assert office.get(includeGridData="true") == before


@pytest.mark.parametrize(("kind", "content"), BUILT, ids=[kind for kind, _ in BUILT])
def test_who_is_chosen_or_owns_the_file_is_not_stopped(kind: str, content: Json) -> None:
    for email in (CHOSEN, OWNER):
        office = protected()
        office.email = email
        answer = office.ask("POST", ":batchUpdate", {"requests": [{kind: content}]})
        assert PROTECTED not in answer.body.decode()


@pytest.mark.parametrize(("method", "path", "body"), BY_VALUES, ids=[path for _, path, _ in BY_VALUES])
def test_no_writing_of_values_changes_protected_cells(method: str, path: str, body: Json) -> None:
    office = protected()
    if path.endswith("append"):
        office.email = OWNER
        office.batch(
            {"updateProtectedRange": {"protectedRange": {"protectedRangeId": 9, "range": {}}, "fields": "range"}}
        )
        office.email = EDITOR
    before = office.get(includeGridData="true")
    query = {"valueInputOption": "RAW"} if method == "PUT" or path.endswith("append") else {}
    assert refusal(office.ask(method, path, body, **query)) == PROTECTED
    assert office.get(includeGridData="true") == before


def test_cells_beside_the_protected_ones_are_free() -> None:
    office = protected()
    office.put("D1", [["своё"], ["своё"]])
    office.batch(
        {"sortRange": {"range": grid(3, 0, 5, 4), "sortSpecs": [{"dimensionIndex": 0, "sortOrder": "DESCENDING"}]}}
    )
    office.batch({"insertDimension": {"range": rows(1, 2)}})
    office.batch({"insertDimension": {"range": rows(4, 5)}})
    assert office.values("B3:C4") == [["секрет", "секрет"], ["секрет", "секрет"]]
    office.put("B2", [["своё"]])
    assert refusal(office.ask("PUT", "/values/B3", {"values": [["x"]]}, valueInputOption="RAW")) == PROTECTED


def test_one_protected_cell_stops_the_whole_batch() -> None:
    office = protected()
    free = {"updateCells": {"range": grid(0, 0, 1, 1), "rows": [{"values": [TEXT]}], "fields": "userEnteredValue"}}
    taken = {"updateCells": {"range": INSIDE, "rows": [{"values": [TEXT]}], "fields": "userEnteredValue"}}
    assert office.refusal(free, taken) == f"Invalid requests[1].updateCells: {PROTECTED}"
    assert office.values("A1") == [["г"]]


def test_a_warning_stops_no_program() -> None:
    office = protected(warningOnly=True, editors={})
    office.put("B2", [["своё"]])
    assert office.values("B2") == [["своё"]]


def test_a_warning_has_no_editors() -> None:
    office = protected()
    office.email = OWNER
    wanted = {"range": grid(5, 0, 6, 1), "warningOnly": True, "editors": {"users": [CHOSEN]}}
    assert "warning" in office.refusal({"addProtectedRange": {"protectedRange": wanted}})


def test_cells_left_free_inside_a_protected_tab_can_be_written() -> None:
    office = protected(range={}, unprotectedRanges=[grid(3, 0, 4, 2), grid(4, 0, 6, 2)])
    office.put("A4", [["своё"], ["своё"]])
    assert refusal(office.ask("PUT", "/values/C4", {"values": [["x"]]}, valueInputOption="RAW")) == PROTECTED
    assert refusal(office.ask("PUT", "/values/A3", {"values": [["x"], ["x"]]}, valueInputOption="RAW")) == PROTECTED


def test_a_tab_is_protected_as_a_whole_only_once() -> None:
    office = protected(range={})
    office.email = OWNER
    sentence = office.refusal({"addProtectedRange": {"protectedRange": {"range": {}}}})
    assert sentence == 'Invalid requests[0].addProtectedRange: Sheet "Sheet1" already has sheet protection.'


def test_who_protects_cells_may_edit_them() -> None:
    office = protected()
    office.batch({"addProtectedRange": {"protectedRange": {"range": grid(8, 0, 9, 1)}}})
    office.put("A9", [["своё"]])
    office.email = CHOSEN
    assert refusal(office.ask("PUT", "/values/A9", {"values": [["x"]]}, valueInputOption="RAW")) == PROTECTED


def test_a_protection_is_lifted_by_who_may_edit() -> None:
    office = protected()
    office.email = CHOSEN
    office.batch({"deleteProtectedRange": {"protectedRangeId": 9}})
    office.email = EDITOR
    office.put("B2", [["своё"]])
