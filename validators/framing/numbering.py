"""The row of column numbers that official forms carry under their heading: 1 2 3 …, А Б 1 2, 3 (1 + 2)."""

import re
from collections.abc import Sequence
from itertools import pairwise

from config.columns import Raw
from validators.framing.sheet import cells_text

_NUMBER = re.compile(r"[(\[]?([0-9]{1,3})[)\].]?(?:\s*[=(:]?\s*(?:гр\.?\s*)?[0-9(][0-9гр.\s+\-–—*/:%()=]*)?")
_LETTERS = frozenset("АБВГДЕабвгдеABCDEF")


def is_number_row(row: Sequence[Raw]) -> bool:
    """The filled cells count the columns: consecutive numbers from one, letters allowed before them."""
    words = [word for word in cells_text(row) if word]
    if len(words) < 2:
        return False
    letters = 0
    while letters < len(words) and words[letters] in _LETTERS:
        letters += 1
    numbers = [_NUMBER.fullmatch(word) for word in words[letters:]]
    if len(numbers) < 2 or letters > 3 or not all(numbers):
        return False
    counted = [int(match[1]) for match in numbers if match]
    return (letters > 0 or len(counted) > 2) and _counts(counted, letters)


def _counts(numbers: Sequence[int], letters: int) -> bool:
    if numbers[0] not in {1, letters + 1}:
        return False
    steps = [later - earlier for earlier, later in pairwise(numbers)]
    return all(step in {0, 1} for step in steps) and sum(steps) * 2 >= len(steps)


def may_count(cell: Raw) -> bool:
    """The cell may open a row of column numbers: one, or a letter before the numbers."""
    return cell == 1 or (isinstance(cell, str) and len(cell) < 4 and cell.strip(" ()[].") in {"1", "А", "а", "A", "a"})
