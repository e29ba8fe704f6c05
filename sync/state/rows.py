"""Rows of registers → the history: a version a row when it changed, in a chain of hashes a register."""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import partial
from types import MappingProxyType
from typing import Any

from sqlalchemy import Connection, and_, func, select

from config.errors import DamagedStateError
from sync.state.codec import read_json, write_json
from sync.state.database import RESTORE, insert, marked
from sync.state.outcome import RowsRead
from sync.state.purge_tables import PURGED_ROWS
from sync.state.tables import ROW_LAYOUTS, ROW_VERSIONS
from validators.versions.columns import Cells, Layout, Titled
from validators.versions.rows import Row, Version, turn

_FIRST_LINK = ""


def record_rows(connection: Connection, readings: Iterable[RowsRead]) -> None:
    """Appends what each reading changed, in their order; a register that did not change is not among them."""
    for one in readings:
        known, layouts = standing_rows(connection, one.register), present_layouts(connection, one.register)
        found = turn(one.read, known, layouts)
        columns = {name: json.dumps(layout, ensure_ascii=False) for name, layout in found.layouts.items()}
        insert(connection, ROW_LAYOUTS, [(one.register, name, one.run, told) for name, told in columns.items()])
        _append(connection, one, found.versions)


def registers_with_rows(connection: Connection) -> frozenset[str]:
    """The registers whose rows are followed already."""
    return frozenset(connection.execute(select(ROW_LAYOUTS.c.register).distinct()).scalars())


def standing_rows(connection: Connection, register: str) -> list[Row]:
    """The rows that stand in the register by the last update, as they are known, the oldest first."""
    version = ROW_VERSIONS.c
    newest = select(func.max(version.number).label("number")).where(version.register == register)
    last = newest.group_by(version.story).subquery()
    query = (
        select(version.number, version.story, version.id, version.source)
        .join(last, and_(version.register == register, version.number == last.c.number))
        .where(version.gone.is_(False))
        .order_by(version.story)
    )
    return [
        Row(story, row_id, source, partial(_cells, connection, register, number))
        for number, story, row_id, source in connection.execute(query)
    ]


def _cells(connection: Connection, register: str, number: int) -> Cells:
    found = connection.exec_driver_sql(marked(connection, _CELLS), (register, number))
    cells: Cells = read_json(found.scalar_one())
    return cells


_CELLS = "SELECT cells FROM row_versions WHERE register = ? AND number = ?"


def present_layouts(connection: Connection, register: str, run: int | None = None) -> dict[str, Layout]:
    """Source → its columns as they were last, or by the end of an update."""
    layout = ROW_LAYOUTS.c
    query = select(layout.source, layout.columns).where(layout.register == register).order_by(layout.run)
    if run is not None:
        query = query.where(layout.run <= run)
    return {source: tuple(Titled(*one) for one in json.loads(columns)) for source, columns in connection.execute(query)}


def check_chain(connection: Connection, register: str) -> None:
    """Raises DamagedStateError when a version of the register was changed or taken out after it was written."""
    query = select(ROW_VERSIONS).where(ROW_VERSIONS.c.register == register).order_by(ROW_VERSIONS.c.number)
    if not is_chain((tuple(row) for row in connection.execute(query)), purged_rows(connection)):
        raise DamagedStateError("Записи истории строк изменены мимо программы: цепочка не сходится.", advice=RESTORE)


Purged = Mapping[tuple[str, int], tuple[str, str]]
"""(register, number) of a version whose cells were destroyed → the hash of what they were, and of what stands there."""


def is_chain(versions: Iterable[tuple[Any, ...]], purged: Purged = MappingProxyType({})) -> bool:
    """The versions of rows, of one register or of many, are as they were written: none changed, none taken out.

    Each is a row of the table, those of a register in the order of their numbers.
    """
    last: dict[str, tuple[int, str]] = {}
    for *row, link in versions:
        number, before = last.get(row[0], (0, _FIRST_LINK))
        if row[1] != number + 1:
            return False
        own = hash_of(row[-1])
        was, stands = purged.get((row[0], row[1]), (own, own))
        if own != stands or link != _link(before, row[:-1], was):
            return False
        last[row[0]] = number + 1, link
    return True


def purged_rows(connection: Connection) -> Purged:
    """The versions whose cells were destroyed, of all registers."""
    rows = connection.execute(select(PURGED_ROWS))
    return {(one.register, one.number): (one.was, one.now) for one in rows}


def hash_of(cells: str) -> str:
    """What a version's cells go into the chain by."""
    return hashlib.sha256(cells.encode()).hexdigest()


def _append(connection: Connection, reading: RowsRead, versions: Sequence[Version]) -> None:
    append_versions(connection, reading.register, (reading.run, reading.day), versions)


def append_versions(connection: Connection, register: str, when: tuple[int, date], versions: Sequence[Version]) -> None:
    """Goes on with the chain of a register. `when` is the update and the day."""
    version, run, day = ROW_VERSIONS.c, when[0], when[1].isoformat()
    query = select(version.number, version.link).where(version.register == register)
    last = connection.execute(query.order_by(version.number.desc()).limit(1)).one_or_none()
    number, link = last or (0, _FIRST_LINK)
    rows = []
    for number, one in enumerate(versions, number + 1):  # noqa: B020  goes on from the last number
        story, cells = one.story or number, write_json(one.cells)
        row = (register, number, story, one.id, run, day, one.gone, one.source)
        link = _link(link, row, hash_of(cells))
        rows.append((*row, cells, link))
    insert(connection, ROW_VERSIONS, rows)


def _link(before: str, told: Sequence[Any], own: str) -> str:
    """The hash of the row and of the link before it. The cells go in by their own hash, which may outlive them."""
    text = write_json([before, *told, own])
    return hashlib.sha256(text.encode()).hexdigest()
