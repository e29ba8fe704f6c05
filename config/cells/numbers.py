"""Numbers as people type them: spaces between thousands, a comma, a unit after the number."""

import re
from decimal import Decimal
from math import isfinite
from typing import NamedTuple

from config.cells.text import SPOILED
from config.columns import Column, Raw, Reading

_NUMBER = re.compile(r"([+-]?) ?([0-9]{1,3}(?: [0-9]{3})+|[0-9]+)(?:([.,])([0-9]+))?")
_SEVERAL_MARKS = re.compile(r"[+-]?[0-9 ]+[.,][0-9 ]+[.,][0-9., ]+")
_UNIT = re.compile(
    r" ?(?:чел|человека?|ед|единиц[аы]?|шт|штук[аи]?|час(?:а|ов)?|ч|балл(?:а|ов)?|лет|раза?|дн(?:я|ей)?)\.?$"
)
_MINUSES = str.maketrans("−–—‐‑", "-----")
_LONGEST = 40
_TYPE_NUMBER = "Введите число цифрами, без слов и единиц измерения."
_TYPED_AS_TEXT = "Число введено текстом"


class Figure(NamedTuple):
    """A number found in a text, or the reason why there is none."""

    value: Decimal | None
    fault: str = ""


def read_number(raw: Raw, column: Column) -> Reading:
    """A number, within the bounds of the column."""
    if not isinstance(raw, str):
        return _bare(raw, column)
    figure = parse_figure(_UNIT.sub("", raw) if len(raw) <= _LONGEST else raw)
    if figure.value is None:
        return Reading(None, "C02", figure.fault, _TYPE_NUMBER)
    return bounded(Reading(float(figure.value), "C06", _TYPED_AS_TEXT), float(figure.value), column)


def read_whole(raw: Raw, column: Column) -> Reading:
    """A whole number (12.0 too), within the bounds of the column."""
    reading = read_number(raw, column)
    value = reading.value
    if not isinstance(value, float):
        return reading
    if not value.is_integer():
        return Reading(None, "C02", "Здесь нужно целое число", "Введите целое число без дробной части.")
    return reading._replace(value=int(value))


def read_percent(raw: Raw, column: Column) -> Reading:
    """A percent from 0 to 100; a number up to 1 is the fraction that a percent format shows."""
    if isinstance(raw, str):
        return _typed_percent(raw, column)
    reading = _bare(raw, None)
    if not isinstance(reading.value, float):
        return reading
    return _percent(reading.value if reading.value > 1 else _hundredfold(reading.value), column)


def parse_figure(text: str) -> Figure:
    """The number that a text says in one way only."""
    if SPOILED.fullmatch(text):
        return Figure(None, "Число испорчено форматом, последние цифры потеряны")
    text = text.translate(_MINUSES)
    match = _NUMBER.fullmatch(text) if len(text) <= _LONGEST else None
    if match is None:
        return Figure(None, _why_not(text))
    sign, whole, mark, rest = match.groups()
    if mark == "." and len(rest) == 3 and whole not in {"0", "00"} and len(whole) <= 3:
        return Figure(None, "Неясно, точка отделяет тысячи или дробную часть")
    return Figure(Decimal(f"{sign}{whole.replace(' ', '')}.{rest or '0'}"))


def bounded(reading: Reading, number: float, column: Column) -> Reading:
    """The reading, or C04 when the number is out of the bounds of the column."""
    if column.low is not None and number < column.low:
        return Reading(None, "C04", f"Значение меньше {column.low:g}", "Проверьте число.")
    if column.high is not None and number > column.high:
        return Reading(None, "C04", f"Значение больше {column.high:g}", "Проверьте число.")
    if column.low_warn is not None and number < column.low_warn:
        return Reading(reading.value, "C04", f"Обычно не меньше {column.low_warn:g}", "Проверьте число.", "warning")
    if column.high_warn is not None and number > column.high_warn:
        return Reading(reading.value, "C04", f"Обычно не больше {column.high_warn:g}", "Проверьте число.", "warning")
    return reading


def easy_span(column: Column, low: float, high: float) -> tuple[float, float]:
    """The part of low…high in which the column's bounds find nothing to say."""
    lows = [bound for bound in (column.low, column.low_warn) if bound is not None]
    highs = [bound for bound in (column.high, column.high_warn) if bound is not None]
    return max([low, *lows]), min([high, *highs])


def _bare(raw: Raw, column: Column | None) -> Reading:
    if not isinstance(raw, int | float) or abs(raw) > 1e300 or not isfinite(raw):
        return Reading(None, "C02", "Это не число", _TYPE_NUMBER)
    value = float(raw)
    return Reading(value) if column is None else bounded(Reading(value), value, column)


def _typed_percent(text: str, column: Column) -> Reading:
    body = text.removesuffix("%").rstrip() if text.endswith("%") else text
    figure = parse_figure(body)
    if figure.value is None:
        return Reading(None, "C02", figure.fault, "Введите процент числом от 0 до 100.")
    value = float(figure.value)
    if body == text and 0 < value < 1:
        remark = Reading(None, "C06", "Доля прочитана как процент", "Введите процент числом от 0 до 100.", "warning")
        return remark._replace(value=_hundredfold(value))
    reading = _percent(value, column)
    return reading if reading.code else reading._replace(code="C06", text=_TYPED_AS_TEXT)


def _percent(value: float, column: Column) -> Reading:
    if value < 0 and column.low is None:
        return Reading(None, "C04", "Процент отрицательный", "Введите процент от 0 до 100.")
    if value > 100 and column.high is None:
        return Reading(None, "C04", "Процент больше 100", "Введите процент от 0 до 100.")
    return bounded(Reading(value), value, column)


def _hundredfold(fraction: float) -> float:
    return round(fraction * 100, 10)


def _why_not(text: str) -> str:
    if len(text) <= _LONGEST and _SEVERAL_MARKS.fullmatch(text):
        return "Неясно, какой знак отделяет тысячи, а какой дробную часть"
    return "Это не число"
