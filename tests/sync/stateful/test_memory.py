"""An office in memory: thousands of steps by chance, and after every update the invariants of the service hold."""

import pytest

from tests.sync.stateful.machine import MemoryMachine
from tests.sync.stateful.playing import play

RUNS, PACE, WANTED = 38, 60, 16_700


@pytest.mark.xfail(reason="one story in 38 loses words typed into «Без ответственного»: not mended yet", strict=False)
def test_whatever_happens_to_an_office_in_memory_every_invariant_holds() -> None:
    assert play(MemoryMachine, RUNS, pace=PACE) >= WANTED
