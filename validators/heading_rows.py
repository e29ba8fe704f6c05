"""Which rows of a tab are the heading of a register: its own words first, the look of the tab where words are few."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from config.cells.text import tidy
from validators.framing.body import body_under
from validators.framing.flatten import Label, flatten
from validators.framing.frame import Frame, find
from validators.framing.heading import TALLEST
from validators.framing.numbering import is_number_row
from validators.framing.sheet import DEEPEST, Sheet, sheet_of
from validators.grid import Grid
from validators.heading import Binding, Vocabulary, bind, heading_key

_LEAST = 2
"""Columns that must be bound, or nothing says that this is the register."""


@dataclass(frozen=True)
class Heading:
    """The rows of a heading (1-based), the words over each column, the text it is known by, and what is bound."""

    rows: tuple[int, ...]
    labels: tuple[Label, ...]
    texts: tuple[str, ...]
    binding: Binding
    number_row: int | None = None


def heading_of(grid: Grid, words: Vocabulary) -> Heading | None:
    """The heading that binds most columns; None when no block of rows binds two."""
    plain = _plain(grid, words)
    if plain is not None:
        return plain
    return _among_blocks(grid, words)


def _plain(grid: Grid, words: Vocabulary) -> Heading | None:
    """A row of its own that the register understands by half, without merged cells: no other need be looked for."""
    best: Heading | None = None
    for number, row in enumerate(grid.rows[:DEEPEST], start=1):
        texts = tuple(tidy(cell) if isinstance(cell, str) else "" for cell in row)
        if not any(words.knows(heading_key(text)) for text in texts if text):
            continue
        binding = bind(texts, words)
        if binding.size * 2 >= sum(map(bool, texts)) and (best is None or binding.size > best.binding.size):
            texts += ("",) * (grid.width - len(texts))
            best = Heading((number,), tuple((text,) if text else () for text in texts), texts, binding)
    if best is None or best.binding.size < _LEAST or _is_one_of_many(grid, best.rows[0]) or _goes_on(grid, best):
        return None
    return best if not _counts_columns(grid, best.rows[0] + 1) else _with_number_row(best)


def _is_one_of_many(grid: Grid, row: int) -> bool:
    """Merged cells bind the row to the ones above or below, or spread its words over several columns."""
    return any(area.top <= row <= area.bottom for area in grid.merges)


def _goes_on(grid: Grid, heading: Heading) -> bool:
    """The next row only adds words under the columns that have none yet, so it belongs to the heading too."""
    number = heading.rows[-1] + 1
    row = grid.rows[number - 1] if number <= len(grid.rows) else ()
    filled = [at for at, cell in enumerate(row) if cell not in (None, "")]
    unnamed = [at for at in filled if not heading.texts[at]]
    named = sum(map(bool, heading.texts))
    return bool(unnamed) and len(filled) - len(unnamed) < named / 2 and all(isinstance(row[at], str) for at in filled)


def _counts_columns(grid: Grid, number: int) -> bool:
    return number <= len(grid.rows) and is_number_row(grid.rows[number - 1])


def _with_number_row(heading: Heading) -> Heading:
    return Heading(heading.rows, heading.labels, heading.texts, heading.binding, heading.rows[-1] + 1)


def _among_blocks(grid: Grid, words: Vocabulary) -> Heading | None:
    sheet = sheet_of(grid)
    frame = find(grid)
    best, most = None, 0.0
    for rows in _blocks(sheet, frame if isinstance(frame, Frame) else None):
        heading = _bound(sheet, rows, words)
        likely = 0.5 * (isinstance(frame, Frame) and rows == frame.heading_rows)
        worth = heading.binding.size - len(heading.binding.twice) + likely - 0.1 * len(rows)
        if heading.binding.size >= _LEAST and worth > most:
            best, most = heading, worth
    return best


def _blocks(sheet: Sheet, frame: Frame | None) -> Iterator[tuple[int, ...]]:
    """The block that stands out by its look, then every other of up to five rows; none is cut off by column numbers."""
    if frame is not None:
        yield frame.heading_rows
    for bottom in range(1, min(DEEPEST, sheet.height) + 1):
        if sheet.is_blank(bottom) or is_number_row(sheet.rows[bottom - 1]):
            continue
        for top in range(bottom, max(bottom - TALLEST, 0), -1):
            if is_number_row(sheet.rows[top - 1]):
                break
            if not _cuts_an_area(sheet, top, bottom):
                yield tuple(range(top, bottom + 1))


def _cuts_an_area(sheet: Sheet, top: int, bottom: int) -> bool:
    """A merged area stands half in the block and half out of it."""
    upper = (sheet.area(top, at) for at in range(sheet.width))
    lower = (sheet.area(bottom, at) for at in range(sheet.width))
    return any(area and area.top < top for area in upper) or any(area and area.bottom > bottom for area in lower)


def _bound(sheet: Sheet, rows: tuple[int, ...], words: Vocabulary) -> Heading:
    labels = flatten(sheet, rows[0], rows[-1])
    texts = known_texts(labels, words)
    body = body_under(sheet, rows[-1])
    return Heading(rows, labels, texts, bind(texts, words), body.number_row if body else None)


def known_texts(labels: Sequence[Label], words: Vocabulary) -> tuple[str, ...]:
    """One text a column, the one that the register understands: the whole label, its end, or a word alone.

    A word counts alone only where no other column has it: two columns «дата» name nothing.
    """
    once = Counter(word for label in labels for word in set(label))
    return tuple(
        next((text for text in _spellings(label, once) if words.knows(heading_key(text))), ": ".join(label))
        for label in labels
    )


def _spellings(label: Label, times: Mapping[str, int]) -> Iterator[str]:
    if len(label) == 1:
        yield label[0]
        return
    for start in range(len(label) - 1):
        yield ": ".join(label[start:])
        yield " ".join(label[start:])
    yield from (word for word in reversed(label) if times[word] == 1)
