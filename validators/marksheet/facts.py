"""Grid of a ведомость → Table of PROG: one fact a mark, every remark at the cell that a person will mend."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import Any

from config.columns import Need, Raw
from config.register import Register
from config.registers.participation import PROG
from config.registers.plan import PLAN
from config.settings import Keeping
from validators.counting.people import PEOPLE
from validators.grid import Grid
from validators.marksheet.activities import SPOKEN, Known, known_activities
from validators.marksheet.head import find_head, looks_long
from validators.marksheet.labels import labels
from validators.marksheet.merged import filled, on_merged
from validators.marksheet.people import Line, people_of
from validators.marksheet.remarks import Teller, headless
from validators.marksheet.signs import NOT_NEEDED, Mark, read_mark
from validators.office import Source, Table
from validators.parse import Parsed
from validators.remark import Remark, Severity
from validators.tabs import begins_with

_MARKED = Mark._fields[:4]
_OF_AN_EVENT = ("start", "end", "organisation", "mentor", "hours", "format")
"""Fields that a fact «Не требуется» does not have: nothing took place."""


@dataclass(frozen=True)
class _Fact:
    line: Line
    mark: Mark
    raw: Raw


def is_marksheet(grid: Grid, register: Register[Any], keeping: Keeping) -> bool:
    """The tab holds participants down and activities across: it is titled so, or its head says so."""
    if register.marksheet is None or looks_long(grid, labels(keeping)):
        return False
    titled = begins_with(grid.tab or PurePosixPath(grid.file).stem, register.marksheet)
    return titled or find_head(grid, labels(keeping)) is not None


def parse_marksheet(grid: Grid, keeping: Keeping, known: Mapping[str, Table[Any]]) -> Parsed[Any]:
    """Reads a ведомость. `known` are the tables read before it: the plan says titles and days, SCH and UNI who is who.

    Never raises for a fault of data. Without a head, or when names slipped beside the codes, there is no table.
    """
    head = find_head(grid, labels(keeping))
    gathered = _Gathered()
    if head is None:
        remark = headless(grid, keeping)
        fatal = remark is not None and remark.severity is Severity.CRITICAL
        return Parsed(None if fatal else gathered.table(grid, ()), () if remark is None else (remark,))
    grid = filled(grid, head, keeping)
    people = people_of(grid, head)
    teller = Teller(grid, head)
    named = tuple(teller.on_names(people.lines, {key: known[key] for key in PEOPLE if key in known}))
    if any(remark.severity is Severity.CRITICAL for remark in named):
        return Parsed(None, named)
    remarks = [*teller.unread(), *on_merged(grid, head), *teller.on_people(people.lines), *named]
    for activity in known_activities(head, keeping, known.get(PLAN.key)):
        facts = list(_facts(activity, people.lines))
        if facts:
            rows = {name: activity.row_of(name, head) for name in (*SPOKEN, "event")}
            source = Source(grid.file, grid.tab, {}, activity.key, rows, frozenset({"participant"}))
            gathered.take(activity, facts, source)
        remarks += _said(teller, activity, facts)
    return Parsed(gathered.table(grid, people.left_out), tuple(remarks))


def _facts(known: Known, lines: Sequence[Line]) -> Iterator[_Fact]:
    at, kind = known.activity.column, known.values["kind"]
    seen: dict[Raw, Mark | None] = {}
    for line in lines:
        raw = line.cells[at] if at < len(line.cells) else None
        if raw not in seen:
            seen[raw] = read_mark(raw, kind if isinstance(kind, str) else None)
        mark = seen[raw]
        if mark is not None:
            yield _Fact(line, mark, raw)


def _said(teller: Teller, known: Known, facts: Sequence[_Fact]) -> Iterator[Remark]:
    yield from teller.on_head(known, {fact.mark.result for fact in facts if fact.mark.result}, marked=bool(facts))
    for fact in facts:
        if fact.mark.fault is not None:
            yield teller.on_mark(known, fact.line, fact.raw, fact.mark.fault)


class _Gathered:
    """The columns of the table while they are gathered, activity by activity."""

    def __init__(self) -> None:
        """Nothing yet."""
        self.ids: list[str] = []
        self.rows: list[int] = []
        self.origin: list[int] = []
        self.fallen: set[int] = set()
        self.sources: list[Source] = []
        self.spoken: set[str] = set()
        self.values: dict[str, list[object]] = {column.field: [] for column in PROG.columns}
        self.raw: dict[str, list[Raw]] = {column.field: [] for column in PROG.columns if column.field != "id"}

    def take(self, known: Known, facts: Sequence[_Fact], source: Source) -> None:
        """Adds the facts of one activity: a source for each column in which the participants stand."""
        self.spoken |= {name for name in SPOKEN if known.values[name] is not None}
        at = known.activity.column
        origins: dict[int, int] = {}
        for fact in facts:
            who = fact.line.who.column
            if who not in origins:
                origins[who] = len(self.sources)
                places = {**dict.fromkeys((*SPOKEN, "event", *_MARKED), at), "participant": who}
                self.sources.append(replace(source, columns=places))
            if fact.line.person is None or known.values["kind"] is None:
                self.fallen.add(len(self.ids))
            self.ids.append(f"?{fact.line.key}{known.key}")
            self.rows.append(fact.line.row)
            self.origin.append(origins[who])
        self._add(known, facts)

    def _add(self, known: Known, facts: Sequence[_Fact]) -> None:
        """The cells of the facts. What the head leaves blank is not asked of each mark: the head is (see Teller)."""
        code, count = known.activity.code, len(facts)
        nothing = [fact.mark.result == NOT_NEEDED for fact in facts]
        for name in SPOKEN:
            said, value = known.activity.cells.get(name), known.values[name]
            spared = name in _OF_AN_EVENT and value is not None
            self.values[name] += [None if free else value for free in nothing] if spared else [value] * count
            self.raw[name] += [(code or "—") if said is None or said.raw in (None, "") else said.raw] * count
        for at, name in enumerate(_MARKED):
            self.values[name] += [fact.mark[at] for fact in facts]
            self.raw[name] += [fact.raw for fact in facts]
        self.values["participant"] += [fact.line.person for fact in facts]
        self.raw["participant"] += [fact.line.who.raw for fact in facts]
        self.values["event"] += [code] * count
        self.raw["event"] += [code] * count
        self.values["id"] += [None] * count

    def table(self, grid: Grid, left_out: Sequence[tuple[int, str]]) -> Table[Any]:
        """The table of all facts; a field that nothing wants and no head says is missing."""
        silent = (column for column in PROG.columns if column.field in SPOKEN and not column.when)
        missing = {one.field for one in silent if one.need is not Need.REQUIRED} - self.spoken
        return Table(
            register=PROG,
            ids=tuple(self.ids),
            values=self.values,
            raw={name: tuple(cells) for name, cells in self.raw.items() if name not in missing},
            rows=tuple(self.rows),
            origin=tuple(self.origin),
            sources=tuple(self.sources) or (Source(grid.file, grid.tab, {}, "+"),),
            fallen=frozenset(self.fallen),
            missing=frozenset(missing),
            left_out=tuple((grid.source, row, why) for row, why in left_out),
        )
