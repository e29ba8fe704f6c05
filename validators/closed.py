"""Closed periods beside the registers of today: which rows moved the figures that were reported.

A figure is counted again on the last day of the period. A row that went into it or out of it moved it, when the row
itself says something else of that time: what is dated later, and the state of what lives on, tell nothing of the past.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

from config.columns import Column
from config.registers import REGISTERS
from validators.counting.count import Count, references
from validators.counts import COUNTS
from validators.drift.likeness import word
from validators.drift.openly import cell_told
from validators.moved import Cell, Fate, Moved, Shift
from validators.office import Office, Table

EVENTS = frozenset({"PROG", "PLAN", "DEC", "PUB", "DOC"})
"""Registers whose rows are of one day: what such a row says now, it says of that day."""

_TOLD = frozenset({"text", "name", "patronymic", "full_name", "phone", "email", "page", "url"})
"""Kinds of cells that no figure counts."""

TableOf = Callable[[str, str], Table[Any] | None]
"""Register and the digest of its content → the table that was read from it."""


@dataclass(frozen=True)
class Closed:
    """A closed period as it was reported last: its correction (0 for the first report) and its last day.

    `counts` — indicator → its bare count on that day, of those that can be counted again from the registers of today;
    `digests` — register → the content from which it was counted.
    """

    period: str
    cut: date
    correction: int = 0
    counts: Mapping[str, Count] = field(default_factory=dict)
    digests: Mapping[str, str] = field(default_factory=dict)


def moved_since(
    office: Office, closed: Sequence[Closed], now: Mapping[str, str], table_of: TableOf
) -> tuple[Moved, ...]:
    """The rows that moved figures of closed periods, each once. `now` — register → the digest of its content today."""
    found: dict[tuple[str, str], Moved] = {}
    for one in sorted(closed, key=lambda period: (period.cut, period.period)):
        period = _Period(office, one, now, table_of)
        for row, shifts in _shifted(office, one).items():
            for moved in period.told(row, shifts):
                known = found.get((moved.register, moved.id))
                more = known.shifts if known is not None else ()
                cells = known.cells if known is not None else moved.cells
                fresh = (shift for shift in moved.shifts if shift not in more)
                found[moved.register, moved.id] = Moved(
                    moved.register, moved.id, moved.fate, cells, (*more, *fresh), moved.source
                )
    return tuple(found.values())


def _shifted(office: Office, closed: Closed) -> dict[str, tuple[Shift, ...]]:
    """Row → the figures that it went into or out of, or in which it weighs something else."""
    found: dict[str, tuple[Shift, ...]] = {}
    for key, was in closed.counts.items():
        now = COUNTS[key](office, closed.cut) if key in COUNTS else Count()
        if was.value is None or now.value is None or was == now:
            continue
        shift = Shift(closed.period, closed.correction, closed.cut, key, was.value, now.value)
        for row in _differing(was, now):
            if row not in office.destroyed:
                found[row] = (*found.get(row, ()), shift)
    return found


def _differing(was: Count, now: Count) -> list[str]:
    sides = ((was.rows, was.weights, now.rows, now.weights), (was.of, was.of_weights, now.of, now.of_weights))
    rows: dict[str, None] = {}
    for before, weights, after, others in sides:
        weighed = {row: weights.get(row, 1.0) for row in before}
        again = {row: others.get(row, 1.0) for row in after}
        rows |= dict.fromkeys(row for row in (*before, *after) if weighed.get(row) != again.get(row))
    return list(rows)


class _Change(NamedTuple):
    """A row before and now by its indexes, None where it is not there."""

    id: str
    was: int | None
    now: int | None
    cells: tuple[Column, ...] = ()


@dataclass(frozen=True)
class _Period:
    """A closed period, the registers from which it was counted, and the office of today."""

    office: Office
    closed: Closed
    now: Mapping[str, str]
    table_of: TableOf
    _tables: dict[str, Table[Any] | None] = field(default_factory=dict)

    def told(self, row: str, shifts: Sequence[Shift]) -> Iterator[Moved]:
        """The row itself when it has changed, else the changed rows that name it; nothing when it happened later."""
        key = self._register_of(row)
        own = self._change(key, row) if key else None
        changes = [(key, own)] if key and own else list(self._naming(row, key)) if key else []
        for register, change in changes:
            if not self._is_later(register, change):
                yield self._moved(register, change, shifts)

    def was(self, key: str) -> Table[Any] | None:
        """A register as it was counted; None when nobody knows, or when it has not changed since."""
        if key not in self._tables:
            digest = self.closed.digests.get(key)
            same = digest is None or digest == self.now.get(key)
            self._tables[key] = None if same or digest is None else self.table_of(key, digest)
        return self._tables[key]

    def _register_of(self, row: str) -> str | None:
        known = (key for key, table in self.office.tables.items() if row in table.index_of)
        lost = (one.key for one in REGISTERS if one.prefix and row.startswith(f"{one.prefix}-"))
        return next(known, None) or next(lost, None)

    def _change(self, key: str, row: str) -> _Change | None:
        before, table = self.was(key), self.office.tables.get(key)
        if before is None or table is None:
            return None
        was, now = before.index_of.get(row), table.index_of.get(row)
        if was is None or now is None:
            return None if was is now else _Change(row, was, now)
        cells = tuple(one for one in table.register.columns if _says_other(one, before, was, table, now))
        return _Change(row, was, now, cells) if cells else None

    def _naming(self, row: str, of: str) -> Iterator[tuple[str, _Change]]:
        """The changed rows of other registers that name the row, then or now."""
        for key, table in self.office.tables.items():
            columns = [one.field for one in table.register.columns if of in one.refers and one.field != "id"]
            before = self.was(key) if columns else None
            if before is None:
                continue
            named = {
                one.ids[at]: None
                for one in (before, table)
                for name in columns
                for at, cell in enumerate(one.values[name])
                if row in references(cell)
            }
            found = (self._change(key, name) for name in named)
            yield from ((key, one) for one in found if one is not None)

    def _is_later(self, key: str, change: _Change) -> bool:
        """What changed happened after the period, by its date; or the row lives on and nobody says since when."""
        before, table = self.was(key), self.office.tables[key]
        if before is None or change.was is None or change.now is None:
            return False
        cut = self.closed.cut
        for one in change.cells:
            was, now = before.values[one.field][change.was], table.values[one.field][change.now]
            if isinstance(now, date) and now > cut and not (isinstance(was, date) and was <= cut):
                return True
        life = table.register.life
        states = {before.values[life.field][change.was], table.values[life.field][change.now]}
        only_life = all(one.field == life.field for one in change.cells)
        return only_life and key not in EVENTS and not states.intersection(life.uncounted)

    def _moved(self, key: str, change: _Change, shifts: Sequence[Shift]) -> Moved:
        before, table = self.was(key), self.office.tables[key]
        if change.now is None and before is not None and change.was is not None:
            source = before.sources[before.origin[change.was]].name
            return Moved(key, change.id, Fate.GONE, (), tuple(shifts), source)
        if before is None or change.was is None or change.now is None:
            return Moved(key, change.id, Fate.ADDED, (), tuple(shifts))
        cells = tuple(
            Cell(one.field, one.heading, cell_told(before, one, change.was), cell_told(table, one, change.now))
            for one in sorted(change.cells, key=_telling)
        )
        return Moved(key, change.id, Fate.CHANGED, cells, tuple(shifts))


def _telling(column: Column) -> bool:
    """Days and states come first: they are what is counted."""
    return not column.kind.is_date and column.kind.name != "choice"


def _says_other(column: Column, before: Table[Any], was: int, table: Table[Any], now: int) -> bool:
    name = column.field
    if name == "id" or column.kind.name in _TOLD or name not in before.raw or name not in table.raw:
        return False
    typed, typed_now = before.raw[name][was], table.raw[name][now]
    return typed != typed_now and word(typed, before.values[name][was]) != word(typed_now, table.values[name][now])
