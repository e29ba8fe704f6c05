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

from sqlalchemy import Connection

from config.errors import WriteError
from sync.files import remove_file, write_atomically

_CHUNK = 1 << 20


class Seal:
    """The seal of one file; of several programs that write it, each leaves it true.

    `current` is the digest of what the file holds, None when this process can't know that.
    """

    def __init__(self, database: Path) -> None:
        """The file of the seal lies beside the database and need not be there."""
        self._database = database
        self.path = database.with_name(f"{database.name}.seal")
        self.current: str | None = None
        self._seen = -1

    def read(self) -> tuple[str, ...]:
        """The digests one of which must be true; none when there is no seal, or it is damaged itself."""
        try:
            *digests, own = self.path.read_text(encoding="ascii").split()
        except (OSError, ValueError):
            return ()
        return tuple(digests) if own == _own(digests) else ()

    def write(self, *digests: str) -> None:
        """Puts these digests into the seal. Raises WriteError."""
        if self.read() != digests:
            write_atomically(self.path, "\n".join((*digests, _own(digests), "")).encode("ascii"), mode=0o600)

    def know(self, connection: Connection, digest: str | None) -> None:
        """Notes what the file holds as the connection sees it; `digest` is what it held a moment ago, if that is known.

        The connection keeps others from writing.
        """
        known = digest is not None and self.read() == (digest,)
        self.current = digest if known else digest_of_view(raw(connection))
        self._seen = _changes(raw(connection))

    @contextmanager
    def over(self, connection: Connection) -> Iterator[None]:
        """Around a commit: both digests, the one before and the one after, are in the seal when it is done."""
        after = digest_of_view(raw(connection))
        before = self.current if self._seen == _changes(raw(connection)) else None
        if after != before:
            self.write(*dict.fromkeys((*(self.read() if before is None else (before,)), after)))
        self.current = None  # an interruption may come before the commit or after it
        yield
        self.current, self._seen = after, _changes(raw(connection))

    def settle(self, connection: Connection) -> None:
        """Leaves the one true digest in the seal, when the file is closed; without room for it both stay.

        The transaction keeps others from writing; whoever has written since leaves his own digest.
        """
        if self.current is not None and self._seen == _changes(raw(connection)):
            with suppress(WriteError):
                self.write(self.current)

    def break_(self) -> None:
        """Takes the seal away: what stands in the file next is examined whole, unless `take` comes before."""
        self.current = None
        remove_file(self.path)

    def take(self, connection: sqlite3.Connection) -> None:
        """Seals the file as it is. Raises WriteError."""
        self.current, self._seen = digest_of_view(connection), _changes(connection)
        self.write(self.current)


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
