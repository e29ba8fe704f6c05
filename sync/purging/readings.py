"""How a kept reading goes without a person: parsed as its register, his row stripped, other texts swept."""

from collections.abc import Sequence
from typing import Any

from config.imports import name_of_key
from config.register import Register
from sync.purging.whom import Person
from sync.sheets import Look, parse_all
from sync.state.codec import decode, encode
from sync.state.erasing import Rewrite
from validators.grid import Grid
from validators.office import Table
from validators.purging.grids import without_lines_of, without_person


def rewriting(person: Person, look: Look, *, bare: bool) -> Rewrite:
    """The rewriting of any reading of the history; `bare` keeps nothing of his row but the code."""

    def rewrite(key: str, data: bytes) -> bytes:
        grids = decode(data)
        if name_of_key(key) is not None:
            return encode([without_lines_of(grid, person.marks) for grid in grids])
        tables = _tables(person.register, grids, look) if key == person.register.key else (None,) * len(grids)
        done = [
            without_person(grid, table, person.code, person.marks, bare=bare)
            for grid, table in zip(grids, tables, strict=True)
        ]
        return encode(done)

    return rewrite


def _tables(register: Register[Any], grids: Sequence[Grid], look: Look) -> Sequence[Table[Any] | None]:
    """What each tab was read as; nothing when one of them can't be read as the register any more."""
    sheets = parse_all(register, grids, look).sheets
    return [one.table for one in sheets] if len(sheets) == len(grids) else (None,) * len(grids)
