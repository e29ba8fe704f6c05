"""Grid × Grid → Grid: names of a key file are set beside the codes of a shared tab before it is read.

This is the mode «codes». The shared tab's own columns of classes P3 and P4 are left out; `validators.shared` tells of
them.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from config.apart import personal_columns
from config.cells.text import tidy
from config.codes import fold_code
from config.columns import Raw
from config.register import Register
from config.settings import Keeping
from validators.grid import Annex, Grid
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
class Key:
    """A tab of a key file: code → its row (1-based), for the rows that hold anything but their code.

    `columns` — heading of ours → column; `nameless` — rows with names and no code that can be read; `repeated` — (row,
    row that has the same code and comes first).
    """

    grid: Grid
    columns: Mapping[str, int]
    rows: Mapping[str, int] = field(default_factory=dict)
    nameless: tuple[int, ...] = ()
    repeated: tuple[tuple[int, int], ...] = ()


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
    for number, row in _body(grid, heading):
        if not any(_cell(row, at) not in (None, "") for at in columns.values()):
            continue
        code = _code(_cell(row, code_at))
        if code is None:
            nameless.append(number)
        elif code in rows:
            repeated.append((number, rows[code]))
        else:
            rows[code] = number
    return Key(grid, columns, rows, tuple(nameless), tuple(repeated))


@dataclass(frozen=True)
class Joined:
    """A shared tab with the names beside its codes; `codes` are those that it has, `filled` those of rows with data."""

    grid: Grid
    codes: frozenset[str] = frozenset()
    filled: tuple[str, ...] = ()


def join(shared: Grid, keys: Sequence[Key], register: Register[Any], keeping: Keeping) -> Joined:
    """The names of the keys set to the right of the tab, each by its code. Rows keep their numbers and their order.

    A tab without a heading or a column of codes comes back with an empty annex: nothing can be set beside it.
    """
    heading = heading_of(shared, vocabulary(register, keeping))
    shared, width = _closed(shared, register, heading), shared.width
    code_at = None if heading is None else heading.binding.fields.get("id")
    if heading is None or code_at is None:
        return Joined(replace(shared, annex=Annex(width)))
    names = tuple(dict.fromkeys(name for key in keys for name in key.columns))
    codes: dict[str, bool] = {}
    found: list[tuple[int, int, int]] = []
    rows = list(shared.rows)
    for number, row in _body(shared, heading):
        code = _code(_cell(row, code_at))
        if code is None:
            continue
        codes[code] = codes.get(code, False) or sum(cell not in (None, "") for cell in row) > 1
        at = next((tab for tab, key in enumerate(keys) if code in key.rows), None)
        if at is not None:
            there = keys[at].rows[code]
            rows[number - 1] = _beside(rows[number - 1], width, _picked(keys[at], there, names))
            found.append((number, at, there))
    for number in heading.rows:
        rows[number - 1] = _beside(rows[number - 1], width, names)
    tabs = tuple((key.grid.source, tuple(key.columns.get(name, -1) for name in names)) for key in keys)
    annex = Annex(width, tabs, tuple(found), typed=all(key.grid.typed for key in keys))
    filled = tuple(code for code, is_filled in codes.items() if is_filled)
    hidden = frozenset(at for at in shared.hidden_columns if at <= width)
    return Joined(replace(shared, rows=tuple(rows), hidden_columns=hidden, annex=annex), frozenset(codes), filled)


def _body(grid: Grid, heading: Heading) -> Iterator[tuple[int, Row]]:
    first = (heading.number_row or heading.rows[-1]) + 1
    yield from enumerate(grid.rows[first - 1 :], start=first)


def _code(cell: Raw) -> str | None:
    return fold_code(tidy(cell)) if isinstance(cell, str) else None


def _cell(row: Row, at: int) -> Raw:
    return row[at] if at < len(row) else None


def _picked(key: Key, number: int, names: Sequence[str]) -> Row:
    row = key.grid.rows[number - 1]
    return tuple(_cell(row, key.columns[name]) if name in key.columns else None for name in names)


def _beside(row: Row, width: int, more: Sequence[Raw]) -> Row:
    return (*row, *(None,) * (width - len(row)), *more)


def _closed(grid: Grid, register: Register[Any], heading: Heading | None) -> Grid:
    """The tab without its own columns of names: in a shared table they are not read."""
    hidden = frozenset() if heading is None else frozenset(personal_headings(register).bound(heading).values())
    if not hidden:
        return grid
    rows = (tuple(None if at in hidden else cell for at, cell in enumerate(row)) for row in grid.rows)
    return replace(grid, rows=tuple(rows))
