"""Where the table is in a raw tab, when nobody has said what it holds."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from config.cells.text import fold, tidy
from config.columns import Raw
from validators.grid import Grid

_DEEPEST = 30
_TOTALS = re.compile(r"(итого|всего|в том числе)\b")


@dataclass(frozen=True)
class Frame:
    """A table found without knowing a register. Row numbers are 1-based; `headings` has a text for every column.

    `left_out` — (row, why): total|subtotal|section|note|blank|number_row|repeated_heading|second_table|units.
    """

    heading_rows: tuple[int, ...]
    headings: tuple[str, ...]
    number_row: int | None
    rows: tuple[int, ...]
    left_out: tuple[tuple[int, str], ...] = ()

    @property
    def last_row(self) -> int | None:
        """The last row of data."""
        return self.rows[-1] if self.rows else None


@dataclass(frozen=True)
class NoTable:
    """Why there is no table: empty|no_heading|form|questionnaire|heading_only, and the same for people."""

    why: str
    text: str
    heading_rows: tuple[int, ...] = ()


def find(grid: Grid) -> Frame | NoTable:
    """The table of a tab, or why there is none."""
    if grid.is_empty:
        return NoTable("empty", "Лист пуст.")
    top = _top(grid)
    if top is None:
        return NoTable("no_heading", "Строка заголовков не найдена.")
    bottom = max([top, *(one.bottom for one in grid.merges if one.top <= top <= one.bottom <= top + 4)])
    spread = any(one.top == top and one.right > one.left for one in grid.merges)
    bottom = min(bottom + (1 if spread and bottom == top else 0), len(grid.rows))
    headings = tuple(_flat(grid, top, bottom))
    number_row = bottom + 1 if _counts_columns(grid.rows[bottom : bottom + 1]) else None
    rows, left_out = _sorted(grid, bottom + (number_row is not None))
    if not rows:
        return NoTable("heading_only", "Под заголовком нет ни одной строки.", tuple(range(top, bottom + 1)))
    numbered = ((number_row, "number_row"),) if number_row else ()
    return Frame(tuple(range(top, bottom + 1)), headings, number_row, rows, (*numbered, *left_out))


def _top(grid: Grid) -> int | None:
    best, score = None, 1.0
    for index, row in enumerate(grid.rows[:_DEEPEST]):
        words = sum(isinstance(cell, str) and bool(tidy(cell)) for cell in row)
        filled = sum(cell not in (None, "") for cell in row)
        if filled and words > score * 1.3 and words >= filled * 0.7:
            best, score = index + 1, words
    return best


def _flat(grid: Grid, top: int, bottom: int) -> Iterator[str]:
    for column in range(grid.width):
        words: list[str] = []
        for row in range(top, bottom + 1):
            word = _word(grid, row, column)
            if word and word not in words:
                words.append(word)
        yield " / ".join(words)


def _word(grid: Grid, row: int, column: int) -> str:
    for area in grid.merges:
        if area.top <= row <= area.bottom and area.left <= column + 1 <= area.right:
            row, column = area.top, area.left - 1
    cell = next(iter(grid.rows[row - 1][column : column + 1]), None)
    return tidy(cell) if isinstance(cell, str) else "" if cell is None else str(cell)


def _counts_columns(rows: Sequence[tuple[Raw, ...]]) -> bool:
    cells = [cell for row in rows for cell in row if cell is not None]
    return len(cells) > 2 and cells in ([*range(1, len(cells) + 1)], [str(one) for one in range(1, len(cells) + 1)])


def _sorted(grid: Grid, start: int) -> tuple[tuple[int, ...], tuple[tuple[int, str], ...]]:
    rows, left_out = [], []
    for number, row in enumerate(grid.rows[start:], start=start + 1):
        texts = [fold(cell) for cell in row if isinstance(cell, str) and cell.strip()]
        if not any(cell not in (None, "") for cell in row):
            left_out.append((number, "blank"))
        elif texts and _TOTALS.match(texts[0]):
            left_out.append((number, "total"))
        else:
            rows.append(number)
    last = rows[-1] if rows else 0
    return tuple(rows), tuple((row, why) for row, why in left_out if row < last or why != "blank")
