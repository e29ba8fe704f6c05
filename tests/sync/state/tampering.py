"""Somebody changes the file of a history past the program, and puts a seal on it that fits."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from sync.state.seal import Seal, digest_of_view


@contextmanager
def tampered(path: Path) -> Iterator[sqlite3.Connection]:
    """The file is open while the block lasts; then it is sealed anew, so that only what is inside can tell."""
    with closing(sqlite3.connect(path)) as connection:
        yield connection
        connection.commit()
        Seal(path).write(digest_of_view(connection))
