"""The tables of the service, known as they were last: what it did and when, and which machine writes."""

from sqlalchemy import Boolean, Column, Integer, String, Table

from sync.state.metadata import METADATA

JOBS = Table(
    "jobs",
    METADATA,
    Column("job", String, primary_key=True),
    Column("occasion", String, primary_key=True),
    Column("result", String, nullable=False),
    Column("code", String, nullable=False),
    Column("tries", Integer, nullable=False),
    Column("late", Boolean, nullable=False),
    Column("sure", Boolean, nullable=False),
    Column("started", String, nullable=False),
    Column("finished", String, nullable=False),
)
LEASES = Table(
    "leases",
    METADATA,
    Column("name", String, primary_key=True),
    Column("token", Integer, nullable=False),
    Column("holder", String, nullable=False),
    Column("beat", Integer, nullable=False),
)
