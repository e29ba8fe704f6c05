"""An open history as a thing that is asked and written to, a transaction at a time, by whoever still may write."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from types import TracebackType
from typing import ClassVar, Self

from sqlalchemy import Connection

from sync.state.address import Place
from sync.state.database import Database, nothing_first
from sync.state.lease_rows import check_token
from sync.state.opening import open_database


class Opened:
    """The open history. Every method raises StateError when the file is damaged, busy or out of room."""

    beside: ClassVar[bool] = False
    """What is written here does not touch what an update writes, and waits for none."""

    def __init__(self, database: Database) -> None:
        """Use `open`."""
        self._database = database

    @classmethod
    def open(cls, place: Place | str, *, read_only: bool = False) -> Self:
        """The history in a file, at a `sqlite:///` address or on a server of PostgreSQL.

        A missing one is made, or taken as empty when only read. Raises StateError when it can't be opened or is written
        by a newer program, DamagedStateError when it is not what the program left, BusyError when a server says that
        somebody else writes it, SettingsError for a password that can't be read.
        """
        return cls(open_database(place, read_only=read_only, beside=cls.beside))

    def __enter__(self) -> Self:
        """Gives itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Closes the file."""
        self.close()

    def close(self) -> None:
        """Closes the file."""
        self._database.close()

    def fence(self, token: int | None) -> None:
        """From now on every write is refused, with LeaseLostError, when another machine has got a higher token."""
        self._database.first = nothing_first if token is None else partial(check_token, token=token)

    @contextmanager
    def asking(self) -> Iterator[Connection]:
        """A look at the tables themselves, all of one moment."""
        with self._database.asking() as connection:
            yield connection

    @contextmanager
    def changing(self, what: str) -> Iterator[Connection]:
        """A change of the tables themselves, all or nothing; `what` names the step. Raises LeaseLostError."""
        with self._database.changing(what) as connection:
            yield connection
