"""The top of a tab as the finder sees it: padded rows, the look of every cell, and which merged area covers it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from config.cells.text import as_text, fold, tidy
from config.columns import CellError, Raw
from validators.framing.looks import NOTHING, Look, look
from validators.grid import Area, Grid

DEEPEST = 60
"""The last row in which a heading may end."""
SAMPLE = 40
"""Rows of data that are looked at under a heading."""


@dataclass(frozen=True)
class Sheet:
    """The first rows of a grid, all of one width. Row numbers are 1-based, columns 0-based."""

    rows: tuple[tuple[Raw, ...], ...]
    looks: tuple[tuple[Look, ...], ...]
    width: int
    covered: Mapping[tuple[int, int], Area]

    @property
    def height(self) -> int:
        """How many rows are looked at."""
        return len(self.rows)

    def filled(self, row: int) -> tuple[int, ...]:
        """The columns of a row in which anything stands."""
        return self._filled[row - 1]

    def is_blank(self, row: int) -> bool:
        """Nothing stands in the row, or only dashes."""
        return all(one in NOTHING for one in self.looks[row - 1])

    def text(self, row: int, column: int) -> str:
        """What a person reads in the cell."""
        return self.texts[row - 1][column]

    def area(self, row: int, column: int) -> Area | None:
        """The merged area that covers the cell."""
        return self.covered.get((row, column))

    @cached_property
    def banded(self) -> frozenset[int]:
        """Rows in which a merged area covers several columns."""
        return frozenset(row for (row, _), area in self.covered.items() if area.right > area.left)

    @cached_property
    def texts(self) -> tuple[tuple[str, ...], ...]:
        """What a person reads in every cell."""
        return tuple(map(cells_text, self.rows))

    @cached_property
    def folded(self) -> tuple[tuple[str, ...], ...]:
        """Every cell as a key for comparison."""
        return tuple(tuple(map(fold, row)) for row in self.texts)

    @cached_property
    def _filled(self) -> tuple[tuple[int, ...], ...]:
        return tuple(tuple(at for at, one in enumerate(row) if one is not Look.EMPTY) for row in self.looks)


def sheet_of(grid: Grid, columns: range | None = None) -> Sheet:
    """The top of a grid; only some of its columns when they are named."""
    width = grid.width
    inside = columns or range(width)
    top = grid.rows[: DEEPEST + SAMPLE * 4]
    rows = tuple((row + (None,) * (width - len(row)))[inside.start : inside.stop] for row in top)
    areas = [area for area in grid.merges if area.top <= len(rows) and area.left - 1 in inside]
    covered = {
        (row, column - inside.start): area
        for area in areas
        for row in range(area.top, min(area.bottom, len(rows)) + 1)
        for column in range(area.left - 1, min(area.right, inside.stop))
    }
    looks = tuple(tuple(map(look, row)) for row in rows)
    return Sheet(rows, looks, len(inside), _moved(covered, inside.start))


def _moved(covered: Mapping[tuple[int, int], Area], by: int) -> Mapping[tuple[int, int], Area]:
    if not by:
        return covered
    return {place: area._replace(left=area.left - by, right=area.right - by) for place, area in covered.items()}


def cell_text(raw: Raw) -> str:
    """The tidied text of a cell; the word of an error, a number as people see it."""
    if isinstance(raw, str):
        return tidy(raw)
    return raw.word if isinstance(raw, CellError) else as_text(raw)


def cells_text(row: Sequence[Raw]) -> tuple[str, ...]:
    """The tidied texts of a row."""
    return tuple(map(cell_text, row))
