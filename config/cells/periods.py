"""Periods a report may speak of: a month, a quarter, a year, a stage of the programme; and school years."""

import re

from config.cells.months import MONTH, date_of_serial, is_bare_year, month_number
from config.columns import Column, Raw, Reading

_YEAR = r"((?:19|20|21)[0-9]{2})(?: ?(?:г\.?|год|года))?"
_JUST_YEAR = re.compile(_YEAR, re.IGNORECASE)
_ISO_MONTH = re.compile(r"((?:19|20|21)[0-9]{2})[-‐‑‒–—./ ]([0-9]{1,2})")
_POINT_MONTH = re.compile(r"(?:01[./])?([0-9]{1,2})[./]((?:19|20|21)[0-9]{2})")
_NAMED_MONTH = re.compile(rf"{MONTH} ?{_YEAR}", re.IGNORECASE)
_FIRST_DAY = re.compile(r"((?:19|20|21)[0-9]{2})-([0-9]{2})-01")
_QUARTER_AFTER = re.compile(r"((?:19|20|21)[0-9]{2})[-‐‑‒–—/ ]? ?[КKQк]([1-4])", re.IGNORECASE)
_QUARTER_BEFORE = re.compile(
    rf"(i{{1,3}}|iv|[1-4]|перв|втор|трет|четв[её]рт)(?:-?(?:ый|ой|ий|й))? ?кв(?:артал[а]?)?\.? ?{_YEAR}", re.IGNORECASE
)
_STAGE = re.compile(r"э[- ‐‑–—]?([0-9]{1,2})|этап ?([0-9]{1,2})|([0-9]{1,2})(?:-?й)? этап", re.IGNORECASE)
_SCHOOL_YEAR = re.compile(
    r"((?:19|20|21)[0-9]{2}) ?[-‐‑‒–—−/\\] ?((?:19|20|21)?[0-9]{2})(?: ?(?:уч\.?(?:ебный)?)? ?(?:г\.?|год)?)?",
    re.IGNORECASE,
)
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "перв": 1, "втор": 2, "трет": 3, "четверт": 4, "четвёрт": 4}
_LONGEST = 40
_EXAMPLES = "Запишите период так: 2026-04 (месяц), 2026-К1 (квартал), 2026 (год) или Э4 (этап)."
_YEAR_EXAMPLE = "Запишите учебный год так: 2025/2026."


def read_period(raw: Raw, _column: Column) -> Reading:
    """A period as `2026-04`, `2026-К1`, `2026` or `Э4`; the first day of a month stands for the month."""
    if isinstance(raw, str):
        period = typed_period(raw)
    else:
        period = _number_period(raw) if isinstance(raw, int | float) else None
    return Reading(period) if period else Reading(None, "C02", "Период не читается", _EXAMPLES)


def read_school_year(raw: Raw, _column: Column) -> Reading:
    """A school year as `2025/2026`."""
    match = _SCHOOL_YEAR.fullmatch(raw) if isinstance(raw, str) and len(raw) <= _LONGEST else None
    if match is None:
        return Reading(None, "C02", "Учебный год не читается", _YEAR_EXAMPLE)
    first = int(match[1])
    if int(match[2]) % 100 != (first + 1) % 100 or (len(match[2]) == 4 and int(match[2]) != first + 1):
        return Reading(None, "C02", "Учебный год состоит из двух лет подряд", _YEAR_EXAMPLE)
    return Reading(f"{first}/{first + 1}")


def _number_period(raw: float) -> str | None:
    if is_bare_year(raw):
        return str(int(raw))
    day = date_of_serial(raw)
    return f"{day:%Y-%m}" if day and day.day == 1 and day.year >= 1900 else None


def typed_period(text: str) -> str | None:
    """A typed period as `2026-04`, `2026-К1`, `2026` or `Э4`; None for what is none."""
    if len(text) > _LONGEST:
        return None
    if match := _JUST_YEAR.fullmatch(text):
        return match[1]
    if match := _STAGE.fullmatch(text):
        return f"Э{int(match[1] or match[2] or match[3])}"
    if match := _QUARTER_AFTER.fullmatch(text):
        return f"{match[1]}-К{match[2]}"
    if match := _QUARTER_BEFORE.fullmatch(text):
        word = match[1].casefold()
        return f"{match[2]}-К{_QUARTERS.get(word) or int(word)}"
    return _typed_month(text)


def _typed_month(text: str) -> str | None:
    if match := _NAMED_MONTH.fullmatch(text):
        return f"{match[2]}-{month_number(match[1]):02d}"
    if match := _ISO_MONTH.fullmatch(text) or _FIRST_DAY.fullmatch(text):
        return _month(match[1], match[2])
    if match := _POINT_MONTH.fullmatch(text):
        return _month(match[2], match[1])
    return None


def _month(year: str, month: str) -> str | None:
    return f"{year}-{int(month):02d}" if 1 <= int(month) <= 12 else None
