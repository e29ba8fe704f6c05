"""When a call may be made: no minute of any queue that it stands in sees more calls than that queue has room for."""

from bisect import bisect_right, insort
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

GOOD_FOR = 1.0
"""Seconds for which a ticket is good: who comes later, because his machine slept, takes another."""
ON_THE_WAY = 1.0
"""Seconds that a call may need to Google more than another one: the first of an office signs in before."""
MINUTE = 60.0 + GOOD_FOR + ON_THE_WAY
"""Seconds between a ticket and the one that takes its room: so far apart that the calls come a minute apart."""


@dataclass(frozen=True)
class Line:
    """A queue of calls: its name, and how many of them a minute has room for."""

    name: str
    size: int

    def is_free(self, at: float, taken: Sequence[float]) -> bool:
        """A call at that moment leaves no minute with more calls than there is room for; `taken` are in order."""
        place = bisect_right(taken, at)
        near = [*taken[max(place - self.size, 0) : place], at, *taken[place : place + self.size]]
        return all(first + MINUTE <= last for first, last in zip(near, near[self.size :], strict=False))


Queue = tuple[Line, Sequence[float]]
"""A line and the moments of its tickets, in order."""


def ticket(now: float, *queues: Queue) -> float:
    """The first moment from now on that is free in every queue.

    A ticket that was given is never moved, and a moment that was not free for one is not for who comes later: those who
    stand in the same queues are served in the order in which they came.
    """
    return next(at for at in _moments(now, queues) if all(line.is_free(at, taken) for line, taken in queues))


def kept(now: float, at: float, taken: Sequence[float]) -> list[float]:
    """The tickets with a new one, without those whose room is free again."""
    left = [one for one in taken if one + MINUTE > now]
    insort(left, at)
    return left


def _moments(now: float, queues: Sequence[Queue]) -> Iterator[float]:
    """Now, and whenever room is given back. At the last of these moments no ticket is near."""
    yield now
    back = {one + MINUTE for _, taken in queues for one in taken}
    yield from sorted(one for one in back if one > now)
