"""Grid × Grid → Grid: names of a key file are set beside the codes of a shared tab before it is read.

This is the mode «codes». The shared tab's own columns of classes P3 and P4 are left out; `validators.shared` tells of
them.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from config.columns import Raw
from config.register import Register
from config.settings import Keeping
from validators.grid import Annex, Grid
from validators.heading import vocabulary
from validators.heading_rows import Heading, heading_of
from validators.keyfile import Key, Row, body_rows, cell_at, code_of, personal_headings


@dataclass(frozen=True)
class Joined:
    """A shared tab with the names beside its codes; `codes` are those of its rows that hold more than their code."""

    grid: Grid
    codes: tuple[str, ...] = ()


def join(shared: Grid, keys: Sequence[Key], register: Register[Any], keeping: Keeping) -> Joined:
    """The names of the keys set to the right of the tab, each by its code. Rows keep their numbers and their order.

    A row that holds only its code stays empty, whatever the keys say of it. A tab without a heading or a column of
    codes comes back with an empty annex: nothing can be set beside it.
    """
    heading = heading_of(shared, vocabulary(register, keeping))
    shared, width = _closed(shared, register, heading), shared.width
    code_at = None if heading is None else heading.binding.fields.get("id")
    if heading is None or code_at is None:
        return Joined(replace(shared, annex=Annex(width)))
    names = _common_headings(keys, register)
    codes: list[str] = []
    found: list[tuple[int, int, int]] = []
    rows = list(shared.rows)
    for number, row in body_rows(shared, heading):
        code = code_of(cell_at(row, code_at))
        if code is None or sum(cell not in (None, "") for cell in row) < 2:
            continue
        codes.append(code)
        at = next((tab for tab, key in enumerate(keys) if code in key.rows), None)
        if at is not None:
            there = keys[at].rows[code]
            rows[number - 1] = _beside(rows[number - 1], width, _picked(keys[at], there, names))
            found.append((number, at, there))
    top = heading.rows[0] - 1
    rows[top] = _beside(rows[top], width, names)
    tabs = tuple((key.grid.source, tuple(key.at(name) for name in names)) for key in keys)
    annex = Annex(width, tabs, tuple(found), typed=all(key.grid.typed for key in keys))
    hidden = frozenset(at for at in shared.hidden_columns if at <= width)
    return Joined(replace(shared, rows=tuple(rows), hidden_columns=hidden, annex=annex), tuple(dict.fromkeys(codes)))


def _common_headings(keys: Sequence[Key], register: Register[Any]) -> tuple[str, ...]:
    """The headings of all keys together; «ФИО» gives way to columns of its own where another key has those."""
    names = dict.fromkeys(name for key in keys for name in key.columns)
    for part, fields in _wholes(register).items():
        if part in names and not names.keys().isdisjoint(fields):
            del names[part]
            names |= dict.fromkeys(fields)
    return tuple(names)


def _wholes(register: Register[Any]) -> dict[str, tuple[str, ...]]:
    """«ФИО» and kin → the headings of the columns that it stands for."""
    parts = personal_headings(register).parts
    return {
        heading: tuple(register.by_field[name].heading for name in one.fields)
        for one in register.composites
        for heading in one.headings
        if heading in parts
    }


def _picked(key: Key, number: int, names: Sequence[str]) -> Row:
    row = key.grid.rows[number - 1]
    return tuple(key.cell(row, name) for name in names)


def _beside(row: Row, width: int, more: Sequence[Raw]) -> Row:
    return (*row, *(None,) * (width - len(row)), *more)


def _closed(grid: Grid, register: Register[Any], heading: Heading | None) -> Grid:
    """The tab without its own columns of names: in a shared table they are not read."""
    hidden = frozenset() if heading is None else frozenset(personal_headings(register).bound(heading).values())
    if not hidden:
        return grid
    rows = (tuple(None if at in hidden else cell for at, cell in enumerate(row)) for row in grid.rows)
    return replace(grid, rows=tuple(rows))
