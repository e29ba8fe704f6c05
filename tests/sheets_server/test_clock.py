"""Virtual time stands still until it is moved."""

from datetime import UTC, datetime, timedelta

import pytest

from tests.sheets_server.clock import START, VirtualClock, stamp


def test_virtual_time_moves_only_by_hand() -> None:
    clock = VirtualClock()
    assert clock.now() == clock.now() == START
    assert clock.advance(90) == START + timedelta(seconds=90)
    clock.advance(-30)
    assert clock.now() == START + timedelta(minutes=1)


def test_a_clock_is_set_only_to_a_moment_with_its_zone() -> None:
    clock = VirtualClock()
    clock.set(datetime(2026, 9, 1, 12, tzinfo=UTC))
    assert stamp(clock.now()) == "2026-09-01T12:00:00.000Z"
    with pytest.raises(ValueError, match="zone"):
        clock.set(datetime(2026, 9, 1, 12))  # noqa: DTZ001 — that is the fault
