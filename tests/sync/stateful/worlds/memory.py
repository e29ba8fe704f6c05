"""An office whose registers and reports lie in memory; its history is a real file."""

import errno
import hashlib
import os
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from config.settings import Settings
from sync.backends.base import Backend, FileRead, Progress, UnreachableError, unheard
from sync.backends.memory import MemoryBackend
from sync.shelves.shelves import Shelves
from tests.sync.google.virtual import VirtualTime
from tests.sync.stateful.model.staff import CALLED, REGISTERS, Staff
from tests.sync.stateful.model.tabs import CANARIES, Row, Tab, fresh_tabs
from tests.sync.stateful.worlds.base import Breakable, Clock, Lines, StandingDesk, settings_in
from tests.sync.stateful.worlds.memory_shelf import Book, MemoryShelf
from validators.grid import Grid

_HEADINGS = {key: set(map(repr, tab.rows[0])) for key, tab in fresh_tabs().items()}


class GoneBackend:
    """The place of the registers is gone."""

    def fingerprints(self) -> Mapping[str, str]:
        raise UnreachableError("Папки с реестрами нет на месте.", advice="Проверьте, подключён ли диск.")

    def read(self, _progress: Progress = unheard) -> tuple[FileRead, ...]:
        raise UnreachableError("Папки с реестрами нет на месте.", advice="Проверьте, подключён ли диск.")


@dataclass(frozen=True)
class MemoryDesk(StandingDesk):
    """The desk of one update."""

    files: tuple[FileRead, ...] = ()
    shelf: MemoryShelf = field(default_factory=MemoryShelf)
    gone: bool = False

    def backend(self) -> Backend:
        return GoneBackend() if self.gone else MemoryBackend(self.files)

    def exports(self) -> None:
        return None

    @property
    def calls(self) -> dict[str, int]:
        return {}

    @cached_property
    def shelves(self) -> Shelves:
        return Shelves((self.shelf,))


@dataclass
class MemoryWorld(Breakable):
    """The office."""

    root: Path
    settings: Settings
    text: str
    staff: Staff = field(default_factory=Staff)
    clock: Clock = field(default_factory=Clock.new)
    shelf: MemoryShelf = field(default_factory=MemoryShelf)
    most_calls: int = 0
    canaries: tuple[str, ...] = CANARIES
    _handed: tuple[tuple[FileRead, ...], str] = ((), "")

    @classmethod
    def new(cls, root: Path, more: str = "") -> "MemoryWorld":
        """An office that was never updated; `more` is added to its settings."""
        settings, text = settings_in(root, more)
        return cls(root, settings, text)

    def beside(self, root: Path) -> "MemoryWorld":
        """The same office once more, with the same staff: what it does from now on is its own."""
        shutil.copytree(self.root, root)
        own = Clock(self.clock.moment), self.shelf.copy()
        return MemoryWorld(root, self.settings, self.text, self.staff, *own, **self.befallen)

    def fresh(self, root: Path) -> "MemoryWorld":
        """A new office with the registers of this one."""
        root.mkdir()
        return MemoryWorld(root, self.settings, self.text, self.staff, Clock(self.clock.moment))

    def desk(self) -> MemoryDesk:
        files = self._files()
        self._handed = files, repr(files)
        moment = self.clock.moment
        own = {"files": files, "shelf": self.shelf, "gone": self.gone}
        return MemoryDesk(self.root, self.settings, self.text, moment.date(), moment, VirtualTime().ports, **own)  # type: ignore[arg-type]  # by name

    def typed(self, register: str) -> Sequence[Row] | None:
        return typed_by(self.staff, register)

    def unreadable(self) -> frozenset[str]:
        if self.gone:
            return frozenset(REGISTERS)
        return frozenset(key for key, tab in self.staff.tabs.items() if f"{tab.file}.xlsx" in self.refused) | absent(
            self.staff
        )

    def is_disturbed(self) -> bool:
        return False

    def excused(self) -> frozenset[str]:
        return frozenset()

    def altered(self) -> Sequence[str]:
        files, said = self._handed
        return () if repr(files) == said else ("the workbooks that were handed over are not what they were",)

    def standing(self) -> Mapping[str, str]:
        return {name: book.digest for name, book in self.shelf.books.items()}

    def tabs(self) -> Mapping[str, Lines]:
        return {f"{name}#{tab}": cells for name, book in self.shelf.books.items() for tab, cells in book.tabs.items()}

    def disturb(self, name: str, _target: str) -> None:
        if self.full and name == "memory.put":
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    def kept_aside(self) -> str:
        return repr(self.shelf.aside)

    def type_ours(self, name: str, place: tuple[int, int], words: str) -> None:
        """Somebody types into a tab of ours."""
        name, _, tab = name.partition("#")
        book = self.shelf.books[name]
        rows = [list(row) for row in book.tabs[tab]]
        row, column = place
        rows.extend([] for _ in range(row + 1 - len(rows)))
        rows[row].extend([None] * (column + 1 - len(rows[row])))
        rows[row][column] = words
        self.shelf.books[name] = Book.of({**book.tabs, tab: tuple(map(tuple, rows))})

    def throw_ours_away(self, name: str) -> None:
        """Somebody deletes a workbook of ours."""
        self.shelf.books.pop(name, None)

    def _files(self) -> tuple[FileRead, ...]:
        books: dict[str, list[Tab]] = {}
        for tab in (*self.staff.tabs.values(), *self.staff.extra.values()):
            books.setdefault(f"{tab.file}.xlsx", []).append(tab)
        return tuple(self._file(name, tabs) for name, tabs in books.items())

    def _file(self, name: str, tabs: Sequence[Tab]) -> FileRead:
        if name in self.refused:
            text = f"Файл «{name}» не прочитан."
            return FileRead(name, "", code=self.refused[name], text=text, advice="Откройте его и сохраните заново.")
        grids = tuple(Grid(name, tab.title, tuple(map(tuple, tab.rows))) for tab in tabs)
        return FileRead(name, hashlib.sha256(repr(grids).encode()).hexdigest(), grids)


def typed_by(staff: Staff, register: str) -> Sequence[Row] | None:
    """The rows of a register; None when its tab is away or copied, when two of its lines may be the heading or none, or
    when it bears a strange title and another tab the right one.
    """
    tab = staff.tabs.get(register)
    if tab is None or register in staff.extra or tab.heading is None or _is_scattered(tab, register):
        return None
    called = [one for one in (*staff.tabs.values(), *staff.extra.values()) if one.title.startswith(CALLED[register])]
    if called and tab not in called:
        return None
    return list(tab.records())


def _is_scattered(tab: Tab, register: str) -> bool:
    """Headings stand among the rows, too: somebody has sorted a column with them."""
    below = (set(map(repr, tab.rows[at])) for at in tab.body)
    return any(len(_HEADINGS[register] & row) > 1 for row in below)


def absent(staff: Staff) -> frozenset[str]:
    """The registers whose tab was deleted, and of which no copy is left."""
    return frozenset(key for key in REGISTERS if key not in staff.tabs and key not in staff.extra)
