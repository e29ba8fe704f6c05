"""The tables of tombstones: whose data were destroyed, and which versions of rows went with them."""

from sqlalchemy import Column, ForeignKey, Integer, String, Table, Text

from sync.state.metadata import METADATA, run_column

PURGES = Table(
    "purges",
    METADATA,
    Column("purge", Integer, primary_key=True, autoincrement=False),
    run_column("known_run"),
    Column("moment", String, nullable=False),
    Column("day", String, nullable=False),
    Column("register", String, nullable=False),
    Column("code", String, nullable=False, index=True),
    Column("reason", Text, nullable=False),
    Column("done", Text, nullable=False),
    Column("digest", String, nullable=False),
    Column("link", String, nullable=False),
)
PURGED_ROWS = Table(
    "purged_rows",
    METADATA,
    Column("register", String, primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("purge", Integer, ForeignKey("purges.purge"), nullable=False),
    Column("was", String, nullable=False),
    Column("now", String, nullable=False),
)
