"""Periods that are over are closed: a month, a quarter, a year, a stage, each from the data of its last day."""

from collections.abc import Iterator
from datetime import datetime, time, timedelta

from sync.closing import close
from sync.desk import Desk
from sync.service.job import Frame, Job, Occasion, Said
from sync.service.times import next_last_day, periods_over

_DAY = timedelta(days=1)


def _asked(frame: Frame, now: datetime) -> Iterator[Occasion]:
    for name, end in periods_over(frame.began, frame.stages, now.date()):
        if name not in frame.closed:
            yield Occasion(name, datetime.combine(end + _DAY, time()))


def _upcoming(frame: Frame, now: datetime) -> datetime:
    return datetime.combine(next_last_day(frame.stages, now.date()) + _DAY, time())


def _run(desk: Desk, period: str) -> Said:
    closed = close(desk, period)
    return {"run": closed.run, "files": len(closed.files)}


CLOSING = Job("close", "Закрытие периода", _asked, _upcoming, _run, trusts_the_clock=True)
