"""Drive tells late of edits by hand, never of what programs write."""

import pytest

from tests.sheets_server.clock import VirtualClock
from tests.sheets_server.human import HumanHand
from tests.sheets_server.lateness import GOOGLE_SECONDS
from tests.sheets_server.world import World


@pytest.fixture
def hand() -> HumanHand:
    world = World(VirtualClock())
    world.lateness.seconds = GOOGLE_SECONDS
    return HumanHand(world, world.create("Реестр", owner="owner@example.ru").id)


def shown(hand: HumanHand) -> tuple[str, int]:
    """Time and version as Drive tells them now."""
    hand.world.lateness.settle(hand.world.files, hand.world.clock.now())
    record = hand.world.files[hand.spreadsheet_id]
    return record["modifiedTime"][11:19], int(record["version"])


def advance(hand: HumanHand, seconds: float) -> None:
    assert isinstance(hand.world.clock, VirtualClock)
    hand.world.clock.advance(seconds)


def test_several_edits_are_told_of_at_once_three_minutes_after_the_first(hand: HumanHand) -> None:
    before = shown(hand)
    for _ in range(3):
        advance(hand, 50)
        hand.do("type", cell="A1", text="x")
    assert shown(hand) == before
    advance(hand, 79)
    assert shown(hand) == before
    advance(hand, 1)
    time, version = shown(hand)
    assert time == "09:02:30"
    assert version > before[1]


def test_what_a_program_writes_meanwhile_is_told_of_at_once(hand: HumanHand) -> None:
    hand.do("type", cell="A1", text="x")
    advance(hand, 60)
    before = shown(hand)
    hand.world.touch(hand.spreadsheet_id)
    assert shown(hand) == ("09:01:00", before[1] + 1)
    advance(hand, 120)
    assert shown(hand) == ("09:01:00", before[1] + 2)


def test_without_lateness_an_edit_is_told_of_at_once(hand: HumanHand) -> None:
    hand.world.lateness.seconds = 0
    before = shown(hand)
    advance(hand, 1)
    hand.do("type", cell="A1", text="x")
    assert shown(hand) == ("09:00:01", before[1] + 1)
