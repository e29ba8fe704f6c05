"""Arrays in formulas: a rectangle of values, where it was read from, and one value spread over another's shape."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import repeat

from tests.sheets_server.cell_values import ErrorValue, Scalar
from tests.sheets_server.formulas.resolver import Area

_MISSING = ErrorValue("N_A", "Argument out of range.")


@dataclass(frozen=True)
class Block:
    """Values row by row, every row of one width, at least one row; `area` is where they stand, None for a made array."""

    rows: Sequence[Sequence[Scalar]]
    area: Area | None = None

    @property
    def height(self) -> int:
        """How many rows."""
        return len(self.rows)

    @property
    def width(self) -> int:
        """How many columns."""
        return len(self.rows[0]) if self.rows else 0

    @property
    def one(self) -> bool:
        """It is a single cell."""
        return self.height == 1 and self.width == 1

    def cells(self) -> Iterator[Scalar]:
        """Every value, row by row."""
        for row in self.rows:
            yield from row

    def column(self, index: int) -> list[Scalar]:
        """One column, from zero."""
        return [row[index] for row in self.rows]


Value = Scalar | Block


def block_of(value: Value) -> Block:
    """The value as a rectangle; a scalar is a single cell."""
    return value if isinstance(value, Block) else Block(((value,),))


def tidied(block: Block) -> Value:
    """A rectangle of one cell is that cell."""
    return block.rows[0][0] if block.one else block


def spread(value: Value, height: int, width: int) -> Iterator[Iterator[Scalar]]:
    """The value as rows of a larger shape: a scalar, a lone row or a lone column is repeated, gaps are #N/A."""
    if not isinstance(value, Block) or value.one:
        scalar = value.rows[0][0] if isinstance(value, Block) else value
        return (repeat(scalar, width) for _ in range(height))
    rows: Iterator[Sequence[Scalar]] = repeat(value.rows[0], height) if value.height == 1 else iter(value.rows)
    wide = (repeat(row[0], width) if value.width == 1 else _padded(row, width) for row in rows)
    return _lengthened(wide, height - (height if value.height == 1 else value.height), width)


def _padded(row: Sequence[Scalar], width: int) -> Iterator[Scalar]:
    yield from row
    yield from repeat(_MISSING, width - len(row))


def _lengthened(rows: Iterator[Iterator[Scalar]], more: int, width: int) -> Iterator[Iterator[Scalar]]:
    yield from rows
    for _ in range(more):
        yield repeat(_MISSING, width)
