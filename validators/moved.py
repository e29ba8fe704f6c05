"""A fact of a closed period that is no longer what was reported: the row, its cells, the figures that moved with it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

MOVED = "X45"
"""The code of «изменено после отчётной даты»."""


class Fate(StrEnum):
    """What became of a row since the period was reported."""

    CHANGED = "changed"
    ADDED = "added"
    GONE = "gone"


class Cell(NamedTuple):
    """A cell that says something else now, in words; None stands for what must not be said aloud."""

    field: str
    heading: str
    was: str | None
    now: str | None


class Shift(NamedTuple):
    """A figure of a closed period as it was reported, and as the registers of today give it for the same day."""

    period: str
    correction: int
    cut: date
    indicator: str
    was: float
    now: float


@dataclass(frozen=True)
class Moved:
    """One row, by register and id: what became of it, and which figures of which closed periods it moved."""

    register: str
    id: str
    fate: Fate
    cells: tuple[Cell, ...]
    shifts: tuple[Shift, ...]
    source: str = ""
