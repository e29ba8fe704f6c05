"""Tickets for Google's calls given by a database of PostgreSQL to all programs, on whatever machines."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from threading import Lock
from typing import Any

from sqlalchemy import event
from sqlalchemy.exc import DBAPIError

from sync.google.failures import NO_QUEUE, GoogleError
from sync.google.tickets import Line
from sync.state.address import Server
from sync.state.postgres import engine_of
from sync.state.quota_rows import book_in, make_quota_table

_PATIENCE = "SET lock_timeout = '30s'; SET idle_in_transaction_session_timeout = '10s'"
"""Of one connection: a program that stands still while it takes a ticket makes the others wait ten seconds at most."""


class ServerQuota:
    """The queues of all programs that name the same database; for all threads of this one. It connects when asked."""

    def __init__(self, server: Server | str) -> None:
        """Raises SettingsError when the driver is not installed or the password can't be read."""
        known = Server(server) if isinstance(server, str) else server
        self._engine = engine_of(known, "READ COMMITTED", checked=True)
        event.listen(self._engine, "connect", _prepare)
        self._lock, self._is_made = Lock(), False

    def book(self, lines: Sequence[Line], now: float) -> float:  # noqa: ARG002  the clock is the server's
        """One short transaction; the turn is waited for without asking again. Raises GoogleError."""
        with self._lock, _told(), self._engine.begin() as connection:
            if not self._is_made:
                make_quota_table(connection)
            turn = book_in(connection, lines)
        self._is_made = True
        return turn

    def close(self) -> None:
        """Lets the connection go."""
        self._engine.dispose()


def _prepare(connection: Any, _record: object) -> None:  # Any: a connection of the driver
    connection.execute(_PATIENCE)
    connection.commit()


@contextmanager
def _told() -> Iterator[None]:
    try:
        yield
    except DBAPIError as error:
        raise GoogleError(NO_QUEUE) from error
