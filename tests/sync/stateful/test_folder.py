"""An office in a folder, killed by SIGKILL, too: by chance, and after every update the invariants of the service hold."""

import os

import pytest

from tests.sync.stateful.machine import FolderMachine
from tests.sync.stateful.playing import play

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="forks of a warm process are POSIX")

STEPS, PACE = 1_000, 40


def test_whatever_happens_to_an_office_in_a_folder_every_invariant_holds() -> None:
    assert play(FolderMachine, STEPS, pace=PACE) >= STEPS
