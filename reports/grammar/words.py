"""Days and periods in words, as papers write them; spaces that would tear a date apart never break."""

from datetime import date

from config.periods import calendar_days, is_stage
from reports.wording import NBSP

_OF_MONTH = (
    "января", "февраля", "марта", "апреля", "мая", "июня",
    "июля", "августа", "сентября", "октября", "ноября", "декабря",
)  # fmt: skip
_MONTHS = (
    "январь", "февраль", "март", "апрель", "май", "июнь",
    "июль", "август", "сентябрь", "октябрь", "ноябрь", "декабрь",
)  # fmt: skip
_IN_MONTH = (
    "январе", "феврале", "марте", "апреле", "мае", "июне",
    "июле", "августе", "сентябре", "октябре", "ноябре", "декабре",
)  # fmt: skip
_ROMAN = ("I", "II", "III", "IV")


def day_in_words(day: date) -> str:
    """«5 апреля 2026 г.»: no zero before the day (ГОСТ Р 7.0.97)."""
    return f"{day.day}{NBSP}{_OF_MONTH[day.month - 1]} {day.year}{NBSP}г."


def day_in_full(day: date) -> str:
    """«5 апреля 2026 года», for a solemn paper."""
    return f"{day.day}{NBSP}{_OF_MONTH[day.month - 1]} {day.year}{NBSP}года"


def day_in_quotes(day: date) -> str:
    """«05» апреля 2026 г., as under a signature."""
    return f"«{day:%d}»{NBSP}{_OF_MONTH[day.month - 1]} {day.year}{NBSP}г."


def for_period(period: str, title: str = "") -> str:
    """«за апрель 2026 года», «за I квартал 2026 года», «за 2026 год», «по этапу Э4 «Название»»."""
    if is_stage(period):
        return f"по этапу {period}{NBSP}«{title}»" if title else f"по этапу {period}"
    return f"за {_calendar(period, _MONTHS, 'квартал', 'год')}"


def in_period(period: str, title: str = "") -> str:
    """«в апреле 2026 года», «в I квартале 2026 года», «в 2026 году», «на этапе Э4 «Название»»."""
    if is_stage(period):
        return f"на этапе {period}{NBSP}«{title}»" if title else f"на этапе {period}"
    return f"в {_calendar(period, _IN_MONTH, 'квартале', 'году')}"


def of_period(period: str, title: str = "") -> str:
    """«апреля 2026 года», «I квартала 2026 года», «2026 года», «этапа Э4 «Название»»."""
    if is_stage(period):
        return f"этапа {period}{NBSP}«{title}»" if title else f"этапа {period}"
    return _calendar(period, _OF_MONTH, "квартала", "года")


def _calendar(period: str, months: tuple[str, ...], quarter: str, year: str) -> str:
    """A month, a quarter or a year in the case of the words that are given."""
    days = calendar_days(period)
    if days is None:
        return period
    if days.first.month == days.last.month:
        return f"{months[days.first.month - 1]} {days.first.year}{NBSP}года"
    if days.last.month - days.first.month == 2:
        return f"{_ROMAN[days.first.month // 3]}{NBSP}{quarter} {days.first.year}{NBSP}года"
    return f"{days.first.year}{NBSP}{year}"
