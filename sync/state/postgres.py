"""The history in PostgreSQL, for an office that has outgrown a file: opened, locked for its one writer."""

from sqlalchemy import Connection, Engine, create_engine, make_url
from sqlalchemy.exc import NoSuchModuleError
from sqlalchemy.pool import StaticPool

from config.errors import BusyError, SettingsError
from sync.state.address import Server
from sync.state.database import Database, told
from sync.state.migrations import check_present, migrate, version_of
from sync.state.sqlite import empty_history

NAME = "PostgreSQL"
_LOCK = 0x52504F
"""The number of our advisory lock: «RPO»."""
_SESSION = (
    "SET lock_timeout = '5s'",
    "SET idle_in_transaction_session_timeout = '10min'",
    "SET tcp_keepalives_idle = 10",
    "SET tcp_keepalives_interval = 5",
    "SET tcp_keepalives_count = 3",
)
"""A machine that lost its power gives the lock back within half a minute."""


def open_postgres(server: Server, *, read_only: bool) -> Database:
    """The history of that database, of the present schema. Raises StateError, SettingsError, BusyError.

    Whoever opens it to write holds its lock until it is closed, on whatever machine he is.
    """
    engine = _engine(server)
    database = Database(engine, NAME, read_only=read_only)
    try:
        with told(NAME):
            if read_only:
                return _to_read(database)
            _take_the_lock(engine)
            migrate(database)
            return database
    except BaseException:
        engine.dispose()
        raise


def _engine(server: Server) -> Engine:
    try:
        return create_engine(
            make_url(server.url),
            connect_args={"connect_timeout": 10} | ({"password": server.password} if server.password else {}),
            isolation_level="REPEATABLE READ",
            poolclass=StaticPool,
            hide_parameters=True,
        )
    except (ImportError, NoSuchModuleError) as error:
        raise SettingsError(
            "Для истории в PostgreSQL не установлен его драйвер.", advice="Установите: pip install 'rpo[postgres]'."
        ) from error


def _to_read(database: Database) -> Database:
    with database.asking() as connection:
        is_empty = version_of(connection) == 0
        if not is_empty:
            check_present(connection)
    if is_empty:
        database.close()
        return empty_history(NAME)
    return database


def _take_the_lock(engine: Engine) -> None:
    with engine.connect() as connection:
        _prepare(connection)
        query = "SELECT pg_try_advisory_lock(%s, hashtext(current_schema()))"
        is_ours = bool(connection.exec_driver_sql(query, (_LOCK,)).scalar_one())
        connection.commit()
    if not is_ours:
        raise BusyError(
            "Историю этого офиса сейчас ведёт другой запуск, может быть, на другой машине.",
            advice="Дождитесь его конца и повторите команду.",
        )


def _prepare(connection: Connection) -> None:
    for setting in _SESSION:
        connection.exec_driver_sql(setting)
