"""Mistakes of a whole tab: its headings, its columns, what stands beside the table, its title, its copies."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import PurePosixPath
from typing import ClassVar

from pydantic import Field

from config.cells.text import fold
from config.columns import Raw
from sync.selftest.copying import Copy, cell_at, with_cells, with_row
from sync.selftest.injectors.injector import Injected, Injector, in_rows
from sync.selftest.place import Place
from validators.grid import Area, Grid

Line = tuple[Raw, ...]


class Merge(Injector):
    """The cell is merged with those below it; what stood in them is gone."""

    rows: int = Field(default=3, ge=2)

    def inject(self, place: Place) -> Injected | None:
        """Merges them."""
        at = place.own_column(place.name)
        last = place.row + self.rows - 1
        if at is None or last > max(place.table.rows):
            return None
        grid = with_cells(place.grid, {(row, at): None for row in range(place.row + 1, last + 1)})
        area = Area(place.row, at + 1, last, at + 1)
        grid = replace(grid, merges=(*grid.merges, area))
        return _whole(place, place.copy.with_grid(place.source.name, grid))


class RenameHeading(Injector):
    """The heading of the column is written in another way."""

    of_tab: ClassVar[bool] = True
    to: str

    def inject(self, place: Place) -> Injected | None:
        """Types the heading anew."""
        at, row = place.own_column(place.name), heading_row(place)
        if at is None or row is None:
            return None
        return _whole(place, place.copy.with_grid(place.source.name, with_cells(place.grid, {(row, at): self.to})))


class DropColumn(Injector):
    """The column is deleted."""

    of_tab: ClassVar[bool] = True

    def inject(self, place: Place) -> Injected | None:
        """Takes it out."""
        at = place.own_column(place.name)
        if at is None or heading_row(place) is None:
            return None
        return _lines(place, lambda line: (*line[:at], *line[at + 1 :]))


class MoveColumn(Injector):
    """The column stands at the end of the table."""

    of_tab: ClassVar[bool] = True

    def inject(self, place: Place) -> Injected | None:
        """Moves it."""
        at, width = place.own_column(place.name), _last_heading(place)
        if at is None or width is None or at + 1 == width:
            return None

        def moved(line: Line) -> Line:
            padded = line + (None,) * (width - len(line))
            return (*padded[:at], *padded[at + 1 : width], padded[at], *padded[width:])

        return _lines(place, moved)


class InsertColumn(Injector):
    """A column is put before this one: its heading (`{heading}` is that of this one) and the word in its cells."""

    of_tab: ClassVar[bool] = True
    heading: str
    word: str = ""

    def inject(self, place: Place) -> Injected | None:
        """Puts it in."""
        at, row = place.own_column(place.name), heading_row(place)
        if at is None or row is None:
            return None
        rows = set(place.table.rows)
        heading = self.heading.replace("{heading}", place.table.register.by_field[place.name].heading)
        word = self.word or None
        lines = [
            (*line[:at], heading if number == row else (word if number in rows else None), *line[at:])
            if len(line) >= at
            else line
            for number, line in enumerate(place.grid.rows, start=1)
        ]
        return _whole(place, place.copy.with_grid(place.source.name, replace(place.grid, rows=tuple(lines))))


class TwoRowHeading(Injector):
    """The heading takes two rows: a word is merged over this column and the next, the names stand below it."""

    of_tab: ClassVar[bool] = True
    word: str

    def inject(self, place: Place) -> Injected | None:
        """Parts the heading in two rows."""
        at, row = place.own_column(place.name), heading_row(place)
        if at is None or row is None or cell_at(place.grid, row, at + 1) is None:
            return None
        line = place.grid.rows[row - 1]
        upper = (*line[:at], self.word, None, *line[at + 2 :])
        lower = tuple(cell if at <= column <= at + 1 else None for column, cell in enumerate(line))
        grid = with_row(place.grid, row, upper)
        grid = replace(grid, rows=(*grid.rows[:row], lower, *grid.rows[row + 1 :]))
        grid = replace(grid, merges=(*grid.merges, Area(row, at + 1, row, at + 2)))
        return _whole(place, place.copy.with_grid(place.source.name, grid))


class SecondTable(Injector):
    """Another small table stands on the tab: below the first or to the right of it."""

    of_tab: ClassVar[bool] = True
    beside: bool = False
    cells: tuple[tuple[str | float, ...], ...] = (("Тип", "Сколько"), ("Школы", 9), ("Колледжи", 3), ("Всего", 12))

    def inject(self, place: Place) -> Injected:
        """Types it, two rows below or two columns beside."""
        top = min(place.table.rows) if self.beside else len(place.grid.rows) + 3
        left = place.grid.width + 2 if self.beside else 0
        cells: dict[tuple[int, int], Raw] = {
            (top + down, left + right): cell for down, line in enumerate(self.cells) for right, cell in enumerate(line)
        }
        return _whole(place, place.copy.with_grid(place.source.name, with_cells(place.grid, cells)))


class EmptyTail(Injector):
    """Hundreds of rows below the table are formatted and hold nothing."""

    of_tab: ClassVar[bool] = True
    rows: int = Field(default=900, ge=1)

    def inject(self, place: Place) -> Injected:
        """Adds them."""
        width = place.grid.width
        grid = replace(place.grid, rows=(*place.grid.rows, *[("",) * width] * self.rows))
        return _whole(place, place.copy.with_grid(place.source.name, grid))


class RenameTab(Injector):
    """The tab has another title; `{tab}` is the one it had."""

    of_tab: ClassVar[bool] = True
    to: str

    def inject(self, place: Place) -> Injected:
        """Renames it."""
        grid = replace(place.grid, tab=self.to.replace("{tab}", place.grid.tab))
        return _whole(place, place.copy.with_grid(place.source.name, grid))


class CopyTab(Injector):
    """A copy of the tab stands beside it in the same file; `{tab}` is the title of the first."""

    of_tab: ClassVar[bool] = True
    title: str

    def inject(self, place: Place) -> Injected:
        """Adds the copy."""
        copy = replace(place.grid, tab=self.title.replace("{tab}", place.grid.tab))
        return _whole(place, place.copy.with_grid(place.source.name, place.grid, copy))


class CopyFile(Injector):
    """A copy of the file lies beside it; `{file}` is the name of the first without its end."""

    of_tab: ClassVar[bool] = True
    name: str

    def inject(self, place: Place) -> Injected:
        """Adds the copy."""
        file = next(one for one in place.copy.files if place.grid in one.grids)
        path = PurePosixPath(file.name)
        name = str(path.with_name(self.name.replace("{file}", path.stem) + path.suffix))
        grids = tuple(replace(grid, file=name) for grid in file.grids)
        return _whole(place, place.copy.with_file(replace(file, name=name, grids=grids)))


def heading_row(place: Place) -> int | None:
    """The row (1-based) in which the heading of the place's column stands; None when it is not found."""
    at = place.own_column(place.name)
    column = place.table.register.by_field[place.name]
    words = {fold(word) for word in (column.heading, *column.former)}
    for row in range(1, min(place.table.rows, default=1)):
        cell = None if at is None else cell_at(place.grid, row, at)
        if isinstance(cell, str) and fold(cell) in words:
            return row
    return None


def _last_heading(place: Place) -> int | None:
    row = heading_row(place)
    if row is None:
        return None
    line = place.grid.rows[row - 1]
    return max((at + 1 for at, cell in enumerate(line) if cell not in (None, "")), default=None)


def _lines(place: Place, change: Callable[[Line], Line]) -> Injected:
    grid: Grid = replace(place.grid, rows=tuple(map(change, place.grid.rows)))
    return _whole(place, place.copy.with_grid(place.source.name, grid))


def _whole(place: Place, copy: Copy) -> Injected:
    return in_rows(place, copy, [])
