"""Personal links to the page, by the digests of their secrets."""

from sqlalchemy import Column, Integer, String, Table

from sync.state.metadata import METADATA

LINKS = Table(
    "links",
    METADATA,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("person", String, nullable=False),
    Column("role", String, nullable=False),
    Column("token", String, nullable=False, unique=True),
    Column("made", String, nullable=False),
    Column("until", String, nullable=False),
    Column("opened", String),
    Column("session", String, unique=True),
    Column("session_until", String),
    Column("revoked", String),
)
