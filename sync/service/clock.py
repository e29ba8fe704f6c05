"""The two clocks of the service: the wall's for terms, a steady one for waiting; and whether the wall's was moved."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from sync.lease import steady
from sync.state.jobs import BACK

MOVED = BACK.total_seconds()
"""Seconds by which the wall clock may differ from the steady one between two looks before it counts as moved."""
DOUBT = 24 * 3600.0
"""Seconds of work after a move of the clock during which nothing is done that can't be undone."""
MARK = "clock"
"""The name under which the history keeps that the clock was moved."""


@dataclass
class Clock:
    """Seconds since 1970 by the wall's clock, and seconds that only grow; `look` compares them.

    A machine that slept has both of them go on; a clock that was moved, by a person, a flat battery or a wrong time
    server, goes on alone.
    """

    wall: Callable[[], float] = time.time
    steady: Callable[[], float] = steady
    _seen: tuple[float, float] | None = field(default=None, init=False)
    _doubt_until: float | None = field(default=None, init=False)

    def look(self) -> float:
        """How many seconds the wall's clock was moved since the last look, 0.0 when it goes right."""
        wall, now = self.wall(), self.steady()
        seen, self._seen = self._seen, (wall, now)
        moved = 0.0 if seen is None else (wall - seen[0]) - (now - seen[1])
        if abs(moved) < 1.0:
            return 0.0
        if abs(moved) > MOVED:
            self.distrust()
        return moved

    def distrust(self) -> None:
        """Begins the doubt."""
        self._doubt_until = self.steady() + DOUBT

    @property
    def is_doubtful(self) -> bool:
        """The clock was moved lately."""
        return self._doubt_until is not None and self.steady() < self._doubt_until


def went_back(latest: datetime | None, now: datetime) -> bool:
    """The moment is earlier than what the history has seen already."""
    return latest is not None and latest - now > BACK
