"""The tables of letters: the days for which they were composed, and each with what became of it."""

from sqlalchemy import Column, ForeignKey, Integer, String, Table, Text

from sync.state.metadata import METADATA

MAIL_DAYS = Table(
    "mail_days",
    METADATA,
    Column("day", String, primary_key=True),
    Column("composed", String, nullable=False),
    Column("letters", Integer, nullable=False),
)
OUTBOX = Table(
    "outbox",
    METADATA,
    Column("id", String, primary_key=True),
    Column("recipient", String, nullable=False),
    Column("address", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("day", String, ForeignKey("mail_days.day"), nullable=False),
    Column("since", String, nullable=False),
    Column("composed", String, nullable=False),
    Column("subject", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("html", Text, nullable=False),
    Column("told", Text, nullable=False),
    Column("tries", Integer, nullable=False),
    Column("tried", String),
    Column("trouble", Text),
    Column("state", String, nullable=False, index=True),
    Column("settled", String),
)
