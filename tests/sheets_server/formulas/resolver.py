"""What a formula asks of the spreadsheet it stands in."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol

from tests.sheets_server.cell_values import Scalar
from tests.sheets_server.locales import Locale


class Area(NamedTuple):
    """A rectangle of cells of one sheet, from zero, its ends outside: rows `top`…`bottom - 1`."""

    sheet: str
    top: int
    left: int
    bottom: int
    right: int


class Resolver(Protocol):
    """The spreadsheet as formulas see it; titles are compared as Google does, without regard to case."""

    def size(self, sheet: str) -> tuple[int, int] | None:
        """Rows and columns of a tab's grid; None when there is no such tab."""
        ...

    def values(self, area: Area) -> Sequence[Sequence[Scalar]]:
        """Effective values of an area that lies within the grid: `area.bottom - area.top` rows, each of full width.

        An empty cell is None. Where a cell is itself a formula, its result (calculated on demand); a cell that is being
        calculated right now is `faults.CIRCULAR`.
        """
        ...

    def named(self, name: str) -> Area | None:
        """The area of a named range, None when there is none."""
        ...


Key = tuple[int, float | str] | None
"""What equal values share (`coercion.key`)."""


@dataclass
class Lookups:
    """What is kept while nothing in the spreadsheet changes: areas read, columns hashed. One per calculation.

    `first` tells at which place of an area, cell by cell, a value stands first; `counts` how often it stands there.
    """

    read: dict[Area, Sequence[Sequence[Scalar]]] = field(default_factory=dict)
    first: dict[Area, dict[Key, int]] = field(default_factory=dict)
    counts: dict[Area, Counter[Key]] = field(default_factory=dict)


@dataclass(frozen=True)
class Context:
    """Where a formula stands and what it may look at; `row` and `column` from zero, `now` is a serial number."""

    resolver: Resolver
    locale: Locale
    sheet: str
    row: int
    column: int
    now: float = 0.0
    lookups: Lookups = field(default_factory=Lookups)

    @property
    def today(self) -> int:
        """The serial of the day of `now`."""
        return int(self.now)
