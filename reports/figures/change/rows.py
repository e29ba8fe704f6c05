"""The rows of one register at two moments, side by side: which are new, which are gone, which cells were typed anew."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from config.register import Register
from validators.office import Broken, Table

Row = tuple[str, int]
"""The id of a row, and which of the rows with this id it is: from 0."""

Fields = Mapping[str, frozenset[Row]]


def rows_of(table: Table[Any] | None) -> dict[Row, int]:
    """Row → its index, in the order of the table."""
    if table is None:
        return {}
    seen: Counter[str] = Counter()
    found = {}
    for index, one in enumerate(table.ids):
        found[one, seen[one]] = index
        seen[one] += 1
    return found


@dataclass(frozen=True)
class Pair:
    """A register in two offices; None where it is not kept or not read. `broken` are the dead references of each."""

    register: Register[Any]
    one: Table[Any] | None
    other: Table[Any] | None
    broken: tuple[tuple[Broken, ...], tuple[Broken, ...]] = ((), ())

    @property
    def is_whole(self) -> bool:
        """Both offices have the register."""
        return self.one is not None and self.other is not None

    @cached_property
    def both(self) -> tuple[Table[Any], Table[Any]]:
        """The tables; one that is absent has no rows."""
        empty: Table[Any] = Table(self.register, values=dict.fromkeys(self.register.by_field, ()))
        return (empty if self.one is None else self.one), (empty if self.other is None else self.other)

    @cached_property
    def at_one(self) -> Mapping[Row, int]:
        """Row → its index in the first table."""
        return rows_of(self.one)

    @cached_property
    def at_other(self) -> Mapping[Row, int]:
        """Row → its index in the other table."""
        return rows_of(self.other)

    @cached_property
    def only_one(self) -> frozenset[Row]:
        """The rows that the other table has not."""
        return frozenset(self.at_one.keys() - self.at_other.keys())

    @cached_property
    def only_other(self) -> frozenset[Row]:
        """The rows that the first table has not."""
        return frozenset(self.at_other.keys() - self.at_one.keys())

    @cached_property
    def stood(self) -> frozenset[Row]:
        """The rows that stand in one of the tables only."""
        one, other = self.both
        return frozenset(
            row for row, (first, last) in self._shared.items() if (first in one.fallen) != (last in other.fallen)
        )

    @property
    def typed(self) -> Fields:
        """Field → rows where people wrote something else, rows that fell or stand again left out."""
        return self._differences[0]

    @property
    def filled(self) -> Fields:
        """Field → rows where the service filled a blank cell with something else."""
        return self._differences[1]

    @cached_property
    def is_changed(self) -> bool:
        """Anything at all differs."""
        rows = self.only_one or self.only_other or self.stood or self.typed or self.filled
        return not self.is_whole or bool(rows) or self.both[0].missing != self.both[1].missing

    @cached_property
    def touched(self) -> frozenset[str]:
        """The ids of the rows that differ in any way; what the service filled is not of them."""
        rows = {*self.only_one, *self.only_other, *self.stood}.union(*self.typed.values())
        return frozenset(one for one, _ in rows)

    @cached_property
    def reversed(self) -> "Pair":
        """The same with the tables changed over."""
        return replace(self, one=self.other, other=self.one, broken=(self.broken[1], self.broken[0]))

    @cached_property
    def _shared(self) -> Mapping[Row, tuple[int, int]]:
        return {row: (index, self.at_other[row]) for row, index in self.at_one.items() if row in self.at_other}

    @cached_property
    def _differences(self) -> tuple[Fields, Fields]:
        typed: dict[str, set[Row]] = {}
        filled: dict[str, set[Row]] = {}
        one, other = self.both
        for name in one.values.keys() & other.values.keys():
            first, last = one.values[name], other.values[name]
            if first == last and self.at_one == self.at_other:
                continue
            for row, (index, there) in self._shared.items():
                if first[index] != last[there] and row not in self.stood:
                    said = is_said(one, index, name) or is_said(other, there, name)
                    (typed if said else filled).setdefault(name, set()).add(row)
        return _frozen(typed), _frozen(filled)


def _frozen(found: Mapping[str, set[Row]]) -> Fields:
    return {name: frozenset(found[name]) for name in sorted(found)}


def is_said(table: Table[Any], index: int, name: str) -> bool:
    """People typed something into the cell, even if it can't be read: the service did not fill it."""
    if table.values[name][index] is None:
        return not table.is_blank(index, name) and not table.is_unknown(index, name)
    return table.is_typed(index, name) or _is_nought(table, index, name)


def _is_nought(table: Table[Any], index: int, name: str) -> bool:
    """A nought was typed and read as a number, though elsewhere it says that there is nothing to say."""
    raw = table.raw[name][index] if name in table.raw else None
    return str(raw).strip() == "0" and table.values[name][index] == 0
