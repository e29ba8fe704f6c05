"""Each working day: which terms come near or have just passed. Who is told, and how, stands in RECEIVERS."""

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import datetime

from reports.reminders import Reminder, reminders_due
from sync.desk import Desk
from sync.look import look_once
from sync.service.job import Frame, Job, Occasion, Said
from sync.service.times import next_on_working_day, on_working_day

RECEIVERS: tuple[Callable[[Desk, tuple[Reminder, ...]], None], ...] = ()
"""Who takes the reminders of the day, one line each."""


def _asked(frame: Frame, now: datetime) -> Iterator[Occasion]:
    return on_working_day(frame.schedule.reminders, now)


def _upcoming(frame: Frame, now: datetime) -> datetime:
    return next_on_working_day(frame.schedule.reminders, now)


def _run(desk: Desk, _occasion: str) -> Said:
    reminders = reminders_due(look_once(desk, quiet=True).facts, desk.today)
    desk.writer.go_on()
    for receive in RECEIVERS:
        receive(desk, reminders)
    return {"reminders": len(reminders), **Counter(one.kind.name.lower() for one in reminders)}


REMINDING = Job("reminders", "Напоминания о сроках", _asked, _upcoming, _run, trusts_the_clock=True)
