"""SQLite as every open history speaks it: statements compiled for one are known to the next.

SQLAlchemy keeps compiled statements by engine, and by the identity of its dialect. An update opens its history anew and
would spend more time on compiling the same forty questions than on asking them.
"""

from typing import Any

from sqlalchemy.dialects import registry
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite

COMPILED: dict[Any, Any] = {}  # Any: SQLAlchemy's own; as many as the program has statements
"""Statements compiled in this process."""
ADDRESS = "sqlite+rpo://"


class Dialect(SQLiteDialect_pysqlite):
    """The same for all files: one may run what was compiled for another."""

    supports_statement_cache = True

    def __eq__(self, other: object) -> bool:
        """Any two are alike."""
        return isinstance(other, Dialect)

    def __hash__(self) -> int:
        """Any two are alike."""
        return hash(Dialect)


registry.register("sqlite.rpo", __name__, "Dialect")
