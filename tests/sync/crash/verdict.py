"""What must be true of the small office after it was stopped, and after the next update; each fault a sentence."""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sync.state.seal import Seal
from tests.sync.crash.killing import Point, killed, points, steps_of
from tests.sync.crash.small import Small, copied, is_sealed, told

Files = dict[str, bytes]


@dataclass(frozen=True)
class Faultless:
    """One update without faults: the office before it, and what it leaves."""

    start: Path
    generation: int
    before: Files
    after: Files
    history: dict[str, list[tuple[Any, ...]]]  # Any: what a column holds

    @classmethod
    def of(cls, start: Path, generation: int) -> "Faultless":
        """Plays the update in a copy of the office."""
        with copied(start) as place:
            office = Small(place)
            before = office.files()
            office.publish(generation)
            return cls(start, generation, before, office.files(), told(office.state))

    def work(self, office: Small) -> "Publishing":
        """The update, to be played in a copy."""
        return Publishing(office, self.generation)


@dataclass(frozen=True)
class Publishing:
    """One update of a small office, as a work that can be stopped."""

    office: Small
    generation: int

    def __call__(self) -> None:
        self.office.publish(self.generation)


Stop = Callable[[Publishing, Point], bool]


def torn(office: Small, faultless: Faultless) -> Iterator[str]:
    """Every reader finds the old one or the new one, and the history is whole."""
    for name, data in office.files().items():
        if data not in {faultless.before.get(name), faultless.after.get(name)}:
            yield f"{name} is neither the old one nor the new one"
    yield from (
        f"{name} is gone" for name in faultless.after if name in faultless.before and name not in office.files()
    )
    if office.state.exists() and Seal(office.state).path.exists() and not is_sealed(office.state):
        yield "the history is not what its seal says"


def unlike(office: Small, faultless: Faultless) -> Iterator[str]:
    """After the next update everything is as if nothing had happened, and nothing was written twice or kept aside."""
    yield from (f"{name} is left over" for name in office.left_over())
    files = office.files()
    yield from (
        f"{name} is not as without faults"
        for name in sorted(files.keys() | faultless.after.keys())
        if files.get(name) != faultless.after.get(name)
    )
    yield from (f"{one.name} was kept aside" for one in office.reports.glob("*/*.xlsx"))
    history = told(office.state)
    yield from (f"{name}: the rows are others" for name in history if history[name] != faultless.history[name])


def tried(faultless: Faultless, stop: Stop, point: Point, again: Point | None = None) -> Iterator[str]:
    """The update stopped at a point, its recovery stopped at another one when there is one, then done at last."""
    with copied(faultless.start) as place:
        office = Small(place)
        work = faultless.work(office)
        where = f"generation {faultless.generation} at {point}"
        if not stop(work, point):
            yield f"{where}: never came there"
        yield from (f"{where}: {one}" for one in torn(office, faultless))
        if again is not None:
            where = f"{where}, then at {again}"
            stop(work, again)
            yield from (f"{where}: {one}" for one in torn(office, faultless))
        work()
        yield from (f"{where}: {one}" for one in unlike(office, faultless))


def steps(faultless: Faultless) -> list[tuple[str, str]]:
    """The steps of the update."""
    with copied(faultless.start) as place:
        return steps_of(faultless.work(Small(place)))


def pairs(offices: dict[int, Faultless], count: int, seed: int) -> Iterator[str]:
    """So many pairs of points drawn by chance."""
    chance = random.Random(seed)
    for _ in range(count):
        faultless = chance.choice(list(offices.values()))
        every = points(steps(faultless))
        yield from tried(faultless, killed, chance.choice(every), chance.choice(every))
