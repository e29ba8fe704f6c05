"""A heading of several rows made flat: each column gets the words that stand over it, from the top down."""

from collections.abc import Sequence

from validators.framing.sheet import Sheet
from validators.grid import Area

Label = tuple[str, ...]
"""The words over one column, the uppermost first; empty where nothing is said of the column."""


def flatten(sheet: Sheet, top: int, bottom: int) -> tuple[Label, ...]:
    """The label of every column for a heading in the rows from `top` to `bottom`.

    A merged area says its word over all its columns; without merged areas a word reaches right over empty cells, as
    far as the rows below have words of their own.
    """
    labels: list[list[str]] = [[] for _ in range(sheet.width)]
    for row in range(top, bottom + 1):
        for column, word in enumerate(_words(sheet, row, top, bottom)):
            if word and (not labels[column] or labels[column][-1] != word):
                labels[column].append(word)
    return tuple(map(tuple, labels))


def _words(sheet: Sheet, row: int, top: int, bottom: int) -> list[str]:
    words = [_word(sheet, row, column) for column in range(sheet.width)]
    if row < bottom and not _has_bands(sheet, top, bottom):
        _reach(words, sheet, row, bottom)
    return words


def _word(sheet: Sheet, row: int, column: int) -> str:
    own = sheet.text(row, column)
    area = sheet.area(row, column)
    if own or area is None or area.top != row:
        return own
    return sheet.text(row, area.left - 1)


def _has_bands(sheet: Sheet, top: int, bottom: int) -> bool:
    return not sheet.banded.isdisjoint(range(top, bottom + 1))


def _reach(words: list[str], sheet: Sheet, row: int, bottom: int) -> None:
    current = ""
    for column, word in enumerate(words):
        if word:
            current = word
        elif any(sheet.text(below, column) for below in range(row + 1, bottom + 1)):
            words[column] = current
        else:
            current = ""


def own_words(sheet: Sheet, top: int, bottom: int) -> tuple[bool, ...]:
    """Whether a column is named for itself: not only by a word spread over neighbours that have words of their own."""
    return tuple(_is_own(sheet, top, bottom, column) for column in range(sheet.width))


def _is_own(sheet: Sheet, top: int, bottom: int, column: int) -> bool:
    for row in range(top, bottom + 1):
        area = sheet.area(row, column)
        if area is None or area.right == area.left:
            if sheet.text(row, column):
                return True
        elif column == area.left - 1 and not _is_band(sheet, area, bottom) and sheet.text(area.top, column):
            return True
    return False


def _is_band(sheet: Sheet, area: Area, bottom: int) -> bool:
    """The area names a group: a column of it has a word of its own below, inside the heading."""
    columns = range(area.left - 1, min(area.right, sheet.width))
    return any(sheet.text(row, column) for row in range(area.bottom + 1, bottom + 1) for column in columns)


def joined(label: Sequence[str]) -> str:
    """`("2026", "План")` → `2026 / План`."""
    return " / ".join(label)
