"""The grid of columns of «Отчёт. Работа РПО»: three wide ones, then narrow ones, one for each employee at least."""

from collections.abc import Sequence
from dataclasses import dataclass

from reports.report import Field, Form

WIDE = (51, 16, 27)
_LEAST, _MOST, _NARROW = 8, 12, 12

Asked = tuple[str, int, Form]
"""Heading, how many narrow columns it takes, form."""


@dataclass(frozen=True)
class Grid:
    """How wide a narrow column is, and how many there are."""

    unit: int
    units: int

    def fields(self, wide: Sequence[tuple[str, int, Form]], narrow: Sequence[Asked]) -> tuple[Field, ...]:
        """Columns over the wide ones (so many of them each), then over the narrow ones; the last takes the rest."""
        found, at = [], 0
        for heading, many, form in wide:
            found.append(Field(heading, sum(WIDE[at : at + many]), form))
            at += many
        left = self.units - sum(many for _, many, _ in narrow)
        sizes = [many for _, many, _ in narrow]
        sizes[-1] += left
        found += [
            Field(heading, self.unit * size, form) for (heading, _, form), size in zip(narrow, sizes, strict=True)
        ]
        return tuple(found)


def grid_for(names: Sequence[str]) -> Grid:
    """A grid in which each of the names has a column of its own, wide enough for its longest word."""
    longest = max((len(word) for name in names for word in name.split()), default=0)
    return Grid(max(_NARROW, longest + 3), max(_LEAST, min(len(names), _MOST)))


def is_matrix(names: Sequence[str]) -> bool:
    """So few that each may have a column."""
    return 0 < len(names) <= _MOST
