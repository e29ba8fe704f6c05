"""A history opened wherever it is kept."""

from sync.state.address import Place, Server, place_of
from sync.state.database import Database
from sync.state.postgres import open_postgres
from sync.state.sqlite import open_sqlite


def open_database(place: Place | str, *, read_only: bool, beside: bool = False) -> Database:
    """The history at a place, checked and of the present schema. Raises StateError, SettingsError, BusyError.

    `beside` — what will be written does not touch what an update writes: a server does not ask for its lock.
    """
    known = place_of(place)
    match known:
        case Server():
            return open_postgres(known, read_only=read_only, beside=beside)
        case _:
            return open_sqlite(known, read_only=read_only)
