"""Where in a tab the table of a register is: the heading, the rows of data, and the rows that are something else."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from config.register import Register
from config.settings import Keeping
from validators.framing.flatten import Label
from validators.grid import Grid
from validators.heading import Binding, vocabulary
from validators.heading_rows import Heading, heading_of
from validators.rows import Body, Columns, by_column, sort_rows


@dataclass(frozen=True)
class Region:
    """The table inside a tab. Row numbers are 1-based, as people see them; columns are 0-based.

    `headings` — the text by which each column is known; `rows` — numbers of the data rows, `columns` — their cells by
    position; `left_out` — (row, why) as in `validators.framing.kinds_of_row`; `gaps` — blank rows between data rows;
    `beside` — the first column of another table on the right.
    """

    heading_rows: tuple[int, ...]
    headings: tuple[str, ...]
    binding: Binding
    rows: tuple[int, ...]
    columns: Columns
    left_out: tuple[tuple[int, str], ...] = ()
    gaps: tuple[int, ...] = ()
    number_row: int | None = None
    beside: int | None = None


def shape(grid: Grid, register: Register[Any], keeping: Keeping) -> Region | None:  # Any: a register of any record
    """Finds the table of a register in a tab by evidence; None when no rows look like its heading."""
    heading = heading_of(grid, vocabulary(register, keeping))
    if heading is None:
        return None
    body = _body(grid, register, heading)
    found = sort_rows(body)
    first = body.first
    return Region(
        heading_rows=heading.rows,
        headings=heading.texts,
        binding=heading.binding,
        rows=tuple(index + first for index in found.data),
        columns=_picked(body.columns, found.data),
        left_out=tuple((index + first, why) for index, why in found.left_out),
        gaps=tuple(index + first for index in found.gaps),
        number_row=heading.number_row,
        beside=_beside(heading.labels, body.columns),
    )


def _body(grid: Grid, register: Register[Any], heading: Heading) -> Body:
    first = (heading.number_row or heading.rows[-1]) + 1
    rows = grid.rows[first - 1 :]
    binding = heading.binding
    code_at = binding.fields.get("id") if register.prefix is not None else None
    bound = {*binding.fields.values(), *binding.parts.values()}
    return Body(grid, first, by_column(rows, grid.width), code_at, frozenset(bound - {code_at}), heading.labels)


def _beside(labels: Sequence[Label], columns: Columns) -> int | None:
    """The first of at least two columns that stand apart on the right, under no word, with two cells each."""
    last = max((at for at, label in enumerate(labels) if label), default=0)
    apart = [at for at in range(last + 2, len(columns)) if sum(cell not in (None, "") for cell in columns[at]) > 1]
    return apart[0] if len(apart) > 1 else None


def _picked(columns: Columns, rows: Sequence[int]) -> Columns:
    if all(len(column) == len(rows) for column in columns):
        return columns
    return tuple(tuple(map(column.__getitem__, rows)) for column in columns)


def columns_of(grid: Grid, region: Region) -> Columns:
    """The cells of the region's data rows in another grid of the same rows."""
    return by_column([grid.rows[number - 1] for number in region.rows], grid.width)
