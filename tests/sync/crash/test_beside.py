"""Two write one history: whatever befalls the one at any of his steps, the other loses nothing and the seal is true."""

import os
from pathlib import Path

import pytest

from sync.state.link_store import LinkStore
from sync.state.purge_store import PurgeStore
from tests.sync.crash.beside import First, give, wrong_beside
from tests.sync.crash.killing import points, steps_of
from tests.sync.crash.small import copied

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="forks of a warm process are POSIX")


def _writes(path: Path) -> None:
    with LinkStore.open(path) as store:
        give(store, 11)
        give(store, 12)


def _rewrites(path: Path) -> None:
    with PurgeStore.open(path) as store:
        store.leave_no_trace()


WRITES, REWRITES = First("one who writes", _writes), First("one who writes the file anew", _rewrites)


@pytest.fixture(scope="module")
def start(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("beside")
    with LinkStore.open(folder / "rpo.sqlite") as store:
        give(store, 0)
    return folder


@pytest.mark.parametrize("first", [WRITES, REWRITES], ids=lambda one: one.name)
@pytest.mark.parametrize("fate", ["killed", "held"])
def test_held_or_killed_at_every_step_he_takes_nothing_from_the_other(first: First, fate: str, start: Path) -> None:
    with copied(start) as place:
        names = steps_of(lambda: first.do(place / "rpo.sqlite"))
    wrong: list[str] = []
    for point in points(names):
        with copied(start) as place:
            wrong += wrong_beside(first, place / "rpo.sqlite", point, killed=fate == "killed")
    assert wrong == []
