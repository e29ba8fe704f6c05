"""A private PostgreSQL for tests: a cluster of its own in a folder, on a socket, gone when the tests are over."""

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

from sqlalchemy import create_engine, text

from sync.state.address import Server

_SAFE_ENOUGH = (
    "fsync=off",
    "full_page_writes=off",
    "synchronous_commit=off",
    "listen_addresses=",
    "max_connections=20",
)


@dataclass
class Cluster:
    """A running server. Every history gets a schema of its own."""

    folder: Path
    numbers: Iterator[int] = field(default_factory=count)

    def url(self, schema: str = "public") -> str:
        """The address of a schema."""
        return f"postgresql+psycopg://rpo@/postgres?host={self.folder}&options=-csearch_path%3D{schema}"

    def server(self) -> Server:
        """An empty place for a history."""
        name = f"office_{next(self.numbers)}"
        engine = create_engine(self.url(), isolation_level="AUTOCOMMIT")
        with engine.connect() as connection:
            connection.execute(text(f"CREATE SCHEMA {name}"))
        engine.dispose()
        return Server(self.url(name))


def binaries() -> Path | None:
    """Where the programs of PostgreSQL are on this machine; None when they are not."""
    found = shutil.which("initdb")
    if found is not None:
        return Path(found).parent
    return next((path.parent for path in sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), reverse=True)), None)


@contextmanager
def running(programs: Path) -> Iterator[Cluster]:
    """A cluster while the block lasts. It never runs as root, whoever runs the tests."""
    user, group = _owner()
    with tempfile.TemporaryDirectory(prefix="rpo-pg-", dir="/tmp") as name:
        folder = Path(name)
        os.chown(folder, user, group)
        data = folder / "data"

        def do(program: str, *words: str) -> None:
            command = [str(programs / program), "-D", str(data), *words]
            others: list[int] | None = [] if os.getuid() == 0 else None
            subprocess.run(
                command,
                check=True,
                stdout=subprocess.DEVNULL,
                timeout=120,
                cwd=folder,
                user=user,
                group=group,
                extra_groups=others,
            )

        do("initdb", "--username=rpo", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync")
        settings = " ".join(f"-c {one}" for one in (*_SAFE_ENOUGH, f"unix_socket_directories={folder}"))
        do("pg_ctl", "--wait", f"--log={folder / 'log'}", "-o", settings, "start")
        try:
            yield Cluster(folder)
        finally:
            do("pg_ctl", "--wait", "--mode=immediate", "stop")


def _owner() -> tuple[int, int]:
    """Who runs the server: whoever runs the tests, and somebody else in place of root."""
    if os.getuid() != 0:
        return os.getuid(), os.getgid()
    names = {one.pw_name: one for one in pwd.getpwall()}
    found = names.get("postgres") or names["nobody"]
    return found.pw_uid, found.pw_gid
