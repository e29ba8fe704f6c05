"""Progress on the digital platform becomes facts of PROG: one of each person and module, the furthest that was seen."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from config.cells.text import fold
from config.exports import NOT_BEGUN
from config.registers.participation import PLATFORM_MODULE
from validators.intake.strangers import Recognised, recognise
from validators.intake.taken import Answers, Export, Taken, extended
from validators.intake.who import directory
from validators.office import Office, Table

DONE, GOING = "Пройдено", "В процессе"
_WHOLE = 100.0


@dataclass(frozen=True)
class _Fact:
    """One row of an export as a fact: whose, of what, how far."""

    export: int
    row: int
    person: str
    kind: str
    title: str
    result: str
    progress: float | None

    @property
    def what(self) -> tuple[str, str, str]:
        return self.person, self.kind, fold(self.title)

    @property
    def reach(self) -> tuple[bool, float]:
        return self.result == DONE, self.progress or 0.0


def with_progress(office: Office, exports: Sequence[Export], answers: Answers) -> tuple[Office, tuple[Taken, ...]]:
    """The office, linked already, with the facts of all platforms in PROG.

    A row that staff typed of the same person, kind and title wins; of several rows the one that went furthest.
    """
    asked = [one for one in exports if one.settings.gives == "progress"]
    seen = [_recognised(office, one, answers) for one in asked]
    facts = [fact for at, (export, one) in enumerate(zip(asked, seen, strict=True)) for fact in _facts(at, export, one)]
    table = office.tables.get("PROG")
    if table is None:
        return office, tuple(
            replace(_taken(one, found, [], []), lost="PROG") for one, found in zip(asked, seen, strict=True)
        )
    kept = list(_furthest(facts, _typed(table)).values())
    for at, export in enumerate(asked):
        own = [fact for fact in kept if fact.export == at]
        if export.table is not None and own:
            table = extended(table, export.table, [fact.row for fact in own], _told(export.table, own))
    taken = tuple(
        _taken(export, seen[at], [one for one in facts if one.export == at], [one for one in kept if one.export == at])
        for at, export in enumerate(asked)
    )
    return replace(office, tables={**office.tables, "PROG": table}), taken


def _recognised(office: Office, export: Export, answers: Answers) -> Recognised:
    if export.table is None:
        return Recognised()
    return recognise(export, export.table, directory(office.tables, export.settings.match_fields), answers)


def _facts(at: int, export: Export, found: Recognised) -> list[_Fact]:
    table = export.table
    if table is None:
        return []
    progress = _percents(table)
    facts = []
    for row, person in found.people.items():
        title, kind = table.values["title"][row], _kind(table, row)
        result, done = _outcome(table.values["result"][row], progress[row])
        if isinstance(title, str) and kind is not None and result is not None:
            facts.append(_Fact(at, row, person, kind, title, result, done))
    return facts


def _kind(table: Table[Any], row: int) -> str | None:
    """The kind of activity: a module where nothing is said, None where what is said can't be read."""
    kind = table.values["kind"][row]
    if kind is None:
        return PLATFORM_MODULE if table.is_blank(row, "kind") else None
    return str(kind)


def _outcome(said: object, progress: float | None) -> tuple[str | None, float | None]:
    """The result and the percent; no result when nothing was begun or nothing is said."""
    if isinstance(said, str) and said != NOT_BEGUN:
        return said, _WHOLE if said == DONE and progress is None else progress
    if said == NOT_BEGUN or not progress:
        return None, progress
    return (DONE if progress >= _WHOLE else GOING), progress


def _percents(table: Table[Any]) -> list[float | None]:
    """The percents of a column. A bare 1 beside whole percents is one percent, not the hundred of a fraction."""
    cells = table.raw.get("progress", (None,) * len(table))
    whole = any(isinstance(cell, int | float) and cell > 1 for cell in cells)
    values: list[float | None] = []
    for cell, value in zip(cells, table.values["progress"], strict=True):
        bare = whole and isinstance(cell, int | float) and 0 <= cell <= 1
        values.append(float(cell) if bare and isinstance(cell, int | float) else _number(value))
    return values


def _number(value: object) -> float | None:
    return float(value) if isinstance(value, int | float) else None


def _typed(table: Table[Any]) -> set[tuple[str, str, str]]:
    """What staff typed themselves, rows that they called mistakes too."""
    names = ("participant", "kind", "title")
    rows = zip(*(table.values[name] for name in names), strict=True)
    return {(str(person), str(kind), fold(str(title or ""))) for person, kind, title in rows}


def _furthest(facts: Sequence[_Fact], typed: set[tuple[str, str, str]]) -> Mapping[tuple[str, str, str], _Fact]:
    kept: dict[tuple[str, str, str], _Fact] = {}
    for fact in facts:
        before = kept.get(fact.what)
        if fact.what not in typed and (before is None or fact.reach >= before.reach):
            kept[fact.what] = fact
    return kept


def _told(table: Table[Any], facts: Sequence[_Fact]) -> Mapping[str, Sequence[object]]:
    starts, ends = ([table.values[name][fact.row] for fact in facts] for name in ("start", "end"))
    return {
        "participant": [fact.person for fact in facts],
        "kind": [fact.kind for fact in facts],
        "title": [fact.title for fact in facts],
        "result": [fact.result for fact in facts],
        "progress": [fact.progress for fact in facts],
        "start": [_first(start, end) for start, end in zip(starts, ends, strict=True)],
        "end": ends,
        "hours": [table.values["hours"][fact.row] for fact in facts],
        "score": [table.values["score"][fact.row] for fact in facts],
    }


def _first(start: object, end: object) -> date | None:
    return next((day for day in (start, end) if isinstance(day, date)), None)


def _taken(export: Export, found: Recognised, facts: Sequence[_Fact], kept: Sequence[_Fact]) -> Taken:
    return Taken(
        export,
        rows=len(export.table or ()),
        known=len(found.people),
        given=len(kept),
        repeats=len(facts) - len(kept),
        silent=found.silent + len(found.people) - len(facts),
        people=found.humans,
        strangers=found.strangers,
    )
