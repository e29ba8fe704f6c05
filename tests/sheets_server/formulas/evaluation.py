"""A formula's tree worked out: references read, operators applied, functions called, arrays spread."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from tests.sheets_server.cell_values import ErrorValue, Scalar
from tests.sheets_server.formulas.blocks import Block, Value, block_of, spread, tidied
from tests.sheets_server.formulas.faults import (
    NO_INTERSECTION,
    NO_REFERENCE,
    RAGGED,
    FormulaError,
    unknown_function,
    unknown_name,
    unknown_sheet,
    wrong_count,
)
from tests.sheets_server.formulas.nodes import Array, Call, Literal, Name, Node, Operation, Pointer
from tests.sheets_server.formulas.operators import OPERATORS
from tests.sheets_server.formulas.references import Reference
from tests.sheets_server.formulas.resolver import Area, Context


@dataclass(frozen=True)
class Function:
    """A function: how many arguments it takes (no `high`: any number) and what it does with them, not yet worked out."""

    call: Callable[["Evaluation", Sequence[Node]], Value]
    low: int
    high: int | None = None


@dataclass(frozen=True)
class Evaluation:
    """One formula at its place. `arrays`: within ARRAYFORMULA, where a range stands for each of its cells."""

    context: Context
    library: Mapping[str, Function]
    arrays: bool = False

    @property
    def spreading(self) -> "Evaluation":
        """The same within ARRAYFORMULA."""
        return replace(self, arrays=True)

    def value(self, node: Node) -> Value:
        """What a node gives; errors are values."""
        try:
            return self._value(node)
        except FormulaError as fault:
            return fault.error

    def _value(self, node: Node) -> Value:
        match node:
            case Literal(value=value):
                return value
            case Pointer(reference=reference):
                return self.read(self.area(reference))
            case Name(text=text):
                return self._named(text)
            case Operation(operator=operator, operands=operands):
                act = OPERATORS[operator, len(operands)]
                return self.mapped(lambda *cells: act(self.context.locale, *cells), *map(self.value, operands))
            case Call(function=name, arguments=arguments):
                return self._called(name, arguments)
            case Array(rows=rows):
                return _stacked([[self.value(column) for column in row] for row in rows])

    def single(self, value: Value) -> Scalar:
        """One value where one is wanted: of a range the cell in the formula's own row or column, of an array the first."""
        if not isinstance(value, Block):
            return value
        if value.one or value.area is None:
            return value.rows[0][0]
        area, row, column = value.area, self.context.row, self.context.column
        if value.width == 1 and area.top <= row < area.bottom:
            return value.rows[row - area.top][0]
        if value.height == 1 and area.left <= column < area.right:
            return value.rows[0][column - area.left]
        return NO_INTERSECTION

    def scalar(self, node: Node) -> Scalar:
        """One value of a node; an error is raised as FormulaError."""
        found = self.single(self.value(node))
        if isinstance(found, ErrorValue):
            raise FormulaError(found.type, found.message)
        return found

    def mapped(self, act: Callable[..., Scalar], *values: Value, errors: bool = False) -> Value:
        """The act on each cell of the values, spread over each other; outside ARRAYFORMULA on one cell of each.

        An error among the cells is the answer, unless the act takes `errors` itself.
        """
        safe = act if errors else _careful(act)
        shapes = [value for value in values if isinstance(value, Block) and not value.one]
        if not self.arrays or not shapes:
            return _guarded(safe, *map(self.single, values))
        height, width = max(block.height for block in shapes), max(block.width for block in shapes)
        wide = [spread(value, height, width) for value in values]
        return Block(
            [[_guarded(safe, *cells) for cells in zip(*rows, strict=True)] for rows in zip(*wide, strict=True)]
        )

    def area(self, reference: Reference) -> Area:
        """The part of the grid that a reference means. Raises FormulaError #REF!."""
        title = self.context.sheet if reference.sheet is None else reference.sheet
        size = self.context.resolver.size(title)
        if size is None:
            error = unknown_sheet(title)
            raise FormulaError(error.type, error.message)
        first, last = reference.first, reference.last or reference.first
        top, bottom = _ends(first.row, last.row, size[0])
        left, right = _ends(first.column, last.column, size[1])
        if top >= bottom or left >= right:
            raise FormulaError(NO_REFERENCE.type, NO_REFERENCE.message)
        return Area(title, top, left, bottom, right)

    def read(self, area: Area) -> Block:
        """The values of an area, read once in a calculation."""
        kept = self.context.lookups.read
        if area not in kept:
            kept[area] = self.context.resolver.values(area)
        return Block(kept[area], area)

    def _named(self, text: str) -> Value:
        area = self.context.resolver.named(text)
        return unknown_name(text) if area is None else self.read(area)

    def _called(self, name: str, arguments: Sequence[Node]) -> Value:
        function = self.library.get(name)
        if function is None:
            return unknown_function(name)
        if len(arguments) < function.low or (function.high is not None and len(arguments) > function.high):
            return wrong_count(name, function.low, function.high, len(arguments))
        return function.call(self, arguments)


def _ends(first: int | None, last: int | None, size: int) -> tuple[int, int]:
    """From and to of one side: an open end reaches the edge, two open ends all of it; cut at the edge."""
    known = [end for end in (first, last) if end is not None]
    if not known:
        return 0, size
    return min(known), size if len(known) == 1 else min(max(known) + 1, size)


def _careful(act: Callable[..., Scalar]) -> Callable[..., Scalar]:
    def answer(*cells: Scalar) -> Scalar:
        for cell in cells:
            if isinstance(cell, ErrorValue):
                return cell
        return act(*cells)

    return answer


def _guarded(act: Callable[..., Scalar], *cells: Scalar) -> Scalar:
    try:
        return act(*cells)
    except FormulaError as fault:
        return fault.error


def _stacked(rows: list[list[Value]]) -> Value:
    """`{a, b; c}`: columns beside each other, rows below; what does not fit is an error."""
    lines: list[list[Scalar]] = []
    for row in rows:
        blocks = [block_of(value) for value in row]
        if len({block.height for block in blocks}) > 1:
            return RAGGED
        lines += [
            [cell for part in parts for cell in part] for parts in zip(*(block.rows for block in blocks), strict=True)
        ]
    if len({len(line) for line in lines}) > 1:
        return RAGGED
    return tidied(Block(lines))
