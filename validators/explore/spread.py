"""Records spread over several merged rows: one record stays one, what differs inside it is no column of ours."""

from dataclasses import replace
from itertools import chain

from validators.explore.resemblance import Resemblance
from validators.framing.frame import Frame
from validators.grid import Grid


def as_whole_records(grid: Grid, frame: Frame, found: Resemblance) -> Resemblance:
    """The likeness without the columns that have a value of their own in the later rows of a spread record."""
    later = _later_rows(grid, frame, found)
    if not later:
        return found
    names = _naming(found)
    kept = {
        at: one
        for at, one in found.matches.items()
        if at in names or all(_cell(grid, row, at) in (None, "") for row in later)
    }
    return replace(found, matches=kept)


def first_rows(grid: Grid, frame: Frame, found: Resemblance) -> list[int]:
    """The data rows in which any of the known columns holds a cell of its own."""
    return [row for row in frame.rows if any(_cell(grid, row, at) not in (None, "") for at in found.matches)]


def _later_rows(grid: Grid, frame: Frame, found: Resemblance) -> set[int]:
    names, data = _naming(found), set(frame.rows)
    return {
        row
        for area in grid.merges
        if area.top in data and any(area.left - 1 <= at < area.right for at in names)
        for row in range(area.top + 1, area.bottom + 1)
        if row in data
    }


def _naming(found: Resemblance) -> set[int]:
    """The columns that name a record."""
    register = found.register
    fields = {*register.natural[:1], *chain.from_iterable(register.names)}
    return {at for at, one in found.matches.items() if not fields.isdisjoint(one.target.fields)}


def _cell(grid: Grid, row: int, at: int) -> object:
    cells = grid.rows[row - 1]
    return cells[at] if at < len(cells) else None
