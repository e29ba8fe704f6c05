"""A total over regions that is never a false one: the sum of the numbers in sight, and how many it lacks."""

import math
from collections.abc import Iterable
from dataclasses import dataclass

from reports import wording
from reports.disclosure.draft import Mark, Shown
from reports.report import Value


@dataclass(frozen=True)
class Tally:
    """The numbers in sight; in how many regions the number is hidden, unknown, or not here since they sent nothing.

    `not_meant` — in how many there is no such number: a total lacks nothing without it.
    """

    known: tuple[int | float, ...]
    hidden: int = 0
    no_data: int = 0
    absent: int = 0
    not_meant: int = 0

    @property
    def is_whole(self) -> bool:
        """Every region of the country has told its number, or has none to tell."""
        return not (self.hidden or self.no_data or self.absent)

    @property
    def total(self) -> Value:
        """The sum, «не менее …» when it lacks some region, or the mark of a column without numbers."""
        if not self.known:
            return self._without_numbers().value
        total = math.fsum(self.known)
        number = round(total) if total == round(total) else round(total, 1)
        if self.is_whole:
            return number
        words = "не менее" if min(self.known) >= 0 else "по известным"
        return f"{words} {wording.decimal(number)}"

    def _without_numbers(self) -> Mark:
        if self.hidden:
            return Mark.HIDDEN
        return Mark.NOT_MEANT if self.not_meant and not self.no_data else Mark.NO_DATA


def tally(cells: Iterable[Shown], absent: int) -> Tally:
    """Of one cell of each region that has reported; `absent` — how many have not."""
    known: list[int | float] = []
    marks: list[Mark] = []
    for cell in cells:
        if isinstance(cell, Mark):
            marks.append(cell)
        elif isinstance(cell, int | float):
            known.append(cell)
        else:
            marks.append(Mark.NO_DATA)
    return Tally(tuple(known), marks.count(Mark.HIDDEN), marks.count(Mark.NO_DATA), absent, marks.count(Mark.NOT_MEANT))
