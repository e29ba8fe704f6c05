"""Sums in roubles with two decimals, whatever people write after the number."""

import re
from collections.abc import Mapping, Sequence
from decimal import ROUND_HALF_EVEN, Decimal
from math import isfinite

from config.cells.numbers import bounded, easy_span, parse_figure
from config.columns import Column, Raw, Reading

_CENT = Decimal("0.01")
_LARGEST = 1e15
_EXACT = 1e12
_LONGEST = 60
_ROUBLES = r"(?: ?(?:руб(?:л(?:ь|я|ей))?|р)\.?| ?₽)?"
_THOUSANDS = r"тыс(?:яч[аи]?)?|т\.? ?(?=р)"
_MILLIONS = "млн|миллион(?:а|ов)?|млрд|миллиард(?:а|ов)?"
_KOPECKS = re.compile(r"([0-9 ]+) ?(?:руб(?:л(?:ь|я|ей))?|р)\.? ?([0-9]{1,2}) ?коп\.?", re.IGNORECASE)
_SUM = re.compile(
    rf"([^а-яёА-ЯЁ₽]*[0-9])(?: ?({_THOUSANDS}|{_MILLIONS})\.?)?{_ROUBLES}",
    re.IGNORECASE,
)
_COMMA_THOUSANDS = re.compile(r"-?[1-9][0-9]{0,2},[0-9]{3}")
_TYPE_SUM = "Введите сумму в рублях цифрами, копейки через запятую: 1234,50."


def read_money(raw: Raw, column: Column) -> Reading:
    """A sum in roubles, two decimals, half to even."""
    if isinstance(raw, str):
        return _typed(raw, column)
    if not isinstance(raw, int | float) or abs(raw) >= _LARGEST or not isfinite(raw):
        return Reading(None, "C02", "Это не сумма", _TYPE_SUM)
    return _within(Reading(_cents(Decimal(repr(raw)))), column)


def sums_of(numbers: Sequence[float], column: Column) -> Mapping[Raw, Decimal]:
    """The sums that are whole roubles and kopecks, counted in kopecks: a fifteen-digit number is exact as a float."""
    low, high = easy_span(column, 0, _EXACT)
    within = [number for number in numbers if low <= number <= high]
    kopecks = [round(number * 100) for number in within]
    return {number: _CENT * count for number, count in zip(within, kopecks, strict=True) if count / 100 == number}


def _typed(text: str, column: Column) -> Reading:
    match = _KOPECKS.fullmatch(text) if len(text) <= _LONGEST else None
    if match:
        text = f"{match[1].strip()},{int(match[2]):02d}"
    match = _SUM.fullmatch(text) if len(text) <= _LONGEST else None
    figure = parse_figure(match[1] if match else text)
    if match is None or figure.value is None:
        return Reading(None, "C02", figure.fault or "Это не сумма", _TYPE_SUM)
    if _COMMA_THOUSANDS.fullmatch(match[1]) and not match[2]:
        return Reading(None, "C02", "Неясно, запятая отделяет тысячи или копейки", _TYPE_SUM)
    times = _times(match[2])
    if abs(figure.value) * times >= _LARGEST:
        return Reading(None, "C02", "Это не сумма", _TYPE_SUM)
    value = _cents(figure.value * times)
    if times > 1:
        advice = "Введите сумму в рублях полностью."
        return _within(Reading(value, "C06", "Сумма переведена в рубли", advice, "warning"), column)
    return _within(Reading(value, "C06", "Сумма введена текстом"), column)


def _within(reading: Reading, column: Column) -> Reading:
    value = reading.value
    if not isinstance(value, Decimal):
        return reading
    if value < 0 and (column.low is None or column.low >= 0):
        return Reading(None, "C04", "Сумма отрицательная", "Введите сумму без минуса.")
    return bounded(reading, float(value), column)


def _times(word: str | None) -> int:
    if not word:
        return 1
    key = word.casefold()
    if key.startswith("т"):
        return 1_000
    return 1_000_000_000 if key.startswith(("млрд", "миллиа")) else 1_000_000


def _cents(value: Decimal) -> Decimal:
    return value.quantize(_CENT, ROUND_HALF_EVEN) + 0
