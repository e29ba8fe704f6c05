"""What one activity of a ведомость is: the head of its column, its measure in the plan, its title's words."""

import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from config.cells.text import fold
from config.columns import Raw, Reading
from config.registers.participation import PROG
from config.settings import Keeping
from validators.marksheet.head import Activity, Head, Said
from validators.marksheet.kinds import kind_of
from validators.memo import read_cell
from validators.office import Table

SPOKEN = ("title", "kind", "start", "end", "organisation", "mentor", "proof", "stage", "hours", "format", "note")
"""The fields that the head says for a whole column."""

_TELLING = ("title", "start", "organisation", "mentor")


@dataclass(frozen=True)
class Known:
    """An activity as far as it is known. `values` by field; `faults` are the cells of the head that can't be read.

    `key` tells it apart from the others of the ведомость and does not change when columns move or titles are mended.
    `planned` is True when the plan has its code, None when there is no plan to look into.
    """

    activity: Activity
    key: str
    values: Mapping[str, object]
    faults: tuple[tuple[str, Said, Reading], ...]
    planned: bool | None

    def row_of(self, name: str, head: Head) -> int:
        """The row of the cell that says a field: its own row when there is one, else the row of codes."""
        said = self.activity.cells.get(name)
        return head.code_row if said is None else said.row

    def is_blank(self, name: str) -> bool:
        """Nobody typed anything for the field above this column."""
        said = self.activity.cells.get(name)
        return said is None or read_cell(said.raw, PROG.by_field[name]) == Reading()


def known_activities(head: Head, keeping: Keeping, measures: Table[Any] | None) -> tuple[Known, ...]:
    """Everything that the head, the settings and the plan tell of the activities."""
    keys = _keys(head.activities)
    return tuple(_known(one, key, keeping, measures) for one, key in zip(head.activities, keys, strict=True))


def _known(activity: Activity, key: str, keeping: Keeping, measures: Table[Any] | None) -> Known:
    values: dict[str, object] = {}
    faults = []
    for name in SPOKEN:
        constant: Raw = keeping.constants.get(PROG.by_field[name].heading)
        said = activity.cells.get(name) or Said(0, None)
        reading = read_cell(constant if said.raw in (None, "") else said.raw, PROG.by_field[name])
        values[name] = reading.value
        if reading.code is not None:
            faults.append((name, said, reading))
    index = None if measures is None or activity.code is None else measures.index_of.get(activity.code)
    if measures is not None and index is not None:
        values |= _from_plan(measures, index, values)
    if values["kind"] is None and not any(name == "kind" for name, *_ in faults):
        titles = [values["title"], measures.values["title"][index] if measures and index is not None else None]
        values["kind"] = kind_of(title for title in titles if isinstance(title, str))
    planned = None if not measures or activity.code is None else index is not None
    return Known(activity, key, values, tuple(faults), planned)


def _from_plan(measures: Table[Any], index: int, values: Mapping[str, object]) -> dict[str, object]:
    """The title and the days, where the head does not say them. A one-day measure was on the day it was done."""
    found: dict[str, object] = {}
    if values["title"] is None:
        found["title"] = measures.values["title"][index]
    if values["start"] is not None:
        return found
    start, end, done = (measures.values[name][index] for name in ("start", "end", "done"))
    longer = isinstance(start, date) and isinstance(end, date) and end > start
    if isinstance(done, date) and not longer:
        found["start"] = done
    elif isinstance(start, date):
        found["start"] = min(start, done) if isinstance(done, date) else start
        if longer and values["end"] is None and isinstance(done, date):
            found["end"] = done
    return found


def _keys(activities: Sequence[Activity]) -> list[str]:
    """`+МР-0045`; where a code stands over several columns, what else tells them apart is added."""
    times = Counter(one.code for one in activities)
    keys: list[str] = []
    seen: Counter[str] = Counter()
    for one in activities:
        key = f"+{one.code or ''}"
        if one.code is None or times[one.code] > 1:
            words = "\x1f".join(_folded(one))
            key += "~" + hashlib.sha256(words.encode()).hexdigest()[:8]
        seen[key] += 1
        keys.append(key if seen[key] == 1 else f"{key}~{seen[key]}")
    return keys


def _folded(activity: Activity) -> Iterator[str]:
    for name in _TELLING:
        said = activity.cells.get(name)
        yield fold(str(said.raw)) if said is not None and said.raw is not None else ""
