"""Texts: LEN, LEFT, MID, TRIM, CONCATENATE, TEXTJOIN, TEXT, VALUE, SUBSTITUTE, REGEXMATCH and their kin."""

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from types import MappingProxyType

from tests.sheets_server.cell_values import Scalar
from tests.sheets_server.formulas.blocks import Value
from tests.sheets_server.formulas.coercion import number_of, text_of, truth_of
from tests.sheets_server.formulas.evaluation import Function
from tests.sheets_server.formulas.faults import FormulaError
from tests.sheets_server.formulas.functions.criteria import wild
from tests.sheets_server.formulas.functions.shapes import cells, each, whole
from tests.sheets_server.locales import Locale
from tests.sheets_server.number_formats import rendered


def _changed(change: Callable[[str], Scalar]) -> Function:
    return each(lambda locale, value: change(text_of(value, locale)), 1)


def _size(locale: Locale, value: Scalar, what: str, place: int) -> int:
    size = int(number_of(value, locale, what, place))
    if size < 0:
        raise FormulaError("VALUE", f"Function {what} parameter {place} value is {size}. It should be at least 0.")
    return size


def _left(locale: Locale, value: Scalar, size: Scalar = 1) -> Scalar:
    return text_of(value, locale)[: _size(locale, size, "LEFT", 2)]


def _right(locale: Locale, value: Scalar, size: Scalar = 1) -> Scalar:
    text = text_of(value, locale)
    return text[max(len(text) - _size(locale, size, "RIGHT", 2), 0) :]


def _mid(locale: Locale, value: Scalar, start: Scalar, size: Scalar) -> Scalar:
    first = _size(locale, start, "MID", 2)
    if first < 1:
        raise FormulaError("VALUE", f"Function MID parameter 2 value is {first}. It should be at least 1.")
    return text_of(value, locale)[first - 1 : first - 1 + _size(locale, size, "MID", 3)]


def _concatenate(locale: Locale, *values: Value) -> Value:
    return "".join(text_of(cell, locale) for cell, _ in cells(values))


def _textjoin(locale: Locale, parting: Value, without_empty: Value, *values: Value) -> Value:
    (between, _), *_rest = cells([parting])
    (skip, _), *_rest = cells([without_empty])
    texts = [text_of(cell, locale) for cell, _ in cells(values)]
    kept = [text for text in texts if text] if truth_of(skip, locale, "TEXTJOIN", 2) else texts
    return text_of(between, locale).join(kept)


def _join(locale: Locale, parting: Value, *values: Value) -> Value:
    (between, _), *_rest = cells([parting])
    return text_of(between, locale).join(text_of(cell, locale) for cell, _ in cells(values))


def _text(locale: Locale, value: Scalar, pattern: Scalar) -> Scalar:
    return rendered(value, {"type": "NUMBER", "pattern": text_of(pattern, locale)}, locale)


def _value(locale: Locale, value: Scalar) -> Scalar:
    if value == "":
        raise FormulaError("VALUE", "VALUE parameter '' cannot be parsed to number.")
    return number_of(value, locale, "VALUE")


def _substitute(locale: Locale, value: Scalar, old: Scalar, new: Scalar, which: Scalar = None) -> Scalar:
    text, gone, instead = (text_of(one, locale) for one in (value, old, new))
    if not gone:
        return text
    if which is None:
        return text.replace(gone, instead)
    pieces, number = text.split(gone), _size(locale, which, "SUBSTITUTE", 4)
    if not 1 <= number < len(pieces):
        return text
    return instead.join([gone.join(pieces[:number]), gone.join(pieces[number:])])


def _find(locale: Locale, wanted: Scalar, value: Scalar, start: Scalar = 1) -> Scalar:
    place = text_of(value, locale).find(text_of(wanted, locale), _size(locale, start, "FIND", 3) - 1)
    if place < 0:
        raise FormulaError("VALUE", f"In FIND evaluation, cannot find '{wanted}' within '{value}'.")
    return place + 1


def _search(locale: Locale, wanted: Scalar, value: Scalar, start: Scalar = 1) -> Scalar:
    found = wild(text_of(wanted, locale)).search(text_of(value, locale), max(_size(locale, start, "SEARCH", 3) - 1, 0))
    if found is None:
        raise FormulaError("VALUE", f"In SEARCH evaluation, cannot find '{wanted}' within '{value}'.")
    return found.start() + 1


@lru_cache(maxsize=256)
def _expression(text: str) -> re.Pattern[str]:
    """RE2 in Sheets, Python's `re` here: the common part of both is meant."""
    try:
        return re.compile(text)
    except re.error:
        raise FormulaError(
            "REF", f"Function REGEXMATCH parameter 2 value '{text}' is not a valid regular expression."
        ) from None


def _regexmatch(locale: Locale, value: Scalar, pattern: Scalar) -> Scalar:
    if value is not None and not isinstance(value, str):
        raise FormulaError("VALUE", f"Function REGEXMATCH parameter 1 expects text values. But '{value}' is a number.")
    return _expression(text_of(pattern, locale)).search(value or "") is not None


def _regexreplace(locale: Locale, value: Scalar, pattern: Scalar, instead: Scalar) -> Scalar:
    replacement = re.sub(r"\$(\d)", r"\\\1", text_of(instead, locale))
    return _expression(text_of(pattern, locale)).sub(replacement, text_of(value, locale))


def _regexextract(locale: Locale, value: Scalar, pattern: Scalar) -> Scalar:
    found = _expression(text_of(pattern, locale)).search(text_of(value, locale))
    if found is None:
        raise FormulaError("N_A", "Function REGEXEXTRACT parameter 2 value does not match text of parameter 1.")
    return found[1] if found.re.groups else found[0]


def _n(_locale: Locale, value: Scalar) -> Scalar:
    return value if isinstance(value, int | float) else 0


def _hyperlink(locale: Locale, address: Scalar, label: Scalar = None) -> Scalar:
    return text_of(address, locale) if label is None else label


FUNCTIONS: Mapping[str, Function] = MappingProxyType(
    {
        "LEN": _changed(len),
        "TRIM": _changed(lambda text: re.sub(" +", " ", text).strip(" ")),
        "UPPER": _changed(str.upper),
        "LOWER": _changed(str.lower),
        "TO_TEXT": _changed(str),
        "LEFT": each(_left, 1, 2),
        "RIGHT": each(_right, 1, 2),
        "MID": each(_mid, 3),
        "CONCATENATE": whole(_concatenate, 1),
        "TEXTJOIN": whole(_textjoin, 3),
        "JOIN": whole(_join, 2),
        "TEXT": each(_text, 2),
        "VALUE": each(_value, 1),
        "SUBSTITUTE": each(_substitute, 3, 4),
        "FIND": each(_find, 2, 3),
        "SEARCH": each(_search, 2, 3),
        "REGEXMATCH": each(_regexmatch, 2),
        "REGEXREPLACE": each(_regexreplace, 3),
        "REGEXEXTRACT": each(_regexextract, 2),
        "N": each(_n, 1),
        "T": each(lambda _locale, value: value if isinstance(value, str) else "", 1),
        "HYPERLINK": each(_hyperlink, 1, 2),
    }
)
