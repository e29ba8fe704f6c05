"""What each operator does with its one or two values."""

import operator
from collections.abc import Callable, Mapping
from types import MappingProxyType

from tests.sheets_server.cell_values import Scalar
from tests.sheets_server.formulas.coercion import compared, number_of, text_of
from tests.sheets_server.formulas.faults import FormulaError
from tests.sheets_server.locales import Locale

Act = Callable[..., Scalar]


def _arithmetic(name: str, act: Callable[[float, float], float]) -> Act:
    def answer(locale: Locale, one: Scalar, other: Scalar) -> Scalar:
        return finite(act(float(number_of(one, locale, name, 1)), float(number_of(other, locale, name, 2))))

    return answer


def finite(number: float) -> float:
    """The number; one too large or none at all is #NUM!."""
    if isinstance(number, complex) or number != number or abs(number) == float("inf"):  # noqa: PLR0124 not a number
        raise FormulaError("NUM", "Result was not a valid number.")
    return number


def divided(one: float, other: float) -> float:
    """A quotient; by zero it is #DIV/0!."""
    if other == 0:
        raise FormulaError("DIVIDE_BY_ZERO", "Function DIVIDE parameter 2 cannot be zero.")
    return one / other


def _power(one: float, other: float) -> float:
    try:
        result: float = one**other
    except OverflowError:
        return float("inf")
    except ZeroDivisionError:
        raise FormulaError("DIVIDE_BY_ZERO", "Function POWER parameter 2 cannot be negative for a base of 0.") from None
    return result


def _comparison(act: Callable[[int, int], bool]) -> Act:
    def answer(_locale: Locale, one: Scalar, other: Scalar) -> Scalar:
        return act(compared(one, other), 0)

    return answer


def _joined(locale: Locale, one: Scalar, other: Scalar) -> Scalar:
    return text_of(one, locale) + text_of(other, locale)


def _minus(locale: Locale, one: Scalar) -> Scalar:
    return -number_of(one, locale, "UMINUS")


def _plus(_locale: Locale, one: Scalar) -> Scalar:
    return one


def _per_cent(locale: Locale, one: Scalar) -> Scalar:
    return number_of(one, locale, "UNARY_PERCENT") / 100


OPERATORS: Mapping[tuple[str, int], Act] = MappingProxyType(
    {
        ("+", 2): _arithmetic("ADD", operator.add),
        ("-", 2): _arithmetic("MINUS", operator.sub),
        ("*", 2): _arithmetic("MULTIPLY", operator.mul),
        ("/", 2): _arithmetic("DIVIDE", divided),
        ("^", 2): _arithmetic("POW", _power),
        ("&", 2): _joined,
        ("=", 2): _comparison(operator.eq),
        ("<>", 2): _comparison(operator.ne),
        ("<", 2): _comparison(operator.lt),
        ("<=", 2): _comparison(operator.le),
        (">", 2): _comparison(operator.gt),
        (">=", 2): _comparison(operator.ge),
        ("-", 1): _minus,
        ("+", 1): _plus,
        ("%", 1): _per_cent,
    }
)
