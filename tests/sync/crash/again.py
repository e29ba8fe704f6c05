"""Any command of an office killed at a step and done again: what must then be as if nothing had happened."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import time_machine

from sync.state.seal import Seal
from tests.sync.crash.killing import Point, killed, steps_of, telling
from tests.sync.crash.small import copied, is_sealed

MOMENT = datetime(2026, 4, 15, 9, 0, tzinfo=UTC)
Seen = Mapping[str, object]


@dataclass(frozen=True)
class Command:
    """What is done to an office, at a moment at which the clock stands still.

    `seen` tells of the office what must be as without faults when it is done again.
    """

    name: str
    do: Callable[[Path], object]
    seen: Callable[[Path], Seen]

    def __call__(self, office: Path) -> None:
        with time_machine.travel(MOMENT, tick=False):
            self.do(office)


@dataclass(frozen=True)
class Played:
    """A command without faults, from an office as it stood before."""

    command: Command
    start: Path
    steps: Sequence[tuple[str, str]]
    seen: Seen

    @classmethod
    def of(cls, command: Command, start: Path) -> "Played":
        """Plays it in a copy."""
        with copied(start) as office:
            steps = steps_of(lambda: command(office))
            return cls(command, start, steps, command.seen(office))

    def telling(self) -> list[Point]:
        """The points at which a reader, or the history, sees something else than at the point before."""
        return telling(self.steps)

    def wrong_at(self, point: Point) -> Iterator[str]:
        """Killed at the point and done again: each fault a sentence."""
        with copied(self.start) as office:
            where = f"{self.command.name} at {point} {self.steps[point.number]}"
            if not killed(lambda: self.command(office), point):
                yield f"{where}: never came there"
            state = office / "state" / "rpo.sqlite"
            if Seal(state).read() and not is_sealed(state):
                yield f"{where}: the history is not what its seal says"
            self.command(office)
            seen = self.command.seen(office)
            yield from (
                f"{where}: {name} is {seen.get(name)!r}, not {one!r}"
                for name, one in self.seen.items()
                if seen.get(name) != one
            )
