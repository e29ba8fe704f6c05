"""«Оставить как есть»: what staff wrote beside a remark, and whether the remark is silent because of it."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

from validators.office import Office, Table
from validators.remark import Remark, Severity

MOST_DAYS = 90
"""How long a remark may be silent before somebody looks at it again (decisions.md 26)."""


@dataclass(frozen=True)
class Leave:
    """What staff wrote beside a remark; with no reason and no date, that they took it back.

    `until` is a day as ISO, or the words that could not be read as one; `place` — the tab in which it was written, as
    `file#tab`; `since` — the day when it was read; `number` — the update that read it; `value` — the digest of what the
    cell held when they saw it; `by_head` — written in the head's own workbook; `taken` — what stood in tabs by then
    and must not be read as something new.
    """

    reason: str
    until: str
    place: str
    since: date
    number: int
    value: str
    by_head: bool = False
    taken: tuple[str, ...] = ()

    @property
    def end(self) -> date:
        """The last day of silence: not later than the service allows, and just so late when no day was given."""
        latest = self.since + timedelta(days=MOST_DAYS)
        day = self.day
        return latest if day is None else min(day, latest)

    @property
    def day(self) -> date | None:
        """The day that was given, None when there is none or it can't be read."""
        try:
            return date.fromisoformat(self.until)
        except ValueError:
            return None


class Ruling(StrEnum):
    """What became of it."""

    SILENT = "silent"
    ASKS_HEAD = "asks_head"
    NO_REASON = "no_reason"
    EXPIRED = "expired"
    CHANGED = "changed"
    TAKEN_BACK = "taken_back"


@dataclass(frozen=True)
class Ruled:
    """What staff wrote, and what became of it."""

    leave: Leave
    ruling: Ruling

    @property
    def is_silent(self) -> bool:
        """The remark asks nothing now."""
        return self.ruling is Ruling.SILENT


def rule_on(leave: Leave, value: str, today: date, *, critical: bool) -> Ruled:
    """Whether a remark is silent today, when the cell holds what `value` is the digest of."""
    return Ruled(leave, _ruling(leave, value, today, critical=critical))


def _ruling(leave: Leave, value: str, today: date, *, critical: bool) -> Ruling:
    if not leave.reason:
        return Ruling.NO_REASON if leave.until else Ruling.TAKEN_BACK
    if leave.value != value:
        return Ruling.CHANGED
    if leave.end < today:
        return Ruling.EXPIRED
    return Ruling.ASKS_HEAD if critical and not leave.by_head else Ruling.SILENT


def ruled_on(
    remarks: Sequence[Remark], leaves: Mapping[str, Leave], values: Mapping[str, str], today: date
) -> dict[str, Ruled]:
    """Fingerprint → what became of what staff wrote beside the remark, for the remarks that are there."""
    critical = {one.fingerprint for one in remarks if one.severity is Severity.CRITICAL}
    return {
        name: rule_on(leaves[name], values[name], today, critical=name in critical)
        for name in dict.fromkeys(one.fingerprint for one in remarks)
        if name in leaves
    }


def values_of(remarks: Iterable[Remark], office: Office) -> dict[str, str]:
    """Fingerprint → digest of what stands in the cell of the remark.

    Of the whole row when it is about no cell, of its words when it is about no row.
    """
    held: dict[str, set[str]] = {}
    for remark in remarks:
        held.setdefault(remark.fingerprint, set()).add(_held(remark, office))
    return {
        name: hashlib.sha256("\x1f".join(sorted(cells)).encode("utf-8", "replace")).hexdigest()[:16]
        for name, cells in held.items()
    }


def _held(remark: Remark, office: Office) -> str:
    place = remark.place
    table = office.tables.get(place.register or "")
    index = None if table is None else table.index_of.get(place.local_key)
    if table is None or index is None:
        return remark.text
    column = table.register.by_heading.get(place.column or "")
    if column is None:
        return repr([_cell(table, name, index) for name in sorted(table.raw)])
    return repr(_cell(table, column.field, index))


def _cell(table: Table[Any], name: str, index: int) -> object:  # Any: a table of any record
    column = table.raw.get(name)
    return None if column is None else column[index]
