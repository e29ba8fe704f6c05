"""How some tasks stand on a day: each of them in one heap of six, the heaps of K22 and K23 among them."""

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from validators.counting.count import Count
from validators.counting.work import CALLED_OFF, NOTHING_DUE, Task

Key = TypeVar("Key", bound=Hashable)


@dataclass(frozen=True)
class Tally:
    """`count` is the indicator (K22, K23) of these tasks alone: those due by the day, and of them those done in time.

    Of those due, `late` were done after their term and `overdue` are not done. Of the others, `early` are done,
    `ahead` are not yet, `called_off` are not asked for.
    """

    count: Count = Count()
    late: int = 0
    overdue: int = 0
    early: int = 0
    ahead: int = 0
    called_off: int = 0

    @property
    def due(self) -> int:
        """How many are due by the day."""
        return len(self.count.of)

    @property
    def in_time(self) -> int:
        """How many of those due were done not later than their term."""
        return len(self.count.rows)

    @property
    def all(self) -> int:
        """How many tasks there are."""
        return self.due + self.early + self.ahead + self.called_off


def tally(tasks: Iterable[Task], count: Count, on: date) -> Tally:
    """How the tasks stand on the day; `count` is the indicator over these tasks and maybe others."""
    some = tuple(tasks)
    mine = frozenset(task.id for task in some)
    due = [task for task in some if task.is_due(on)]
    other = [task for task in some if not task.is_due(on)]
    return Tally(
        count.part(mine.__contains__, NOTHING_DUE),
        late=sum(task.is_done(on) and not task.in_time(on) for task in due),
        overdue=sum(task.is_late(on) for task in due),
        early=sum(task.is_done(on) for task in other),
        ahead=sum(task.is_open(on) for task in other),
        called_off=sum(task.state in CALLED_OFF for task in other),
    )


def grouped(tasks: Iterable[Task], key: Callable[[Task], Key]) -> Mapping[Key, tuple[Task, ...]]:
    """The tasks by something that each of them says, in the order in which it is first said."""
    found: dict[Key, tuple[Task, ...]] = {}
    for task in tasks:
        found[key(task)] = (*found.get(key(task), ()), task)
    return found
