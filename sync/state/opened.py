"""An open history as a thing that is asked and written to, a transaction at a time, by whoever still may write."""

from collections.abc import Iterator
from contextlib import contextmanager
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, Engine

from sync.state.database import told
from sync.state.lease_rows import check_token


class Opened:
    """The open history. Every method raises StateError when the file is damaged, busy or out of room."""

    def __init__(self, engine: Engine, name: str) -> None:
        """Use `Store.open`."""
        self._engine = engine
        self._name = name
        self._token: int | None = None

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
        self._engine.dispose()

    def fence(self, token: int | None) -> None:
        """From now on every write is refused, with LeaseLostError, when another machine has got a higher token."""
        self._token = token

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """One transaction that only asks."""
        with told(self._name), self._engine.begin() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """One transaction that writes: all of it or nothing. Raises LeaseLostError before anything is written."""
        with told(self._name), self._engine.begin() as connection:
            check_token(connection, self._token)
            yield connection
