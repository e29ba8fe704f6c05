"""Dates and periods: serial days of a spreadsheet, dates typed as text, spans, months, quarters, school years."""

import re
from collections.abc import Mapping, Sequence
from datetime import date

from config.cells.months import LAST_BARE_YEAR, LAST_SERIAL, MONTH, ZERO_DAY, date_of_serial, is_bare_year, month_number
from config.cells.periods import read_period, read_school_year
from config.columns import Column, Raw, Reading

__all__ = ["Spans", "date_of_serial", "days_of", "read_date", "read_period", "read_school_year", "read_spans"]

Spans = tuple[tuple[date, date], ...]
"""Stretches of days, both ends included."""

_TAIL = r"(?: ?(?:г\.?|год|года))?(?:,? ?[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?)?"
_NUMERIC = re.compile(rf"([0-9]{{1,2}}) ?([./\-‐‑‒–—]) ?([0-9]{{1,2}}) ?\2 ?([0-9]{{4}}|[0-9]{{2}}){_TAIL}")
_CLOCK = r"(?:[T ][0-9:.]{1,15}(?: ?[AP]M)?(?: ?(?:Z|GMT|UTC)?(?:[+-][0-9:]{1,5})?)?)?"
_ISO = re.compile(rf"([0-9]{{4}})([-./])([0-9]{{1,2}})\2([0-9]{{1,2}}){_CLOCK}")
_WORDS = re.compile(rf"[«\"]?([0-9]{{1,2}})[»\"]? ?{MONTH} ?([0-9]{{4}}|[0-9]{{2}}){_TAIL}", re.IGNORECASE)
_SERIAL = re.compile(r"([1-9][0-9]{4})(?:[.,]0)?")
_YEAR_ONLY = re.compile(rf"[0-9]{{4}}{_TAIL}")
_MONTH_ONLY = re.compile(rf"{MONTH} ?(?:[0-9]{{4}})?{_TAIL}|[0-9]{{1,2}}[./][0-9]{{4}}", re.IGNORECASE)
_ANY_DATE = re.compile(r"[0-9]{1,2}\.[0-9]{1,2}\.[0-9]{4}|[0-9]{4}-[0-9]{2}-[0-9]{2}")
_END = r"([0-9]{1,2}\.[0-9]{1,2}(?:\.[0-9]{4})?|[0-9]{4}-[0-9]{2}-[0-9]{2})"
_SPAN = re.compile(rf"(?:с )?{_END}(?: ?(?:[-‐‑‒–—−]|по|до) ?{_END})?(?: ?г\.?)?", re.IGNORECASE)
_LONGEST = 60
_LONGEST_SPANS = 2000
_WHOLE_DATE = "Введите дату полностью: 01.09.2025."
_DAY_MONTH_YEAR = "Введите дату через точки: день, месяц, год."
_RETYPE = "Выберите для столбца формат «Дата» и введите дату заново через точки."
_ONE_DATE = "Оставьте в ячейке одну дату."
_SPAN_EXAMPLE = "Запишите так: 01.07.2026–14.07.2026; 05.08.2026."


def read_date(raw: Raw, _column: Column) -> Reading:
    """A date; C08 when it was typed as text."""
    if isinstance(raw, str):
        return _typed_date(raw)
    if not isinstance(raw, int | float):
        return Reading(None, "C02", "Это не дата", _WHOLE_DATE)
    if is_bare_year(raw):
        return Reading(None, "C02", "Указан только год", _WHOLE_DATE)
    day = date_of_serial(raw)
    if day is None:
        return Reading(None, "C02", "Такого номера дня нет, это не дата", _WHOLE_DATE)
    return Reading(day)


def days_of(serials: Sequence[float], _column: Column) -> Mapping[Raw, date]:
    """The dates of the day numbers that can't be taken for a year."""
    return {
        serial: date.fromordinal(ZERO_DAY + int(serial))
        for serial in serials
        if LAST_BARE_YEAR < serial < LAST_SERIAL + 1
    }


def read_spans(raw: Raw, _column: Column) -> Reading:
    """Stretches of days parted by «;»: `01.07.2026–14.07.2026; 05.08.2026`."""
    if not isinstance(raw, str):
        day = date_of_serial(raw) if isinstance(raw, int | float) else None
        return Reading(((day, day),)) if day else Reading(None, "C02", "Это не даты", _SPAN_EXAMPLE)
    if len(raw) > _LONGEST_SPANS:
        return Reading(None, "C02", "Для промежутков дат текст слишком длинный", _SPAN_EXAMPLE)
    spans = [_span(part.strip()) for part in re.split(r"[;,\n]", raw) if part.strip()]
    if not spans or None in spans:
        return Reading(None, "C02", "Промежутки дат не читаются", _SPAN_EXAMPLE)
    kept = tuple(span for span in spans if span is not None)
    if any(start > end for start, end in kept):
        return Reading(None, "C04", "Начало промежутка позже его конца", "Поменяйте даты местами.")
    return Reading(kept)


def _typed_date(text: str) -> Reading:
    if len(text) > _LONGEST:
        return Reading(None, "C02", "Это не дата", _WHOLE_DATE)
    text = text.lstrip("'")
    if match := _NUMERIC.fullmatch(text):
        day, mark, month, year = match.groups()
        return _dated(int(day), int(month), year, slashes=mark == "/")
    if match := _ISO.fullmatch(text):
        return _dated(int(match[4]), int(match[3]), match[1])
    if match := _WORDS.fullmatch(text):
        return _dated(int(match[1]), month_number(match[2]), match[3])
    if match := _SERIAL.fullmatch(text):
        return Reading(date_of_serial(int(match[1])), "C08", "Дата введена числом в виде текста", _RETYPE)
    return _no_date(text)


def _no_date(text: str) -> Reading:
    if len(_ANY_DATE.findall(text)) > 1:
        return Reading(None, "C11", "В ячейке несколько дат", _ONE_DATE)
    return Reading(None, "C02", _why_not_a_date(text), _WHOLE_DATE)


def _dated(day: int, month: int, year: str, *, slashes: bool = False) -> Reading:
    if len(year) == 2:
        full = f"20{year}" if int(year) < 50 else f"19{year}"
        return Reading(None, "C02", "Год указан двумя цифрами", f"Введите год полностью, похоже, это {full}.")
    if int(year) < 1900:
        return Reading(None, "C02", "Год указан с ошибкой", _WHOLE_DATE)
    try:
        value = date(int(year), month, day)
    except ValueError:
        return Reading(None, "C02", _why_impossible(day, month), _DAY_MONTH_YEAR)
    if slashes and day <= 12 and day != month:
        text = "Дата введена текстом через косую черту, день и месяц можно спутать"
        return Reading(value, "C08", text, _DAY_MONTH_YEAR)
    return Reading(value, "C08", "Дата введена текстом, сортировка по столбцу неверна", _RETYPE)


def _why_impossible(day: int, month: int) -> str:
    if month > 12 and 1 <= day <= 12:
        return "Такой даты нет: похоже, день и месяц переставлены"
    if not 1 <= month <= 12:
        return "Такой даты нет: месяц бывает от 1 до 12"
    if day == 0:
        return "Такой даты нет: день не указан"
    return "Такой даты нет: в этом месяце меньше дней"


def _why_not_a_date(text: str) -> str:
    if _YEAR_ONLY.fullmatch(text):
        return "Указан только год"
    if _MONTH_ONLY.fullmatch(text):
        return "Не указан день"
    return "Это не дата"


def _span(text: str) -> tuple[date, date] | None:
    match = _SPAN.fullmatch(text)
    if match is None:
        return None
    end = _end_of_span(match[2] or match[1])
    start = _end_of_span(match[1] if match[1].count(".") != 1 or end is None else f"{match[1]}.{end.year}")
    return None if start is None or end is None else (start, end)


def _end_of_span(text: str) -> date | None:
    parts = [int(part) for part in re.split(r"[.-]", text)]
    if len(parts) != 3:
        return None
    year, month, day = parts if "-" in text else parts[::-1]
    try:
        return date(year, month, day)
    except ValueError:
        return None
