"""The history as a file of SQLite: how it is made, opened, and known to be what the program left."""

import os
import sqlite3
from collections.abc import Callable
from functools import partial
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import OperationalError
from sqlalchemy.pool import StaticPool

from sync.files import ORPHAN_MARK, discard, move_in_first
from sync.state.database import Database, told
from sync.state.dialect import ADDRESS, COMPILED
from sync.state.examining import check_pages, examine
from sync.state.held import give_back, take
from sync.state.keeping import keep_before_migration
from sync.state.migrations import MIGRATIONS, check_present, check_version, migrate, version_of
from sync.state.seal import Seal
from sync.state.sealing import mend, settle, write_anew
from sync.state.trust import at_rest, digest_in_use, refuse_lost

_SETTINGS = (
    "busy_timeout = 5000",
    "synchronous = FULL",
    "foreign_keys = ON",
    "secure_delete = ON",
    "temp_store = MEMORY",
)
_JOURNAL = "journal_mode = WAL"


def open_sqlite(path: Path, *, read_only: bool) -> Database:
    """The history at `path`, sealed and of the present schema. Raises StateError, DamagedStateError for a broken seal.

    A missing file is made; when only read, an empty history in memory stands for it.
    """
    with told(path.name):
        if not path.exists():
            refuse_lost(path)
            if read_only:
                return empty_history(path.name)
        digest = take(path, partial(_first_look, path))
        try:
            return _opened(path, digest, read_only=read_only)
        except BaseException:
            give_back(path)
            raise


def _opened(path: Path, digest: str | None, *, read_only: bool) -> Database:
    seal = Seal(path)
    engine = _reading(path) if read_only else _writing(path)
    database = _sealed(engine, path, seal, read_only=read_only)
    database.closed = partial(give_back, path)
    try:
        _check(database, path, seal, digest)
    except BaseException:
        engine.dispose()
        raise
    return database


def empty_history(name: str) -> Database:
    """A history in memory that stands for one that was never begun."""
    database = Database(_engine(lambda: sqlite3.connect(":memory:", check_same_thread=False)), name)
    migrate(database)
    database.read_only = True
    return database


def make_sqlite(path: Path, version: int) -> Database:
    """A new and empty history as it was after so many steps of its growth, open for writing. Raises StateError.

    `migrate` does the other steps.
    """
    with told(path.name):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
        engine = _engine(lambda: sqlite3.connect(path, check_same_thread=False))
        database = _sealed(engine, path, Seal(path), read_only=False)
    check_version(version)
    migrate(database, version)
    return database


def _first_look(path: Path) -> str | None:
    """The digest of a file that nobody here has open, made when it is not there. Raises as `at_rest` does."""
    if not path.exists():
        _create(path)
    return at_rest(path, Seal(path))


def _check(database: Database, path: Path, seal: Seal, digest: str | None) -> None:
    """The file is what the program left, and of the present schema."""
    digest = (digest or digest_in_use(database, seal)) if seal.read() else None
    if digest is None:
        with database.asking() as connection:
            check_pages(connection, database.name)
    if database.read_only:
        with database.asking() as connection:
            check_present(connection)
    else:
        _carry_over(database, path, seal, digest)
    if digest is None:
        with database.asking() as connection:
            examine(connection, database.name)
        if seal.is_broken and not database.read_only:
            mend(database, seal)


def _carry_over(database: Database, path: Path, seal: Seal, digest: str | None) -> None:
    """A history of an earlier version of the program is kept as it was, then brought to the present schema."""
    with database.asking() as connection:
        seal.know(connection, digest)
        version = version_of(connection)
        check_version(version)
        if 0 < version < len(MIGRATIONS):
            keep_before_migration(connection, path, version)
    migrate(database)


def _create(path: Path) -> None:
    """Makes an empty history under a temporary name and moves it in, so that a half-made one is never seen.

    Of two programs that begin at once the faster one's stays.

    It has no write-ahead log yet: on a full disk SQLite closes a file without its log and says nothing.
    """
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    fresh = path.with_name(f".{path.name}.{os.getpid()}{ORPHAN_MARK}")
    fresh.unlink(missing_ok=True)
    os.close(os.open(fresh, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
    try:
        engine = _engine(lambda: sqlite3.connect(fresh, check_same_thread=False))
        database = Database(engine, path.name)
        try:
            migrate(database)
        finally:
            database.close()
        move_in_first(fresh, path)
    finally:
        discard(fresh)


def _sealed(engine: Engine, path: Path, seal: Seal, *, read_only: bool) -> Database:
    if read_only:
        return Database(engine, path.name, read_only=True)
    anew, settled = partial(write_anew, engine, seal), partial(settle, engine, seal)
    return Database(engine, path.name, begun=seal.catch_up, around=seal.over, write_anew=anew, at_the_end=settled)


def _writing(path: Path) -> Engine:
    if path.stat().st_mode & 0o077 and os.name != "nt":
        path.chmod(0o600)
    return _engine(lambda: sqlite3.connect(path, check_same_thread=False), _JOURNAL)


def _reading(path: Path) -> Engine:
    """Read only; where even the helper files of the journal can't be made, the file is taken as it lies."""
    uri = f"{path.resolve().as_uri()}?mode=ro"
    engine = _engine(lambda: sqlite3.connect(uri, uri=True, check_same_thread=False), begin="BEGIN")
    try:
        with engine.connect() as connection:
            connection.exec_driver_sql("SELECT count(*) FROM sqlite_master")
    except OperationalError as error:
        engine.dispose()
        if "unable to open" not in str(error.orig) or path.with_name(f"{path.name}-wal").exists():
            raise
        still = f"{uri}&immutable=1"
        return _engine(lambda: sqlite3.connect(still, uri=True, check_same_thread=False), begin="BEGIN")
    return engine


def _engine(connect: Callable[[], sqlite3.Connection], *settings: str, begin: str = "BEGIN IMMEDIATE") -> Engine:
    known = {"compiled_cache": COMPILED}
    engine = create_engine(
        ADDRESS, creator=connect, poolclass=StaticPool, execution_options=known, hide_parameters=True
    )

    @event.listens_for(engine, "connect")
    def _prepare(connection: sqlite3.Connection, _record: object) -> None:
        connection.isolation_level = None
        for setting in (*_SETTINGS, *settings):
            connection.execute(f"PRAGMA {setting}")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    return engine
