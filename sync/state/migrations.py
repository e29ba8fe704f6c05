"""How the tables came to be: a numbered list that only grows, each step done in one transaction with its number."""

import re

from sqlalchemy import Connection, LargeBinary, inspect, text

from config.errors import OlderStateError, StateError
from sync.state.database import Database
from sync.state.wish_tables import WISHES_MADE

_FIRST = (
    "CREATE TABLE schema_version (version INTEGER NOT NULL PRIMARY KEY)",
    (
        "CREATE TABLE runs (number INTEGER NOT NULL PRIMARY KEY, day VARCHAR NOT NULL, started VARCHAR NOT "
        "NULL, finished VARCHAR NOT NULL, key VARCHAR NOT NULL, quiet BOOLEAN NOT NULL, summary TEXT NOT "
        "NULL)"
    ),
    "CREATE TABLE contents (digest VARCHAR NOT NULL PRIMARY KEY, data {bytes} NOT NULL)",
    (
        "CREATE TABLE snapshots (run INTEGER NOT NULL REFERENCES runs (number), register VARCHAR NOT NULL, "
        "digest VARCHAR NOT NULL REFERENCES contents (digest), day VARCHAR NOT NULL, ids VARCHAR NOT NULL "
        "REFERENCES contents (digest), files TEXT NOT NULL, PRIMARY KEY (run, register))"
    ),
    (
        "CREATE TABLE remarks (fingerprint VARCHAR NOT NULL, opened_run INTEGER NOT NULL REFERENCES runs "
        "(number), opened_day VARCHAR NOT NULL, code VARCHAR NOT NULL, severity VARCHAR NOT NULL, register "
        "VARCHAR, old BOOLEAN NOT NULL, closed_run INTEGER REFERENCES runs (number), closed_day VARCHAR, "
        "PRIMARY KEY (fingerprint, opened_run))"
    ),
    "CREATE INDEX ix_remarks_closed_day ON remarks (closed_day)",
    (
        "CREATE TABLE holds (number INTEGER NOT NULL PRIMARY KEY, run INTEGER NOT NULL REFERENCES runs "
        "(number), register VARCHAR NOT NULL, kind VARCHAR NOT NULL, since VARCHAR NOT NULL, accepted_reason "
        "TEXT, accepted_at VARCHAR, released_run INTEGER REFERENCES runs (number))"
    ),
    (
        "CREATE TABLE hold_readings (number INTEGER NOT NULL REFERENCES holds (number), run INTEGER NOT NULL "
        "REFERENCES runs (number), digest VARCHAR NOT NULL, reason TEXT NOT NULL, was INTEGER NOT NULL, now "
        "INTEGER NOT NULL, most INTEGER NOT NULL, PRIMARY KEY (number, run))"
    ),
    (
        "CREATE TABLE issued (register VARCHAR NOT NULL, key VARCHAR NOT NULL, run INTEGER NOT NULL "
        "REFERENCES runs (number), code VARCHAR NOT NULL, PRIMARY KEY (register, key))"
    ),
    (
        "CREATE TABLE answers (register VARCHAR NOT NULL, spelling VARCHAR NOT NULL, run INTEGER NOT NULL "
        "REFERENCES runs (number), id VARCHAR NOT NULL, gone_run INTEGER REFERENCES runs (number), PRIMARY "
        "KEY (register, spelling, run))"
    ),
    (
        "CREATE TABLE written (file VARCHAR NOT NULL, tab VARCHAR NOT NULL, run INTEGER NOT NULL REFERENCES "
        "runs (number), digest VARCHAR NOT NULL, stamp_run INTEGER NOT NULL, stamp_moment VARCHAR NOT NULL, "
        "gone_run INTEGER REFERENCES runs (number), PRIMARY KEY (file, tab, run))"
    ),
    (
        "CREATE TABLE files (file VARCHAR NOT NULL, run INTEGER NOT NULL REFERENCES runs (number), sha256 "
        "VARCHAR NOT NULL, gone_run INTEGER REFERENCES runs (number), PRIMARY KEY (file, run))"
    ),
    (
        "CREATE TABLE figures (run INTEGER NOT NULL REFERENCES runs (number), id VARCHAR NOT NULL, value "
        "FLOAT NOT NULL, PRIMARY KEY (run, id))"
    ),
)

_SENDINGS = (
    "ALTER TABLE holds ADD COLUMN subject VARCHAR NOT NULL DEFAULT ''",
    (
        "CREATE TABLE replaced (register VARCHAR NOT NULL, file VARCHAR NOT NULL, run INTEGER NOT NULL "
        "REFERENCES runs (number), digest VARCHAR NOT NULL, taken VARCHAR NOT NULL, gone_run INTEGER "
        "REFERENCES runs (number), PRIMARY KEY (register, file, run))"
    ),
    (
        "CREATE TABLE parts (name VARCHAR NOT NULL PRIMARY KEY, first INTEGER NOT NULL, last INTEGER NOT "
        "NULL, day VARCHAR NOT NULL)"
    ),
)

_NOTICED = (
    (
        "CREATE TABLE noticed (register VARCHAR NOT NULL, id VARCHAR NOT NULL, code VARCHAR NOT NULL, field "
        "VARCHAR NOT NULL, run INTEGER NOT NULL REFERENCES runs (number), since VARCHAR NOT NULL, told TEXT "
        'NOT NULL, "natural" VARCHAR NOT NULL, source VARCHAR NOT NULL, accepted_reason TEXT, accepted_at '
        "VARCHAR, gone_run INTEGER REFERENCES runs (number), PRIMARY KEY (register, id, code, field, run))"
    ),
)

_LEAVES = (
    "ALTER TABLE remarks ADD COLUMN owner VARCHAR",
    "ALTER TABLE remarks ADD COLUMN value VARCHAR NOT NULL DEFAULT ''",
    "ALTER TABLE remarks ADD COLUMN version INTEGER NOT NULL DEFAULT 0",
    (
        "CREATE TABLE leaves (fingerprint VARCHAR NOT NULL, run INTEGER NOT NULL REFERENCES runs (number), reason TEXT "
        "NOT NULL, until VARCHAR NOT NULL, place VARCHAR NOT NULL, since VARCHAR NOT NULL, number INTEGER NOT NULL, "
        "value VARCHAR NOT NULL, by_head BOOLEAN NOT NULL, taken TEXT NOT NULL, silent_until VARCHAR, gone_run INTEGER "
        "REFERENCES runs (number), PRIMARY KEY (fingerprint, run))"
    ),
)

_PERIODS = (
    (
        "CREATE TABLE periods (period VARCHAR NOT NULL, correction INTEGER NOT NULL, run INTEGER NOT NULL REFERENCES "
        "runs (number), known_run INTEGER NOT NULL REFERENCES runs (number), cut VARCHAR NOT NULL, closed_at VARCHAR "
        "NOT NULL, reason TEXT, digests TEXT NOT NULL, figures TEXT NOT NULL, files TEXT NOT NULL, settings VARCHAR "
        "NOT NULL REFERENCES contents (digest), counts VARCHAR NOT NULL REFERENCES contents (digest), reports VARCHAR "
        "NOT NULL REFERENCES contents (digest), PRIMARY KEY (period, correction))"
    ),
)

_ROWS = (
    (
        "CREATE TABLE row_layouts (register VARCHAR NOT NULL, source VARCHAR NOT NULL, run INTEGER NOT NULL REFERENCES "
        "runs (number), columns TEXT NOT NULL, PRIMARY KEY (register, source, run))"
    ),
    (
        "CREATE TABLE row_versions (register VARCHAR NOT NULL, number INTEGER NOT NULL, story INTEGER NOT NULL, id "
        "VARCHAR NOT NULL, run INTEGER NOT NULL REFERENCES runs (number), day VARCHAR NOT NULL, gone BOOLEAN NOT NULL, "
        "source VARCHAR NOT NULL, cells TEXT NOT NULL, link VARCHAR NOT NULL, PRIMARY KEY (register, number))"
    ),
    "CREATE INDEX ix_row_versions_story ON row_versions (register, story)",
    "CREATE INDEX ix_row_versions_id ON row_versions (register, id)",
)

_PACKAGES = (
    (
        "CREATE TABLE packages (season VARCHAR NOT NULL, recipient VARCHAR NOT NULL, number INTEGER NOT NULL, period "
        "VARCHAR NOT NULL, correction INTEGER NOT NULL, request VARCHAR NOT NULL, as_of VARCHAR NOT NULL, reason TEXT "
        "NOT NULL, issued_at VARCHAR NOT NULL, digest VARCHAR NOT NULL, previous VARCHAR, kept TEXT NOT NULL, files "
        "TEXT NOT NULL, PRIMARY KEY (season, recipient, number))"
    ),
)

_PAPERS = (
    (
        "CREATE TABLE papers (number INTEGER NOT NULL PRIMARY KEY, moment VARCHAR NOT NULL, template VARCHAR NOT NULL, "
        "digest VARCHAR NOT NULL, register VARCHAR NOT NULL, recipient TEXT NOT NULL, codes TEXT NOT NULL, count "
        "INTEGER NOT NULL)"
    ),
)

_LINKS = (
    (
        "CREATE TABLE links (number INTEGER NOT NULL PRIMARY KEY, person VARCHAR NOT NULL, role VARCHAR NOT NULL, "
        "token VARCHAR NOT NULL UNIQUE, made VARCHAR NOT NULL, until VARCHAR NOT NULL, opened VARCHAR, session VARCHAR "
        "UNIQUE, session_until VARCHAR, revoked VARCHAR)"
    ),
)

_MAIL = (
    ("CREATE TABLE mail_days (day VARCHAR NOT NULL PRIMARY KEY, composed VARCHAR NOT NULL, letters INTEGER NOT NULL)"),
    (
        "CREATE TABLE outbox (id VARCHAR NOT NULL PRIMARY KEY, recipient VARCHAR NOT NULL, address VARCHAR NOT NULL, "
        "kind VARCHAR NOT NULL, day VARCHAR NOT NULL REFERENCES mail_days (day), since VARCHAR NOT NULL, composed "
        "VARCHAR NOT NULL, subject TEXT NOT NULL, text TEXT NOT NULL, html TEXT NOT NULL, told TEXT NOT NULL, tries "
        "INTEGER NOT NULL, tried VARCHAR, trouble TEXT, state VARCHAR NOT NULL, settled VARCHAR)"
    ),
    "CREATE INDEX ix_outbox_state ON outbox (state)",
)

_PURGES = (
    (
        "CREATE TABLE purges (purge INTEGER NOT NULL PRIMARY KEY, known_run INTEGER NOT NULL REFERENCES runs (number), "
        "moment VARCHAR NOT NULL, day VARCHAR NOT NULL, register VARCHAR NOT NULL, code VARCHAR NOT NULL, reason TEXT "
        "NOT NULL, done TEXT NOT NULL, digest VARCHAR NOT NULL, link VARCHAR NOT NULL)"
    ),
    "CREATE INDEX ix_purges_code ON purges (code)",
    (
        "CREATE TABLE purged_rows (register VARCHAR NOT NULL, number INTEGER NOT NULL, purge INTEGER NOT NULL "
        "REFERENCES purges (purge), was VARCHAR NOT NULL, now VARCHAR NOT NULL, PRIMARY KEY (register, number))"
    ),
)

_JOURNAL = (
    "ALTER TABLE noticed ADD COLUMN number INTEGER NOT NULL DEFAULT 0",
    (
        "CREATE TABLE intents (number INTEGER NOT NULL PRIMARY KEY, run INTEGER NOT NULL, kind VARCHAR NOT NULL, "
        "target VARCHAR NOT NULL, was VARCHAR, digest VARCHAR NOT NULL, tabs TEXT NOT NULL, token INTEGER NOT NULL, "
        "begun VARCHAR NOT NULL, ended VARCHAR)"
    ),
)

_SERVICE = (
    (
        "CREATE TABLE jobs (job VARCHAR NOT NULL, occasion VARCHAR NOT NULL, result VARCHAR NOT NULL, code VARCHAR NOT "
        "NULL, tries INTEGER NOT NULL, late BOOLEAN NOT NULL, sure BOOLEAN NOT NULL, started VARCHAR NOT NULL, "
        "finished VARCHAR NOT NULL, PRIMARY KEY (job, occasion))"
    ),
    (
        "CREATE TABLE leases (name VARCHAR NOT NULL PRIMARY KEY, token INTEGER NOT NULL, holder VARCHAR NOT NULL, beat "
        "INTEGER NOT NULL)"
    ),
)

MIGRATIONS: tuple[tuple[str, ...], ...] = (
    _FIRST,
    _SENDINGS,
    _NOTICED,
    _LEAVES,
    _PERIODS,
    _ROWS,
    _PACKAGES,
    _PAPERS,
    _LINKS,
    _MAIL,
    _PURGES,
    _JOURNAL,
    _SERVICE,
    WISHES_MADE,
)
"""Step 1, step 2, …: what was released is never edited. `{bytes}` is the database's own type for bytes."""


def version_of(connection: Connection) -> int:
    """The number of the last step done; 0 for an empty database."""
    if not inspect(connection).has_table("schema_version"):
        return 0
    return int(connection.execute(text("SELECT max(version) FROM schema_version")).scalar_one() or 0)


def check_version(version: int) -> None:
    """Raises StateError when a newer program has written the history."""
    if version > len(MIGRATIONS):
        raise StateError(
            "История офиса записана более новой версией программы.",
            advice="Обновите программу; прежняя версия эту историю не читает, чтобы её не испортить.",
        )


def check_present(connection: Connection) -> None:
    """Raises StateError when the history is not of the present schema: a reader changes nothing."""
    version = version_of(connection)
    check_version(version)
    if version < len(MIGRATIONS):
        raise OlderStateError(advice="Выполните rpo sync: она переведёт историю.")


def migrate(database: Database, last: int | None = None) -> None:
    """Does the steps that are missing, all or up to a number. Raises StateError for a newer schema."""
    with database.asking() as connection:
        version = version_of(connection)
    check_version(version)
    for number, statements in enumerate(MIGRATIONS[version:last], start=version + 1):
        with database.changing(f"version {number}") as connection:
            for statement in statements:
                connection.exec_driver_sql(_in_words_of(connection, statement))
            connection.execute(text("INSERT INTO schema_version (version) VALUES (:number)"), {"number": number})


def _in_words_of(connection: Connection, statement: str) -> str:
    """The statement for this database. A server compares texts byte by byte, as SQLite does, whatever its language."""
    statement = statement.replace("{bytes}", LargeBinary().compile(dialect=connection.dialect))
    if connection.dialect.name == "sqlite":
        return statement
    return _TEXTS.sub(r'\1 COLLATE "C"', statement)


_TEXTS = re.compile(r"\b(VARCHAR|TEXT)\b")
