"""Looking up: VLOOKUP, HLOOKUP, XLOOKUP, MATCH, INDEX; exact look-ups go through a hash of the column."""

from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from tests.sheets_server.cell_values import ErrorValue, Scalar
from tests.sheets_server.formulas.blocks import Block, Value, block_of, tidied
from tests.sheets_server.formulas.coercion import key, number_of, raised, rank, truth_of
from tests.sheets_server.formulas.evaluation import Evaluation, Function
from tests.sheets_server.formulas.faults import FormulaError
from tests.sheets_server.formulas.functions.criteria import has_wild, matches, wild
from tests.sheets_server.formulas.nodes import Node
from tests.sheets_server.formulas.resolver import Area

Finder = Callable[[Scalar], int | None]


def _vlookup(evaluation: Evaluation, nodes: Sequence[Node]) -> Value:
    block = _table(evaluation, nodes[1])
    area = block.area and block.area._replace(right=block.area.left + 1)
    return _looked_up(evaluation, nodes, block, area, "VLOOKUP")


def _hlookup(evaluation: Evaluation, nodes: Sequence[Node]) -> Value:
    block = _table(evaluation, nodes[1])
    turned = Block(list(zip(*block.rows, strict=True)))
    return _looked_up(evaluation, nodes, turned, None, "HLOOKUP")


def _looked_up(evaluation: Evaluation, nodes: Sequence[Node], block: Block, area: Area | None, what: str) -> Value:
    locale = evaluation.context.locale
    nearest = truth_of(evaluation.scalar(nodes[3]), locale, what, 4) if len(nodes) > 3 else True
    find = _nearest(block.column(0), -1) if nearest else _exact(evaluation, lambda: block.column(0), area)

    def answer(wanted: Scalar, index: Scalar) -> Scalar:
        place = int(number_of(index, locale, what, 3))
        if place < 1:
            raise FormulaError("VALUE", f"Function {what} parameter 3 value is {place}. It should be at least 1.")
        if place > block.width:
            raise FormulaError("REF", f"{what} evaluates to an out of bounds range.")
        row = find(wanted)
        if row is None:
            raise FormulaError("N_A", f"Did not find value '{'' if wanted is None else wanted}' in {what} evaluation.")
        return block.rows[row][place - 1]

    return evaluation.mapped(answer, evaluation.value(nodes[0]), evaluation.value(nodes[2]))


def _table(evaluation: Evaluation, node: Node) -> Block:
    found = evaluation.value(node)
    if isinstance(found, ErrorValue):
        raise FormulaError(found.type, found.message)
    return block_of(found)


def _exact(evaluation: Evaluation, keys: Callable[[], Sequence[Scalar]], area: Area | None) -> Finder:
    """Finds the first equal value; the hash is kept for the calculation when the values are read from cells."""
    kept = evaluation.context.lookups.first
    hashed = kept.get(area) if area is not None else None
    if hashed is None:
        hashed = {}
        for place, value in enumerate(keys()):
            hashed.setdefault(key(value), place)
        if area is not None:
            kept[area] = hashed
    index = hashed

    def find(wanted: Scalar) -> int | None:
        if isinstance(wanted, str) and has_wild(wanted):
            pattern = wild(wanted)
            return next((place for place, value in enumerate(keys()) if matches(pattern, value)), None)
        return None if key(wanted) is None else index.get(key(wanted))

    return find


def _nearest(keys: Sequence[Scalar], side: int) -> Finder:
    """Finds, in values sorted upward (`side` -1) or downward (1), the last that is not beyond the wanted one."""
    places = [place for place, value in enumerate(keys) if key(value) is not None]
    ranks = [rank(keys[place]) for place in places]

    def find(wanted: Scalar) -> int | None:
        aim = key(wanted)
        if aim is None:
            return None
        if side < 0:
            last = bisect_right(ranks, aim) - 1
        else:
            last = next((place for place, found in enumerate(ranks) if found < aim), len(ranks)) - 1
        return places[last] if last >= 0 and ranks[last][0] == aim[0] else None

    return find


def _line(block: Block, what: str) -> Callable[[], Sequence[Scalar]]:
    if block.width > 1 and block.height > 1:
        raise FormulaError("N_A", f"{what} range must be a single row or a single column.")
    return lambda: list(block.cells())


def _match(evaluation: Evaluation, nodes: Sequence[Node]) -> Value:
    block = _table(evaluation, nodes[1])
    keys = _line(block, "MATCH")
    kind = number_of(evaluation.scalar(nodes[2]), evaluation.context.locale, "MATCH", 3) if len(nodes) > 2 else 1
    find = _exact(evaluation, keys, block.area) if kind == 0 else _nearest(keys(), -1 if kind > 0 else 1)

    def answer(wanted: Scalar) -> Scalar:
        place = find(wanted)
        if place is None:
            raise FormulaError("N_A", f"Did not find value '{'' if wanted is None else wanted}' in MATCH evaluation.")
        return place + 1

    return evaluation.mapped(answer, evaluation.value(nodes[0]))


def _xlookup(evaluation: Evaluation, nodes: Sequence[Node]) -> Value:
    """Exact match from the first on; modes of match and search are not here."""
    if len(nodes) > 4:
        raise FormulaError("VALUE", "XLOOKUP with a mode of match or search is not built into this server.")
    asked, results = _table(evaluation, nodes[1]), _table(evaluation, nodes[2])
    find = _exact(evaluation, _line(asked, "XLOOKUP"), asked.area)
    across = asked.height == 1 and asked.width > 1
    lines = list(zip(*results.rows, strict=True)) if across else list(results.rows)
    if len(lines) != max(asked.height, asked.width):
        raise FormulaError("VALUE", "Array arguments to XLOOKUP are of different size.")
    wanted = evaluation.value(nodes[0])
    missing = evaluation.value(nodes[3]) if len(nodes) > 3 else None

    def found(one: Scalar) -> Sequence[Scalar] | None:
        place = find(raised(one))
        return None if place is None else lines[place]

    if len(lines[0]) == 1 or (evaluation.arrays and isinstance(wanted, Block) and not wanted.one):
        return evaluation.mapped(lambda one, other: _first(found(one), one, other, len(nodes) > 3), wanted, missing)
    line = found(evaluation.single(wanted))
    if line is None:
        return _first(None, evaluation.single(wanted), evaluation.single(missing), len(nodes) > 3)
    return Block([[cell] for cell in line] if across else [line])


def _first(line: Sequence[Scalar] | None, wanted: Scalar, missing: Scalar, given: bool) -> Scalar:  # noqa: FBT001 an argument was given
    if line is not None:
        return line[0]
    if given:
        return missing
    raise FormulaError("N_A", f"Did not find value '{'' if wanted is None else wanted}' in XLOOKUP evaluation.")


def _index(evaluation: Evaluation, nodes: Sequence[Node]) -> Value:
    """Zero or nothing for a row or column means all of them."""
    block = _table(evaluation, nodes[0])
    locale = evaluation.context.locale
    row, column = (
        int(number_of(evaluation.scalar(nodes[place]), locale, "INDEX", place + 1)) if len(nodes) > place else 0
        for place in (1, 2)
    )
    if len(nodes) == 2 and block.height == 1:
        row, column = 0, row
    for place, given, limit in ((2, row, block.height), (3, column, block.width)):
        if not 0 <= given <= limit:
            message = (
                f"Function INDEX parameter {place} value is {given}. Valid values are between 0 and {limit} inclusive."
            )
            raise FormulaError("NUM", message)
    rows = [block.rows[row - 1]] if row else block.rows
    return tidied(Block([[line[column - 1]] for line in rows] if column else [list(line) for line in rows]))


FUNCTIONS: Mapping[str, Function] = MappingProxyType(
    {
        "VLOOKUP": Function(_vlookup, 3, 4),
        "HLOOKUP": Function(_hlookup, 3, 4),
        "XLOOKUP": Function(_xlookup, 3, 6),
        "MATCH": Function(_match, 2, 3),
        "INDEX": Function(_index, 1, 3),
    }
)
