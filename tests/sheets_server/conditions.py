"""Conditions of rules: which type is taken where, how many values it needs and what each value may be."""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from tests.sheets_server.discovery import SHEETS, document
from tests.sheets_server.errors import ApiError, Refused
from tests.sheets_server.formulas.lexer import FormulaSyntaxError, pieces
from tests.sheets_server.formulas.parser import parsed
from tests.sheets_server.formulas.references import reference
from tests.sheets_server.locales import Locale, locale_of
from tests.sheets_server.lookup import found
from tests.sheets_server.model import Sheet, Spreadsheet
from tests.sheets_server.plain import Json
from tests.sheets_server.typed_input import typed

VALIDATION, FORMATTING, FILTERS = "data validation", "conditional formatting", "filters"
_ANY = 10**6
_COUNTS: Mapping[str, tuple[int, int]] = {
    "no": (0, 0),
    "a single": (1, 1),
    "exactly two": (2, 2),
    "at least one": (1, _ANY),
}
_RELATIVE = frozenset({"DATE_BEFORE", "DATE_AFTER", "DATE_ON_OR_BEFORE", "DATE_ON_OR_AFTER"})
_NEEDS = re.compile(r"Requires (no|a single|exactly two|at least one) ConditionValue")
OTHER_SHEET = "Conditional format rule cannot reference a different sheet."


def check(book: Spreadsheet, condition: Json, use: str) -> None:
    """Refuses a condition that Google refuses; `use` is VALIDATION, FORMATTING or FILTERS.

    Where a type is taken and how many values it needs is read out of the discovery document (enum of
    BooleanCondition.type); the refusals' words are recorded only for `Invalid ConditionValue.userEnteredValue`.
    """
    kind = condition.get("type", "CONDITION_TYPE_UNSPECIFIED")
    values: list[Json] = condition.get("values", [])
    if kind == "CONDITION_TYPE_UNSPECIFIED":
        raise Refused("No condition type specified.")
    if use not in _told(kind):
        raise Refused(f"ConditionType '{kind}' is not supported in {use}.")
    low, high = counts(kind)
    if not low <= len(values) <= high:
        wanted = "no values" if high == 0 else f"{low} values" if low == high else f"from {low} values on"
        raise Refused(f"BooleanCondition.values has {len(values)} values, but {kind} takes {wanted}.")
    for value in values:
        _check_value(book, kind, value, use)


def check_own_sheet(book: Spreadsheet, condition: Json, sheet: Sheet) -> None:
    """Refuses a formula of a conditional format that points at another sheet but by INDIRECT (sheets_api.md §5)."""
    for value in condition.get("values", []):
        for title in _titles(value.get("userEnteredValue", ""), locale_of(book.locale)):
            if title.lower() != sheet.title.lower():
                raise Refused(OTHER_SHEET)


@cache
def counts(kind: str) -> tuple[int, int]:
    """The fewest and the most values that a type takes, as its description in the discovery document says."""
    if kind == "BOOLEAN":
        return 0, 2
    if kind == "ONE_OF_LIST":
        return 1, _ANY
    told = _NEEDS.search(_told(kind))
    return _COUNTS[told[1]] if told else (0, _ANY)


@cache
def _told(kind: str) -> str:
    field: Json = document(SHEETS)["schemas"]["BooleanCondition"]["properties"]["type"]
    return str(dict(zip(field["enum"], field["enumDescriptions"], strict=True)).get(kind, ""))


def _check_value(book: Spreadsheet, kind: str, value: Json, use: str) -> None:
    if "relativeDate" in value:
        if kind not in _RELATIVE or use == VALIDATION:
            raise Refused("ConditionValue.relativeDate is not supported here.")
        return
    text = value.get("userEnteredValue", "")
    if not _may_be(book, kind, text):
        raise Refused(f"Invalid ConditionValue.userEnteredValue: {text}")


def _may_be(book: Spreadsheet, kind: str, text: str) -> bool:
    locale = locale_of(book.locale)
    if kind == "ONE_OF_LIST":
        return not text.startswith("=")
    if kind == "ONE_OF_RANGE":
        return text.startswith("=") and _is_range(book, text[1:])
    if kind == "CUSTOM_FORMULA":
        return text.startswith(("=", "+")) and _reads(text, locale)
    if text.startswith("="):
        return _reads(text, locale)
    if kind.startswith(("NUMBER_", "DATE_")):
        return typed(text, locale).kind == "numberValue"
    return text != ""


def _reads(formula: str, locale: Locale) -> bool:
    try:
        parsed("=" + formula[1:], locale)
    except FormulaSyntaxError:
        return False
    return True


def _is_range(book: Spreadsheet, text: str) -> bool:
    """A range of a sheet that there is, `$` or not, or a name."""
    try:
        found(book, text.replace("$", ""))
    except ApiError:
        return False
    return True


def _titles(text: str, locale: Locale) -> Iterator[str]:
    """The titles of sheets that a formula's references bear."""
    if not text.startswith(("=", "+")):
        return
    for piece in pieces("=" + text[1:], locale):
        pointed = reference(piece.text) if piece.kind == "reference" else None
        if pointed is not None and pointed.sheet is not None:
            yield pointed.sheet
