"""Marks merged over several cells: filled when the settings say so, else told."""

from collections.abc import Iterator
from dataclasses import replace

from config.registers.participation import PROG
from config.settings import Keeping
from validators.grid import Area, Grid, cell_name
from validators.marksheet.head import Head
from validators.remark import Place, Remark, Severity


def filled(grid: Grid, head: Head, keeping: Keeping) -> Grid:
    """The grid with every merged mark written into all its cells, when `fill_merged` says so."""
    if not keeping.fill_merged:
        return grid
    rows = [list(row) for row in grid.rows]
    for area in _merged_marks(grid, head):
        value = rows[area.top - 1][area.left - 1]
        for row in rows[area.top - 1 : area.bottom]:
            row.extend([None] * (area.right - len(row)))
            row[area.left - 1 : area.right] = [value] * (area.right - area.left + 1)
    return replace(grid, rows=tuple(map(tuple, rows)), merges=())


def on_merged(grid: Grid, head: Head) -> Iterator[Remark]:
    """A mark that stands for several cells is read in the first of them only: one remark an area."""
    for area in _merged_marks(grid, head):
        first, last = cell_name(area.top, area.left - 1), cell_name(area.bottom, area.right - 1)
        place = Place(PROG.key, None, area.top, PROG.by_field["result"].heading, first, grid.source, f"?{first}")
        text = f"Отметка объединена на клетки {first}:{last} и учтена только в первой."
        yield Remark("S5", Severity.ERROR, place, text, "Снимите объединение и поставьте отметку в каждой клетке.")


def _merged_marks(grid: Grid, head: Head) -> Iterator[Area]:
    columns = {one.column + 1 for one in head.activities}
    for area in grid.merges:
        cells = grid.rows[area.top - 1][area.left - 1 : area.left] if head.first <= area.top <= len(grid.rows) else ()
        if area.left in columns and any(cell not in (None, "") for cell in cells):
            yield area
