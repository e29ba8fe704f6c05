"""The queue in PostgreSQL: where it is, its tables, and how its troubles are told.

The tables are those of Procrastinate, in a schema of ours that is named after its version. The queue holds nothing but
work that a look at an office finds anew, so another version begins with an empty one.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.metadata import version
from pathlib import Path
from typing import Any

import psycopg
from procrastinate import PsycopgConnector
from procrastinate.exceptions import ConnectorException
from procrastinate.schema import SchemaManager
from psycopg.conninfo import conninfo_to_dict

from config.errors import OfficeError, UsageError
from sync.state.address import Server

SCHEMA = "rpo_queue_" + "_".join(version("procrastinate").split(".")[:2])
_ADDRESS = re.compile(r"postgresql(\+psycopg)?://")
_PASSWORD = re.compile(r"postgresql[^/]*://[^/@]*:[^/]*@|[?&]password=")
_LOCK = 0x52504F57
"""The number of the advisory lock under which the tables are made: «RPOW»."""
_CONNECTIONS = 3
"""One listens for new work, one fetches and ends it, one sweeps."""


class QueueError(OfficeError):
    """База очереди работ недоступна."""

    def __init__(self) -> None:
        """The sentence is that of the class."""
        super().__init__(
            advice="Проверьте адрес в --database, пароль, права на базу и сеть. Работы не потеряны: они найдутся снова."
        )


def server_of(address: str, password_file: str | None) -> Server:
    """The server of the queue. Raises UsageError for what is no address, and for a password in it: others see it."""
    if _ADDRESS.match(address) is None:
        raise UsageError("--database — не адрес PostgreSQL.", advice="Образец: postgresql://rpo@сервер/rpo.")
    if _PASSWORD.search(address) is not None:
        raise UsageError(
            "В адресе базы стоит пароль.", advice="Уберите его: пароль читается из --password-file или PGPASSWORD."
        )
    return Server(_ADDRESS.sub("postgresql+psycopg://", address), Path(password_file) if password_file else None)


def parameters(server: Server) -> dict[str, Any]:  # Any: what psycopg takes
    """How psycopg connects to the schema of the queue. Raises SettingsError for a password that can't be read."""
    given = dict(conninfo_to_dict(_ADDRESS.sub("postgresql://", server.url)))
    options = f"{given.pop('options', None) or ''} -c search_path={SCHEMA}".strip()
    password = {"password": server.password} if server.password else {}
    return {"connect_timeout": 10, **given, **password, "options": options}


def prepare(server: Server) -> None:
    """Makes the tables of the queue when they are not there. Raises QueueError."""
    with told(), psycopg.connect(**parameters(server)) as connection:
        connection.execute("SELECT pg_advisory_xact_lock(%s)", (_LOCK,))
        connection.execute(f"CREATE SCHEMA IF NOT EXISTS {SCHEMA}".encode())
        found = connection.execute("SELECT to_regclass(%s)", (f"{SCHEMA}.procrastinate_jobs",)).fetchone()
        if found is None or found[0] is None:
            connection.execute(SchemaManager.get_schema())


def connector_of(server: Server) -> PsycopgConnector:
    """What Procrastinate connects by."""
    return PsycopgConnector(kwargs=parameters(server), min_size=1, max_size=_CONNECTIONS)


@contextmanager
def told() -> Iterator[None]:
    """Turns the errors of the queue's database into QueueError."""
    try:
        yield
    except (psycopg.Error, ConnectorException) as error:
        raise QueueError from error
