"""The beats of the loop: `schedule` counts them, and our guard keeps it counting when the clock is moved.

`schedule` plans by the wall's clock: set back by a day, it would do nothing for a day. So whenever the two clocks part,
the beats are laid anew from the present moment. What is due is decided elsewhere, by what the history says was done.
"""

from collections.abc import Callable, Mapping

from schedule import Scheduler

from sync.service.clock import Clock

Beat = Callable[[], None]
LONGEST = 5.0
"""Seconds that the loop sleeps at most."""


class Beats:
    """Things that are done every so many seconds. None of them may raise."""

    def __init__(self, clock: Clock, beats: Mapping[Beat, float]) -> None:
        """`beats` — what is done, and how many seconds lie between two times."""
        self._clock, self._beats = clock, dict(beats)
        self._scheduler = Scheduler()
        self._lay()

    def go(self) -> float:
        """Does what is to be done now; gives the seconds until the next beat."""
        if self._clock.look():
            self._lay()
        self._scheduler.run_pending()
        idle = self._scheduler.idle_seconds
        return min(max(idle or 0.0, 0.0), *self._beats.values(), LONGEST)

    def _lay(self) -> None:
        self._scheduler.clear()
        for beat, seconds in self._beats.items():
            self._scheduler.every(max(round(seconds), 1)).seconds.do(beat)
