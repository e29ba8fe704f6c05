"""An office under everything at once: the machine of the tests with other seeds, and with updates as in life."""

import contextlib
import io
import re
from collections import Counter

import pytest

from benchmarks.outcome import Outcome
from tests.sync.stateful.google_machine import GoogleMachine
from tests.sync.stateful.machine import FolderMachine, MemoryMachine
from tests.sync.stateful.playing import play
from tests.sync.stateful.service_rules import ServiceAtWork

A_MEMORY, A_FOLDER, A_GOOGLE = 5_000, 2_000, 2_000
"""Steps of a case."""
PACE = 4


def in_memory(seed: int) -> Outcome:
    """Runs of the machine in memory."""
    return _played(MemoryMachine, A_MEMORY, seed)


def in_a_folder(seed: int) -> Outcome:
    """Runs of the machine in a folder."""
    return _played(FolderMachine, A_FOLDER, seed)


def in_google(seed: int) -> Outcome:
    """Runs of the machine in Google."""
    return _played(GoogleMachine, A_GOOGLE, seed)


def _played(machine: type[ServiceAtWork], steps: int, seed: int) -> Outcome:
    """What the runs with this seed come to; a fault is told with the steps that led to it."""
    said, wrong = io.StringIO(), list[str]()
    with contextlib.redirect_stdout(said):
        try:
            play(machine, steps, seed=seed, pace=PACE)
        except (AssertionError, pytest.fail.Exception) as error:
            wrong.append(f"{machine.__name__} with seed {seed}: {error}\n" + "\n".join(getattr(error, "__notes__", ())))
    counted = re.search(r"(\d+) steps, (\d+) updates", said.getvalue())
    done, updates = map(int, counted.groups()) if counted else (0, 0)
    return Outcome(wrong, Counter({"steps": done, "updates": updates}))
