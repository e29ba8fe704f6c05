"""The rows under a heading told apart: data; blank rows, totals, sections and their kin; notes; another table."""

from collections.abc import Sequence

from config.columns import Raw
from validators.framing.evidence import Evidence
from validators.framing.heading import heading_from_the_top
from validators.framing.kinds_of_row import BLANK, NOTE, SECOND_TABLE, SECTION, Ground
from validators.framing.looks import TEXTS, look
from validators.framing.sheet import DEEPEST, sheet_of
from validators.framing.suspects import suspects
from validators.grid import Grid

_LIKE_A_TABLE = 2.4
"""Evidence from which a heading in the middle is believed to begin another table."""
_MOST_LOOKS = 20
"""How many times another table is looked for."""

Left = tuple[tuple[int, str], ...]


def sort_rows(grid: Grid, first: int, ground: Ground) -> tuple[tuple[int, ...], Left]:
    """(numbers of the data rows, (row, why) of all others up to the last one that holds anything).

    A blank row that merged cells cover belongs to the record above it.
    """
    data: list[int] = []
    left_out: list[tuple[int, str]] = []
    looks_left, end = _MOST_LOOKS, len(grid.rows)
    doubtful = _doubtful(grid, first, ground)
    spread = {row for area in grid.merges for row in range(area.top + 1, min(area.bottom, end) + 1)}
    for number in range(first, end + 1):
        row = grid.rows[number - 1]
        why = ground.why_not(row) if number in doubtful else None
        after_gap = bool(left_out) and left_out[-1] == (number - 1, BLANK)
        if why in {None, SECTION} and after_gap and data and looks_left and _may_begin(row):
            looks_left -= 1
            if begins_another(grid, number, ground):
                left_out += [(at, SECOND_TABLE) for at in range(number, end + 1) if ground.filled(grid.rows[at - 1])]
                break
        if why is None:
            data.append(number)
        elif why != BLANK or number not in spread:
            left_out.append((number, why))
    return _with_notes(grid, data, left_out, ground)


def _doubtful(grid: Grid, first: int, ground: Ground) -> set[int]:
    rows, width = grid.rows[first - 1 :], grid.width
    columns = tuple(zip(*(row + (None,) * (width - len(row)) for row in rows), strict=True))
    return {index + first for index in suspects(columns, ground)}


def _may_begin(row: Sequence[Raw]) -> bool:
    filled = [cell for cell in row if cell not in (None, "")]
    return len(filled) > 1 and all(isinstance(cell, str) and look(cell) in TEXTS for cell in filled)


def begins_another(grid: Grid, number: int, ground: Ground) -> bool:
    """A heading of other words stands in this row, with rows of its own below."""
    below = Grid(grid.file, grid.tab, grid.rows[number - 1 : number - 1 + DEEPEST])
    found = heading_from_the_top(sheet_of(below))
    return found is not None and found.score >= _LIKE_A_TABLE and _differs(found, ground)


def _differs(found: Evidence, ground: Ground) -> bool:
    """The table below stands in other columns, or its heading would be no data of ours."""
    theirs, ours = set(found.body.columns), set(ground.columns)
    named = {at for at, label in enumerate(found.labels) if label}
    return len(theirs & ours) * 10 < len(theirs | ours) * 7 or ground.aliens(named) * 2 > len(named)


def _with_notes(
    grid: Grid, data: list[int], left_out: list[tuple[int, str]], ground: Ground
) -> tuple[tuple[int, ...], Left]:
    """Sparse rows of words after the last full row are notes and signatures; blank rows at the very end are nothing."""
    blank = {row for row, why in left_out if why == BLANK}
    notes: list[int] = []
    while data and _is_note(grid, data[-1], ground, after_gap=data[-1] - 1 in blank):
        notes.append(data.pop())
    notes += [row for row, why in left_out if why == SECTION and (not data or row > data[-1])]
    kept = {row: why for row, why in left_out if row not in notes} | dict.fromkeys(notes, NOTE)
    last = max([*data, *(row for row, why in kept.items() if why != BLANK)], default=0)
    return tuple(data), tuple(sorted((row, why) for row, why in kept.items() if row <= last))


def _is_note(grid: Grid, number: int, ground: Ground, *, after_gap: bool) -> bool:
    """A sparse row of words that open a note, stand apart, or stand where figures are wont to."""
    row = grid.rows[number - 1]
    filled = ground.filled(row)
    strange = after_gap or ground.aliens(filled) == len(filled)
    return ground.is_note(row) or (ground.is_sparse(row) and strange)
