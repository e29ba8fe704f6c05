"""Two write one history: whatever befalls the one at any of his steps, the other loses nothing and the seal is true."""

import os
from pathlib import Path

import pytest

from tests.sync.crash.beside import REWRITES, WRITES, First, begun, points_beside, wrong_in_copy
from tests.sync.crash.crowd import wrong_in_a_crowd
from tests.sync.crash.small import copied

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="forks of a warm process are POSIX")

CROWD = 25


@pytest.fixture(scope="module")
def start(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return begun(tmp_path_factory.mktemp("beside"))


@pytest.mark.parametrize("first", [WRITES, REWRITES], ids=lambda one: one.name)
@pytest.mark.parametrize("fate", ["killed", "held"])
def test_held_or_killed_at_every_step_he_takes_nothing_from_the_other(first: First, fate: str, start: Path) -> None:
    wrong = [
        one
        for point in points_beside(first, start)
        for one in wrong_in_copy(first, start, point, killed=fate == "killed")
    ]
    assert wrong == []


def test_of_many_at_one_history_killed_at_any_moment_nothing_is_lost_and_nobody_is_refused() -> None:
    with copied(None) as place:
        place.mkdir()
        assert list(wrong_in_a_crowd(place, CROWD, seed=8)) == []
