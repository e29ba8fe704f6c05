"""Many at work in one time that passes only when all of them wait: threads that take turns, always in the same order."""

import random
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import UTC, datetime
from heapq import heappop, heappush
from itertools import count
from threading import Event, Lock

from sync.google.ports import Ports

Work = Callable[[], None]


@dataclass
class Together:
    """Seconds since 1970. Whoever sleeps lets the one go on who is to wake first; nobody else runs meanwhile.

    It is the clock of the server, too.
    """

    at: float = 1_776_240_000.0
    seed: int = 0
    chance: random.Random = field(init=False)
    _asleep: list[tuple[float, int, Event]] = field(default_factory=list)
    _numbers: "count[int]" = field(default_factory=count)
    _guard: Lock = field(default_factory=Lock)

    def __post_init__(self) -> None:
        self.chance = random.Random(self.seed)

    def now(self) -> datetime:
        return datetime.fromtimestamp(self.at, UTC)

    def sleep(self, seconds: float) -> None:
        """Comes back so much later."""
        turn = self._lie_down(seconds)
        self._wake()
        turn.wait()

    def run(self, works: Sequence[Work]) -> None:
        """All of them at once, until the last has ended. Raises what the first of them raises that falls."""
        turns = [self._lie_down(0.0) for _ in works]
        with ThreadPoolExecutor(len(works)) as pool:
            ended = [pool.submit(self._do, work, turn) for work, turn in zip(works, turns, strict=True)]
            self._wake()
        for one in ended:
            one.result()

    @property
    def ports(self) -> Ports:
        return Ports(lambda: self.at, lambda: self.at, self.sleep, self.chance.random)

    def _do(self, work: Work, turn: Event) -> None:
        turn.wait()
        try:
            work()
        finally:
            self._wake()

    def _lie_down(self, seconds: float) -> Event:
        turn = Event()
        with self._guard:
            heappush(self._asleep, (self.at + max(seconds, 0.0), next(self._numbers), turn))
        return turn

    def _wake(self) -> None:
        """Time passes until the first one wakes."""
        with self._guard:
            if self._asleep:
                self.at, _, turn = heappop(self._asleep)
                turn.set()
