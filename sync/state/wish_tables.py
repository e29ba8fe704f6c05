"""Wishes from «Сделать сейчас»: which were heard, how they ended, which update has shown that. No word of the head."""

from sqlalchemy import Column, Integer, String, Table, Text

from sync.state.metadata import METADATA, run_column

WISHES = Table(
    "wishes",
    METADATA,
    Column("id", String, primary_key=True),
    Column("number", Integer, nullable=False, unique=True),
    Column("deed", String, nullable=False),
    Column("heard", String, nullable=False),
    Column("tries", Integer, nullable=False),
    Column("was", Text, nullable=False),
    Column("fate", String, nullable=False),
    Column("told", Text, nullable=False),
    Column("settled", String),
    run_column("shown_run", closing=True),
)
WISHES_MADE = (
    (
        "CREATE TABLE wishes (id VARCHAR NOT NULL PRIMARY KEY, number INTEGER NOT NULL UNIQUE, deed VARCHAR NOT NULL, "
        "heard VARCHAR NOT NULL, tries INTEGER NOT NULL, was TEXT NOT NULL, fate VARCHAR NOT NULL, told TEXT NOT NULL, "
        "settled VARCHAR, shown_run INTEGER REFERENCES runs (number))"
    ),
)
"""The step of `migrations.py` that makes the table."""
