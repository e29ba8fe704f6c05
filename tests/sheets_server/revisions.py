"""Earlier revisions of spreadsheets, for reads that come from a copy which has not caught up yet."""

from collections import deque
from dataclasses import dataclass, field

from tests.sheets_server.model import Spreadsheet
from tests.sheets_server.plain import Json
from tests.sheets_server.world import World

_KEPT = 8


@dataclass
class Revisions:
    """The last few states of every spreadsheet, with the record of its file; the world's lock is held by who asks."""

    _kept: dict[str, deque[tuple[Spreadsheet, Json]]] = field(default_factory=dict)

    def copy(self) -> "Revisions":
        """The same, to be put back later."""
        return Revisions({book_id: kept.copy() for book_id, kept in self._kept.items()})

    def note(self, world: World) -> None:
        """Remembers every spreadsheet that has changed since the last look."""
        for book_id, book in world.books.items():
            kept = self._kept.setdefault(book_id, deque(maxlen=_KEPT))
            if not kept or kept[-1][0] is not book:
                kept.append((book, world.files[book_id]))

    def older(self, world: World) -> dict[str, tuple[Spreadsheet, Json]]:
        """The spreadsheets as they were one revision ago; those of one revision as they are."""
        self.note(world)
        kept = {book_id: found for book_id, found in self._kept.items() if book_id in world.books}
        return {book_id: found[-2] if len(found) > 1 else found[-1] for book_id, found in kept.items()}
