"""How rows of the history are closed: the one change that they know."""

from typing import Any

from sqlalchemy import Connection, Table

from sync.state.database import marked

Rows = list[tuple[Any, ...]]  # Any: what a column holds


def renew(connection: Connection, run: int, table: Table, key: tuple[str, ...], gone: Rows) -> None:
    """Closes the rows with these keys that still hold: the run says when."""
    change(connection, table, ("gone_run",), key, [(run, *one) for one in gone], where="gone_run IS NULL")


def change(
    connection: Connection, table: Table, put: tuple[str, ...], key: tuple[str, ...], rows: Rows, where: str = "1 = 1"
) -> None:
    """Changes rows: the columns `put` get the first values of each tuple, the columns `key` say where."""
    if rows:
        values = ", ".join(f"{name} = ?" for name in put)
        places = " AND ".join(f"{name} = ?" for name in key)
        statement = f"UPDATE {table.name} SET {values} WHERE {places} AND {where}"  # noqa: S608  own names
        connection.exec_driver_sql(marked(connection, statement), rows)
