"""Occasions of the calendar: each day at an hour, each working day, every so many minutes, at the end of a period.

Moments are those of the office's zone, without a zone: an hour that a change of the clock leaves out is due right after
it, one that comes twice is the same occasion.
"""

from collections.abc import Iterator, Mapping
from datetime import date, datetime, time, timedelta
from functools import lru_cache

from config.calendar import add_working_days, is_working_day
from config.periods import calendar_days
from sync.service.job import Occasion

_DAY = timedelta(days=1)


def daily(at: time, now: datetime) -> Occasion:
    """The last day on which the hour has come."""
    day = now.date() if now.time() >= at else now.date() - _DAY
    return Occasion(day.isoformat(), datetime.combine(day, at))


def next_daily(at: time, now: datetime) -> datetime:
    """The next time that the hour comes."""
    day = now.date() if now.time() < at else now.date() + _DAY
    return datetime.combine(day, at)


def on_working_day(at: time, now: datetime) -> Iterator[Occasion]:
    """Today when it is a working day and the hour has come: what was missed is of no use the day after."""
    if is_working_day(now.date()) and now.time() >= at:
        yield Occasion(now.date().isoformat(), datetime.combine(now.date(), at))


def next_on_working_day(at: time, now: datetime) -> datetime:
    """The next working day's hour."""
    today = is_working_day(now.date()) and now.time() < at
    return datetime.combine(now.date() if today else add_working_days(now.date(), 1), at)


def every(minutes: int, start: time, end: time, now: datetime) -> Iterator[Occasion]:
    """The last of today's beats from one hour to another; what was missed earlier is made good by it."""
    first, last = (datetime.combine(now.date(), at) for at in (start, end))
    if not is_working_day(now.date()) or not first <= now <= last:
        return
    step = timedelta(minutes=minutes)
    beat = first + (now - first) // step * step
    yield Occasion(beat.isoformat(timespec="minutes"), beat)


def next_every(minutes: int, start: time, end: time, now: datetime) -> datetime:
    """The next beat."""
    first, last = (datetime.combine(now.date(), at) for at in (start, end))
    step = timedelta(minutes=minutes)
    beat = first if now < first else first + ((now - first) // step + 1) * step
    if is_working_day(now.date()) and beat <= last:
        return beat
    return datetime.combine(add_working_days(now.date(), 1), start)


def periods_over(began: date | None, stages: Mapping[str, date], today: date) -> tuple[tuple[str, date], ...]:
    """The periods that have ended since the office began, with their last days: the earliest, the shortest first."""
    return () if began is None else _over(began, tuple(stages.items()), today)


@lru_cache(maxsize=16)
def _over(began: date, stages: tuple[tuple[str, date], ...], today: date) -> tuple[tuple[str, date], ...]:
    names = (name for year in range(began.year, today.year + 1) for name in _periods_of(year))
    ended = [(name, end) for name, end in (*names, *stages) if began <= end < today]
    return tuple(sorted(ended, key=lambda one: one[1]))


@lru_cache(maxsize=256)
def _periods_of(year: int) -> tuple[tuple[str, date], ...]:
    """The months, quarters and the year itself, each with its last day."""
    months = [f"{year}-{month:02d}" for month in range(1, 13)]
    names = (*months, *(f"{year}-К{quarter}" for quarter in range(1, 5)), str(year))
    return tuple((name, days.last) for name in names if (days := calendar_days(name)) is not None)


def last_days(stages: Mapping[str, date], day: date) -> bool:
    """The day is the last one of a month (so of a quarter and a year) or of a stage."""
    return (day + _DAY).month != day.month or day in stages.values()


def next_last_day(stages: Mapping[str, date], day: date) -> date:
    """The first last day of a period that is not before the day."""
    month = date(day.year + day.month // 12, day.month % 12 + 1, 1) - _DAY
    return min([month, *(end for end in stages.values() if end >= day)])
