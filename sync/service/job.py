"""What a job of the service is: when it is asked for, and what it does; and what is known when that is decided."""

from collections.abc import Callable, Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import NamedTuple

from config.schedule import ScheduleSection
from sync.desk import Desk


class Occasion(NamedTuple):
    """One time for which a job is asked: its name for ever, and since when, in the office's zone, it is due."""

    name: str
    since: datetime


@dataclass(frozen=True)
class Frame:
    """Everything that decides what is due, besides the moment.

    `done` — job → occasions that are done; `closed` — periods that are closed; `stages` — stage → its last day;
    `began` — the day of the first update, None before it; `doubtful` — the clock was moved lately; `letters` — the hour
    of the letters, None when there are none.
    """

    schedule: ScheduleSection
    done: Mapping[str, AbstractSet[str]] = field(default_factory=dict)
    closed: AbstractSet[str] = frozenset()
    stages: Mapping[str, date] = field(default_factory=dict)
    began: date | None = None
    doubtful: bool = False
    letters: time | None = None


Said = Mapping[str, int]
"""What a job says of its work: names and counts, never a value."""


@dataclass(frozen=True)
class Job:
    """One kind of work. `asked` gives the occasions that should be done by now (local time without a zone).

    `upcoming` — the moment of the next occasion that is not due yet; `trusts_the_clock` — what it does can't be undone
    or goes to people, so it waits while the clock is doubtful; `reads` — it makes an update, after which nothing that
    was saved before waits any more.
    """

    name: str
    title: str
    asked: Callable[[Frame, datetime], Iterable[Occasion]]
    upcoming: Callable[[Frame, datetime], datetime | None]
    run: Callable[[Desk, str], Said]
    trusts_the_clock: bool = False
    reads: bool = False


class Due(NamedTuple):
    """A job that is to be done now, for one occasion."""

    job: Job
    occasion: Occasion
