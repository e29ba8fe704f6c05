"""A copy of an office's cells in memory, in which mistakes are made; the office itself is never touched."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from config.columns import Raw
from sync.backends.base import FileRead
from validators.grid import Area, Grid, Spot

Cells = tuple[Raw, ...]
_FIRST_DAY = date(1899, 12, 30)


@dataclass(frozen=True)
class Copy:
    """The files of an office as they were read: registers, exports of other systems, files with names."""

    files: tuple[FileRead, ...]
    far: tuple[FileRead, ...] = ()
    private: tuple[FileRead, ...] = ()

    def grid(self, source: str) -> Grid:
        """The tab of this name (`Команды.xlsx#Команды и проекты`). Raises StopIteration when there is none."""
        files = (*self.files, *self.far, *self.private)
        return next(grid for file in files for grid in file.grids if grid.source == source)

    def with_grid(self, source: str, *grids: Grid) -> "Copy":
        """The copy in which other tabs stand in place of this one."""
        return Copy(*(_replaced(files, source, grids) for files in (self.files, self.far, self.private)))

    def with_file(self, file: FileRead) -> "Copy":
        """The copy with one file of registers more."""
        return replace(self, files=tuple(sorted((*self.files, file), key=lambda one: one.name)))

    def typed(self, cells: Mapping[Spot, Raw]) -> "Copy":
        """The copy in which these cells hold something else."""
        changed = self
        for source in {spot.source for spot in cells}:
            own = {(spot.row, spot.column): cell for spot, cell in cells.items() if spot.source == source}
            changed = changed.with_grid(source, with_cells(changed.grid(source), own))
        return changed


def with_cells(grid: Grid, cells: Mapping[tuple[int, int], Raw]) -> Grid:
    """The tab with some cells changed; rows are 1-based, columns 0-based, as in remarks."""
    rows = list(grid.rows)
    rows.extend(() for _ in range(max(row for row, _ in cells) - len(rows)))
    for (row, column), cell in cells.items():
        line = rows[row - 1]
        padded = line + (None,) * (column + 1 - len(line))
        rows[row - 1] = (*padded[:column], cell, *padded[column + 1 :])
    return replace(grid, rows=tuple(rows))


def with_row(grid: Grid, before: int, cells: Cells) -> Grid:
    """The tab with a row put before another one (1-based); what stands below moves down."""
    rows = (*grid.rows[: before - 1], cells, *grid.rows[before - 1 :])
    return _moved(replace(grid, rows=rows), before, 1)


def without_row(grid: Grid, row: int) -> Grid:
    """The tab without a row (1-based); what stands below moves up."""
    return _moved(replace(grid, rows=(*grid.rows[: row - 1], *grid.rows[row:])), row, -1)


def cell_at(grid: Grid, row: int, column: int) -> Raw:
    """What stands in a cell; nothing beyond the ends of the tab."""
    line = grid.rows[row - 1] if row <= len(grid.rows) else ()
    return line[column] if column < len(line) else None


def serial(day: date) -> int:
    """A date as a spreadsheet keeps it: days from 30.12.1899."""
    return (day - _FIRST_DAY).days


def _replaced(files: tuple[FileRead, ...], source: str, grids: tuple[Grid, ...]) -> tuple[FileRead, ...]:
    return tuple(
        replace(file, grids=tuple(new for old in file.grids for new in (grids if old.source == source else (old,))))
        if any(grid.source == source for grid in file.grids)
        else file
        for file in files
    )


def _moved(grid: Grid, first: int, by: int) -> Grid:
    hidden = frozenset(row + by if row >= first else row for row in grid.hidden_rows)
    merges = tuple(
        Area(area.top + by, area.left, area.bottom + by, area.right) if area.top >= first else area
        for area in grid.merges
    )
    return replace(grid, hidden_rows=hidden, merges=merges)
