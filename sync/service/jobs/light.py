"""In working hours: all registers are looked at, and what has changed is read and written."""

from collections.abc import Iterator
from datetime import datetime

from sync.desk import Desk
from sync.service.job import Frame, Job, Occasion, Said
from sync.service.jobs.updating import updated
from sync.service.times import every, next_every


def _asked(frame: Frame, now: datetime) -> Iterator[Occasion]:
    at = frame.schedule
    return every(at.light_every_minutes, at.light_from, at.light_to, now)


def _upcoming(frame: Frame, now: datetime) -> datetime:
    at = frame.schedule
    return next_every(at.light_every_minutes, at.light_from, at.light_to, now)


def _run(desk: Desk, _occasion: str) -> Said:
    return updated(desk)


LIGHT = Job("light", "Обновление в течение дня", _asked, _upcoming, _run, reads=True)
