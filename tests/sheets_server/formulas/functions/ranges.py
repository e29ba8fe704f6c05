"""Ranges as wholes: ROW, COLUMN, ROWS, COLUMNS, INDIRECT, UNIQUE, FILTER, SORT, TRANSPOSE."""

from collections.abc import Callable, Mapping, Sequence
from functools import cmp_to_key
from types import MappingProxyType

from tests.sheets_server.cell_values import ErrorValue, Scalar
from tests.sheets_server.formulas.blocks import Block, Value, block_of
from tests.sheets_server.formulas.coercion import key, number_of, rank, text_of, truth_of
from tests.sheets_server.formulas.evaluation import Evaluation, Function
from tests.sheets_server.formulas.faults import FormulaError
from tests.sheets_server.formulas.functions.shapes import whole
from tests.sheets_server.formulas.nodes import Node, Pointer
from tests.sheets_server.formulas.references import reference
from tests.sheets_server.formulas.resolver import Area
from tests.sheets_server.locales import Locale


def _place(rows: bool) -> Callable[[Evaluation, Sequence[Node]], Value]:  # noqa: FBT001 ROW or COLUMN
    def call(evaluation: Evaluation, nodes: Sequence[Node]) -> Value:
        if not nodes:
            return (evaluation.context.row if rows else evaluation.context.column) + 1
        area = _area(evaluation, nodes[0])
        first, last = (area.top, area.bottom) if rows else (area.left, area.right)
        if not evaluation.arrays or last - first == 1:
            return first + 1
        places = range(first + 1, last + 1)
        return Block([[place] for place in places] if rows else [list(places)])

    return call


def _area(evaluation: Evaluation, node: Node) -> Area:
    """Where a node points, without reading it: `ROW(A:A)` in column A is no circle."""
    if isinstance(node, Pointer):
        return evaluation.area(node.reference)
    found = evaluation.value(node)
    if isinstance(found, ErrorValue):
        raise FormulaError(found.type, found.message)
    if not isinstance(found, Block) or found.area is None:
        raise FormulaError("N_A", "Argument must be a range.")
    return found.area


def _measured(rows: bool) -> Callable[[Evaluation, Sequence[Node]], Value]:  # noqa: FBT001 ROWS or COLUMNS
    def call(evaluation: Evaluation, nodes: Sequence[Node]) -> Value:
        if isinstance(nodes[0], Pointer):
            area = evaluation.area(nodes[0].reference)
            return area.bottom - area.top if rows else area.right - area.left
        found = evaluation.value(nodes[0])
        if isinstance(found, ErrorValue):
            return found
        return block_of(found).height if rows else block_of(found).width

    return call


def _indirect(evaluation: Evaluation, nodes: Sequence[Node]) -> Value:
    text = text_of(evaluation.scalar(nodes[0]), evaluation.context.locale)
    found = reference(text)
    area = evaluation.context.resolver.named(text) if found is None else evaluation.area(found)
    if area is None:
        message = f"Function INDIRECT parameter 1 value is '{text}'. It is not a valid cell/range reference."
        raise FormulaError("REF", message)
    return evaluation.read(area)


def _unique(_locale: Locale, value: Value) -> Value:
    rows: dict[tuple[tuple[str, Scalar], ...], Sequence[Scalar]] = {}
    for row in block_of(value).rows:
        rows.setdefault(tuple(map(_exactly, row)), row)
    return Block(list(rows.values()))


def _exactly(cell: Scalar) -> tuple[str, Scalar]:
    return type(cell).__name__ if isinstance(cell, bool | str) else "", cell


def _filter(evaluation: Evaluation, nodes: Sequence[Node]) -> Value:
    block = _checked(evaluation, nodes[0])
    conditions = [_checked(evaluation, node) for node in nodes[1:]]
    across = conditions[0].height == 1 and conditions[0].width == block.width and block.height > 1
    lines: list[Sequence[Scalar]] = list(zip(*block.rows, strict=True)) if across else list(block.rows)
    asked = [list(condition.cells()) for condition in conditions]
    for condition, found in zip(conditions, asked, strict=True):
        if len(found) != len(lines):
            message = (
                f"FILTER has mismatched range sizes. Expected row count: {block.height}. column count: 1. "
                f"Actual row count: {condition.height}, column count: {condition.width}."
            )
            raise FormulaError("N_A", message)
    kept = [line for line, *truths in zip(lines, *asked, strict=True) if all(_holds(one, evaluation) for one in truths)]
    if not kept:
        raise FormulaError("N_A", "No matches are found in FILTER evaluation.")
    return Block(list(zip(*kept, strict=True)) if across else kept)


def _checked(evaluation: Evaluation, node: Node) -> Block:
    found = evaluation.spreading.value(node)
    if isinstance(found, ErrorValue):
        raise FormulaError(found.type, found.message)
    return block_of(found)


def _holds(cell: Scalar, evaluation: Evaluation) -> bool:
    return not isinstance(cell, ErrorValue | str) and truth_of(cell, evaluation.context.locale, "FILTER", 2)


def _sort(evaluation: Evaluation, nodes: Sequence[Node]) -> Value:
    """By pairs of column and TRUE for upward; without them by the first column; empty cells are last both ways."""
    block = _checked(evaluation, nodes[0])
    locale = evaluation.context.locale
    orders: list[tuple[list[Scalar], bool]] = []
    for place in range(1, len(nodes) - 1, 2):
        by = evaluation.spreading.value(nodes[place])
        upward = truth_of(evaluation.scalar(nodes[place + 1]), locale, "SORT", place + 2)
        orders.append((_sorted_by(by, block, locale), upward))
    orders = orders or [(block.column(0), True)]

    def compare(one: int, other: int) -> int:
        for column, upward in orders:
            found = _order(column[one], column[other], upward)
            if found:
                return found
        return 0

    return Block([block.rows[place] for place in sorted(range(block.height), key=cmp_to_key(compare))])


def _sorted_by(by: Value, block: Block, locale: Locale) -> list[Scalar]:
    if isinstance(by, Block) and not by.one:
        if by.height != block.height:
            raise FormulaError("VALUE", "SORT has mismatched range sizes.")
        return by.column(0)
    index = int(number_of(block_of(by).rows[0][0], locale, "SORT", 2))
    if not 1 <= index <= block.width:
        raise FormulaError(
            "VALUE", f"Function SORT parameter 2 value is {index}. Valid values are between 1 and {block.width}."
        )
    return block.column(index - 1)


def _order(one: Scalar, other: Scalar, upward: bool) -> int:  # noqa: FBT001 the direction
    first, second = key(one), key(other)
    if first is None or second is None:
        return (first is None) - (second is None)
    found = (rank(one) > rank(other)) - (rank(one) < rank(other))
    return found if upward else -found


def _transpose(_locale: Locale, value: Value) -> Value:
    return Block(list(zip(*block_of(value).rows, strict=True)))


FUNCTIONS: Mapping[str, Function] = MappingProxyType(
    {
        "ROW": Function(_place(rows=True), 0, 1),
        "COLUMN": Function(_place(rows=False), 0, 1),
        "ROWS": Function(_measured(rows=True), 1, 1),
        "COLUMNS": Function(_measured(rows=False), 1, 1),
        "INDIRECT": Function(_indirect, 1, 2),
        "UNIQUE": whole(_unique, 1, 1),
        "FILTER": Function(_filter, 2),
        "SORT": Function(_sort, 1),
        "TRANSPOSE": whole(_transpose, 1, 1),
    }
)
