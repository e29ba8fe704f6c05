"""The whole check of a history: pages, references, the chains of rows and tombstones, the digests of contents."""

from sqlalchemy import Connection

from sync.state.contents import check_contents
from sync.state.database import damaged
from sync.state.purges import purges
from sync.state.rows import check_chain, registers_with_rows


def examine(connection: Connection, name: str) -> None:
    """Raises DamagedStateError when anything in the history is not as it was written. The slow one: every night."""
    check_pages(connection, name)
    for register in sorted(registers_with_rows(connection)):
        check_chain(connection, register)
    purges(connection)
    check_contents(connection)


def check_pages(connection: Connection, name: str) -> None:
    """The same for what SQLite can tell by itself; a server looks after its own files."""
    if connection.dialect.name != "sqlite":
        return
    if connection.exec_driver_sql("PRAGMA integrity_check(1)").scalar_one() != "ok":
        raise damaged(name)
    if connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
        raise damaged(name)
