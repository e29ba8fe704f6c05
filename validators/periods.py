"""The days of a reporting period, a stage's as the office sets them."""

from config.periods import calendar_days
from validators.office import Office
from validators.stages import Window, windows


def window_of(office: Office, period: str) -> Window | None:
    """The days of `2026-04`, `2026-К1`, `2026` or `Э4`; None for a stage that has no dates."""
    days = calendar_days(period)
    return Window(days.first, days.last) if days is not None else windows(office).get(period)
