"""Merged areas filled: every cell of an area holds what stands in its first one."""

from dataclasses import replace

from validators.grid import Grid


def fill_merged(grid: Grid) -> Grid:
    """The grid without merged areas, their value in each of their cells."""
    rows = [list(row) for row in grid.rows]
    for area in (one for one in grid.merges if one.top <= len(rows)):
        value = next(iter(grid.rows[area.top - 1][area.left - 1 : area.left]), None)
        for row in range(area.top - 1, min(area.bottom, len(rows))):
            rows[row].extend([None] * (area.right - len(rows[row])))
            rows[row][area.left - 1 : area.right] = [value] * (area.right - area.left + 1)
    return replace(grid, rows=tuple(tuple(row) for row in rows), merges=())
