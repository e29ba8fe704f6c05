"""The last reading of a period: in the evening of its last day, so that the day's work is in its report.

When the machine was off, the last update of that day stands for it: a reading made later would not be of the period.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta

from sync.desk import Desk
from sync.service.job import Frame, Job, Occasion, Said
from sync.service.jobs.updating import updated
from sync.service.times import last_days, next_last_day


def _asked(frame: Frame, now: datetime) -> Iterator[Occasion]:
    at = datetime.combine(now.date(), frame.schedule.cut)
    if now >= at and last_days(frame.stages, now.date()):
        yield Occasion(now.date().isoformat(), at)


def _upcoming(frame: Frame, now: datetime) -> datetime:
    passed = now.time() >= frame.schedule.cut
    day = next_last_day(frame.stages, now.date() + timedelta(days=passed))
    return datetime.combine(day, frame.schedule.cut)


def _run(desk: Desk, _occasion: str) -> Said:
    return updated(desk)


CUTOFF = Job("cutoff", "Последнее чтение периода", _asked, _upcoming, _run, reads=True)
