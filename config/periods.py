"""Reporting periods: the days of a month, a quarter and a year, and how each is called; a stage has days of its own."""

import re
from datetime import date, timedelta
from typing import NamedTuple

_DAY = timedelta(days=1)
_MONTH = re.compile(r"([0-9]{4})-([0-9]{2})")
_QUARTER = re.compile(r"([0-9]{4})-К([1-4])")
_YEAR = re.compile(r"[0-9]{4}")
_MONTHS = (
    "январь", "февраль", "март", "апрель", "май", "июнь",
    "июль", "август", "сентябрь", "октябрь", "ноябрь", "декабрь",
)  # fmt: skip
_ROMAN = ("I", "II", "III", "IV")


class Days(NamedTuple):
    """The days of a period, the first and the last included."""

    first: date
    last: date


def calendar_days(period: str) -> Days | None:
    """The days of `2026-04`, `2026-К1` or `2026`; None for a stage, whose days the office sets itself."""
    if match := _MONTH.fullmatch(period):
        return _months(int(match[1]), int(match[2]), 1)
    if match := _QUARTER.fullmatch(period):
        return _months(int(match[1]), 3 * int(match[2]) - 2, 3)
    return _months(int(period), 1, 12) if _YEAR.fullmatch(period) else None


def is_stage(period: str) -> bool:
    """The period is a stage of the programme: `Э4`."""
    return calendar_days(period) is None


def period_words(period: str) -> str:
    """«апрель 2026 г.», «I квартал 2026 г.», «2026 год», «этап Э4» (domain.md §2.3)."""
    if match := _MONTH.fullmatch(period):
        return f"{_MONTHS[int(match[2]) - 1]} {match[1]} г."
    if match := _QUARTER.fullmatch(period):
        return f"{_ROMAN[int(match[2]) - 1]} квартал {match[1]} г."
    return f"этап {period}" if is_stage(period) else f"{period} год"


def _months(year: int, month: int, count: int) -> Days:
    following = month + count
    after = date(year + (following - 1) // 12, (following - 1) % 12 + 1, 1)
    return Days(date(year, month, 1), after - _DAY)
