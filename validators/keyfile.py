"""A key file of mode «codes»: which of its columns name people, and in which row each code stands."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from config.apart import personal_columns
from config.cells.text import tidy
from config.codes import fold_code
from config.columns import Raw
from config.register import Composite, Register
from config.settings import Keeping
from validators.grid import Grid
from validators.heading import vocabulary
from validators.heading_rows import Heading, heading_of

Row = tuple[Raw, ...]


@dataclass(frozen=True)
class Personal:
    """The headings under which a register keeps what names people: fields, and one-column spellings («ФИО»)."""

    fields: Mapping[str, str]
    parts: frozenset[str]

    def bound(self, heading: Heading) -> dict[str, int]:
        """Heading of ours → column (0-based) for every such column of a tab."""
        found = {self.fields[name]: at for name, at in heading.binding.fields.items() if name in self.fields}
        return found | {name: at for name, at in heading.binding.parts.items() if name in self.parts}


def personal_headings(register: Register[Any]) -> Personal:
    """What is personal in a register."""
    fields = {column.field: column.heading for column in personal_columns(register)}
    parts = {
        heading
        for composite in register.composites
        if set(composite.fields) <= fields.keys()
        for heading in composite.headings
    }
    return Personal(fields, frozenset(parts))


@dataclass(frozen=True)
class Made:
    """A column that another one gives: which (0-based), how, and which part of it."""

    column: int
    whole: Composite
    part: int


@dataclass(frozen=True)
class Key:
    """A tab of a key file: code → its row (1-based), for the rows that hold anything but their code.

    `columns` — heading of ours → column; `made` — heading of a column that «ФИО» gives; `nameless` — rows with names
    and no code that can be read; `repeated` — (row, row that has the same code and comes first).
    """

    grid: Grid
    columns: Mapping[str, int]
    rows: Mapping[str, int] = field(default_factory=dict)
    nameless: tuple[int, ...] = ()
    repeated: tuple[tuple[int, int], ...] = ()
    made: Mapping[str, Made] = field(default_factory=dict)

    def at(self, name: str) -> int:
        """The column (0-based) where a heading of ours stands, by itself or within «ФИО»; -1 where it does not."""
        found = self.columns.get(name, -1)
        return self.made[name].column if found < 0 and name in self.made else found

    def cell(self, row: Row, name: str) -> Raw:
        """What a row says under a heading of ours."""
        if name in self.columns or name not in self.made:
            return cell_at(row, self.columns.get(name, len(row)))
        made = self.made[name]
        return made.whole.make((cell_at(row, made.column),))[made.part]


def read_key(grid: Grid, register: Register[Any], keeping: Keeping) -> Key | None:
    """What a tab of a key file says; None when it has no column of codes, or none of names."""
    heading = heading_of(grid, vocabulary(register, keeping))
    if heading is None:
        return None
    columns, code_at = personal_headings(register).bound(heading), heading.binding.fields.get("id")
    if code_at is None or not columns:
        return None
    rows: dict[str, int] = {}
    nameless: list[int] = []
    repeated: list[tuple[int, int]] = []
    for number, row in body_rows(grid, heading):
        if not any(cell_at(row, at) not in (None, "") for at in columns.values()):
            continue
        code = code_of(cell_at(row, code_at))
        if code is None:
            nameless.append(number)
        elif code in rows:
            repeated.append((number, rows[code]))
        else:
            rows[code] = number
    return Key(grid, columns, rows, tuple(nameless), tuple(repeated), _made(register, columns))


def _made(register: Register[Any], columns: Mapping[str, int]) -> dict[str, Made]:
    return {
        register.by_field[name].heading: Made(columns[one.headings[0]], one, part)
        for one in register.composites
        if len(one.headings) == 1 and one.headings[0] in columns
        for part, name in enumerate(one.fields)
    }


def body_rows(grid: Grid, heading: Heading) -> Iterator[tuple[int, Row]]:
    """The rows under a heading with their numbers (1-based)."""
    first = (heading.number_row or heading.rows[-1]) + 1
    yield from enumerate(grid.rows[first - 1 :], start=first)


def code_of(cell: Raw) -> str | None:
    """The code that a cell holds, in its usual form."""
    return fold_code(tidy(cell)) if isinstance(cell, str) else None


def cell_at(row: Row, at: int) -> Raw:
    """The cell of a row; an empty one where the row is shorter."""
    return row[at] if at < len(row) else None
