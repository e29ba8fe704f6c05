"""One kind of value where another is wanted, and how values compare."""

from functools import lru_cache

from tests.sheets_server.cell_values import ErrorValue, Scalar
from tests.sheets_server.formulas.faults import FormulaError
from tests.sheets_server.formulas.resolver import Key
from tests.sheets_server.locales import Locale
from tests.sheets_server.number_formats import rendered
from tests.sheets_server.typed_input import typed


def raised(value: Scalar) -> Scalar:
    """The value itself; an error is raised."""
    if isinstance(value, ErrorValue):
        raise FormulaError(value.type, value.message)
    return value


def number_of(value: Scalar, locale: Locale, what: str = "", place: int = 1) -> float:
    """The number that a value stands for: an empty cell is 0, a truth 1 or 0, a text what typing it would give.

    Raises FormulaError #VALUE! that names function `what` and the parameter.
    """
    match raised(value):
        case None:
            return 0
        case bool() as truth:
            return int(truth)
        case int() | float() as plain:
            return plain
    number = typed_number(str(value), locale)
    if number is None:
        raise FormulaError(
            "VALUE",
            f"Function {what} parameter {place} expects number values. "
            f"But '{value}' is a text and cannot be coerced to a number.",
        )
    return number


@lru_cache(maxsize=4096)
def typed_number(text: str, locale: Locale) -> float | None:
    """The number or date in a text, as typing it would give."""
    found = typed(text, locale)
    return found.value if found.kind == "numberValue" and isinstance(found.value, int | float) else None


def text_of(value: Scalar, locale: Locale) -> str:
    """The text that a value shows without a format (Sheets takes the cell's format for dates; formats are not here)."""
    return rendered(raised(value), None, locale)


def truth_of(value: Scalar, locale: Locale, what: str = "", place: int = 1) -> bool:
    """The truth of a value: a number that is not 0, the words TRUE and FALSE. Raises FormulaError #VALUE!."""
    match raised(value):
        case None:
            return False
        case bool() | int() | float() as number:
            return bool(number)
    words = {"TRUE": True, "FALSE": False, locale.true: True, locale.false: False}
    truth = words.get(str(value).upper())
    if truth is None:
        raise FormulaError(
            "VALUE",
            f"Function {what} parameter {place} expects boolean values. "
            f"But '{value}' is a text and cannot be coerced to a boolean.",
        )
    return truth


def rank(value: Scalar) -> tuple[int, float | str]:
    """What to sort by: numbers before texts before truths, texts without regard to case."""
    match value:
        case bool():
            return 2, value
        case int() | float():
            return 0, value
        case ErrorValue():
            return 3, value.type
    return 1, (value or "").casefold()


def compared(one: Scalar, other: Scalar) -> int:
    """-1, 0 or 1; an empty cell is like 0, "" or FALSE, whichever the other side is."""
    first, second = rank(_filled(one, other)), rank(_filled(other, one))
    return (first > second) - (first < second)


def _filled(value: Scalar, other: Scalar) -> Scalar:
    if value is not None:
        return value
    match other:
        case bool():
            return False
        case int() | float():
            return 0
    return ""


def key(value: Scalar) -> Key:
    """What equal values share, for look-ups; an empty cell and an error are equal to nothing."""
    return None if value is None or isinstance(value, ErrorValue) else rank(value)
