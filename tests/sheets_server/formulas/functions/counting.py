"""Counting and summing by criteria: COUNTIF, COUNTIFS, SUMIF, SUMIFS, AVERAGEIF."""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from tests.sheets_server.cell_values import Scalar
from tests.sheets_server.formulas.blocks import Block, Value, block_of
from tests.sheets_server.formulas.coercion import key
from tests.sheets_server.formulas.evaluation import Evaluation, Function
from tests.sheets_server.formulas.faults import FormulaError
from tests.sheets_server.formulas.functions.criteria import Criterion, criterion
from tests.sheets_server.formulas.nodes import Node
from tests.sheets_server.formulas.resolver import Key

_UNEVEN = "Array arguments to {} are of different size."


def _countif(evaluation: Evaluation, nodes: Sequence[Node]) -> Value:
    """The range is counted once, however many criteria ask."""
    block = _range(evaluation, nodes[0])
    counts = _counts(evaluation, block)

    def count(asked: Scalar) -> Scalar:
        found = criterion(asked, evaluation.context.locale)
        if found.exact is not None:
            return counts[found.exact]
        return sum(found.holds(cell) for cell in block.cells())

    return evaluation.mapped(count, evaluation.value(nodes[1]))


def _counts(evaluation: Evaluation, block: Block) -> Counter[Key]:
    kept = evaluation.context.lookups.counts
    found = kept.get(block.area) if block.area is not None else None
    if found is None:
        found = Counter(key(cell) for cell in block.cells())
        if block.area is not None:
            kept[block.area] = found
    return found


def _sumif(evaluation: Evaluation, nodes: Sequence[Node]) -> Value:
    block = _range(evaluation, nodes[0])
    added = _same_shape(evaluation, block, nodes[2]) if len(nodes) > 2 else block
    sums: dict[Key, float] = {}
    for cell, number in zip(block.cells(), added.cells(), strict=True):
        sums[key(cell)] = sums.get(key(cell), 0) + _number(number)

    def total(asked: Scalar) -> Scalar:
        found = criterion(asked, evaluation.context.locale)
        if found.exact is not None:
            return sums.get(found.exact, 0)
        pairs = zip(block.cells(), added.cells(), strict=True)
        return math.fsum(_number(number) for cell, number in pairs if found.holds(cell))

    return evaluation.mapped(total, evaluation.value(nodes[1]))


def _same_shape(evaluation: Evaluation, block: Block, node: Node) -> Block:
    """The range to add: as tall and wide as the one that is asked, from its first cell on."""
    found = _range(evaluation, node)
    if (found.height, found.width) == (block.height, block.width) or found.area is None:
        return found
    area = found.area
    wanted = area._replace(bottom=area.top + block.height, right=area.left + block.width)
    size = evaluation.context.resolver.size(area.sheet) or (0, 0)
    within = wanted._replace(bottom=min(wanted.bottom, size[0]), right=min(wanted.right, size[1]))
    rows = evaluation.read(within).rows
    wide = [[*row, *[None] * (block.width - len(row))] for row in rows]
    return Block([*wide, *[[None] * block.width for _ in range(block.height - len(wide))]])


def _countifs(evaluation: Evaluation, nodes: Sequence[Node]) -> Value:
    blocks, asked = _pairs(evaluation, nodes, "COUNTIFS")

    def count(*wanted: Scalar) -> Scalar:
        return len(_chosen(blocks, [criterion(one, evaluation.context.locale) for one in wanted]))

    return evaluation.mapped(count, *asked)


def _sumifs(evaluation: Evaluation, nodes: Sequence[Node]) -> Value:
    added = _range(evaluation, nodes[0])
    blocks, asked = _pairs(evaluation, nodes[1:], "SUMIFS")
    if (added.height, added.width) != (blocks[0].height, blocks[0].width):
        raise FormulaError("VALUE", _UNEVEN.format("SUMIFS"))
    numbers = [_number(cell) for cell in added.cells()]

    def total(*wanted: Scalar) -> Scalar:
        places = _chosen(blocks, [criterion(one, evaluation.context.locale) for one in wanted])
        return math.fsum(numbers[place] for place in places)

    return evaluation.mapped(total, *asked)


def _pairs(evaluation: Evaluation, nodes: Sequence[Node], what: str) -> tuple[list[Block], list[Value]]:
    blocks = [_range(evaluation, node) for node in nodes[::2]]
    asked = [evaluation.value(node) for node in nodes[1::2]]
    if len(blocks) != len(asked):
        raise FormulaError("N_A", f"Wrong number of arguments to {what}.")
    if len({(block.height, block.width) for block in blocks}) > 1:
        raise FormulaError("VALUE", _UNEVEN.format(what))
    return blocks, asked


def _chosen(blocks: Sequence[Block], wanted: Sequence[Criterion]) -> list[int]:
    """Places, cell by cell, where every criterion holds."""
    rows = zip(*(block.cells() for block in blocks), strict=True)
    return [
        place for place, row in enumerate(rows) if all(one.holds(cell) for one, cell in zip(wanted, row, strict=True))
    ]


def _range(evaluation: Evaluation, node: Node) -> Block:
    return block_of(evaluation.value(node))


def _number(cell: Scalar) -> float:
    return cell if isinstance(cell, int | float) and not isinstance(cell, bool) else 0


FUNCTIONS: Mapping[str, Function] = MappingProxyType(
    {
        "COUNTIF": Function(_countif, 2, 2),
        "COUNTIFS": Function(_countifs, 2),
        "SUMIF": Function(_sumif, 2, 3),
        "SUMIFS": Function(_sumifs, 3),
    }
)
