"""The history in PostgreSQL, for an office that has outgrown a file: opened, locked for its one writer."""

from functools import partial

from sqlalchemy import Connection, Engine, create_engine, make_url
from sqlalchemy.engine.interfaces import IsolationLevel
from sqlalchemy.exc import NoSuchModuleError, OperationalError
from sqlalchemy.pool import StaticPool

from config.errors import BusyError, SettingsError
from sync.state.address import Server
from sync.state.database import Database, told
from sync.state.metadata import METADATA
from sync.state.migrations import MIGRATIONS, check_present, migrate, version_of
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


def open_postgres(server: Server, *, read_only: bool, beside: bool = False) -> Database:
    """The history of that database, of the present schema. Raises StateError, SettingsError, BusyError.

    Whoever opens it to write holds its lock until it is closed, on whatever machine he is; `beside` a writer one may
    write what he does not touch.
    """
    engine = engine_of(server)
    database = Database(engine, NAME, read_only=read_only)
    try:
        with told(NAME):
            if read_only:
                return _to_read(database)
            if beside and _is_present(database):
                return database
            _take_the_lock(engine)
            migrate(database)
            database.write_anew = partial(_write_anew, engine)
            return database
    except BaseException:
        engine.dispose()
        raise


def engine_of(server: Server, isolation: IsolationLevel = "REPEATABLE READ", *, checked: bool = False) -> Engine:
    """One connection to a server, made when it is needed; `checked` — made anew when it was lost meanwhile.

    Raises SettingsError when the driver is not installed or the password can't be read.
    """
    try:
        return create_engine(
            make_url(server.url),
            connect_args={"connect_timeout": 10} | ({"password": server.password} if server.password else {}),
            isolation_level=isolation,
            poolclass=StaticPool,
            pool_pre_ping=checked,
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


def _write_anew(engine: Engine) -> bool:
    """Pages of what was taken out go; the server's own journal is its administrator's. False when somebody reads."""
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        try:
            for table in METADATA.sorted_tables:
                connection.exec_driver_sql(f"VACUUM (FULL) {table.name}")
        except OperationalError:
            return False
    return True


def _is_present(database: Database) -> bool:
    with database.asking() as connection:
        return version_of(connection) == len(MIGRATIONS)


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
