"""How a cell shows its value: FORMATTED_VALUE from a value, its numberFormat and the spreadsheet's locale."""

import operator
from collections.abc import Callable, Mapping
from decimal import Decimal
from types import MappingProxyType

from tests.sheets_server.cell_values import ErrorValue, Scalar
from tests.sheets_server.date_patterns import date_text
from tests.sheets_server.digit_patterns import digits_text
from tests.sheets_server.format_patterns import Section, sections
from tests.sheets_server.locales import Locale

_COMPARE: Mapping[str, Callable[[float, float], bool]] = MappingProxyType(
    {
        "<": operator.lt,
        "<=": operator.le,
        ">": operator.gt,
        ">=": operator.ge,
        "=": operator.eq,
        "<>": operator.ne,
    }
)


def rendered(value: Scalar, number_format: Mapping[str, str] | None, locale: Locale) -> str:
    """The formattedValue of a value; an empty cell is "".

    `number_format` is {"type", "pattern"} as in the API; without a pattern the type's default of the locale is taken.
    Source: recorded grids; doc developers.google.com/sheets/api/guides/formats for tokens that no recording has.
    """
    match value:
        case None:
            return ""
        case bool():
            return locale.word(value)
        case ErrorValue():
            return value.text
        case str():
            return _text(value, _pattern(number_format, locale))
        case _:
            return _number(value, _pattern(number_format, locale), locale)


def _pattern(number_format: Mapping[str, str] | None, locale: Locale) -> str:
    if number_format is None:
        return ""
    return number_format.get("pattern") or locale.default_pattern(number_format.get("type", ""))


def _text(value: str, pattern: str) -> str:
    parts = sections(pattern)
    section = parts[3] if len(parts) > 3 else next((part for part in parts if part.takes_text), None)
    if section is None or not pattern:
        return value
    return "".join(value if token.kind == "text" else token.text for token in section.tokens)


def _number(value: float, pattern: str, locale: Locale) -> str:
    if pattern.lower() in {"", "general", "@"}:
        return general(value, locale)
    section, signed = _chosen(sections(pattern), value)
    if section is None:
        return general(value, locale)
    if section.is_date:
        return date_text(value, section, locale) or general(value, locale)
    if section.takes_text and not section.takes_numbers:
        return "".join(general(value, locale) if token.kind == "text" else token.text for token in section.tokens)
    shown = digits_text(abs(value), section, locale)
    return f"-{shown}" if signed else shown


def _chosen(parts: tuple[Section, ...], value: float) -> tuple[Section | None, bool]:
    """The section of a number, and whether a minus must be put before it."""
    numbers = parts[:3]
    if any(part.condition for part in numbers):
        for part in numbers:
            if part.condition is None or _COMPARE[part.condition[0]](value, part.condition[1]):
                return part, value < 0
        return None, False
    if value < 0:
        return (numbers[1], False) if len(numbers) > 1 else (numbers[0], True)
    return (numbers[2], False) if value == 0 and len(numbers) > 2 else (numbers[0], False)


def general(value: float, locale: Locale) -> str:
    """A number without a format: whole to 15 digits, else 10 significant ones; beyond that an exponent [?].

    Recorded: 2 for `=4/2`, 1.5, 42.01, 0.0009765625 for `= 1 / 1024`; the limits are what people see, not recorded.
    """
    if value == 0:
        return "0"
    size = abs(value)
    if size >= 1e15 or size < 1e-10:
        mantissa, exponent = f"{value:.5E}".split("E")
        power = int(exponent)
        text = f"{_trimmed(mantissa)}E{'-' if power < 0 else '+'}{abs(power):02}"
    elif float(value).is_integer():
        text = str(int(value))
    else:
        text = _trimmed(format(Decimal(f"{value:.{9}E}"), "f"))
    return text.replace(".", locale.decimal)


def _trimmed(text: str) -> str:
    return text.rstrip("0").rstrip(".") if "." in text else text
