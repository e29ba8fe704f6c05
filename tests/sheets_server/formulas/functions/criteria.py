"""Criteria of COUNTIF and SUMIF: `5`, `">=5"`, `"<>"`, `"Ив*"`."""

import operator
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from tests.sheets_server.cell_values import ErrorValue, Scalar
from tests.sheets_server.formulas.coercion import key, rank, typed_number
from tests.sheets_server.formulas.resolver import Key
from tests.sheets_server.locales import Locale

_COMPARE: Mapping[str, Callable[[int, int], bool]] = MappingProxyType(
    {"<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge}
)
_SIGNED = re.compile(r"(<=|>=|<>|<|>|=)?(.*)", re.DOTALL)


@dataclass(frozen=True)
class Criterion:
    """A question to a cell. `exact` is the key of the one value that is asked for, None when the question is another."""

    holds: Callable[[Scalar], bool]
    exact: Key = None


def criterion(asked: Scalar, locale: Locale) -> Criterion:
    """The question that a criterion asks; an empty cell as a criterion asks for 0 [?]."""
    match asked:
        case ErrorValue():
            return Criterion(lambda cell: cell == asked)
        case str():
            return _worded(asked, locale)
    return _equal(0 if asked is None else asked)


def _equal(value: Scalar) -> Criterion:
    wanted = key(value)
    return Criterion(lambda cell: key(cell) == wanted, wanted)


def _worded(text: str, locale: Locale) -> Criterion:
    found = _SIGNED.fullmatch(text)
    sign, rest = (found[1] or "", found[2]) if found else ("", text)
    if sign in _COMPARE:
        return _ordered(sign, _read(rest, locale))
    if rest == "":
        # "" and "=" ask for empty cells, "<>" for those that are not
        return Criterion((lambda cell: cell is not None) if sign == "<>" else (lambda cell: cell is None or cell == ""))
    same = wild(rest) if has_wild(rest) and not isinstance(_read(rest, locale), int | float) else None
    equal = _equal(_read(rest, locale)) if same is None else Criterion(lambda cell: matches(same, cell))
    return Criterion(lambda cell: not equal.holds(cell)) if sign == "<>" else equal


def _read(text: str, locale: Locale) -> Scalar:
    truths = {"TRUE": True, "FALSE": False, locale.true: True, locale.false: False}
    if text.upper() in truths:
        return truths[text.upper()]
    number = typed_number(text, locale)
    return text if number is None else number


def _ordered(sign: str, limit: Scalar) -> Criterion:
    compare, bound = _COMPARE[sign], rank(limit)

    def holds(cell: Scalar) -> bool:
        found = key(cell)
        return found is not None and found[0] == bound[0] and compare((found > bound) - (found < bound), 0)

    return Criterion(holds)


def has_wild(text: str) -> bool:
    """The text has `*`, `?` or `~`."""
    return any(mark in text for mark in "*?~")


@lru_cache(maxsize=1024)
def wild(text: str) -> re.Pattern[str]:
    """`*` any letters, `?` one, `~` takes the meaning from the next; upper and lower case are one."""
    pieces = re.findall(r"~[*?~]|\*|\?|.", text, re.DOTALL)
    plain = {"*": ".*", "?": "."}
    return re.compile("".join(plain.get(piece, re.escape(piece[-1])) for piece in pieces), re.IGNORECASE | re.DOTALL)


def matches(pattern: re.Pattern[str], cell: Scalar) -> bool:
    """The cell is a text of that pattern."""
    return isinstance(cell, str) and pattern.fullmatch(cell) is not None
