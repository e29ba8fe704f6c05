"""Each night: the whole history is checked, then everything is read, checked and written."""

from datetime import datetime

from sync.desk import Desk
from sync.service.job import Frame, Job, Occasion, Said
from sync.service.jobs.updating import updated
from sync.service.times import daily, next_daily
from sync.state.store import Store


def _asked(frame: Frame, now: datetime) -> tuple[Occasion, ...]:
    return (daily(frame.schedule.full, now),)


def _upcoming(frame: Frame, now: datetime) -> datetime:
    return next_daily(frame.schedule.full, now)


def _run(desk: Desk, _occasion: str) -> Said:
    with Store.open(desk.history, read_only=True) as store:
        store.check_whole()
    return updated(desk)


FULL = Job("full", "Ночное обновление", _asked, _upcoming, _run, reads=True)
