"""The open history as a database: asked, changed a transaction at a time, and how its troubles are told."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, Engine, Table
from sqlalchemy.exc import DatabaseError, OperationalError

from config.errors import DamagedStateError, StateError
from sync.state.server_words import server_trouble
from sync.steps import step

RESTORE = (
    "Ничего не записано, последние отчёты остались. Верните последнюю исправную копию: rpo restore-state; сам файл не "
    "удаляйте и не правьте: он понадобится для разбора."
)

Around = Callable[[Connection], AbstractContextManager[None]]
First = Callable[[Connection], None]


def nothing_first(_connection: Connection) -> None:
    """No condition: whoever has opened the history may write."""


def _nothing_around(_connection: Connection) -> AbstractContextManager[None]:
    return nullcontext()


@dataclass
class Database:
    """An open history; `name` is for people.

    `begun` and `first` are done at the beginning of every change and may refuse it, `around` around every commit,
    `at_the_end` before it is closed, `closed` after that.

    `write_anew` leaves no byte of what was taken out; False when somebody else holds the history open.
    """

    engine: Engine
    name: str
    read_only: bool = False
    begun: First = nothing_first
    first: First = nothing_first
    around: Around = _nothing_around
    write_anew: Callable[[], bool] = field(default=lambda: True)
    at_the_end: Callable[[], None] = field(default=lambda: None)
    closed: Callable[[], None] = field(default=lambda: None)

    @contextmanager
    def asking(self) -> Iterator[Connection]:
        """One look: everything that is asked in the block is of one moment. Raises StateError."""
        with told(self.name), self.engine.begin() as connection:
            yield connection

    @contextmanager
    def changing(self, what: str) -> Iterator[Connection]:
        """One change: all of it is kept when the block ends, or nothing. `what` names the step. Raises StateError."""
        if self.read_only:
            raise StateError("История открыта только для чтения.", advice="Это ошибка программы, сообщите о ней.")
        with told(self.name), self.engine.connect() as connection, connection.begin() as work:
            self.begun(connection)
            self.first(connection)
            yield connection
            with self.around(connection), step("state.commit", what):
                work.commit()

    def close(self) -> None:
        """Lets the database go. Raises StateError."""
        with told(self.name):
            try:
                self.at_the_end()
            finally:
                self.engine.dispose()
                self.closed()


@contextmanager
def told(name: str) -> Iterator[None]:
    """Turns the database's errors into StateError with what to do."""
    try:
        yield
    except DatabaseError as error:
        if not isinstance(error.orig, sqlite3.Error):
            raise server_trouble(error) from error
        if not isinstance(error, OperationalError):
            raise damaged(name) from error
        raise _operational(name, str(error.orig)) from error
    except (sqlite3.DatabaseError, UnicodeDecodeError) as error:  # the words of an error may be damaged, too
        raise damaged(name) from error
    except OSError as error:
        raise StateError(
            f"Файл истории «{name}» недоступен.", advice="Проверьте права на папку истории и место на диске."
        ) from error


def damaged(name: str, words: str = "повреждён") -> DamagedStateError:
    """What is said of a history that can't be trusted."""
    return DamagedStateError(f"Файл истории «{name}» {words}.", advice=RESTORE)


def insert(connection: Connection, table: Table, rows: list[tuple[Any, ...]]) -> None:  # Any: what a column holds
    """Appends rows given in the order of the table's columns, many at once."""
    if rows:
        names = ", ".join(f'"{column.name}"' for column in table.columns)
        places = ", ".join("?" for _ in table.columns)
        statement = f"INSERT INTO {table.name} ({names}) VALUES ({places})"  # noqa: S608  own names
        connection.exec_driver_sql(marked(connection, statement), rows)


def marked(connection: Connection, statement: str) -> str:
    """Our own SQL with the marks of values that the database's driver takes."""
    return statement if connection.dialect.paramstyle == "qmark" else statement.replace("?", "%s")


def _operational(name: str, words: str) -> StateError:
    if "locked" in words or "busy" in words:
        return StateError(f"Файл истории «{name}» занят другой программой.", advice="Закройте её и повторите команду.")
    if "full" in words:
        return StateError(
            "На диске нет места для истории.",
            advice="Освободите место на диске и повторите команду: записанное раньше цело.",
        )
    if "malformed" in words or "not a database" in words:
        return damaged(name)
    if "disk I/O" in words:
        return StateError(
            f"Диск с файлом истории «{name}» отказал при чтении или записи.",
            advice="Проверьте место на диске и сам диск, затем повторите команду: записанное раньше цело.",
        )
    return StateError(
        f"Файл истории «{name}» не открывается.", advice="Проверьте права на папку истории и место на диске."
    )
