"""A count: its value and the rows behind it; and the few questions that every count asks of a table."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import Enum
from typing import Any

from validators.office import Office, Standing, Table

NOT_KEPT = "не ведётся"
NOT_READ = "не прочитано"
NO_COLUMN = "нет нужного столбца"


class Way(Enum):
    """How a value comes from its rows and the rows of its denominator."""

    NUMBER = "Σ rows"
    SHARE = "100 · Σ rows ÷ Σ of"
    RATIO = "Σ rows ÷ Σ of"
    MEAN = "Σ rows ÷ number of rows"


@dataclass(frozen=True)
class Count:
    """A bare figure. `value` None means «нет данных», and `why` says why; a percent is 0–100.

    `rows` are the ids that make the value, `of` the ids of the denominator where there is one. A row weighs one, unless
    `weights` (of `rows`) or `of_weights` (of `of`) say otherwise: roubles, days, percents.
    """

    value: float | None = None
    rows: tuple[str, ...] = ()
    of: tuple[str, ...] = ()
    why: str = ""
    way: Way = Way.NUMBER
    weights: Mapping[str, float] = field(default_factory=dict)
    of_weights: Mapping[str, float] = field(default_factory=dict)

    @property
    def done(self) -> float:
        """Σ rows: people, roubles, days."""
        return _sum(self.rows, self.weights)

    @property
    def due(self) -> float:
        """Σ of: what there should be."""
        return _sum(self.of, self.of_weights)

    def part(self, belongs: Callable[[str], bool], nothing: str = "") -> "Count":
        """The same figure of some rows only: a cut. `nothing` is the reason when its denominator is empty."""
        rows, of = tuple(filter(belongs, self.rows)), tuple(filter(belongs, self.of))
        return replace(self, rows=rows, of=of, value=None, why=self.why).valued(nothing)

    def valued(self, nothing: str = "") -> "Count":
        """With the value that its rows give; what met an obstacle has none."""
        if self.why:
            return replace(self, value=None)
        value = _VALUES[self.way](self.done, self.due, len(self.rows))
        return replace(self, value=value, why="" if value is not None else nothing)


def _sum(rows: Sequence[str], weights: Mapping[str, float]) -> float:
    return float(sum(weights.get(one, 1) for one in rows)) if weights else float(len(rows))


_VALUES: Mapping[Way, Callable[[float, float, int], float | None]] = {
    Way.NUMBER: lambda rows, _of, _many: rows,
    Way.SHARE: lambda rows, of, _many: 100 * rows / of if of else None,
    Way.RATIO: lambda rows, of, _many: rows / of if of else None,
    Way.MEAN: lambda rows, _of, many: rows / many if many else None,
}


def number(rows: Iterable[str], of: Iterable[str] = ()) -> Count:
    """How many rows there are."""
    return Count(rows=tuple(rows), of=tuple(of)).valued()


def share(rows: Iterable[str], of: Iterable[str], nothing: str) -> Count:
    """Which percent of the denominator the rows are; without a denominator no value, and `nothing` as the reason."""
    whole = tuple(of)
    if not whole:
        return Count(why=nothing, way=Way.SHARE)
    return Count(rows=tuple(rows), of=whole, way=Way.SHARE).valued()


def weighed(rows: Mapping[str, float], of: Mapping[str, float], way: Way, nothing: str) -> Count:
    """A figure over rows that weigh something: roubles of a line, days of a visit, percents of a person."""
    return Count(rows=tuple(rows), of=tuple(of), way=way, weights=rows, of_weights=of).valued(nothing)


def obstacle(office: Office, key: str, *fields: str) -> str:
    """Why nothing can be counted over a register; an empty text when it can. `fields` are those it can't do without."""
    account = office.accounts.get(key)
    if not office.has(key):
        kept = account is not None and account.standing is not Standing.NOT_KEPT
        return NOT_READ if kept else NOT_KEPT
    missing = office.tables[key].missing
    return NO_COLUMN if any(name in missing for name in fields) else ""


def ids_at(table: Table[Any], indexes: Iterable[int]) -> list[str]:
    """The ids of rows by their indexes."""
    return [table.ids[index] for index in indexes]


def days(table: Table[Any], name: str) -> Sequence[date | None]:
    """A column of dates."""
    return [value if isinstance(value, date) else None for value in table.values[name]]


def by_then(day: date | None, on: date) -> bool:
    """The day has come; an unknown day does not unmake what it dates (decisions.md 8)."""
    return day is None or day <= on


def until_then(day: date | None, on: date) -> bool:
    """The last day has not passed; an unknown one never passes."""
    return day is None or on <= day


def references(cell: object) -> tuple[str, ...]:
    """The references of a cell that holds one or several."""
    if isinstance(cell, tuple):
        return tuple(map(str, cell))
    return (cell,) if isinstance(cell, str) else ()
