"""The journal of intents: what is about to be replaced, written down before it is."""

from sqlalchemy import Column, Integer, String, Table, Text

from sync.state.metadata import METADATA

INTENTS = Table(
    "intents",
    METADATA,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("run", Integer, nullable=False),  # no reference: the update itself is recorded when its effects are there
    Column("kind", String, nullable=False),
    Column("target", String, nullable=False),
    Column("was", String),
    Column("digest", String, nullable=False),
    Column("tabs", Text, nullable=False),
    Column("token", Integer, nullable=False),
    Column("begun", String, nullable=False),
    Column("ended", String),
)
