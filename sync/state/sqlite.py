"""The history as a file of SQLite: how it is made, opened, and known to be what the program left."""

import os
import sqlite3
import time
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DatabaseError, OperationalError
from sqlalchemy.pool import StaticPool

from config.errors import DamagedStateError
from sync.files import ORPHAN_MARK, discard, move_in
from sync.state.database import RESTORE, Database, damaged, told
from sync.state.dialect import ADDRESS, COMPILED
from sync.state.examining import check_pages, examine
from sync.state.held import give_back, take
from sync.state.keeping import keep_before_migration
from sync.state.migrations import MIGRATIONS, check_present, check_version, migrate, version_of
from sync.state.seal import Seal, digest_of_file, digest_of_view, raw
from sync.steps import step

_SETTINGS = (
    "busy_timeout = 5000",
    "synchronous = FULL",
    "foreign_keys = ON",
    "secure_delete = ON",
    "temp_store = MEMORY",
)
_JOURNAL = "journal_mode = WAL"
_TRIES = 4
_A_MOMENT = 0.05
"""How often a reader looks at a file that somebody else is writing, and the seconds between two looks."""
_CHANGED = "повреждён или изменён мимо программы"


def open_sqlite(path: Path, *, read_only: bool) -> Database:
    """The history at `path`, sealed and of the present schema. Raises StateError, DamagedStateError for a broken seal.

    A missing file is made; when only read, an empty history in memory stands for it.
    """
    with told(path.name):
        seal = Seal(path)
        if not path.exists():
            _refuse_lost(path, seal)
            if read_only:
                return empty_history(path.name)
            _create(path)
        digest = take(path, partial(_at_rest, path, seal))
        try:
            return _opened(path, seal, digest, read_only=read_only)
        except BaseException:
            give_back(path)
            raise


def _opened(path: Path, seal: Seal, digest: str | None, *, read_only: bool) -> Database:
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


def _refuse_lost(path: Path, seal: Seal) -> None:
    """A history that was there is not begun anew: its journal or its seal is still here."""
    if path.with_name(f"{path.name}-wal").exists() or seal.path.exists():
        raise DamagedStateError(f"Файл истории «{path.name}» пропал.", advice=RESTORE)


def _refuse_strange(path: Path) -> None:
    with path.open("rb") as handle:
        if not handle.read(16).startswith(b"SQLite format 3"):
            raise damaged(path.name, "повреждён: он пуст или это другой файл")


def _at_rest(path: Path, seal: Seal) -> str | None:
    """The digest of a file that nobody has open: SQLite never sees one that the seal does not know.

    None when there is no seal, or when a journal lies beside the file. Raises DamagedStateError.
    """
    _refuse_strange(path)
    for _ in range(2):
        digests = seal.read()
        digest = digest_of_file(path) if digests else None
        if digest is None or digest in digests:
            return digest
        time.sleep(_A_MOMENT)
    raise damaged(path.name, _CHANGED)


def _check(database: Database, path: Path, seal: Seal, digest: str | None) -> None:
    """The file is what the program left, and of the present schema."""
    is_sealed = bool(seal.read())
    if is_sealed:
        digest = digest or _digest_in_use(database, seal)
    else:
        with database.asking() as connection:
            check_pages(connection, database.name)
    if database.read_only:
        with database.asking() as connection:
            check_present(connection)
    else:
        with database.asking() as connection:
            seal.know(connection, digest)
            version = version_of(connection)
            check_version(version)
            if 0 < version < len(MIGRATIONS):
                keep_before_migration(connection, path, version)
        migrate(database)
    if not is_sealed:
        with database.asking() as connection:
            examine(connection, database.name)


def _digest_in_use(database: Database, seal: Seal) -> str:
    """The digest of a file with a journal beside it: somebody writes it, or was killed. Raises DamagedStateError."""
    for _ in range(_TRIES):
        digests = seal.read()
        try:
            with database.asking() as connection:
                found = digest_of_view(raw(connection))
        except MemoryError:
            break
        if found in digests or found in seal.read():
            return found
    raise damaged(database.name, _CHANGED)


def _create(path: Path) -> None:
    """Makes an empty history under a temporary name and moves it in, so that a half-made one is never seen.

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
        move_in(fresh, path)
    finally:
        discard(fresh)


def _sealed(engine: Engine, path: Path, seal: Seal, *, read_only: bool) -> Database:
    if read_only:
        return Database(engine, path.name, read_only=True)
    anew = partial(_write_anew, engine, seal)
    return Database(engine, path.name, around=seal.over, write_anew=anew, at_the_end=partial(_settle, engine, seal))


def _settle(engine: Engine, seal: Seal) -> None:
    """One digest stays in the seal; both do when somebody else is writing, or the file can't be asked any more."""
    if seal.current is not None:
        with suppress(DatabaseError), engine.connect() as connection, connection.begin():
            seal.settle(connection)


def _write_anew(engine: Engine, seal: Seal) -> bool:
    """Pages of what was taken out go, and the journal with them; False while somebody else has the file open.

    Meanwhile the file has no seal: should the machine stop, it is examined whole when it is opened.
    """
    seal.break_()
    with engine.connect() as connection:
        driver = raw(connection)
        with step("state.rewrite", seal.path.stem):
            driver.execute("VACUUM")
        busy, *_ = driver.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        seal.take(driver)
    return not busy


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
    engine = create_engine(ADDRESS, creator=connect, poolclass=StaticPool, execution_options=known)

    @event.listens_for(engine, "connect")
    def _prepare(connection: sqlite3.Connection, _record: object) -> None:
        connection.isolation_level = None
        for setting in (*_SETTINGS, *settings):
            connection.execute(f"PRAGMA {setting}")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    return engine
