"""Programs that share a quota in a database whose clock only a test moves."""

from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass

from sqlalchemy import Engine, create_engine, text

from sync.google.server_quota import ServerQuota
from sync.google.tickets import Line
from tests.sync.state.servers import Cluster

_CLOCK = """
CREATE TABLE time AS SELECT 1000.0::float8 AS at;
CREATE FUNCTION clock_timestamp() RETURNS timestamptz LANGUAGE sql VOLATILE AS 'SELECT to_timestamp(at) FROM time'
"""


@dataclass
class InTime:
    """The quota, asked at the moment of the caller's clock."""

    admin: Engine
    quota: ServerQuota

    def book(self, lines: Sequence[Line], now: float) -> float:
        """The server's clock says what the caller's does."""
        with self.admin.begin() as connection:
            connection.execute(text("UPDATE time SET at = :now"), {"now": now})
        return self.quota.book(lines, now)

    def forget(self) -> None:
        """Nobody has asked yet."""
        with self.admin.begin() as connection:
            connection.execute(text("DELETE FROM google_calls"))


@contextmanager
def in_time(cluster: Cluster) -> Iterator[InTime]:
    """A new quota in a schema whose own clock is found before the real one."""
    url = f"{cluster.server().url}%2Cpg_catalog"
    admin = create_engine(url)
    try:
        with admin.begin() as connection:
            connection.exec_driver_sql(_CLOCK)
        with closing(ServerQuota(url)) as quota:
            yield InTime(admin, quota)
    finally:
        admin.dispose()
