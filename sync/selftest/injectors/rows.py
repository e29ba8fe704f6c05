"""Mistakes of whole rows: dropped, doubled, put in between, moved against each other, hidden."""

import re
from dataclasses import replace
from typing import Any, ClassVar

from pydantic import Field

from config.codes import make_code, number_of
from config.columns import Raw
from sync.selftest.copying import cell_at, with_cells, with_row, without_row
from sync.selftest.injectors.cells import TypedCells, typed_cells
from sync.selftest.injectors.injector import Injected, Injector, in_rows
from sync.selftest.place import Place
from validators.office import Table

_CODE = re.compile(r"[А-Я]{2}-[0-9]{4,}")


class DropRow(Injector):
    """The row is deleted."""

    def inject(self, place: Place) -> Injected:
        """Takes the row out of its tab."""
        copy = place.copy.with_grid(place.source.name, without_row(place.grid, place.row))
        return in_rows(place, copy, [], [place.code])


class DoubleRow(TypedCells):
    """The row stands once more below the others, under the next code or under its own, with some cells changed."""

    same_code: bool = False

    def inject(self, place: Place) -> Injected | None:
        """Types the row again."""
        typed = typed_cells(self.cells, place)
        id_at = place.own_column("id")
        if typed is None or id_at is None or place.source.annex is not None:
            return None
        code = place.code if self.same_code else next_code(place.table)
        changed = {place.spot(name): cell for name, cell in typed.items()}
        if code is None or None in changed:
            return None
        row = max(place.table.rows) + 1
        line = list(place.grid.rows[place.row - 1])
        line[id_at] = code
        for spot, cell in changed.items():
            if spot is not None:
                line[spot.column] = cell
        grid = with_cells(place.grid, {(row, at): cell for at, cell in enumerate(line)})
        return in_rows(place, place.copy.with_grid(place.source.name, grid), [row, place.row], [code, place.code])


class InsertRow(Injector):
    """A row that is no record is put above the row: the texts and numbers of its cells, from the first column on."""

    cells: tuple[str | float, ...] = ()
    at_end: bool = False

    def inject(self, place: Place) -> Injected | None:
        """Puts it in; above the first row there is nothing to be put between."""
        row = max(place.table.rows) + 1 if self.at_end else place.row
        if row == min(place.table.rows):
            return None
        cells: tuple[Raw, ...] = tuple(cell if cell != "" else None for cell in self.cells)
        copy = place.copy.with_grid(place.source.name, with_row(place.grid, row, cells))
        return in_rows(place, copy, [row])


class HideRows(Injector):
    """Some rows are hidden, as a filter leaves them."""

    rows: int = Field(default=3, ge=1)

    def inject(self, place: Place) -> Injected:
        """Hides them."""
        hidden = {row for row in place.table.rows if place.row <= row < place.row + self.rows}
        grid = replace(place.grid, hidden_rows=place.grid.hidden_rows | hidden)
        return in_rows(place, place.copy.with_grid(place.source.name, grid), hidden)


class ShiftDown(Injector):
    """The cells of a column in some rows have moved one row down over the others, as after a careless paste.

    The first of them holds what stood in the last.
    """

    rows: int = Field(default=6, ge=2)

    def inject(self, place: Place) -> Injected | None:
        """Moves them; the rows must follow each other in the tab."""
        at = place.own_column(place.name)
        rows = list(range(place.row, place.row + self.rows))
        if at is None or not set(_of_tab(place)).issuperset(rows):
            return None
        cells = [cell_at(place.grid, row, at) for row in rows]
        return _rearranged(place, at, rows, [cells[-1], *cells[:-1]])


class SortColumn(Injector):
    """One column is sorted alone, the others stay."""

    of_tab: ClassVar[bool] = True

    def inject(self, place: Place) -> Injected | None:
        """Sorts it; a column that is in order already does not suit."""
        at = place.own_column(place.name)
        if at is None:
            return None
        rows = _of_tab(place)
        cells = [cell_at(place.grid, row, at) for row in rows]
        texts = [cell for cell in cells if isinstance(cell, str)]
        if len(texts) < len(cells) or texts == sorted(texts):
            return None
        return _rearranged(place, at, rows, sorted(texts))


def _rearranged(place: Place, at: int, rows: list[int], cells: list[Any]) -> Injected:
    old = [cell_at(place.grid, row, at) for row in rows]
    changed = {(row, at): new for row, new, was in zip(rows, cells, old, strict=True) if new != was}
    touched = [row for row, _ in changed]
    grid = with_cells(place.grid, changed)
    return in_rows(place, place.copy.with_grid(place.source.name, grid), touched, _codes(place, touched))


def _of_tab(place: Place) -> list[int]:
    """The numbers of the rows that stand in the same tab."""
    origin = place.table.origin
    return [row for row, at in zip(place.table.rows, origin, strict=True) if at == origin[place.index]]


def _codes(place: Place, rows: list[int]) -> list[str]:
    wanted = set(rows)
    return [code for code, row in zip(place.table.ids, place.table.rows, strict=True) if row in wanted]


def next_code(table: Table[Any]) -> str | None:
    """The code after the last of the register; None where rows have names instead of codes."""
    prefix = table.register.prefix
    numbers = [number_of(code) for code in table.ids if _CODE.fullmatch(code)]
    return make_code(prefix, max(numbers) + 1) if prefix and numbers else None
