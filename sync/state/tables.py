"""The tables of the history as they are now. Append-only: a row changes only to say when it ceased to hold.

Of a remark that is open they know, besides, whose it was last and what its cell held last.
"""

from sqlalchemy import Boolean, Column, Float, ForeignKey, Index, Integer, LargeBinary, String, Table, Text

from sync.state import (  # noqa: F401  tables of the same METADATA
    intent_tables,
    link_tables,
    mail_tables,
    purge_tables,
    service_tables,
    wish_tables,
)
from sync.state.metadata import METADATA as METADATA  # noqa: PLC0414  with all tables of this module in it
from sync.state.metadata import run_column

RUNS = Table(
    "runs",
    METADATA,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("day", String, nullable=False),
    Column("started", String, nullable=False),
    Column("finished", String, nullable=False),
    Column("key", String, nullable=False),
    Column("quiet", Boolean, nullable=False),
    Column("summary", Text, nullable=False),
)
CONTENTS = Table(
    "contents",
    METADATA,
    Column("digest", String, primary_key=True),
    Column("data", LargeBinary, nullable=False),
)
SNAPSHOTS = Table(
    "snapshots",
    METADATA,
    run_column(key=True),
    Column("register", String, primary_key=True),
    Column("digest", String, ForeignKey("contents.digest"), nullable=False),
    Column("day", String, nullable=False),
    Column("ids", String, ForeignKey("contents.digest"), nullable=False),
    Column("files", Text, nullable=False),
)
REMARKS = Table(
    "remarks",
    METADATA,
    Column("fingerprint", String, primary_key=True),
    run_column("opened_run", key=True),
    Column("opened_day", String, nullable=False),
    Column("code", String, nullable=False),
    Column("severity", String, nullable=False),
    Column("register", String),
    Column("old", Boolean, nullable=False),
    run_column("closed_run", closing=True),
    Column("closed_day", String, index=True),
    Column("owner", String),
    Column("value", String, nullable=False),
    Column("version", Integer, nullable=False),
)
HOLDS = Table(
    "holds",
    METADATA,
    Column("number", Integer, primary_key=True, autoincrement=False),
    run_column(),
    Column("register", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("since", String, nullable=False),
    Column("accepted_reason", Text),
    Column("accepted_at", String),
    run_column("released_run", closing=True),
    Column("subject", String, nullable=False),
)
HOLD_READINGS = Table(
    "hold_readings",
    METADATA,
    Column("number", Integer, ForeignKey("holds.number"), primary_key=True),
    run_column(key=True),
    Column("digest", String, nullable=False),
    Column("reason", Text, nullable=False),
    Column("was", Integer, nullable=False),
    Column("now", Integer, nullable=False),
    Column("most", Integer, nullable=False),
)
ISSUED = Table(
    "issued",
    METADATA,
    Column("register", String, primary_key=True),
    Column("key", String, primary_key=True),
    run_column(),
    Column("code", String, nullable=False),
)
ANSWERS = Table(
    "answers",
    METADATA,
    Column("register", String, primary_key=True),
    Column("spelling", String, primary_key=True),
    run_column(key=True),
    Column("id", String, nullable=False),
    run_column("gone_run", closing=True),
)
LEAVES = Table(
    "leaves",
    METADATA,
    Column("fingerprint", String, primary_key=True),
    run_column(key=True),
    Column("reason", Text, nullable=False),
    Column("until", String, nullable=False),
    Column("place", String, nullable=False),
    Column("since", String, nullable=False),
    Column("number", Integer, nullable=False),
    Column("value", String, nullable=False),
    Column("by_head", Boolean, nullable=False),
    Column("taken", Text, nullable=False),
    Column("silent_until", String),
    run_column("gone_run", closing=True),
)
WRITTEN = Table(
    "written",
    METADATA,
    Column("file", String, primary_key=True),
    Column("tab", String, primary_key=True),
    run_column(key=True),
    Column("digest", String, nullable=False),
    Column("stamp_run", Integer, nullable=False),
    Column("stamp_moment", String, nullable=False),
    run_column("gone_run", closing=True),
)
FILES = Table(
    "files",
    METADATA,
    Column("file", String, primary_key=True),
    run_column(key=True),
    Column("sha256", String, nullable=False),
    run_column("gone_run", closing=True),
)
REPLACED = Table(
    "replaced",
    METADATA,
    Column("register", String, primary_key=True),
    Column("file", String, primary_key=True),
    run_column(key=True),
    Column("digest", String, nullable=False),
    Column("taken", String, nullable=False),
    run_column("gone_run", closing=True),
)
PARTS = Table(
    "parts",
    METADATA,
    Column("name", String, primary_key=True),
    Column("first", Integer, nullable=False),
    Column("last", Integer, nullable=False),
    Column("day", String, nullable=False),
)
NOTICED = Table(
    "noticed",
    METADATA,
    Column("register", String, primary_key=True),
    Column("id", String, primary_key=True),
    Column("code", String, primary_key=True),
    Column("field", String, primary_key=True),
    run_column(key=True),
    Column("since", String, nullable=False),
    Column("told", Text, nullable=False),
    Column("natural", String, nullable=False),
    Column("source", String, nullable=False),
    Column("accepted_reason", Text),
    Column("accepted_at", String),
    run_column("gone_run", closing=True),
    Column("number", Integer, nullable=False),
)
ROW_LAYOUTS = Table(
    "row_layouts",
    METADATA,
    Column("register", String, primary_key=True),
    Column("source", String, primary_key=True),
    run_column(key=True),
    Column("columns", Text, nullable=False),
)
ROW_VERSIONS = Table(
    "row_versions",
    METADATA,
    Column("register", String, primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("story", Integer, nullable=False),
    Column("id", String, nullable=False),
    run_column(),
    Column("day", String, nullable=False),
    Column("gone", Boolean, nullable=False),
    Column("source", String, nullable=False),
    Column("cells", Text, nullable=False),
    Column("link", String, nullable=False),
    Index("ix_row_versions_story", "register", "story"),
    Index("ix_row_versions_id", "register", "id"),
)
FIGURES = Table(
    "figures",
    METADATA,
    run_column(key=True),
    Column("id", String, primary_key=True),
    Column("value", Float, nullable=False),
)
PERIODS = Table(
    "periods",
    METADATA,
    Column("period", String, primary_key=True),
    Column("correction", Integer, primary_key=True, autoincrement=False),
    run_column(),
    run_column("known_run"),
    Column("cut", String, nullable=False),
    Column("closed_at", String, nullable=False),
    Column("reason", Text),
    Column("digests", Text, nullable=False),
    Column("figures", Text, nullable=False),
    Column("files", Text, nullable=False),
    Column("settings", String, ForeignKey("contents.digest"), nullable=False),
    Column("counts", String, ForeignKey("contents.digest"), nullable=False),
    Column("reports", String, ForeignKey("contents.digest"), nullable=False),
)
PACKAGES = Table(
    "packages",
    METADATA,
    Column("season", String, primary_key=True),
    Column("recipient", String, primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("period", String, nullable=False),
    Column("correction", Integer, nullable=False),
    Column("request", String, nullable=False),
    Column("as_of", String, nullable=False),
    Column("reason", Text, nullable=False),
    Column("issued_at", String, nullable=False),
    Column("digest", String, nullable=False),
    Column("previous", String),
    Column("kept", Text, nullable=False),
    Column("files", Text, nullable=False),
)
PAPERS = Table(
    "papers",
    METADATA,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("moment", String, nullable=False),
    Column("template", String, nullable=False),
    Column("digest", String, nullable=False),
    Column("register", String, nullable=False),
    Column("recipient", Text, nullable=False),
    Column("codes", Text, nullable=False),
    Column("count", Integer, nullable=False),
)
SCHEMA = Table("schema_version", METADATA, Column("version", Integer, primary_key=True, autoincrement=False))
