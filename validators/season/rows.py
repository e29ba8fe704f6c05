"""What is typed in the rows that go on: a year older, in the new season, naming nobody who stayed behind."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

from config.cells.grades import Grade
from config.columns import CellError, Column, Raw
from config.register import Register
from config.registers import REGISTERS
from validators.counting.approvals import INSTITUTIONS, MENTORS, SITES
from validators.counting.count import references
from validators.office import Office, Table
from validators.season.going import RULES, Going, is_approved, staying

Row = dict[str, object]
"""Heading → value, as a template takes it."""

_SEVERAL = "; "
_LATE_COURSE = 4
_MEASURED = frozenset({"last_post", "posts", "followers", "measured"})
"""Columns of a page that tell of the old season."""
_SUBJECTS = {"ENT": SITES, "MENT": MENTORS, "EDU": INSTITUTIONS}
_NOTE = "note"


@dataclass(frozen=True)
class Carried:
    """A register in the new season: the rows that go on, why others stayed (how many), where references were cleared.

    `cleared` — heading → cells that named somebody who stayed behind; `doubtful` — rows that a person must look at.
    """

    register: Register[Any]
    rows: tuple[Row, ...] = ()
    stayed: Mapping[str, int] = field(default_factory=dict)
    cleared: Mapping[str, int] = field(default_factory=dict)
    doubtful: int = 0


class Season(NamedTuple):
    """The new season: its name and its first day."""

    name: str
    first: date


def carried(office: Office, season: Season, stages: Sequence[str], *, everyone: bool = False) -> dict[str, Carried]:
    """Register → what goes on. `stages` are the codes of the new season's stages."""
    going = Going(office, season.first, everyone, {"STAGE": frozenset(stages)})
    found: dict[str, tuple[list[int], Mapping[str, int]]] = {}
    for key in (key for key in RULES if key in office.tables):
        table, stays = office.tables[key], staying(key, going)
        indexes = [index for index in range(len(table)) if index not in stays]
        found[key] = indexes, Counter(stays.values())
        ids = frozenset(table.ids[index] for index in indexes)
        going = Going(office, season.first, everyone, {**going.ids, key: ids})
    return {key: _carry(office.tables[key], indexes, stayed, going, season) for key, (indexes, stayed) in found.items()}


def _carry(
    table: Table[Any], indexes: Sequence[int], stayed: Mapping[str, int], going: Going, season: Season
) -> Carried:
    cleared: Counter[str] = Counter()
    rows, doubtful = [], 0
    for index in indexes:
        row: Row = {}
        for column in table.register.columns:
            value = _value(table, index, column, going, season)
            if _loses(table, index, column, going):
                cleared[column.heading] += 1
            if value is not None:
                row[column.heading] = value
        doubt = "; ".join(_doubts(table, index, going))
        if doubt:
            doubtful += 1
            heading = table.register.by_field[_NOTE].heading
            row[heading] = f"{row[heading]} {doubt}" if row.get(heading) else doubt
        rows.append(row)
    return Carried(table.register, tuple(rows), stayed, cleared, doubtful)


def _value(table: Table[Any], index: int, column: Column, going: Going, season: Season) -> object:
    """What stands in the cell in the new season; None for an empty one."""
    if column.field == "id":
        return None if table.ids[index].startswith("?") else table.ids[index]
    typed, value = _typed(table, index, column), table.values[column.field][index]
    if typed is None or _is_past(table, index, column, going):
        return None
    if column.refers:
        return _named(table, index, column, going) if _leaves(table, index, column, going) else typed
    if isinstance(value, Grade):
        return str(Grade(value.number + 1, value.letter, value.kind))
    return season.name if column.field == "school_year" else typed


def _is_past(table: Table[Any], index: int, column: Column, going: Going) -> bool:
    """What the cell says was true of the old season only."""
    key, value = table.register.key, table.values[column.field][index]
    if column.field == "away" and isinstance(value, tuple):
        return all(last < going.first for _, last in value)
    if column.field == "approved_count":
        return _loses(table, index, table.register.by_field["objects"], going)
    return key == "PAGE" and column.field in _MEASURED


def _typed(table: Table[Any], index: int, column: Column) -> object:
    """What staff typed, a date as a date, text as text; None for a cell in which nothing can be read."""
    raw: Raw = table.raw[column.field][index] if column.field in table.raw else None
    value = table.values[column.field][index]
    if raw is None or raw == "" or isinstance(raw, CellError):
        return None
    if isinstance(value, date) or (isinstance(value, str) and not isinstance(raw, str) and not column.refers):
        return value
    return raw


def _leaves(table: Table[Any], index: int, column: Column, going: Going) -> list[str]:
    """Those whom the cell names and who stayed behind."""
    names = references(table.values[column.field][index]) if column.refers and column.field != "id" else ()
    return [one for one in names if going.left_behind(column.refers, one)]


def _loses(table: Table[Any], index: int, column: Column, going: Going) -> bool:
    """Of some of them nothing is left in the cell, not even words."""
    typed = _typed(table, index, column) is not None
    return typed and any(_in_words(one, column, going) is None for one in _leaves(table, index, column, going))


def _named(table: Table[Any], index: int, column: Column, going: Going) -> str | None:
    """Whom the cell names without those who stayed; a document that stayed is told in words where words may be."""
    gone = _leaves(table, index, column, going)
    names = references(table.values[column.field][index])
    left = (_in_words(one, column, going) if one in gone else one for one in names)
    return _SEVERAL.join(one for one in left if one is not None) or None


def _in_words(name: str, column: Column, going: Going) -> str | None:
    """«Протокол № 4 от 12.11.2025» for the code of a document."""
    table = going.office.tables.get("DOC")
    if not column.words_allowed or table is None or name not in table.index_of:
        return None
    index = table.index_of[name]
    kind, number, day = (table.values[one][index] for one in ("kind", "number", "day"))
    when = f"от {day:%d.%m.%Y}" if isinstance(day, date) else None
    words = [str(kind or "Документ"), f"№ {number}" if number else None, when]
    return " ".join(one for one in words if one is not None)


def _doubts(table: Table[Any], index: int, going: Going) -> Iterator[str]:
    """What a person must look at in a row that went on."""
    key = table.register.key
    grade = table.values["grade"][index] if "grade" in table.values else None
    if isinstance(grade, Grade) and grade.kind == "курс" and grade.number >= _LATE_COURSE:
        yield f"Проверьте: в прошлом сезоне был {grade.number} курс, возможно, это выпускник."
    if going.everyone and key in _SUBJECTS and not is_approved(going, index, _SUBJECTS[key]):
        yield "Утверждение не действует: нужно новое решение."


def own_columns(office: Office) -> dict[str, tuple[str, ...]]:
    """Register → the headings of columns that are none of ours: they don't go on."""
    found = {}
    for register in REGISTERS:
        table = office.tables.get(register.key)
        sources = table.sources if table is not None else ()
        names = (
            heading
            for source in sources
            for at, heading in enumerate(source.headings)
            if heading and at not in source.columns.values()
        )
        own = tuple(dict.fromkeys(names))
        if own:
            found[register.key] = own
    return found
