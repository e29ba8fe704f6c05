"""Two moments of an office, and what would be if one of the changes between them had not been made.

The reason for a change of a figure is found so: a change without which the row would count as before is the reason.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import Enum, auto
from functools import cached_property
from typing import Any

from config.settings import Settings
from reports.figures.change.rows import Pair, Row, is_said, rows_of
from validators.derive import derive
from validators.office import Broken, Office, Table
from validators.standing import let_stand


class Deed(Enum):
    """What can be undone: the day, rows of a register, cells of a field, a whole register, answers of staff."""

    DAY = auto()
    PRESENCE = auto()
    STANDING = auto()
    CELLS = auto()
    REGISTER = auto()
    ANSWERS = auto()


@dataclass(frozen=True)
class Edit:
    """One change between two moments, as far as it can be undone at once: of a register, of a field, of these rows."""

    deed: Deed
    register: str = ""
    field: str = ""
    rows: frozenset[Row] = frozenset()

    @cached_property
    def ids(self) -> frozenset[str]:
        """The ids of its rows."""
        return frozenset(one for one, _ in self.rows)

    def may_decide(self, row_id: str) -> bool:
        """A change of rows is asked about those rows only; the day and a whole register about any."""
        return not self.rows or row_id in self.ids


@dataclass(frozen=True)
class Moments:
    """The office that is looked at, and the other one, each on its day. `pairs` are the registers that either has."""

    office: Office
    day: date
    other: Office
    other_day: date
    settings: Settings
    pairs: Mapping[str, Pair] = field(default_factory=dict)

    @cached_property
    def reversed(self) -> "Moments":
        """The same looked at from the other moment."""
        pairs = {key: pair.reversed for key, pair in self.pairs.items()}
        return Moments(self.other, self.other_day, self.office, self.day, self.settings, pairs)

    def without(self, *edits: Edit) -> tuple[Office, date]:
        """The office and the day if these changes were not made: in their place stands what the other moment has."""
        office, day = self.office, self.day
        for edit in edits:
            if edit.deed is Deed.DAY:
                day = self.other_day
            elif edit.deed is Deed.ANSWERS:
                other = self.other
                office = replace(office, same=other.same, different=other.different, unread=other.unread)
            elif edit.deed is Deed.REGISTER:
                office = self._with_other(office, edit.register)
            else:
                office = self._edited(office, edit)
        return (office if office is self.office else self._refilled(office)), day

    def _with_other(self, office: Office, key: str) -> Office:
        """The office with the register of the other moment, or without it if that has none."""
        found = self.pairs[key].other
        tables = {name: table for name, table in office.tables.items() if name != key}
        accounts = {name: account for name, account in office.accounts.items() if name != key}
        if found is not None:
            tables[key] = found
        if key in self.other.accounts:
            accounts[key] = self.other.accounts[key]
        broken = tuple(one for one in office.broken if one.register != key) + self.pairs[key].broken[1]
        return replace(office, tables=tables, accounts=accounts, broken=broken)

    def _edited(self, office: Office, edit: Edit) -> Office:
        table, broken = _edited(self.pairs[edit.register], edit)
        kept = tuple(one for one in office.broken if one.register != edit.register)
        return replace(office, tables={**office.tables, edit.register: table}, broken=kept + broken)

    def _refilled(self, office: Office) -> Office:
        """What the service fills differently in the two moments is filled anew, from the cells that stand here now."""
        emptied = {key: _emptied(office.tables[key], pair) for key, pair in self.pairs.items() if key in office.tables}
        if all(table is office.tables[key] for key, table in emptied.items()):
            return office
        whole = let_stand(derive(replace(office, tables={**office.tables, **emptied}), self.settings))[0]
        kept = {key: _kept(table, office.tables[key]) for key, table in whole.tables.items()}
        return replace(whole, tables=kept)


def _emptied(table: Table[Any], pair: Pair) -> Table[Any]:
    if not pair.filled:
        return table
    at = rows_of(table)
    columns = {}
    for name, rows in pair.filled.items():
        column = list(table.values[name])
        for row in rows & at.keys():
            if not is_said(table, at[row], name):
                column[at[row]] = None
        columns[name] = column
    return table.with_values(**columns)


def _kept(table: Table[Any], earlier: Table[Any]) -> Table[Any]:
    """What nothing fills here came from somewhere else (an export, a part of the region) and stays."""
    columns = {}
    for name, column in table.values.items():
        was = earlier.values[name]
        if column is not was:
            columns[name] = [old if new is None else new for new, old in zip(column, was, strict=True)]
    return table.with_values(**columns) if columns else table


def _edited(pair: Pair, edit: Edit) -> tuple[Table[Any], tuple[Broken, ...]]:
    """The first table with the rows, or the cells, of the edit as they are in the other one."""
    if edit.deed is Deed.CELLS:
        return _with_cells(pair, edit)
    one, other = pair.both
    picks: list[tuple[bool, int]] = []
    for row, index in pair.at_one.items():
        if row not in edit.rows:
            picks.append((False, index))
        elif row in pair.at_other:
            picks.append((True, pair.at_other[row]))
    picks += [(True, index) for row, index in pair.at_other.items() if row in edit.rows and row not in pair.at_one]
    places = {pick: index for index, pick in enumerate(picks)}
    broken = tuple(
        replace(each, index=places[far, each.index])
        for far in (False, True)
        for each in pair.broken[far]
        if (far, each.index) in places
    )
    return _picked(one, other, picks), broken


def _picked(one: Table[Any], other: Table[Any], picks: Sequence[tuple[bool, int]]) -> Table[Any]:
    def taken(first: Sequence[Any], last: Sequence[Any]) -> list[Any]:  # Any: cells of any column
        return [last[index] if far else first[index] for far, index in picks]

    nothing = ((None,) * len(one), (None,) * len(other))
    raw = {*one.raw, *other.raw}
    shift = len(one.sources)
    return replace(
        one,
        ids=tuple(taken(one.ids, other.ids)),
        values={name: taken(column, other.values.get(name, nothing[1])) for name, column in one.values.items()},
        raw={name: taken(one.raw.get(name, nothing[0]), other.raw.get(name, nothing[1])) for name in raw},
        rows=tuple(taken(one.rows, other.rows)),
        origin=tuple(taken(one.origin, [at + shift for at in other.origin])),
        sources=one.sources + other.sources,
        fallen=frozenset(at for at, (far, index) in enumerate(picks) if index in (other if far else one).fallen),
    )


def _with_cells(pair: Pair, edit: Edit) -> tuple[Table[Any], tuple[Broken, ...]]:
    one, other = pair.both
    name, moved = edit.field, {pair.at_other[row]: pair.at_one[row] for row in edit.rows}
    column = list(one.values[name])
    raw = list(one.raw.get(name, (None,) * len(one)))
    theirs = other.raw.get(name, (None,) * len(other))
    for there, here in moved.items():
        column[here], raw[here] = other.values[name][there], theirs[there]
    mine = set(moved.values())
    broken = tuple(each for each in pair.broken[0] if each.field != name or each.index not in mine)
    broken += tuple(
        replace(each, index=moved[each.index]) for each in pair.broken[1] if each.field == name and each.index in moved
    )
    return replace(one, values={**one.values, name: column}, raw={**one.raw, name: raw}), broken


def moments_of(before: Office, since: date, now: Office, on: date, settings: Settings) -> Moments:
    """The office on the day `on`, beside the same office as it was on the day `since`."""
    tables = {**before.tables, **now.tables}
    pairs = {
        key: Pair(one.register, now.tables.get(key), before.tables.get(key), (_broken(now, key), _broken(before, key)))
        for key, one in tables.items()
    }
    return Moments(now, on, before, since, settings, pairs)


def _broken(office: Office, key: str) -> tuple[Broken, ...]:
    return tuple(one for one in office.broken if one.register == key)


def edits_of_rows(key: str, pair: Pair, order: Sequence[str]) -> Iterator[Edit]:
    """The changes of the rows of a register, those that decide by themselves first; `order` — fields that go first."""
    if not pair.is_whole:
        return
    for rows in (pair.only_one, pair.only_other):
        if rows:
            yield Edit(Deed.PRESENCE, key, rows=rows)
    if pair.stood:
        yield Edit(Deed.STANDING, key, rows=pair.stood)
    columns = pair.register.by_field
    names = sorted(pair.typed, key=lambda name: (name not in order, not columns[name].kind.is_date))
    for name in names:
        yield Edit(Deed.CELLS, key, name, pair.typed[name])
