"""The seal of the history's file: its digest kept beside, so that a file changed in any other way is never believed.

Before a commit the seal gets the digest of what will stand after it beside the digest of what stands now: whenever the
machine stops, one of the two is true. SQLite itself has no checksums of pages, and `quick_check` finds one harmful flip
of a bit in five.
"""

import hashlib
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout
from sqlalchemy import Connection

from config.errors import StateError, WriteError
from sync.files import write_atomically

_CHUNK = 1 << 20
_REWRITING = "rewriting\n"
"""The seal of a file that is being written anew: nobody knows the digest until that has ended."""


class Seal:
    """The seal of one file; of several programs that write it, each leaves it true.

    `current` is the digest of what the file holds, None when this process can't know that. Whoever calls a method with
    a connection keeps others from writing meanwhile: the connection is in a transaction of its own.
    """

    def __init__(self, database: Path) -> None:
        """The file of the seal lies beside the database and need not be there."""
        self._database = database
        self.path = database.with_name(f"{database.name}.seal")
        self.current: str | None = None
        self._seen = -1
        self._file = _identity(database)

    def read(self) -> tuple[str, ...]:
        """The digests one of which must be true; none when there is no seal, or it is damaged itself."""
        *digests, own = self._words() or ("",)
        return tuple(digests) if own == _own(digests) else ()

    @property
    def is_broken(self) -> bool:
        """Somebody is writing the file anew, or was killed while he did."""
        return self._words() == _REWRITING.split()

    def write(self, *digests: str) -> None:
        """Puts these digests into the seal. Raises WriteError."""
        if self.read() != digests:
            write_atomically(self.path, "\n".join((*digests, _own(digests), "")).encode("ascii"), mode=0o600)

    def know(self, connection: Connection, digest: str | None) -> None:
        """Notes what the file holds as the connection sees it; `digest` is what it held a moment ago, if known."""
        known = digest is not None and self.read() == (digest,)
        self.current = digest if known else digest_of_view(raw(connection))
        self._seen = _changes(raw(connection))

    def catch_up(self, connection: Connection) -> None:
        """At the beginning of a change: what others have written since is known, too.

        Raises StateError when another file lies in the place of the one that is open.
        """
        if self._is_replaced():
            words = f"Файл истории «{self._database.name}» заменён другим, пока программа с ним работала."
            raise StateError(words, advice="В прежний файл ничего не записано. Запустите программу или команду снова.")
        if self.current is None or self._seen != _changes(raw(connection)):
            self.current, self._seen = digest_of_view(raw(connection)), _changes(raw(connection))

    @contextmanager
    def over(self, connection: Connection) -> Iterator[None]:
        """Around a commit: both digests, the one before and the one after, are in the seal when it is done.

        The seal of a file that is being written anew stays broken. Nothing is asked of the file after the commit:
        another one may have written by then.
        """
        after, before = digest_of_view(raw(connection)), self.current
        if after != before and not self.is_broken:
            self.write(*(one for one in (before, after) if one is not None))
        self.current = None  # an interruption may come before the commit or after it
        yield
        self.current = after

    def settle(self, connection: Connection) -> None:
        """Leaves the one true digest in the seal, when the file is closed; without room for it both stay."""
        if self._is_replaced() or self.is_broken:
            return
        self.catch_up(connection)
        assert self.current is not None  # noqa: S101  it has caught up
        with suppress(WriteError):
            self.write(self.current)

    @contextmanager
    def rewriting(self) -> Iterator[bool]:
        """The right to break the seal and to seal the file anew, for one process at a time; False when another has it.

        The system takes it from a process that was killed.
        """
        lock = FileLock(self.path.with_name(f"{self._database.name}.rewriting"), timeout=0, mode=0o600)
        try:
            lock.acquire()
        except Timeout:
            yield False
            return
        try:
            yield True
        finally:
            lock.release()

    def break_(self) -> None:
        """From now on the file is examined whole when it is opened, until `take`. Raises WriteError."""
        self.current = None
        write_atomically(self.path, _REWRITING.encode("ascii"), mode=0o600)

    def take(self, connection: Connection) -> None:
        """Seals the file as it is. Raises WriteError."""
        self.know(connection, None)
        assert self.current is not None  # noqa: S101  it is known by now
        self.write(self.current)

    def _words(self) -> list[str]:
        try:
            return self.path.read_text(encoding="ascii").split()
        except (OSError, ValueError):
            return []

    def _is_replaced(self) -> bool:
        return self._file is not None and _identity(self._database) != self._file


def _identity(path: Path) -> tuple[int, int] | None:
    """What tells a file from another one that is put in its place."""
    try:
        known = path.stat()
    except OSError:
        return None
    return known.st_dev, known.st_ino


def _own(digests: tuple[str, ...] | list[str]) -> str:
    return hashlib.sha256("\n".join(digests).encode("ascii")).hexdigest()[:16]


def digest_of_file(path: Path) -> str | None:
    """The digest of a database at rest; None while a journal lies beside it. Raises OSError."""
    journal = path.with_name(f"{path.name}-wal")
    if journal.exists() and journal.stat().st_size:
        return None
    digest = hashlib.sha256()
    with path.open("rb") as file:
        digest.update(_lasting(file.read(_CHUNK)))
        while data := file.read(_CHUNK):
            digest.update(data)
    return digest.hexdigest()


def _lasting(beginning: bytes) -> bytes:
    """The first page without what SQLite writes there by itself: the kind of journal, the counter of commits, the
    version of the program that wrote last.
    """
    return b"".join((beginning[:18], beginning[20:24], beginning[28:92], beginning[100:]))


def digest_of_view(connection: sqlite3.Connection) -> str:
    """The digest of the database as this connection sees it: with its journal, and with what is not committed yet.

    The bytes are those of the file when it is at rest. Raises sqlite3.Error or MemoryError for a damaged one.
    """
    data = connection.serialize()
    digest = hashlib.sha256(_lasting(data[:_CHUNK]))
    digest.update(memoryview(data)[_CHUNK:])
    return digest.hexdigest()


def _changes(connection: sqlite3.Connection) -> int:
    """A number that changes when another connection has committed."""
    return int(connection.execute("PRAGMA data_version").fetchone()[0])


def raw(connection: Connection) -> sqlite3.Connection:
    """The connection of the driver."""
    found = connection.connection.dbapi_connection
    assert isinstance(found, sqlite3.Connection)  # noqa: S101  only files of SQLite are sealed
    return found
