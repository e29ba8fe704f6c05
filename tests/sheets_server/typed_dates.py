"""Dates and times as people type them, in the spreadsheet's locale, read into serial numbers."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from tests.sheets_server.cell_values import serial_of
from tests.sheets_server.locales import Locale


@dataclass(frozen=True)
class Moment:
    """A typed date or time: its serial, the type of format it brings and the pattern."""

    serial: float
    kind: str
    pattern: str


@dataclass(frozen=True)
class _Asked:
    """The locale, and the day that lends its year to «12.05» (None: such a text is not a date)."""

    locale: Locale
    today: date | None


_ISO = re.compile(r"(?P<y>\d{4})(?P<s>[-/])(?P<m>\d{1,2})(?P=s)(?P<d>\d{1,2})")
_NUMERIC = re.compile(r"(?P<a>\d{1,2})(?P<s>[-/.])(?P<b>\d{1,2})(?:(?P=s)(?P<y>\d{4}|\d{2}))?")
_DAY_NAME = re.compile(r"(?P<d>\d{1,2})(?P<s>[ -])(?P<n>[^\W\d_]+\.?)(?:(?P=s),? ?(?P<y>\d{4}|\d{2}))?(?: г\.?)?")
_NAME_DAY = re.compile(r"(?P<n>[^\W\d_]+\.?) (?P<d>\d{1,2})(?:,? (?P<y>\d{4}))?")
_CLOCK = re.compile(r"(?P<h>\d{1,4}):(?P<m>\d{2})(?::(?P<s>\d{2}(?:\.\d+)?))?(?: ?(?P<half>[ap]m))?", re.IGNORECASE)


def moment(text: str, locale: Locale, today: date | None) -> Moment | None:
    """The date, the time or both in a typed text; None when it is neither. `today` lends its year to «12.05»."""
    asked = _Asked(locale, today)
    whole = _date(text, asked) or _time(text)
    if whole is not None:
        return whole
    parts = re.fullmatch(r"(.+?)(?:T|,? +)(\d{1,2}:.+)", text)
    day, time = (_date(parts[1], asked), _time(parts[2])) if parts else (None, None)
    if day is None or time is None or time.serial >= 1:
        return None
    usual = day.pattern == locale.date
    return Moment(
        day.serial + time.serial, "DATE_TIME", locale.date_time if usual else f"{day.pattern} {_seconds(time)}"
    )


def _seconds(time: Moment) -> str:
    return time.pattern if "am/pm" in time.pattern else "H:mm:ss"


def _date(text: str, asked: _Asked) -> Moment | None:
    readers: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], _Asked], Moment | None]], ...] = (
        (_ISO, _iso),
        (_NUMERIC, _numeric),
        (_DAY_NAME, _named),
        (_NAME_DAY, _named),
    )
    for pattern, reader in readers:
        found = pattern.fullmatch(text)
        if found is not None:
            return reader(found, asked)
    return None


def _moment(year: int, month: int, day: int, pattern: str) -> Moment | None:
    try:
        return Moment(serial_of(date(year, month, day)), "DATE", pattern)
    except ValueError:
        return None


def _iso(found: re.Match[str], asked: _Asked) -> Moment | None:  # noqa: ARG001 one signature for all readers
    pattern = "yyyy-MM-dd" if found["s"] == "-" else "yyyy/MM/dd"
    return _moment(int(found["y"]), int(found["m"]), int(found["d"]), pattern)


def _numeric(found: re.Match[str], asked: _Asked) -> Moment | None:
    """`12.05.2026`: the order of day and month is the locale's; a point parts dates only where it parts no decimals."""
    if found["s"] == "." and "." not in asked.locale.date:
        return None
    first, second = int(found["a"]), int(found["b"])
    day, month = (first, second) if asked.locale.day_first else (second, first)
    year = _year(found["y"], asked)
    return None if year is None else _moment(year, month, day, asked.locale.date)


def _year(digits: str | None, asked: _Asked) -> int | None:
    """Two digits up to 29 are of this century [?]; no year at all is the year of today."""
    if digits is None:
        return asked.today.year if asked.today else None
    year = int(digits)
    return year if len(digits) == 4 else year + (2000 if year < 30 else 1900)


def _named(found: re.Match[str], asked: _Asked) -> Moment | None:
    named = _month(found["n"], asked.locale)
    year = _year(found["y"], asked)
    if named is None or year is None:
        return None
    month, letters = named
    hyphened = found.groupdict().get("s") == "-"
    if found.re is _NAME_DAY:
        pattern = f"{letters} d, yyyy"
    else:
        pattern = f"d-{letters}-yyyy" if hyphened else f"d {letters} yyyy"
    return _moment(year, month, int(found["d"]), pattern)


def _month(name: str, locale: Locale) -> tuple[int, str] | None:
    """The number of a month and the letters that print it so: `mmmm` for a whole name, `mmm` for a short one."""
    plain = name.lower().rstrip(".")
    for names, letters in ((locale.month_forms, "mmmm"), (locale.months, "mmmm"), (locale.short_months, "mmm")):
        spelled = [one.lower().rstrip(".") for one in names]
        if plain in spelled:
            return spelled.index(plain) + 1, letters
    return None


def _time(text: str) -> Moment | None:
    found = _CLOCK.fullmatch(text)
    if found is None:
        return None
    hours, minutes, seconds = int(found["h"]), int(found["m"]), float(found["s"] or 0)
    half = (found["half"] or "").lower()
    if minutes > 59 or seconds >= 60 or (half and not 1 <= hours <= 12):
        return None
    if half:
        hours = hours % 12 + (12 if half == "pm" else 0)
    tail = ":mm:ss" if found["s"] else ":mm"
    pattern = f"h{tail} am/pm" if half else f"[h]{tail}" if hours > 23 else f"H{tail}"
    return Moment((hours * 3600 + minutes * 60 + seconds) / 86_400, "TIME", pattern)
