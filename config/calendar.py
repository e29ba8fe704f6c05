"""Working days of Russia, transfers included: which day is one, how many lie between two, which come next."""

from datetime import date, timedelta
from functools import lru_cache
from typing import Protocol, cast

_DAY = timedelta(days=1)


class _Days(Protocol):
    def is_working_day(self, key: date) -> bool:
        """The office works on the day."""


@lru_cache(maxsize=1)
def _days() -> _Days:
    from holidays.countries.russia import Russia  # here: the library is not needed by a quiet start

    return cast(_Days, Russia())  # type: ignore[no-untyped-call]  # the library does not type its countries


@lru_cache(maxsize=4096)
def is_working_day(day: date) -> bool:
    """The office works on this day: not a weekend, nor a holiday, or a Saturday worked for a transferred Monday."""
    return _days().is_working_day(day)


def add_working_days(day: date, count: int) -> date:
    """The working day that is `count` working days after the day (before it, when negative); 0 gives the day itself."""
    step = _DAY if count >= 0 else -_DAY
    left = abs(count)
    while left:
        day += step
        left -= is_working_day(day)
    return day


def working_days_between(start: date, end: date) -> int:
    """How many working days pass from one day to another: the first is not counted, the last is; negative backwards."""
    if end < start:
        return -working_days_between(end, start)
    return sum(is_working_day(start + _DAY * number) for number in range(1, (end - start).days + 1))


def next_working_days(day: date, count: int) -> tuple[date, ...]:
    """The nearest `count` working days after the day, in order."""
    days: list[date] = []
    while len(days) < count:
        day = add_working_days(day, 1)
        days.append(day)
    return tuple(days)
