"""Somebody has saved a register: it is read again, and the remarks of its owner are written anew."""

from datetime import datetime

from sync.desk import Desk
from sync.service.job import Frame, Job, Occasion, Said
from sync.service.jobs.updating import updated


def _asked(_frame: Frame, _now: datetime) -> tuple[Occasion, ...]:
    """Never by the calendar: the watch asks for it."""
    return ()


def _upcoming(_frame: Frame, _now: datetime) -> None:
    """Nobody knows when."""


def _run(desk: Desk, _occasion: str) -> Said:
    return updated(desk)


SAVED = Job("saved", "Обновление после сохранения реестра", _asked, _upcoming, _run, reads=True)
