"""A sealed file of a history: settled when it is closed, written anew, its seal mended."""

from contextlib import suppress

from sqlalchemy import Engine
from sqlalchemy.exc import DatabaseError

from sync.state.database import Database
from sync.state.examining import examine
from sync.state.seal import Seal, raw
from sync.steps import step


def settle(engine: Engine, seal: Seal) -> None:
    """One digest stays in the seal; both do when somebody else is writing, or the file can't be asked any more."""
    with suppress(DatabaseError), engine.connect() as connection, connection.begin():
        seal.settle(connection)


def write_anew(engine: Engine, seal: Seal) -> bool:
    """Pages of what was taken out go, and the journal with them; False while somebody else has the file open.

    Meanwhile the seal is broken: should the machine stop, the file is examined whole when it is opened.
    """
    with seal.rewriting() as alone:
        if not alone:
            return False
        with engine.begin():
            seal.break_()
        try:
            with engine.connect() as connection:
                driver = raw(connection)
                with step("state.rewrite", seal.path.stem):
                    driver.execute("VACUUM")
                with step("state.checkpoint", seal.path.stem):
                    busy, *_ = driver.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        finally:
            with engine.begin() as connection:
                seal.take(connection)
    return not busy


def mend(database: Database, seal: Seal) -> None:
    """A seal that was left broken is made anew, unless the one who broke it is still at work."""
    with seal.rewriting() as alone:
        if alone and seal.is_broken:
            with database.asking() as connection:
                examine(connection, database.name)
                seal.take(connection)
