"""The history as one who destroys data sees it: the cells of all versions, tombstones, one erasure, no trace left."""

from collections.abc import Iterator, Mapping

from sqlalchemy import select

from config.columns import Raw
from sync.state.codec import read_json
from sync.state.database import told
from sync.state.erasing import Erasure, erase
from sync.state.purges import Purge, purges
from sync.state.store import Store
from sync.state.tables import ROW_VERSIONS


class PurgeStore(Store):
    """The open history with its tombstones. Raises StateError as `Store` does."""

    def cells_of(self, register: str) -> Iterator[tuple[str, Mapping[str, Raw]]]:
        """(id, cells) of every version of every row of a register."""
        query = select(ROW_VERSIONS.c.id, ROW_VERSIONS.c.cells).where(ROW_VERSIONS.c.register == register)
        with self._database.asking() as connection:
            rows = connection.execute(query.order_by(ROW_VERSIONS.c.number)).all()
        return ((row.id, read_json(row.cells)) for row in rows)

    def purges(self) -> tuple[Purge, ...]:
        """All tombstones. Raises StateError also when one of them was changed or taken out."""
        with self._database.asking() as connection:
            return purges(connection)

    def erase(self, erasure: Erasure) -> Purge:
        """Destroys, all or nothing, and gives the tombstone."""
        with self._database.changing("erase") as connection:
            return erase(connection, erasure)

    def leave_no_trace(self) -> bool:
        """Writes the history anew, so that no byte of what was taken out is left in its files.

        False when another program holds it open: then old bytes stay until it is closed.
        """
        with told(self._database.name):
            return self._database.write_anew()
