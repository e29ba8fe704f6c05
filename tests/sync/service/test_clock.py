"""The clock of the machine: believed until it is moved; the beats go on whatever it says."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from sync.service.beats import Beats
from sync.service.clock import DOUBT, Clock, went_back


@dataclass
class Machine:
    """Its two clocks."""

    wall: float = 1_776_000_000.0
    steady: float = 100.0

    def go(self, seconds: float, moved: float = 0.0) -> None:
        """Time goes by, and somebody may move the clock of the wall."""
        self.wall += seconds + moved
        self.steady += seconds


def clock_of(machine: Machine) -> Clock:
    clock = Clock(lambda: machine.wall, lambda: machine.steady)
    clock.look()
    return clock


@pytest.mark.parametrize("moved", [3_600.0, -3_600.0, 86_400.0, -86_400.0, 5 * 365 * 86_400.0])
def test_a_moved_clock_is_doubtful_for_a_day(moved: float) -> None:
    machine = Machine()
    clock = clock_of(machine)
    machine.go(5, moved)
    assert clock.look() == pytest.approx(moved)
    assert clock.is_doubtful
    machine.go(DOUBT - 1)
    assert clock.look() == 0.0
    assert clock.is_doubtful
    machine.go(2)
    assert not clock.is_doubtful


@pytest.mark.parametrize("seconds", [5.0, 3 * 86_400.0])
def test_a_machine_that_slept_is_believed(seconds: float) -> None:
    machine = Machine()
    clock = clock_of(machine)
    machine.go(seconds, moved=0.4)
    assert clock.look() == 0.0
    assert not clock.is_doubtful


def test_a_clock_set_by_a_second_or_two_is_believed() -> None:
    machine = Machine()
    clock = clock_of(machine)
    machine.go(60, moved=-2.5)
    assert clock.look() == pytest.approx(-2.5)
    assert not clock.is_doubtful


def test_a_moment_behind_the_history_is_noticed() -> None:
    now = datetime(2026, 4, 15, 9, tzinfo=UTC)
    assert went_back(now + timedelta(days=1), now)
    assert not went_back(now + timedelta(minutes=5), now)
    assert not went_back(None, now)


@pytest.mark.parametrize("moved", [-86_400.0, 86_400.0, 0.0])
def test_the_beats_go_on_when_the_clock_is_moved(moved: float) -> None:
    machine, beaten = Machine(), []
    with time_machine.travel(machine.wall, tick=False) as travel:
        beats = Beats(clock_of(machine), {lambda: beaten.append(machine.steady): 5.0})
        for second in range(60):
            machine.go(1, moved if second == 30 else 0.0)
            travel.move_to(machine.wall)
            assert 0.0 <= beats.go() <= 5.0
    assert 10 <= len(beaten) <= 12
