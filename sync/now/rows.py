"""«Сделать сейчас» as it stands after somebody wrote into it: which deeds are asked for, in which words."""

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from config.cells.months import date_of_serial
from config.cells.text import as_text, tidy
from config.columns import Raw
from reports.now import ASKED, GO, MARK, NOTHING, YES
from validators.grid import Grid

_MARK = re.compile(r"([a-z]{1,20})\.(\d{1,9})")
_AGREED = frozenset({YES, "yes", "+", "истина"})
"""The last one is a box that is ticked."""

_DAYS = range(20_000, 80_000)
"""Numbers that are days and no years: 1954 to 2118."""


@dataclass(frozen=True)
class Row:
    """A line: the key of its deed, what stands in its cells; `after` — the number of the wish told there last."""

    deed: str
    after: int
    asked: tuple[str, ...]
    go: str

    @property
    def is_wish(self) -> bool:
        """It is to be done."""
        return self.go.strip().casefold() in _AGREED

    @property
    def id(self) -> str:
        """The same words typed after the same wish are the same wish; nothing can be read out of it."""
        parts = (self.deed, str(self.after), *self.asked)
        return hashlib.sha256("\x1f".join(parts).encode("utf-8", "replace")).hexdigest()


def mark_of(deed: str, after: int) -> str:
    """What stands in the hidden cell of a line."""
    return f"{deed}.{after}"


def rows_of(grids: Sequence[Grid]) -> Mapping[str, Row]:
    """Key of a deed → its line. Of two lines of one deed the first one counts; a line without its mark is none."""
    found: dict[str, Row] = {}
    for grid in grids:
        for row in _rows(grid):
            found.setdefault(row.deed, row)
    return found


def _rows(grid: Grid) -> Iterator[Row]:
    places: Mapping[str, int] = {}
    for cells in grid.rows:
        if not places:
            heads = {cell: at for at, cell in reversed(list(enumerate(cells))) if isinstance(cell, str)}
            places = heads if {*ASKED, GO, MARK} <= heads.keys() else {}
            continue
        mark = _MARK.fullmatch(_words(_at(cells, places[MARK])))
        if mark is not None:
            asked = tuple(_words(_at(cells, places[one])) for one in ASKED)
            yield Row(mark[1], int(mark[2]), asked, _words(_at(cells, places[GO])))


def _at(cells: Sequence[Raw], at: int) -> Raw:
    return cells[at] if at < len(cells) else None


def _words(raw: Raw) -> str:
    """What a cell says; a day that the spreadsheet has made of the words is written as a day again."""
    if isinstance(raw, int | float) and raw in _DAYS:
        day = date_of_serial(raw)
        return as_text(raw) if day is None else day.isoformat()
    words = tidy(as_text(raw))
    return "" if words == NOTHING else words
