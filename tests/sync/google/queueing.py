"""Who asks for a turn, when, and what is true of the turns that were given: for all kinds of quotas."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from hypothesis import strategies as st

from sync.google.bucket import Quota
from sync.google.tickets import MINUTE, Line

PROJECT = Line("project", 5)
OWN = tuple(Line(f"{kind} {account}", 3) for account in range(3) for kind in ("read", "write"))
"""Small queues, so that they are always full."""


class Asked(NamedTuple):
    """After so many seconds somebody asks for a turn in that queue of his own."""

    pause: float
    own: Line


ARRIVALS = st.lists(
    st.builds(Asked, st.sampled_from((0.0, 0.0, 0.0, 0.125, 7.5, 30.0, 62.0, 200.0)), st.sampled_from(OWN)), max_size=60
)
"""Eighths of a second: they are the same number in a database."""


@dataclass(frozen=True)
class Turn:
    """When it was asked for, when it comes, in which queue."""

    asked: float
    at: float
    own: Line


def turns(quota: Quota, arrivals: Iterable[Asked], now: float = 1000.0) -> list[Turn]:
    """The turns that everybody is given who asks."""
    found = []
    for pause, own in arrivals:
        now += pause
        found.append(Turn(now, now + quota.book([own, PROJECT], now), own))
    return found


def moments(given: Iterable[Turn]) -> dict[Line, list[float]]:
    """The moments of all calls of each queue, in order."""
    found: dict[Line, list[float]] = defaultdict(list)
    for turn in given:
        found[turn.own].append(turn.at)
        found[PROJECT].append(turn.at)
    return {line: sorted(calls) for line, calls in found.items()}


def is_crowded(calls: Sequence[float], room: int, seconds: float = MINUTE) -> bool:
    """Some time of so many seconds, without its end, sees more calls than there is room for."""
    return any(sum(first <= at < first + seconds for at in calls) > room for first in calls)


def wrong_in(given: Sequence[Turn]) -> list[str]:
    """What is not true of the turns: room, order, and that nobody waits without need or for ever."""
    found = [f"{line.name} is crowded" for line, calls in moments(given).items() if is_crowded(calls, line.size)]
    for own in OWN:
        mine = [turn.at for turn in given if turn.own == own]
        found += [f"{own.name}: a later one came first" for first, last in pairwise(mine) if last < first]
    for number, turn in enumerate(given):
        before = given[:number]
        found += [f"{turn}: for too long"] if turn.at - turn.asked > _longest(turn, before) else []
        found += [f"{turn}: {at} was free" for at in _earlier(turn, before) if _is_free(at, turn, before)]
    return found


def _longest(turn: Turn, before: Sequence[Turn]) -> float:
    """A minute for every full minute of those who are ahead."""
    ahead = sum(one.at + MINUTE > turn.asked for one in before)
    mine = sum(one.at + MINUTE > turn.asked for one in before if one.own == turn.own)
    return MINUTE * (ahead // PROJECT.size + mine // turn.own.size)


def _earlier(turn: Turn, before: Sequence[Turn]) -> list[float]:
    last = max((one.at for one in before if one.own == turn.own), default=turn.asked)
    known = {turn.asked, last, *(one.at + MINUTE for one in before)}
    return [at for at in known if max(turn.asked, last) <= at < turn.at]


def _is_free(at: float, turn: Turn, before: Sequence[Turn]) -> bool:
    also = moments([*before, Turn(turn.asked, at, turn.own)])
    return not any(is_crowded(also[line], line.size) for line in (turn.own, PROJECT))
