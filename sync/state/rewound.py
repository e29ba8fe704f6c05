"""The history as it was after an earlier update: what came later is not there, what was closed later is still open.

For as long as one question takes, temporary tables stand before the real ones, so that every question about the present
can be asked of the past.
"""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Table, func, select

from sync.before import Before
from sync.state.intent_tables import INTENTS
from sync.state.memory import remember
from sync.state.tables import CONTENTS, METADATA, PERIODS, RUNS, SCHEMA, SNAPSHOTS
from sync.state.wish_tables import WISHES

_BEGUN = ("run", "opened_run", "number")
_ENDED = ("gone_run", "closed_run", "released_run")
_WHOLE = frozenset({CONTENTS.name, SCHEMA.name})


@dataclass(frozen=True)
class Then:
    """What was known after an update: the memory that it left.

    `states` — register → how that update had read it, as `sync --json` tells.
    """

    run: int
    moment: datetime
    before: Before
    states: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)  # Any: a JSON object


def run_by(connection: Connection, day: date) -> int | None:
    """The last update of the day or of one before it; None when nothing had been accepted by then."""
    run = connection.execute(select(func.max(RUNS.c.number)).where(RUNS.c.day <= day.isoformat())).scalar_one()
    return run if run is not None and _accepted(connection, run) else None


def then_of(connection: Connection, run: int, day: date) -> Then:
    """What was known after an update, with the past as it looks on the day."""
    columns = (RUNS.c.number, RUNS.c.started, RUNS.c.summary)
    last = connection.execute(select(*columns).where(RUNS.c.number == run)).one()
    with _as_of(connection, run):
        before = remember(connection, day)
    states = json.loads(last.summary).get("registers", {})
    return Then(run, datetime.fromisoformat(last.started), before, states)


def _accepted(connection: Connection, run: int) -> bool:
    query = select(func.count()).select_from(SNAPSHOTS).where(SNAPSHOTS.c.run <= run)
    return bool(connection.execute(query).scalar_one())


@contextmanager
def _as_of(connection: Connection, run: int) -> Iterator[None]:
    """Temporary tables of the same names, with the rows of that time; they are gone afterwards."""
    names = [table.name for table in METADATA.sorted_tables if table.name not in _WHOLE]
    real, temporary = _schemas(connection)
    try:
        for name in names:
            connection.exec_driver_sql(_rewound(METADATA.tables[name], run, real))
        yield
    finally:
        for name in names:
            connection.exec_driver_sql(f"DROP TABLE IF EXISTS {temporary}.{name}")


def _schemas(connection: Connection) -> tuple[str, str]:
    """How the database calls the place of the real tables, and that of temporary ones."""
    if connection.dialect.name == "sqlite":
        return "main", "temp"
    return str(connection.exec_driver_sql("SELECT quote_ident(current_schema())").scalar_one()), "pg_temp"


def _rewound(table: Table, run: int, real: str) -> str:
    begun = next((name for name in _BEGUN if name in table.c), None)
    where = f" WHERE {begun} <= {run}" if begun is not None else ""
    where = f" WHERE known_run < {run}" if table is PERIODS else where
    where = " WHERE 1 = 0" if table in {INTENTS, WISHES} else where
    columns = ", ".join(_column(table, name, run, real) for name in table.c.keys())  # noqa: SIM118  not a mapping
    return f"CREATE TEMP TABLE {table.name} AS SELECT {columns} FROM {real}.{table.name}{where}"  # noqa: S608  own names


def _column(table: Table, name: str, run: int, real: str) -> str:
    """A column without what was written into it later."""
    ended = next((one for one in _ENDED if one in table.c), None)
    if ended is not None and name in {ended, "closed_day"}:
        return f"CASE WHEN {ended} <= {run} THEN {name} END AS {name}"
    if name in {"accepted_at", "accepted_reason"}:
        finished = f"(SELECT finished FROM {real}.runs WHERE number = {run})"  # noqa: S608  own names
        return f"CASE WHEN accepted_at <= {finished} THEN {name} END AS {name}"
    return f'"{name}"'
