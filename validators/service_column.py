"""The column in which a template shows the service's own remarks is no data: it is taken out before anything is read.

Left in, every new remark of ours would be a change of the register, and would be looked through for personal data.
"""

from dataclasses import replace

from config.cells.text import fold
from config.register import REMARKS_HEADING
from validators.grid import Grid

_TOP = 30
"""The heading is looked for in so many rows."""
_HEADING = fold(REMARKS_HEADING)


def without_remarks(grid: Grid) -> Grid:
    """The grid in which the cells of that column, from its heading down, are empty; its place stays."""
    found = _heading(grid)
    if found is None:
        return grid
    top, at = found
    below = (row if at >= len(row) else (*row[:at], None, *row[at + 1 :]) for row in grid.rows[top:])
    return replace(grid, rows=(*grid.rows[:top], *below))


def _heading(grid: Grid) -> tuple[int, int] | None:
    for number, row in enumerate(grid.rows[:_TOP]):
        for at, cell in enumerate(row):
            if isinstance(cell, str) and fold(cell) == _HEADING:
                return number, at
    return None
