"""The office while agreements between its registers are being broken: its rows, and which of them are whole."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from random import Random

from config.codes import PREFIXES, make_code, number_of
from config.columns import CellError
from sync.demo.draft import Cell
from sync.demo.office import DemoOffice
from sync.demo.spoiling import Typed

TypedRow = dict[str, Typed]
"""A row of the made-up office by field."""
Fit = Callable[[TypedRow], bool]
_FIRST_FREE = 2
"""The first rows stay whole, so that a value repeated later has something before it."""


@dataclass(frozen=True)
class Change:
    """The one cell that was changed, and what stood there: typing it again mends the fault."""

    register: str
    row: TypedRow
    field: str
    right: Cell


@dataclass(frozen=True)
class Broken:
    """Where the remark must stand: register, row (None for the register as a whole), field (None for the whole row).

    `change` is None when more than one cell was changed, or a row was added: then no single cell mends it.
    """

    register: str | None
    row: TypedRow | None
    field: str | None
    change: Change | None = None


@dataclass
class Ground:
    """Rows that may be changed, by register and field; `used` are those that somebody has taken (register, number)."""

    office: DemoOffice
    rows: dict[str, list[TypedRow]]
    dice: Random
    used: set[tuple[str, int]] = field(default_factory=set)

    def take(self, key: str, fit: Fit = lambda _row: True, *, first: int = _FIRST_FREE) -> TypedRow:
        """A row that nobody has touched, chosen by chance; from now on nobody else gets it. Raises LookupError."""
        rows = self.rows[key]
        free = [at for at in range(first, len(rows)) if (key, at) not in self.used and fit(rows[at])]
        if not free:
            raise LookupError(f"{key}: no whole row fits")
        chosen = self.dice.choice(free)
        self.used.add((key, chosen))
        return rows[chosen]

    def keep(self, key: str, code: object) -> TypedRow:
        """The row with this code, which nobody else may touch: a fault leans on it."""
        at = next(at for at, row in enumerate(self.rows[key]) if row["id"] == code)
        self.used.add((key, at))
        return self.rows[key][at]

    def is_whole(self, key: str, row: TypedRow) -> bool:
        """Nobody has touched the row."""
        return (key, next(at for at, one in enumerate(self.rows[key]) if one is row)) not in self.used

    def add(self, key: str, **cells: Typed) -> TypedRow:
        """A new last row with the next code, which nobody else may touch."""
        rows = self.rows[key]
        last = max((number_of(str(row["id"])) for row in rows), default=0) if key in PREFIXES else 0
        row: TypedRow = {"id": make_code(PREFIXES[key], last + 1) if key in PREFIXES else None, **cells}
        self.used.add((key, len(rows)))
        rows.append(row)
        return row

    def change(self, key: str, row: TypedRow, name: str, typed: Typed, *, remarked: str | None = None) -> Broken:
        """Types something else into a cell. The remark stands there, or in the field `remarked` of the same row."""
        right = row.get(name)
        assert not isinstance(right, CellError)  # noqa: S101  no formula has failed yet
        row[name] = typed
        return Broken(key, row, remarked or name, Change(key, row, name, right))


def day(row: TypedRow, name: str) -> date:
    """A date that the row is known to have."""
    found = row[name]
    assert isinstance(found, date)  # noqa: S101  the generator's own promise, not a check of data
    return found


@dataclass(frozen=True)
class Crossing:
    """One way to break an agreement. All of them are in every made-up office; the seed chooses the rows."""

    code: str
    kind: str
    spoil: Callable[[Ground], Broken]
