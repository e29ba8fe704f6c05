"""The torture of an office that is killed: at every step, twice, at any moment; bits of its history turned over."""

import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.outcome import Outcome
from tests.sync.crash.chance import killed_at_any_moment, killed_fresh
from tests.sync.crash.flips import MISSED, flipped, lived
from tests.sync.crash.killing import points, steps_of
from tests.sync.crash.small import LAST, Small, copied
from tests.sync.crash.verdict import Faultless, pairs, tried
from tests.sync.crash.whole import CLOSING, UPDATE, expected, lived_in, wrong_after

A_PAIRING, A_CHANCE, A_ROT = 150, 500, 1_000
"""Pairs of kills, kills at any moment, and bits turned over, in one case."""

GENERATIONS = (1, 2, LAST)


@contextmanager
def faultless(*generations: int) -> Iterator[dict[int, Faultless]]:
    """Each of these updates without faults, from an office that has lived until then."""
    with tempfile.TemporaryDirectory() as name:
        found = {}
        for generation in generations:
            office = Small(Path(name) / str(generation))
            office.root.mkdir()
            for earlier in range(1, generation):
                office.publish(earlier)
            found[generation] = Faultless.of(office.root, generation)
        yield found


def killed_twice(seed: int) -> Outcome:
    """Killed at a step, and again in the recovery: it ends as without faults."""
    with faultless(*GENERATIONS) as offices:
        wrong = list(pairs(offices, A_PAIRING, seed))
    return Outcome(wrong, Counter({"pairs of SIGKILL": A_PAIRING}))


def killed_by_chance(seed: int) -> Outcome:
    """Killed at moments that nobody named: nothing is lost, nothing is torn."""
    with copied(None) as place:
        wrong = list(killed_at_any_moment(place, A_CHANCE, seed))
    return Outcome(wrong, Counter({"SIGKILL at any moment": A_CHANCE}))


def killed_in_new_interpreters(number: int) -> Outcome:
    """Every point of an update, each in an interpreter of its own."""
    generation = GENERATIONS[number - 1]
    with faultless(generation) as offices:
        one = offices[generation]
        with copied(one.start) as place:
            every = points(steps_of(one.work(Small(place))))
        wrong = [fault for point in every for fault in tried(one, killed_fresh, point)]
    return Outcome(wrong, Counter({"SIGKILL of a new interpreter": len(every)}))


def whole_commands(number: int) -> Outcome:
    """An update after staff have worked, or the closing of a period, killed before and after every step."""
    with tempfile.TemporaryDirectory() as name:
        start = lived_in(Path(name) / "office")
        if number == 2:
            UPDATE(start)
        known = expected(start, UPDATE if number == 1 else CLOSING)
        every = points(known.steps)
        wrong = [fault for point in every for fault in wrong_after(known, point)]
    return Outcome(wrong, Counter({"SIGKILL of a whole command": len(every)}))


def bits_turned(seed: int) -> Outcome:
    """Bits of the history's file turned over: every one that changes what is read is found before use."""
    with tempfile.TemporaryDirectory() as name:
        state, place = lived(Path(name) / "office"), Path(name) / "copy"
        place.mkdir()
        found = flipped(state, place, A_ROT, seed)
    wrong = [f"seed {seed}: {found[MISSED]} missed"] if found[MISSED] else []
    return Outcome(wrong, Counter({f"bits: {name}": number for name, number in found.items()}))
