"""What time it is for the server: the real time, or one that only moves when a test moves it."""

from datetime import UTC, datetime, timedelta
from typing import Protocol

START = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
"""A Monday morning: where virtual time begins unless told otherwise."""


class Clock(Protocol):
    """Tells the time."""

    def now(self) -> datetime:
        """The present moment, with its zone."""


class RealClock:
    """The computer's own time."""

    def now(self) -> datetime:
        return datetime.now(UTC)


class VirtualClock:
    """Stands still until it is moved: a minute of quota or an hour of a token costs a test no time."""

    def __init__(self, start: datetime = START) -> None:
        self._now = start

    def now(self) -> datetime:
        return self._now

    def advance(self, seconds: float) -> datetime:
        """Moves on by so many seconds, back when they are negative; the moment it is then."""
        self._now += timedelta(seconds=seconds)
        return self._now

    def set(self, moment: datetime) -> None:
        """Jumps to a moment, which must have its zone. Raises ValueError without one."""
        if moment.tzinfo is None:
            raise ValueError("a moment without a zone is no moment")
        self._now = moment


def stamp(moment: datetime) -> str:
    """As Drive prints it: 2026-03-31T09:27:41.123Z."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.") + f"{moment.microsecond // 1000:03d}Z"
