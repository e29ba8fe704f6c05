"""Killed at moments that nobody has named, and in interpreters of their own: nothing is lost, nothing is torn."""

import os
import random
from pathlib import Path

import pytest

from tests.sync.crash.chance import killed_at_any_moment, killed_fresh
from tests.sync.crash.killing import points, steps_of
from tests.sync.crash.small import Small, copied
from tests.sync.crash.verdict import Faultless, tried

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="forks of a warm process are POSIX")

KILLS, FRESH = 260, 20


def test_hundreds_of_processes_killed_at_any_moment_lose_and_tear_nothing() -> None:
    with copied(None) as place:
        assert list(killed_at_any_moment(place, KILLS, seed=8)) == []


def test_new_interpreters_killed_at_named_points_end_as_without_faults(tmp_path: Path) -> None:
    office = Small(tmp_path / "office")
    office.publish(1)
    faultless = Faultless.of(office.root, 2)
    with copied(office.root) as place:
        every = points(steps_of(faultless.work(Small(place))))
    wrong = [one for point in random.Random(8).sample(every, FRESH) for one in tried(faultless, killed_fresh, point)]
    assert wrong == []
