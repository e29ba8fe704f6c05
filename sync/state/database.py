"""The file of the history: how it is made, opened, checked, and how its troubles are told."""

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, Table, create_engine, event
from sqlalchemy.exc import DatabaseError, OperationalError
from sqlalchemy.pool import StaticPool

from config.errors import StateError
from sync.files import sync_folder
from sync.state.migrations import MIGRATIONS, check_version, migrate, version_of

_SETTINGS = (
    "busy_timeout = 5000",
    "synchronous = FULL",
    "foreign_keys = ON",
    "secure_delete = ON",
    "temp_store = MEMORY",
)
RESTORE = (
    "Верните последнюю исправную копию файла истории; сам файл не удаляйте и не правьте: он понадобится для разбора."
)


def open_database(path: Path, *, read_only: bool) -> Engine:
    """The history at `path`, checked and of the present schema. Raises StateError.

    A missing file is made; when only read, an empty history in memory stands for it.
    """
    with told(path.name):
        if not path.exists():
            _refuse_orphaned_journal(path)
            if read_only:
                return _migrated(_engine(lambda: sqlite3.connect(":memory:", check_same_thread=False)))
            _create(path)
        _refuse_strange(path)
        engine = _reading(path) if read_only else _writing(path)
        try:
            _check_whole(engine)
            return _present(engine) if read_only else _migrated(engine)
        except BaseException:
            engine.dispose()
            raise


def make_database(path: Path, version: int) -> Engine:
    """A new and empty history as it was after so many steps of its growth, open for writing. Raises StateError.

    `migrate` does the other steps.
    """
    with told(path.name):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
        engine = _engine(lambda: sqlite3.connect(path, check_same_thread=False))
        with engine.connect() as connection:
            check_version(version)
            migrate(connection, version)
        return engine


@contextmanager
def told(name: str) -> Iterator[None]:
    """Turns the database's errors into StateError with what to do."""
    try:
        yield
    except OperationalError as error:
        raise _operational(name, str(error.orig)) from error
    except (DatabaseError, sqlite3.DatabaseError) as error:
        raise StateError(f"Файл истории «{name}» повреждён.", advice=RESTORE) from error
    except OSError as error:
        raise StateError(
            f"Файл истории «{name}» недоступен.", advice="Проверьте права на папку истории и место на диске."
        ) from error


def insert(connection: Connection, table: Table, rows: list[tuple[Any, ...]]) -> None:  # Any: what a column holds
    """Appends rows given in the order of the table's columns, many at once."""
    if rows:
        statement = str(table.insert().compile(dialect=connection.dialect))
        connection.exec_driver_sql(statement, rows)


def _operational(name: str, words: str) -> StateError:
    if "locked" in words or "busy" in words:
        return StateError(f"Файл истории «{name}» занят другой программой.", advice="Закройте её и повторите команду.")
    if "full" in words:
        return StateError(
            "На диске нет места для истории.",
            advice="Освободите место на диске и повторите команду: записанное раньше цело.",
        )
    if "malformed" in words or "not a database" in words:
        return StateError(f"Файл истории «{name}» повреждён.", advice=RESTORE)
    return StateError(
        f"Файл истории «{name}» не открывается.", advice="Проверьте права на папку истории и место на диске."
    )


def _refuse_orphaned_journal(path: Path) -> None:
    if path.with_name(f"{path.name}-wal").exists():
        raise StateError(f"Файл истории «{path.name}» пропал, остался только его журнал.", advice=RESTORE)


def _refuse_strange(path: Path) -> None:
    with path.open("rb") as handle:
        if not handle.read(16).startswith(b"SQLite format 3"):
            raise StateError(f"Файл истории «{path.name}» повреждён: он пуст или это другой файл.", advice=RESTORE)


def _create(path: Path) -> None:
    """Makes an empty history under a temporary name and moves it in, so that a half-made one is never seen."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    fresh = path.with_name(f".{path.name}.{os.getpid()}.new")
    fresh.unlink(missing_ok=True)
    os.close(os.open(fresh, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
    try:
        _migrated(_engine(lambda: sqlite3.connect(fresh))).dispose()
        fresh.replace(path)
        sync_folder(path.parent)
    finally:
        fresh.unlink(missing_ok=True)


def _writing(path: Path) -> Engine:
    if path.stat().st_mode & 0o077 and os.name != "nt":
        path.chmod(0o600)
    return _engine(lambda: sqlite3.connect(path, check_same_thread=False), "journal_mode = WAL")


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
    engine = create_engine("sqlite://", creator=connect, poolclass=StaticPool)

    @event.listens_for(engine, "connect")
    def _prepare(connection: sqlite3.Connection, _record: object) -> None:
        connection.isolation_level = None
        for setting in (*_SETTINGS, *settings):
            connection.execute(f"PRAGMA {setting}")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    return engine


def _migrated(engine: Engine) -> Engine:
    with engine.connect() as connection:
        migrate(connection)
    return engine


def _present(engine: Engine) -> Engine:
    with engine.connect() as connection:
        version = version_of(connection)
    check_version(version)
    if version < len(MIGRATIONS):
        raise StateError(
            "История офиса записана прежней версией программы.", advice="Выполните rpo sync: она переведёт историю."
        )
    return engine


def _check_whole(engine: Engine) -> None:
    with engine.connect() as connection:
        found = connection.exec_driver_sql("PRAGMA quick_check(1)").scalar_one()
    if found != "ok":
        raise StateError("Файл истории повреждён.", advice=RESTORE)
