"""The cells of a form as its titles are read: what stands in merged cells stands in each of them."""

from collections.abc import Iterator, Mapping

from config.cells.text import tidy
from config.columns import Raw
from validators.grid import Area, Grid

_LONGEST = 300

Cell = tuple[int, int]
"""Row (1-based) and column (0-based)."""


def spread(grid: Grid) -> Mapping[Cell, Raw]:
    """What stands in each cell that is not empty."""
    found: dict[Cell, Raw] = {
        (number, at): value
        for number, row in enumerate(grid.rows, 1)
        for at, value in enumerate(row)
        if value is not None and (not isinstance(value, str) or value.strip())
    }
    for area in grid.merges:
        first = found.get((area.top, area.left - 1))
        if first is not None:
            found |= {(row, at - 1): first for row, at in _cells_of(area)}
    return found


def text_at(cells: Mapping[Cell, Raw], row: int, at: int) -> str:
    """The words of a cell; a number has none."""
    value = cells.get((row, at))
    return tidy(value)[:_LONGEST] if isinstance(value, str) else ""


def _cells_of(area: Area) -> Iterator[Cell]:
    """The cells of an area; of a column or a row merged to its end the first few."""
    for row in range(area.top, min(area.bottom, area.top + _LONGEST) + 1):
        for at in range(area.left, min(area.right, area.left + _LONGEST) + 1):
            yield row, at
