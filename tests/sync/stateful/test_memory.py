"""An office in memory: thousands of steps by chance, and after every update the invariants of the service hold."""

from tests.sync.stateful.machine import MemoryMachine
from tests.sync.stateful.playing import play

STEPS, PACE = 17_000, 120


def test_whatever_happens_to_an_office_in_memory_every_invariant_holds() -> None:
    assert play(MemoryMachine, STEPS, pace=PACE) >= STEPS
