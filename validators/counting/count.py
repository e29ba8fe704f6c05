"""A count: its value and the rows behind it; and the few questions that every count asks of a table."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from validators.office import Office, Standing, Table

NOT_KEPT = "не ведётся"
NOT_READ = "не прочитано"
NO_COLUMN = "нет нужного столбца"


@dataclass(frozen=True)
class Count:
    """A bare figure. `value` None means «нет данных», and `why` says why; a percent is 0–100.

    `rows` are the ids that make the value, `of` the ids of the denominator where there is one.
    """

    value: float | None = None
    rows: tuple[str, ...] = ()
    of: tuple[str, ...] = ()
    why: str = ""


def number(rows: Iterable[str], of: Iterable[str] = ()) -> Count:
    """How many rows there are."""
    kept = tuple(rows)
    return Count(float(len(kept)), kept, tuple(of))


def share(rows: Iterable[str], of: Iterable[str], nothing: str) -> Count:
    """Which percent of the denominator the rows are; without a denominator no value, and `nothing` as the reason."""
    part, whole = tuple(rows), tuple(of)
    if not whole:
        return Count(why=nothing)
    return Count(100 * len(part) / len(whole), part, whole)


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
