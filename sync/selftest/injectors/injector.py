"""What every injector is: the parameters of one way to make a mistake, and the mistake itself."""

from abc import ABC, abstractmethod
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, ClassVar

from pydantic import BaseModel, ConfigDict, Field

from sync.selftest.copying import Copy
from sync.selftest.place import Place, field_of
from validators.office import Table


@dataclass(frozen=True)
class Injected:
    """The copy with the mistake in it, and the rows it was made in: (tab, number) and (register, code)."""

    copy: Copy
    rows: frozenset[tuple[str, int]] = frozenset()
    ids: frozenset[tuple[str, str]] = frozenset()


class Parameters(BaseModel):
    """A part of kinds.toml: a frozen value, in which an unknown key is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)


Conditions = dict[str, str | tuple[str, ...]]
"""Heading → what must stand there: one word or any of several."""


class RecordOf(Parameters):
    """A record of the register `to` that fits `that`, other than the one that stands in the cell."""

    to: str
    that: Conditions = Field(default_factory=dict)

    def codes(self, place: Place, name: str) -> list[str]:
        """The codes of all such records, in a chance order."""
        table = place.office.tables.get(self.to)
        if table is None:
            return []
        value = place.value(name)
        mine = value if isinstance(value, tuple) else (value,)
        fit = [table.ids[at] for at in table.counted if fits(table, at, self.that) and table.ids[at] not in mine]
        return place.dice.sample(fit, len(fit))


class Injector(Parameters, ABC):
    """A way to make a mistake, with its parameters: the table `with` of a kind.

    It knows cells, never a rule: rules are what it tries. `of_tab` — it is the same in whatever row it begins.
    """

    of_tab: ClassVar[bool] = False

    @property
    def headings(self) -> tuple[str, ...]:
        """The other columns of the register that it types into."""
        return ()

    @property
    def records(self) -> tuple[RecordOf, ...]:
        """The records of other registers that it refers to."""
        return ()

    @abstractmethod
    def inject(self, place: Place) -> Injected | None:
        """The mistake made at a place; None when the place does not suit."""


class DayOf(Parameters):
    """A day: so many days and years from today, or from a date of the row or of a row that it refers to."""

    since: str = "today"
    days: int = 0
    years: int = 0

    def day(self, place: Place) -> date | None:
        """The day for one row; None when what it is counted from is empty."""
        told = place.told(self.since)
        if not isinstance(told, date):
            return None
        moved = told.replace(year=told.year + self.years, day=min(told.day, 28)) if self.years else told
        return moved + timedelta(days=self.days)


def fits(table: Table[Any], index: int, conditions: Conditions) -> bool:
    """The row has, in every column named, one of the values named; "" stands for nothing."""
    for heading, wanted in conditions.items():
        value = table.column(field_of(table.register.by_heading, heading))[index]
        words = (wanted,) if isinstance(wanted, str) else wanted
        values = value if isinstance(value, tuple) and value else (value,)
        if not any(_word(one) in words for one in values):
            return False
    return True


def _word(value: object) -> str:
    if isinstance(value, bool):
        return "Да" if value else "Нет"
    return "" if value in (None, ()) else str(value)


def at_place(place: Place, copy: Copy | None) -> Injected | None:
    """A mistake in the row of the place."""
    return None if copy is None else in_rows(place, copy, [place.row], [place.code])


def in_rows(place: Place, copy: Copy, rows: Iterable[int], ids: Iterable[str] = ()) -> Injected:
    """A mistake in some rows of the tab of the place, or in the tab as a whole when no rows are named.

    Cells of names that are kept apart stand in rows of their own files: those count as the same rows.
    """
    own = [(place.source.name, row) for row in rows]
    apart = place.source.annex
    if apart is not None:
        known = [apart.known[row] for _, row in own if row in apart.known]
        own += [(apart.tabs[tab][0], there) for tab, there in known]
    return Injected(copy, frozenset(own), frozenset((place.table.register.key, row_id) for row_id in ids))
