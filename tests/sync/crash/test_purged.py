"""`rpo purge` killed at any step and done again: of the person nothing is left, and he has one tombstone."""

import os
from pathlib import Path

import pytest

from tests.sync.crash.again import Played
from tests.sync.crash.purged import PURGE, aviary, destroying

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="forks of a warm process are POSIX")


def test_destroying_killed_before_any_effect_ends_as_without_faults(tmp_path: Path) -> None:
    known = Played.of(PURGE, aviary(tmp_path / "office"))
    assert known.seen["what is left of him"] == {}
    named = {name for name, _ in known.steps}
    assert named >= {"file.remove", "folder.remove", "state.commit", "state.rewrite", "state.checkpoint", "file.rename"}
    assert [one for point in destroying(known) for one in known.wrong_at(point)] == []
