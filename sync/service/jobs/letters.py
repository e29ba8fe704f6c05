"""Each working day: the letters to employees and the head's summary, tried until they have gone out."""

from collections.abc import Iterator
from datetime import datetime

from config.errors import OfficeError
from sync.desk import Desk
from sync.mail.due import send_due
from sync.service.job import Frame, Job, Occasion, Said
from sync.service.times import next_on_working_day, on_working_day


class LettersLeftError(OfficeError):
    """Часть писем сегодня не ушла."""


def _asked(frame: Frame, now: datetime) -> Iterator[Occasion]:
    if frame.letters is not None:
        yield from on_working_day(frame.letters, now)


def _upcoming(frame: Frame, now: datetime) -> datetime | None:
    return None if frame.letters is None else next_on_working_day(frame.letters, now)


def _run(desk: Desk, _occasion: str) -> Said:
    posted = send_due(desk, desk.moment)
    waiting = [one for one in posted.left if not one.given_up]
    if waiting:
        raise LettersLeftError(advice="Кому и почему, показывает rpo status; служба пробует снова сама.")
    return {"composed": posted.composed, "sent": posted.sent}


LETTERS = Job("letters", "Письма сотрудникам", _asked, _upcoming, _run, trusts_the_clock=True)
