"""A whole history from one database into another: out of a server into a file, or out of a file into a server."""

from itertools import islice

from sqlalchemy import Connection

from sync.state.database import Database
from sync.state.tables import METADATA, SCHEMA

_AT_ONCE = 500


def transfer(source: Database, target: Database) -> None:
    """Puts all rows of the source in place of what the target holds, both of the present schema. All or nothing."""
    with source.asking() as here, target.changing("transfer") as there:
        tables = [table for table in METADATA.sorted_tables if table is not SCHEMA]
        for table in reversed(tables):
            there.execute(table.delete())
        for table in tables:
            _copy(here, there, table.name)


def _copy(here: Connection, there: Connection, name: str) -> None:
    table = METADATA.tables[name]
    rows = iter(here.execute(table.select().order_by(*table.primary_key)).mappings())
    while some := [dict(row) for row in islice(rows, _AT_ONCE)]:
        there.execute(table.insert(), some)
