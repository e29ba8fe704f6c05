"""How alike two days of birth are: the same, a slip of the hand, one part of three wrong, or far from each other."""

from datetime import date
from enum import IntEnum


class Born(IntEnum):
    """The likeness of two days of birth. The order is from the closest."""

    SAME = 0
    SWAPPED = 1
    TURNED = 2
    DIGIT = 3
    PART = 4
    SILENT = 5
    FAR = 6


_OFTEN_MISTYPED = 1


def days_alike(one: date | None, two: date | None) -> Born:
    """The likeness of two days; `SILENT` when one of them is not known."""
    if one is None or two is None:
        return Born.SILENT
    if one == two:
        return Born.SAME
    first, second = (one.day, one.month, one.year), (two.day, two.month, two.year)
    if first == (two.month, two.day, two.year):
        return Born.SWAPPED
    apart = [abs(a - b) for a, b in zip(first, second, strict=True) if a != b]
    if len(apart) == 1:
        return Born.DIGIT if apart[0] == _OFTEN_MISTYPED or _wrong_digits(one, two) == 1 else _turned_or(one, two)
    return _turned_or(one, two) if one.year == two.year else Born.FAR


def _wrong_digits(one: date, two: date) -> int:
    return sum(a != b for a, b in zip(f"{one:%d%m%Y}", f"{two:%d%m%Y}", strict=True))


def _turned_or(one: date, two: date) -> Born:
    """`TURNED` when the digits are the same and two of them stand in each other's place."""
    first, second = f"{one:%d%m%Y}", f"{two:%d%m%Y}"
    if sorted(first) == sorted(second) and _wrong_digits(one, two) == 2:
        return Born.TURNED
    return Born.PART if (one.day != two.day) + (one.month != two.month) + (one.year != two.year) == 1 else Born.FAR
