"""An update of an office in Google killed at every call that writes and at every commit: nothing is written twice."""

import os
from collections.abc import Iterator

import pytest

from tests.sync.crash.killing import Point, killed, points, steps_of
from tests.sync.google.processes import TAB, TEAMS
from tests.sync.google.stage import Moment, Stage, stage

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="forks of a warm process are POSIX")


@pytest.fixture(scope="module")
def scene() -> Iterator[tuple[Stage, Moment]]:
    """An office that was updated, and in which staff have worked since."""
    with stage() as one:
        one.update()
        one.office.type(TEAMS, f"'{TAB}'!G3", "Почти")
        one.office.type(TEAMS, f"'{TAB}'!G4", "")
        yield one, one.save()


def staff(one: Stage) -> list[list[object]]:
    return one.office.values(TEAMS, TAB)


def test_killed_at_any_write_or_commit_it_ends_as_without_faults(scene: tuple[Stage, Moment]) -> None:
    one, start = scene
    one.put_back(start)
    names = steps_of(one.update)
    told, typed = one.told(), staff(one)
    assert sum(name == "google.write" for name, _ in names) >= 2
    for point in wanted(names):
        one.put_back(start)
        assert killed(one.update, point), point
        again = [name for name, _ in steps_of(one.update)]
        assert one.told() == told, (point, names[point.number])
        assert staff(one) == typed
        if names[point.number] == ("state.commit", "record"):
            assert "google.write" not in again, "what took effect before the kill is confirmed, and not sent again"


def wanted(names: list[tuple[str, str]]) -> list[Point]:
    """Right before and right after every call that writes, and right before the update is recorded."""
    calls = [each for each in points(names) if names[each.number][0] == "google.write"]
    return [*calls, Point(names.index(("state.commit", "record")), done=False)]
