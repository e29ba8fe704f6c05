"""Merged areas filled: every cell of an area holds what stands in its first one; and which rows they touch."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from validators.grid import Area, Grid


def fill_merged(grid: Grid) -> Grid:
    """The grid without merged areas, their value in each of their cells that lies in the grid."""
    rows, width = [list(row) for row in grid.rows], grid.width
    for area in grid.merges:
        if area.top > len(rows) or area.left > width:
            continue
        right = min(area.right, width)
        value = next(iter(grid.rows[area.top - 1][area.left - 1 : area.left]), None)
        for row in range(area.top - 1, min(area.bottom, len(rows))):
            rows[row].extend([None] * (right - len(rows[row])))
            rows[row][area.left - 1 : right] = [value] * (right - area.left + 1)
    return replace(grid, rows=tuple(tuple(row) for row in rows), merges=())


def merged_among(grid: Grid, rows: Sequence[int]) -> tuple[Area, ...]:
    """The merged areas that touch one of these rows (1-based, in order)."""
    return tuple(area for area in grid.merges if _touches(rows, area))


def unmerged(grid: Grid, rows: Sequence[int]) -> list[int]:
    """Those of the rows (1-based, in order) that no merged area touches."""
    within: set[int] = set()
    reached = 0
    for area in sorted(grid.merges):
        first = bisect_left(rows, max(area.top, reached + 1))
        last = bisect_left(rows, area.bottom + 1)
        within.update(rows[first:last])
        reached = max(reached, area.bottom)
    return [row for row in rows if row not in within]


def _touches(rows: Sequence[int], area: Area) -> bool:
    at = bisect_left(rows, area.top)
    return at < len(rows) and rows[at] <= area.bottom
