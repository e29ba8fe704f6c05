"""An office that keeps names apart (mode «codes») taken along without them: what then leaves the history, too."""

from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy import Connection, Row, Table, select

from config.apart import is_shared, personal_columns
from config.columns import Column
from config.imports import name_of_key
from config.register import Register
from config.registers import REGISTERS
from config.settings import Settings
from sync.moving.contents import Seen
from sync.state.codec import decode, encode, read_json, write_json
from sync.state.tables import ANSWERS, ISSUED, NOTICED, ROW_VERSIONS, SNAPSHOTS
from validators.heading import heading_key
from validators.keyfile import personal_headings

AnyRegister = Register[Any]  # Any: each register has a record class of its own
Cells = tuple[Any, ...]  # Any: what columns of the history hold
Look = Callable[[Table, Row[Any]], Cells | None]  # Any: a row of any table
"""A row of a table of the history → its cells as they may leave; None when the row stays here."""


def as_it_is(_table: Table, row: Row[Any]) -> Cells | None:  # Any: a row of any table
    """Everything leaves."""
    return tuple(row)


def shared(settings: Settings) -> Mapping[str, AnyRegister]:
    """Key → the registers whose names stand apart."""
    return {one.key: one for one in REGISTERS if is_shared(one, settings)}


def may_leave(register: AnyRegister, column: Column) -> bool:
    """The column names nobody."""
    return column not in personal_columns(register)


def names_people(register: AnyRegister, field: str | None, heading: str) -> bool:
    """A column of a tab names people, be it one of the register's own or one for the whole name («ФИО»)."""
    found = personal_headings(register)
    return field in found.fields or heading_key(heading) in {heading_key(one) for one in found.parts}


def without_names(settings: Settings) -> Look:
    """Rows of the history without what the key files say, and without people out of other systems' exports."""
    apart = shared(settings)

    def look(table: Table, row: Row[Any]) -> Cells | None:  # Any: a row of any table
        if table in (ANSWERS, ISSUED) and name_of_key(row.register) is not None:
            return None
        if table is NOTICED and row.register in apart:
            return _with(table, row, told="[]")
        if table is ROW_VERSIONS and row.register in apart:
            return _with(table, row, cells=_cells(apart[row.register], row.cells))
        return tuple(row)

    return look


def _with(table: Table, row: Row[Any], **changed: str) -> Cells:  # Any: a row of any table
    """The row with some cells changed."""
    cells = dict(zip(table.columns.keys(), row, strict=True))
    return tuple({**cells, **changed}.values())


def _cells(register: AnyRegister, cells: str) -> str:
    kept = {
        key: cell for key, cell in read_json(cells).items() if not names_people(register, key, key.removeprefix("~"))
    }
    return write_json(kept)


def readings_without_names(connection: Connection, settings: Settings) -> Seen:
    """Readings without the names that were set beside their codes; of other systems' exports nothing but the tabs."""
    rows = connection.execute(select(SNAPSHOTS.c.digest, SNAPSHOTS.c.register))
    whose: dict[str, str] = {row.digest: row.register for row in rows}
    apart = shared(settings)

    def see(digest: str, data: bytes) -> bytes:
        key = whose.get(digest, "")
        if name_of_key(key) is not None:
            return encode([])
        return encode([grid.own for grid in decode(data)]) if key in apart else data

    return see
