"""The change that decides → the reason as people call it: a new row, a status, a day, a heading, a decision."""

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from reports.figures.change.moments import Deed, Edit, Moments
from reports.figures.change.rows import Fields, Pair, is_said
from reports.figures.change.search import STATUSES
from reports.figures.change.value import Cause, Kind
from validators.counting.approvals import SUBJECTS, Approvals, Lack, Shortfall, approvals
from validators.counting.count import references
from validators.counting.people import PEOPLE
from validators.duplicates.repeats import repeats
from validators.office import Office, Table

NOT_SAID = "не указано"
REVOKED, APPEARED, EXCEPTED, ALTERED, REMOVED = "отозвано", "появилось", "исключение", "изменено", "удалено"
FILLED, ERASED, MENDED, UNREAD = "вписано", "стёрто", "исправлено", "не читается"

Reason = tuple[Cause, tuple[str, ...]]
"""The reason, and the codes of the other rows that decided."""


@dataclass(frozen=True)
class Causes:
    """The reasons of the changes between two moments; the office looked at is the later one."""

    moments: Moments

    def of(self, edit: Edit | None, row_id: str, own: Edit | None) -> Reason:
        """The reason why a row counts otherwise. `own` is a change of the row itself that moved its weight."""
        home = self._home(row_id)
        if edit is None:
            return Cause(Kind.OTHER), ()
        if edit.deed is Deed.DAY:
            return self._decided(home, row_id) or (self._of_day(home, row_id), ())
        if edit.deed is Deed.ANSWERS:
            return Cause(Kind.ANSWER), ()
        if edit.deed is Deed.REGISTER:
            return self._of_register(edit, home, row_id, own)
        return self._of_own(edit, row_id), ()

    def _home(self, row_id: str) -> str:
        """The register in which the row stands or stood, "" where none has it."""
        return next(
            (key for key, pair in self.moments.pairs.items() if any(row_id in one.index_of for one in pair.both)), ""
        )

    def _of_own(self, edit: Edit, row_id: str) -> Cause:
        pair = self.moments.pairs[edit.register]
        row = next(row for row in sorted(edit.rows) if row[0] == row_id)
        if edit.deed is Deed.PRESENCE:
            return _of_presence(pair, edit.register, row, self._destroyed)
        now, before = pair.both
        here, there = pair.at_one[row], pair.at_other[row]
        if edit.deed is Deed.STANDING:
            if here in now.fallen:
                return Cause(Kind.FALLEN, edit.register, unread_heading(now, here))
            return Cause(Kind.STANDS, edit.register, unread_heading(before, there))
        column = now.register.by_field[edit.field]
        was, value = before.values[edit.field][there], now.values[edit.field][here]
        said = is_said(now, here, edit.field), is_said(before, there, edit.field)
        if not any(said):
            return Cause(Kind.EXPORT, edit.register, column.heading)
        if edit.field in (now.register.life.field, *STATUSES) and column.among is not None:
            return Cause(Kind.STATUS, edit.register, column.heading, str(was or NOT_SAID), str(value or NOT_SAID))
        deed = MENDED if all(said) else FILLED if said[0] else ERASED
        return Cause(Kind.CELL, edit.register, column.heading, deed=UNREAD if said[0] and value is None else deed)

    @property
    def _destroyed(self) -> AbstractSet[str]:
        return self.moments.office.destroyed | self.moments.other.destroyed

    def _of_day(self, home: str, row_id: str) -> Cause:
        pair = self.moments.pairs.get(home)
        if home in PEOPLE and pair is not None and pair.one is not None:
            table, index = pair.one, pair.one.index_of.get(row_id)
            for name, kind in (("left", Kind.LEFT), ("enrolled", Kind.STARTED)):
                day = None if index is None else table.values[name][index]
                if isinstance(day, date) and self.moments.other_day < day <= self.moments.day:
                    return Cause(kind, home)
        until = self._shortfall(self.moments.office, home, row_id)
        if until is not None and until.lack is Lack.RAN_OUT:
            return Cause(Kind.ENDED, home)
        return Cause(Kind.PASSED, home)

    def _of_register(self, edit: Edit, home: str, row_id: str, own: Edit | None) -> Reason:
        key = edit.register
        if edit.register == "DEC" and (told := self._decided(home, row_id)):
            return told
        first = self._repeated(row_id)
        if first is not None:
            return Cause(Kind.TWICE, home), (first,)
        pair = self.moments.pairs[key]
        if not pair.is_whole:
            return Cause(Kind.DATA, key, what=key, deed=APPEARED if pair.other is None else ERASED), ()
        if key == home and (mine := own or _own(key, pair.typed, row_id)) is not None:
            return self._of_own(mine, row_id), ()
        by = tuple(self._by(pair, home, row_id))
        filled = _own(key, pair.filled, row_id) if key == home and not by else None
        return (Cause(Kind.OTHER_ROW, key, what=key), by) if filled is None else (self._of_own(filled, row_id), ())

    def _by(self, pair: Pair, home: str, row_id: str) -> list[str]:
        """The changed rows of the register that name the row, or that it names; else those that name its team."""
        named = set(self._named_by(home, row_id))
        near = [one for one in pair.touched - {row_id} if one in named or _name_any(pair, one, {row_id})]
        between = {one for one in named if self._home(one) in _BETWEEN}
        return sorted(near or (one for one in pair.touched if _name_any(pair, one, between)))

    def _named_by(self, home: str, row_id: str) -> Iterator[str]:
        pair = self.moments.pairs.get(home)
        for table in pair.both if pair is not None else ():
            yield from _names(table, row_id)

    def _repeated(self, row_id: str) -> str | None:
        """The row of the same human being, when the row is a repeat (X02) at one of the moments only."""
        now, before = self._firsts
        first, earlier = now.get(row_id), before.get(row_id)
        return None if first == earlier else first or earlier

    @cached_property
    def _firsts(self) -> tuple[Mapping[str, str], Mapping[str, str]]:
        return _firsts(self.moments.office), _firsts(self.moments.other)

    def _decided(self, home: str, row_id: str) -> Reason | None:
        """By which decision the row is approved or no longer is; None when no decision decides."""
        now, before = (self._undecided(one, home, row_id) for one in (self.moments.office, self.moments.other))
        if now == before:
            return None
        codes = self._behind(home, row_id)
        if now is None:
            return Cause(Kind.DECISION, "DEC", deed=APPEARED), codes
        if now.lack is Lack.NO_DECISION and codes and self._gone(codes):
            return Cause(Kind.DECISION, "DEC", deed=REMOVED), codes
        return Cause(Kind.DECISION, "DEC", deed=_OF_DECISIONS.get(now.lack, ALTERED)), (
            now.what,
        ) if now.what else codes

    def _gone(self, codes: Sequence[str]) -> bool:
        """None of these decisions is written down any more."""
        decided = self.moments.office.tables.get("DEC")
        return decided is None or not any(one in decided.index_of for one in codes)

    def _undecided(self, office: Office, home: str, row_id: str) -> Shortfall | None:
        known = self._approvals(office, home)
        index = None if known is None else known.table.index_of.get(row_id)
        return None if known is None or index is None else known.lacks_decision(index, self._day_of(office))

    def _day_of(self, office: Office) -> date:
        return self.moments.day if office is self.moments.office else self.moments.other_day

    def _behind(self, home: str, row_id: str) -> tuple[str, ...]:
        """The decisions on the row that stand otherwise now than before."""
        pair = self.moments.pairs.get("DEC")
        known = [self._approvals(one, home) for one in (self.moments.office, self.moments.other)]
        found = [
            {one.id for one in each.behind(each.table.index_of[row_id])}
            if each is not None and row_id in each.table.index_of
            else set()
            for each in known
        ]
        touched = pair.touched if pair is not None else frozenset()
        return tuple(sorted((found[0] ^ found[1]) or (found[0] | found[1]) & touched))

    def _shortfall(self, office: Office, home: str, row_id: str) -> Shortfall | None:
        known = self._approvals(office, home)
        index = None if known is None else known.table.index_of.get(row_id)
        return None if known is None or index is None else known.shortfall(index, self._day_of(office))

    def _approvals(self, office: Office, home: str) -> Approvals | None:
        return self._known[office is self.moments.office].get(home)

    @cached_property
    def _known(self) -> tuple[Mapping[str, Approvals], Mapping[str, Approvals]]:
        """What is approved in the earlier office and in the later one, by register."""
        other, office = (
            {one.key: approvals(each, one) for one in SUBJECTS if each.has(one.key)}
            for each in (self.moments.other, self.moments.office)
        )
        return other, office


_OF_DECISIONS = {Lack.REVOKED: REVOKED, Lack.EXCEPTED: EXCEPTED}
_BETWEEN = ("TEAM", "PLAN")
"""Registers through which rows of another one tell of a row: the page of a team, a trip to a measure."""


def _own(key: str, fields: Fields, row_id: str) -> Edit | None:
    """The first changed cell of the row itself, when none by itself is enough."""
    found = (Edit(Deed.CELLS, key, name, rows) for name, rows in fields.items())
    return next((edit for edit in found if row_id in edit.ids), None)


def _of_presence(pair: Pair, key: str, row: tuple[str, int], destroyed: AbstractSet[str]) -> Cause:
    if row in pair.only_one:
        return Cause(Kind.NEW, key)
    withdrawn = pair.both[1].values.get("consent_withdrawn")
    gone = row[0] in destroyed or (withdrawn is not None and withdrawn[pair.at_other[row]] is not None)
    return Cause(Kind.DESTROYED if gone else Kind.GONE, key)


def unread_heading(table: Table[Any], index: int) -> str:
    """The heading of the vital cell for which the row does not stand; «Код» when all of them can be read."""
    vital = (one for one in table.register.columns if one.vital and one.field in table.values)
    return next((one.heading for one in vital if table.values[one.field][index] is None), "Код")


def _name_any(pair: Pair, row_id: str, wanted: AbstractSet[str]) -> bool:
    """The row names one of these at either moment."""
    return any(not wanted.isdisjoint(_names(table, row_id)) for table in pair.both)


def _names(table: Table[Any], row_id: str) -> Iterator[str]:
    """What the cells of a row name."""
    index = table.index_of.get(row_id)
    if index is not None:
        for column in table.register.columns:
            if column.kind.is_reference and column.field in table.values:
                yield from references(table.values[column.field][index])


def _firsts(office: Office) -> dict[str, str]:
    return {one.row.id: one.first.id for one in office.once(repeats) if not one.in_turn}
