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
    if (one.year, one.month, one.day) == (two.year, two.day, two.month):
        return Born.SWAPPED
    first, second = f"{one:%d%m%Y}", f"{two:%d%m%Y}"
    wrong = [place for place in range(len(first)) if first[place] != second[place]]
    if len(wrong) == 1:
        return Born.DIGIT
    if len(wrong) == 2 and first[wrong[0]] == second[wrong[1]] and first[wrong[1]] == second[wrong[0]]:
        return Born.TURNED
    apart = [abs(a - b) for a, b in zip(one.timetuple()[:3], two.timetuple()[:3], strict=True) if a != b]
    if len(apart) == 1:
        return Born.DIGIT if apart[0] == _OFTEN_MISTYPED else Born.PART
    return Born.FAR
