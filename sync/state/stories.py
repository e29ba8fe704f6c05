"""The history → stories of rows: those of some codes, or of the rows that changed last."""

import json
from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, func, select

from sync.state.codec import read_json
from sync.state.tables import ROW_LAYOUTS, ROW_VERSIONS, RUNS, SNAPSHOTS
from validators.versions.columns import Titled
from validators.versions.story import Laid, Stories, Told


def stories_of(connection: Connection, register: str, codes: Sequence[str]) -> Stories:
    """The rows that have, or had at some time, one of the codes."""
    mine = ROW_VERSIONS.c.register == register
    return _stories(connection, register, and_(mine, ROW_VERSIONS.c.id.in_(codes)))


def latest_stories(connection: Connection, register: str, count: int) -> Stories:
    """The rows to which the last versions belong; what the first reading of the register gave is no change."""
    began = select(func.min(ROW_LAYOUTS.c.run)).where(ROW_LAYOUTS.c.register == register).scalar_subquery()
    mine = and_(ROW_VERSIONS.c.register == register, ROW_VERSIONS.c.run > began)
    query = select(ROW_VERSIONS.c.number).where(mine).order_by(ROW_VERSIONS.c.number.desc()).limit(count)
    first = min(connection.execute(query).scalars(), default=None)
    if first is None:
        return Stories(register, laid=tuple(_laid(connection, register)))
    return _stories(connection, register, and_(mine, ROW_VERSIONS.c.number >= first))


def known_codes(connection: Connection, register: str) -> list[str]:
    """All codes that rows of the register have or had."""
    query = select(ROW_VERSIONS.c.id).where(ROW_VERSIONS.c.register == register).distinct()
    return sorted(one for one in connection.execute(query).scalars() if not one.startswith("?"))


def accepted_readings(connection: Connection, without: frozenset[str]) -> dict[str, list[tuple[int, date, str]]]:
    """Register → (update, day, digest) of its accepted readings, each once as long as it stayed the same."""
    query = select(SNAPSHOTS.c.register, SNAPSHOTS.c.run, SNAPSHOTS.c.day, SNAPSHOTS.c.digest)
    found: dict[str, list[tuple[int, date, str]]] = {}
    for register, run, day, digest in connection.execute(
        query.where(SNAPSHOTS.c.register.not_in(sorted(without))).order_by(SNAPSHOTS.c.run)
    ):
        known = found.setdefault(register, [])
        if not known or known[-1][2] != digest:
            known.append((run, date.fromisoformat(day), digest))
    return found


def _stories(connection: Connection, register: str, which: ColumnElement[bool]) -> Stories:
    version = ROW_VERSIONS.c
    wanted = select(version.story).where(which)
    query = select(ROW_VERSIONS).where(version.register == register, version.story.in_(wanted)).order_by(version.number)
    versions = tuple(map(_told, connection.execute(query)))
    return Stories(register, versions, tuple(_laid(connection, register)))


def _told(row: Any) -> Told:  # Any: a row of the table
    day = date.fromisoformat(row.day)
    return Told(row.number, row.story, row.id, row.run, day, row.gone, row.source, read_json(row.cells))


def _laid(connection: Connection, register: str) -> list[Laid]:
    layout = ROW_LAYOUTS.c
    query = (
        select(layout.run, RUNS.c.day, layout.source, layout.columns)
        .join(RUNS, RUNS.c.number == layout.run)
        .where(layout.register == register)
        .order_by(layout.run)
    )
    return [
        Laid(run, date.fromisoformat(day), source, tuple(Titled(*one) for one in json.loads(columns)))
        for run, day, source, columns in connection.execute(query)
    ]
