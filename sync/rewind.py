"""The office as the service had accepted it by the end of a day, looked at anew from the readings that it kept."""

from collections.abc import Sequence
from datetime import date

from config.imports import name_of_key
from reports.facts import Facts
from sync.backends.base import FileRead
from sync.before import Before
from sync.desk import Desk
from sync.pipeline import survey
from sync.sheets import Look
from sync.state.codec import digest_of
from sync.state.store import Store
from validators.grid import Grid


def facts_at(desk: Desk, store: Store, day: date) -> Facts | None:
    """What a look at the office on that day would have given; None before the first update.

    The readings, the answers and the past are those of then; the settings and the rules are those of now.
    """
    known = store.known_on(day)
    if known is None:
        return None
    remembered = store.before(day)
    before = Before(issued=remembered.issued, answers=known.answers, parts=remembered.parts, past=remembered.past)
    look = Look(desk.settings, day, before, store.grids, digest_of)
    own = [grid for key, digest in known.digests.items() if name_of_key(key) is None for grid in store.grids(digest)]
    far = [
        grid for key, digest in known.digests.items() if name_of_key(key) is not None for grid in store.grids(digest)
    ]
    return survey(_files(own), look, _files(far)).facts


def _files(grids: Sequence[Grid]) -> tuple[FileRead, ...]:
    by_file: dict[str, list[Grid]] = {}
    for grid in grids:
        by_file.setdefault(grid.file, []).append(grid)
    return tuple(FileRead(name, "", tuple(some)) for name, some in sorted(by_file.items()))
