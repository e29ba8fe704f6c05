"""The twin finds every cell of people's that a program has touched, and nothing else."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.sheets_server import batch
from tests.sheets_server.human import HumanHand, random_action
from tests.sheets_server.plain import Json, Position, Value
from tests.sheets_server.test_human import ROBOT, at_work
from tests.sheets_server.twin import differences, twin

OURS = 7


def write(hand: HumanHand, sheet_id: int, position: Position, value: Value) -> None:
    """The service writes a cell."""
    edit = hand.world.edit(hand.spreadsheet_id, ROBOT)
    edit.sheet(sheet_id).enter(position, {"stringValue": value})
    hand.world.commit(edit)


def request(hand: HumanHand, kind: str, content: Json) -> None:
    """The service sends a request."""
    edit = hand.world.edit(hand.spreadsheet_id, ROBOT)
    batch.perform(edit, {"requests": [{kind: content}]})
    hand.world.commit(edit)


def test_a_cell_that_a_program_wrote_is_named() -> None:
    hand = at_work()
    twin(hand)
    write(hand, 0, (1, 0), "замечание")
    (found,) = differences(hand)
    assert found.startswith("Заявки!A2: people left {'userEnteredValue': {'stringValue': 'ПК-0003'}}")
    assert "замечание" in found


def test_what_the_service_does_in_its_own_tab_is_no_difference() -> None:
    hand = at_work()
    twin(hand)
    write(hand, OURS, (0, 0), "отчёт")
    request(hand, "updateSheetProperties", {"properties": {"sheetId": OURS, "hidden": True}, "fields": "hidden"})
    assert differences(hand, without={OURS}) == []
    assert differences(hand, without={"Справочник"}) == []
    assert len(differences(hand)) == 2


def test_a_row_number_that_went_stale_hits_the_wrong_person_and_is_found() -> None:
    hand = at_work()
    twin(hand)
    hand.do("sort", sheet=0, range="A2:C4", column=0)
    assert differences(hand) == []
    write(hand, 0, (1, 3), "для ПК-0003")
    assert [text.partition(":")[0] for text in differences(hand)] == ["Заявки!D2"]


@pytest.mark.parametrize(
    ("kind", "content", "words"),
    [
        ("deleteSheet", {"sheetId": 0}, "is gone"),
        ("addSheet", {"properties": {"title": "Лишний"}}, "was added"),
        ("updateSheetProperties", {"properties": {"title": "Иначе"}, "fields": "title"}, "properties"),
        ("updateSheetProperties", {"properties": {"index": 2}, "fields": "index"}, "another order"),
        ("mergeCells", {"range": {"startRowIndex": 8, "endRowIndex": 9}, "mergeType": "MERGE_ALL"}, "merges"),
        ("setBasicFilter", {"filter": {"range": {}}}, "basic_filter"),
    ],
)
def test_more_than_cells_is_compared(kind: str, content: Json, words: str) -> None:
    hand = at_work()
    twin(hand)
    request(hand, kind, content)
    assert any(words in text for text in differences(hand)), differences(hand)


def test_a_hand_without_a_twin_cannot_be_compared() -> None:
    with pytest.raises(ValueError, match="twin"):
        differences(at_work())


@pytest.mark.parametrize("seed", [*range(60), 88356])
def test_a_service_that_keeps_to_its_tab_is_never_accused(seed: int) -> None:
    hand, chance = at_work(), random.Random(seed)
    twin(hand)
    for step in range(20):
        hand.perform(random_action(chance, hand.world, hand.spreadsheet_id, without={OURS}))
        if hand.book.sheet(OURS) is not None:
            write(hand, OURS, (step, 0), f"отчёт {step}")
    assert differences(hand, without={OURS}) == []


@settings(max_examples=60, deadline=None)
@given(seed=st.integers(0, 10**9))
def test_a_service_that_writes_into_a_staff_tab_is_always_caught(seed: int) -> None:
    hand, chance = at_work(), random.Random(seed)
    twin(hand)
    for _ in range(10):
        hand.perform(random_action(chance, hand.world, hand.spreadsheet_id, without={OURS}))
    theirs = [sheet for sheet in hand.book.sheets if sheet.id != OURS]
    sheet = chance.choice(theirs)
    write(hand, sheet.id, (chance.randrange(sheet.rows), chance.randrange(sheet.columns)), "наше")
    assert len(differences(hand, without={OURS})) == 1
