"""What the cells of a column look like when no register knows it: numbers, dates, links, words."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from config.cells.dates import read_date
from config.cells.numbers import parse_figure
from config.cells.text import as_text, tidy
from config.columns import CellError, Column, Kind, Raw, Reading

_DATE = Column("", Kind("date", "", lambda _raw, _column: Reading()))
_WORD = re.compile(r"[^\W\d_]{2}")


def look(raw: Raw) -> str:
    """number|date|text|error of one non-empty cell."""
    if isinstance(raw, CellError):
        return "error"
    if not isinstance(raw, str):
        return "number"
    text = tidy(raw)
    if parse_figure(text.rstrip("% ")).value is not None:
        return "number"
    if len(text) <= 30 and text[:1].isdecimal() and read_date(text, _DATE).value is not None:
        return "date"
    return "text"


def main_share(cells: Sequence[Raw]) -> float:
    """The share of the cells of the commonest look; 1.0 when there are no cells."""
    counted = Counter(map(look, cells))
    return max(counted.values()) / len(cells) if cells else 1.0


def share_of_words(cells: Sequence[Raw]) -> float:
    """The share of cells that hold a word; 1.0 when there are no cells."""
    words = sum(isinstance(cell, str) and _WORD.search(cell) is not None for cell in cells)
    return words / len(cells) if cells else 1.0


def is_row_number(heading: str, cells: Sequence[Raw]) -> bool:
    """The column only counts the rows: «№ п/п», whole numbers that mostly go up by one."""
    words = heading.casefold().replace(" ", "")
    cells = cells[:200]
    numbers = [int(text) for cell in cells if (text := as_text(cell).strip(" .")).isdecimal()]
    if len(words) > 12 or len(numbers) < max(2, 0.8 * len(cells)):
        return False
    if numbers[0] not in {0, 1} and not words.startswith(("№", "n", "номер")):
        return False
    steps = [later - earlier for earlier, later in pairwise(numbers)]
    return sum(step == 1 for step in steps) >= 0.8 * len(steps)
