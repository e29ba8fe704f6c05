"""Sums and roundings: SUM, AVERAGE, MIN, MAX, COUNT, COUNTA, COUNTBLANK, SUMPRODUCT, ROUND, ABS, INT, MOD."""

import math
from collections.abc import Mapping, Sequence
from decimal import ROUND_HALF_UP, Context, Decimal
from types import MappingProxyType

from tests.sheets_server.cell_values import Scalar
from tests.sheets_server.formulas.blocks import Value, block_of
from tests.sheets_server.formulas.coercion import number_of
from tests.sheets_server.formulas.evaluation import Evaluation, Function
from tests.sheets_server.formulas.faults import FormulaError
from tests.sheets_server.formulas.functions.shapes import each, numbers, raised_whole, whole
from tests.sheets_server.formulas.nodes import Node
from tests.sheets_server.formulas.operators import divided, finite
from tests.sheets_server.locales import Locale


def _sum(locale: Locale, *values: Value) -> Value:
    return finite(math.fsum(numbers(locale, values, "SUM")))


def _average(locale: Locale, *values: Value) -> Value:
    found = numbers(locale, values, "AVERAGE")
    if not found:
        raise FormulaError("DIVIDE_BY_ZERO", "Evaluation of function AVERAGE caused a divide by zero error.")
    return math.fsum(found) / len(found)


def _min(locale: Locale, *values: Value) -> Value:
    return min(numbers(locale, values, "MIN"), default=0)


def _max(locale: Locale, *values: Value) -> Value:
    return max(numbers(locale, values, "MAX"), default=0)


def _is_number(value: Scalar) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _count(_locale: Locale, *values: Value) -> Value:
    return sum(_is_number(cell) for value in values for cell in block_of(value).cells())


def _counta(_locale: Locale, *values: Value) -> Value:
    return sum(cell is not None for value in values for cell in block_of(value).cells())


def _countblank(_locale: Locale, *values: Value) -> Value:
    return sum(cell in (None, "") for value in values for cell in block_of(value).cells())


def _sumproduct(evaluation: Evaluation, nodes: Sequence[Node]) -> Value:
    """Its arguments are worked out as within ARRAYFORMULA."""
    blocks = [block_of(raised_whole(evaluation.spreading.value(node))) for node in nodes]
    if len({(block.height, block.width) for block in blocks}) > 1:
        raise FormulaError("VALUE", "SUMPRODUCT has mismatched range sizes.")
    products = zip(*(block.cells() for block in blocks), strict=True)
    return math.fsum(math.prod(float(cell) if _is_number(cell) else 0.0 for cell in row) for row in products)


def _round(locale: Locale, value: Scalar, places: Scalar = 0) -> Scalar:
    number = Decimal(repr(float(number_of(value, locale, "ROUND"))))
    step = Decimal(1).scaleb(-int(number_of(places, locale, "ROUND", 2)))
    return float((number / step).quantize(Decimal(1), ROUND_HALF_UP, Context(prec=400)) * step)


def _abs(locale: Locale, value: Scalar) -> Scalar:
    return abs(number_of(value, locale, "ABS"))


def _int(locale: Locale, value: Scalar) -> Scalar:
    return math.floor(number_of(value, locale, "INT"))


def _mod(locale: Locale, value: Scalar, by: Scalar) -> Scalar:
    one, other = number_of(value, locale, "MOD", 1), number_of(by, locale, "MOD", 2)
    if other == 0:
        raise FormulaError("DIVIDE_BY_ZERO", "Function MOD parameter 2 cannot be zero.")
    return one % other


def _divide(locale: Locale, value: Scalar, by: Scalar) -> Scalar:
    return divided(number_of(value, locale, "DIVIDE", 1), number_of(by, locale, "DIVIDE", 2))


FUNCTIONS: Mapping[str, Function] = MappingProxyType(
    {
        "SUM": whole(_sum, 1),
        "AVERAGE": whole(_average, 1),
        "MIN": whole(_min, 1),
        "MAX": whole(_max, 1),
        "COUNT": whole(_count, 1),
        "COUNTA": whole(_counta, 1),
        "COUNTBLANK": whole(_countblank, 1),
        "SUMPRODUCT": Function(_sumproduct, 1),
        "ROUND": each(_round, 1, 2),
        "ABS": each(_abs, 1),
        "INT": each(_int, 1),
        "MOD": each(_mod, 2),
        "DIVIDE": each(_divide, 2),
    }
)
