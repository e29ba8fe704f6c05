"""Years of schedule in all zones: each period once, none missed, none double, whatever the clock and the machine do."""

from dataclasses import replace

import pytest

from sync.service.jobs import JOBS
from tests.sync.service.simulated import ZONES, Course, live, wrong_in

SUMMERTIME = "Europe/Berlin"
"""A zone whose clock is moved twice a year."""


@pytest.mark.parametrize("zone", [*ZONES, SUMMERTIME])
def test_a_restless_season_in_every_zone(zone: str) -> None:
    course = Course(
        ZONES.index(zone) if zone in ZONES else 11, zone, 35, moved=0.008, asleep=0.005, killed=0.01, failing=0.1
    )
    assert wrong_in(live(course), course) == []


def test_ten_years_in_which_the_clock_is_moved() -> None:
    course = Course(7, "Asia/Kamchatka", 3652, look_seconds=20 * 3600, moved=0.004, killed=0.01)
    assert wrong_in(live(course), course) == []


def test_nothing_is_done_twice_in_a_calm_year() -> None:
    course = Course(1, "Asia/Omsk", 366, look_seconds=2400)
    machine = live(course)
    assert wrong_in(machine, course) == []
    assert len(machine.done["full"]) == 367, "a night for each day, and the one before the first"
    assert len(machine.done["letters"]) == 249, "247 working days of the official calendar, and two of September"


def test_the_same_years_go_wrong_when_the_clock_is_always_believed() -> None:
    course = Course(3, "Europe/Moscow", 100, moved=0.01)
    believing = [replace(job, trusts_the_clock=False) for job in JOBS]
    assert wrong_in(live(course), course) == []
    assert any("before it was over" in one for one in wrong_in(live(course, believing), course))
