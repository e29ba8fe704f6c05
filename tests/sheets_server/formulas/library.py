"""Every function that formulas may call, and one formula worked out."""

from collections.abc import Mapping
from types import MappingProxyType

from tests.sheets_server.cell_values import Scalar, tidy
from tests.sheets_server.formulas.blocks import Block
from tests.sheets_server.formulas.evaluation import Evaluation, Function
from tests.sheets_server.formulas.faults import PARSE
from tests.sheets_server.formulas.functions import arithmetic, conditions, counting, days, lookups, ranges, texts
from tests.sheets_server.formulas.lexer import FormulaSyntaxError
from tests.sheets_server.formulas.nodes import Pointer
from tests.sheets_server.formulas.parser import parsed
from tests.sheets_server.formulas.resolver import Context

FUNCTIONS: Mapping[str, Function] = MappingProxyType(
    {
        **arithmetic.FUNCTIONS,
        **conditions.FUNCTIONS,
        **counting.FUNCTIONS,
        **days.FUNCTIONS,
        **lookups.FUNCTIONS,
        **ranges.FUNCTIONS,
        **texts.FUNCTIONS,
    }
)
Matrix = tuple[tuple[Scalar, ...], ...]


def evaluate(formula: str, context: Context) -> Scalar | Matrix:
    """What a formula (with its `=`) gives in its cell: one value, or rows of values that spill from the cell.

    A formula that can't be read in the locale is the error #ERROR!; a lone range without ARRAYFORMULA is the cell in
    the formula's own row or column.
    """
    try:
        tree = parsed(formula, context.locale)
    except FormulaSyntaxError:
        return PARSE
    evaluation = Evaluation(context, FUNCTIONS)
    found = evaluation.value(tree)
    if isinstance(tree, Pointer) or not isinstance(found, Block) or found.one:
        return _tidied(evaluation.single(found))
    return tuple(tuple(map(_tidied, row)) for row in found.rows)


def _tidied(value: Scalar) -> Scalar:
    return tidy(value) if isinstance(value, float) else value
