"""Rows and columns that are put in, taken out or moved: where each index and each stretch stands afterwards."""

from dataclasses import dataclass
from typing import Protocol

Stretch = tuple[int, int]
"""Start and end (not included) of adjoining rows or columns."""


class Change(Protocol):
    """A change of the rows or columns of one sheet."""

    @property
    def dimension(self) -> str:
        """ROWS or COLUMNS."""

    def index(self, old: int) -> int | None:
        """Where a row or column stands afterwards; None when it is gone."""

    def stretch(self, old: Stretch) -> Stretch | None:
        """What rows start to end are afterwards; None when all of them are gone."""


@dataclass(frozen=True, slots=True)
class Inserted:
    """So many empty rows or columns put in before the one at `at`."""

    dimension: str
    at: int
    count: int

    def index(self, old: int) -> int | None:
        return old + self.count if old >= self.at else old

    def stretch(self, old: Stretch) -> Stretch | None:
        """Grows when the new ones come between its rows, not when they come right before or after it."""
        start, end = old
        return (start + self.count if start >= self.at else start), (end + self.count if end > self.at else end)


@dataclass(frozen=True, slots=True)
class Deleted:
    """So many rows or columns from `at` on taken out."""

    dimension: str
    at: int
    count: int

    def index(self, old: int) -> int | None:
        if old < self.at:
            return old
        return old - self.count if old >= self.at + self.count else None

    def stretch(self, old: Stretch) -> Stretch | None:
        start, end = (self._edge(each) for each in old)
        return (start, end) if start < end else None

    def _edge(self, old: int) -> int:
        return old - min(max(old - self.at, 0), self.count)


@dataclass(frozen=True, slots=True)
class Moved:
    """Rows or columns `start` to `end` put before the one that stood at `to` ahead of the move."""

    dimension: str
    start: int
    end: int
    to: int

    def index(self, old: int) -> int | None:
        count = self.end - self.start
        if self.start <= old < self.end:
            return old - self.start + (self.to if self.to <= self.start else self.to - count)
        if self.to <= old < self.start:
            return old + count
        return old - count if self.end <= old < self.to else old

    def stretch(self, old: Stretch) -> Stretch | None:
        """Goes along when all of it moves, else it is what spans those of its rows that stayed."""
        stayed = [each for each in (old[0], self.start - 1, self.end, old[1] - 1) if self._stays(each, old)]
        places = [self.index(each) for each in stayed or (old[0], old[1] - 1)]
        found = [place for place in places if place is not None]
        return min(found), max(found) + 1

    def _stays(self, each: int, old: Stretch) -> bool:
        return old[0] <= each < old[1] and not self.start <= each < self.end
