"""A sheet as plain values with positions, the same from every backend."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, cached_property
from typing import NamedTuple

from config.columns import CellError, Raw


class Area(NamedTuple):
    """Merged cells, 1-based, both ends included."""

    top: int
    left: int
    bottom: int
    right: int


class Spot(NamedTuple):
    """A cell by the name of its source, its row (1-based) and its column (0-based)."""

    source: str
    row: int
    column: int


@dataclass(frozen=True)
class Annex:
    """The columns of a tab whose cells stand elsewhere: the names that a table of codes goes without.

    They are the columns from `first` (0-based) on. `tabs` — the source of each tab where they stand, and the place of
    each column in it (0-based, -1 where it has none); `rows` — (row here, number of the tab, row there). What would
    stand in the annex of any other row nobody knows. `typed` as in a grid.
    """

    first: int
    tabs: tuple[tuple[str, tuple[int, ...]], ...] = ()
    rows: tuple[tuple[int, int, int], ...] = ()
    typed: bool = True

    @cached_property
    def known(self) -> Mapping[int, tuple[int, int]]:
        """Row here → number of the tab and the row there."""
        return {row: (tab, there) for row, tab, there in self.rows}

    def spot(self, row: int, column: int) -> Spot | None:
        """Where a cell of the annex stands; None for a cell of the tab itself and for one that stands nowhere."""
        if column < self.first or row not in self.known:
            return None
        tab, there = self.known[row]
        source, columns = self.tabs[tab]
        at = columns[column - self.first]
        return None if at < 0 else Spot(source, there, at)


@dataclass(frozen=True)
class Grid:
    """The cells of one tab. Rows are 1-based for people, so `rows[0]` is row 1; short rows end in empty cells.

    `hidden_rows` and `hidden_columns` are 1-based; their cells are read like all others.
    `file` and `tab` name the source; `typed` is False where the format knows no types (.csv): C06 and C08 are silent.
    `annex` is set for a table of codes: its names stand elsewhere, and are not asked of it.
    """

    file: str
    tab: str
    rows: tuple[tuple[Raw, ...], ...] = ()
    merges: tuple[Area, ...] = ()
    hidden_rows: frozenset[int] = field(default=frozenset())
    hidden_columns: frozenset[int] = field(default=frozenset())
    typed: bool = True
    annex: Annex | None = None

    @property
    def source(self) -> str:
        """`Команды.xlsx#Команды и проекты`: how JSON and people name the tab."""
        return f"{self.file}#{self.tab}" if self.tab else self.file

    @property
    def own(self) -> "Grid":
        """The tab alone, without the annex that was set beside it."""
        if self.annex is None:
            return self
        return replace(self, rows=tuple(row[: self.annex.first] for row in self.rows), annex=None)

    @property
    def width(self) -> int:
        """The length of the longest row."""
        return max(map(len, self.rows), default=0)

    @property
    def is_empty(self) -> bool:
        """No cell holds anything."""
        return not any(cell not in (None, "") for row in self.rows for cell in row)

    def columns(self) -> tuple[tuple[Raw, ...], ...]:
        """The cells by column, padded to one height."""
        width = self.width
        padded = [row if len(row) == width else row + (None,) * (width - len(row)) for row in self.rows]
        return tuple(zip(*padded, strict=True)) if padded else ()


def grid_of(file: str, tab: str, rows: Iterable[Sequence[object]], *, typed: bool = True) -> Grid:
    """A grid from any cells: ticks become «ИСТИНА» and «ЛОЖЬ», empty text becomes None."""
    return Grid(file, tab, tuple(tuple(plain_cell(cell) for cell in row) for row in rows), typed=typed)


def plain_cell(cell: object) -> Raw:
    """One cell of a backend as `Raw`. Raises TypeError for a type that a backend must settle itself (a date)."""
    match cell:
        case None | "":
            return None
        case bool():
            return "ИСТИНА" if cell else "ЛОЖЬ"
        case str() | int() | float() | CellError():
            return cell
        case _:
            msg = f"a backend gave a cell of type {type(cell).__name__}"
            raise TypeError(msg)


@cache
def column_letters(index: int) -> str:
    """0 → A, 25 → Z, 26 → AA."""
    letters = ""
    number = index + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def cell_name(row: int, column: int) -> str:
    """Row 14 (1-based) and column 8 (0-based) → `I14`."""
    return f"{column_letters(column)}{row}"
