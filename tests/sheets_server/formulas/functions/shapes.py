"""The few ways in which functions take their arguments."""

from collections.abc import Callable, Iterator, Sequence

from tests.sheets_server.cell_values import ErrorValue, Scalar
from tests.sheets_server.formulas.blocks import Block, Value
from tests.sheets_server.formulas.coercion import number_of
from tests.sheets_server.formulas.evaluation import Evaluation, Function
from tests.sheets_server.formulas.faults import FormulaError
from tests.sheets_server.formulas.nodes import Node
from tests.sheets_server.locales import Locale


def each(act: Callable[..., Scalar], low: int, high: int | None = None, *, errors: bool = False) -> Function:
    """A function of single values, `act(locale, *values)`; within ARRAYFORMULA it goes over every cell."""

    def call(evaluation: Evaluation, nodes: Sequence[Node]) -> Value:
        locale = evaluation.context.locale
        values = [evaluation.value(node) for node in nodes]
        return evaluation.mapped(lambda *cells: act(locale, *cells), *values, errors=errors)

    return Function(call, low, low if high is None else high)


def whole(act: Callable[..., Value], low: int, high: int | None = None) -> Function:
    """A function of whole ranges, `act(locale, *values)`."""

    def call(evaluation: Evaluation, nodes: Sequence[Node]) -> Value:
        return act(evaluation.context.locale, *(evaluation.value(node) for node in nodes))

    return Function(call, low, high)


def cells(values: Sequence[Value]) -> Iterator[tuple[Scalar, bool]]:
    """Every value of the arguments, and whether it stood in a range. Raises FormulaError for an error among them."""
    for value in values:
        inside = isinstance(value, Block)
        for cell in value.cells() if isinstance(value, Block) else (value,):
            if isinstance(cell, ErrorValue):
                raise FormulaError(cell.type, cell.message)
            yield cell, inside


def raised_whole(value: Value) -> Value:
    """The value itself, when no error is among its cells. Raises FormulaError."""
    for _ in cells([value]):
        pass
    return value


def numbers(locale: Locale, values: Sequence[Value], what: str) -> list[float]:
    """The numbers of the arguments: in a range text, truths and empty cells are passed over, alone they are read."""
    found: list[float] = []
    for place, value in enumerate(values, start=1):
        for cell, inside in cells([value]):
            if not inside:
                found.append(number_of(cell, locale, what, place))
            elif isinstance(cell, int | float) and not isinstance(cell, bool):
                found.append(cell)
    return found
