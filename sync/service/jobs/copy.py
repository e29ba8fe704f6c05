"""Each night: a copy of the history, opened and checked; the old ones are thrown away."""

from datetime import datetime

from sync.backing_up import back_up
from sync.desk import Desk
from sync.service.job import Frame, Job, Occasion, Said
from sync.service.times import daily, next_daily


def _asked(frame: Frame, now: datetime) -> tuple[Occasion, ...]:
    return (daily(frame.schedule.full, now),)


def _upcoming(frame: Frame, now: datetime) -> datetime:
    return next_daily(frame.schedule.full, now)


def _run(desk: Desk, _occasion: str) -> Said:
    made = back_up(desk)
    return {"run": made.run, "gone": len(made.gone)}


COPY = Job("copy", "Копия истории", _asked, _upcoming, _run)
