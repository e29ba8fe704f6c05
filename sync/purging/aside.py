"""Tombstones kept beside the history: a copy of it that is older than a purge brings the person back, and must be told.

The file `purged.json` holds what stands in the tombstones anyway: register, code, moment. Nobody's data are in it.
"""

import json
from collections.abc import Iterable
from datetime import date, datetime
from typing import NamedTuple

from config.errors import StateError
from sync.desk import Desk
from sync.files import write_atomically
from sync.state.purge_store import PurgeStore
from sync.state.purges import Purge

FILE = "purged.json"


class Destroyed(NamedTuple):
    """Whose data were destroyed, and when."""

    register: str
    code: str
    moment: str

    @property
    def day(self) -> date:
        """The day of it."""
        return datetime.fromisoformat(self.moment).date()


def keep_aside(desk: Desk, purges: Iterable[Purge]) -> None:
    """Notes beside the history what its tombstones say. Raises WriteError."""
    known = kept_aside(desk)
    more = {Destroyed(one.register, one.code, one.moment.isoformat()) for one in purges} - set(known)
    if more:
        rows = [one._asdict() for one in (*known, *sorted(more))]
        write_atomically(desk.state.parent / FILE, json.dumps(rows, ensure_ascii=False, indent=1).encode(), mode=0o600)


def kept_aside(desk: Desk) -> tuple[Destroyed, ...]:
    """What is noted beside the history; nothing when the file is not there or can't be read."""
    try:
        rows = json.loads((desk.state.parent / FILE).read_text(encoding="utf-8"))
        return tuple(Destroyed(str(row["register"]), str(row["code"]), str(row["moment"])) for row in rows)
    except (OSError, ValueError, KeyError, TypeError):
        return ()


def keep_present(desk: Desk) -> None:
    """Notes what the present history says, before another one takes its place; a damaged one says nothing."""
    try:
        with PurgeStore.open(desk.history, read_only=True) as store:
            found = store.purges()
    except StateError:
        return
    keep_aside(desk, found)


def came_back(desk: Desk) -> tuple[Destroyed, ...]:
    """Those who were destroyed and of whom the history knows no tombstone: it is older. Raises StateError."""
    noted = kept_aside(desk)
    if not noted:
        return ()
    with PurgeStore.open(desk.history, read_only=True) as store:
        known = {(one.register, one.code) for one in store.purges()}
    last = {(one.register, one.code): one for one in noted}
    return tuple(one for key, one in last.items() if key not in known)
