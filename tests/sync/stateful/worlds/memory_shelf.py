"""A shelf of reports in memory: the plainest one that keeps the promises of `sync/shelves/base.py`."""

import hashlib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from config.errors import WriteError
from reports.layout import lay_out
from reports.report import Link, Report, Stamp
from reports.sheet import Sheet
from sync.answers import only_answers
from sync.plan import FilePlan, Stands, TabPlan
from sync.shelves.base import CHANGED_MEANWHILE, Put, Staged
from sync.steps import step
from validators.grid import Grid

_EPOCH = date(1899, 12, 30)
_NO_ROOM = "на диске нет места"
Cells = tuple[tuple[object, ...], ...]


@dataclass(frozen=True)
class Book:
    """A workbook as it stands: tab → its cells; the digest of all of it."""

    tabs: Mapping[str, Cells]
    digest: str

    @classmethod
    def of(cls, tabs: Mapping[str, Cells]) -> "Book":
        return cls(tabs, hashlib.sha256(repr(sorted(tabs.items())).encode("utf-8", "surrogatepass")).hexdigest())


@dataclass
class MemoryShelf:
    """`books` — what stands; `aside` — what somebody typed and was kept."""

    books: dict[str, Book] = field(default_factory=dict)
    aside: list[Book] = field(default_factory=list)
    _ready: dict[str, Book] = field(default_factory=dict)
    _laid: dict[tuple[str, Stamp], Cells] = field(default_factory=dict)

    def copy(self) -> "MemoryShelf":
        return MemoryShelf(dict(self.books), list(self.aside), _laid=self._laid)

    def place(self, report: Report) -> str:
        return f"{report.workbook}.xlsx"

    def owns(self, _name: str) -> bool:
        return True

    def standing(self, names: Collection[str]) -> Mapping[str, Stands]:
        return {name: Stands(self.books[name].digest if name in self.books else None) for name in names}

    def present(self, name: str) -> tuple[Grid, ...]:
        book = self.books.get(name)
        return tuple(Grid(name, tab, cells) for tab, cells in book.tabs.items()) if book else ()  # type: ignore[arg-type]  # cells of reports are plain

    def stage(self, files: Sequence[FilePlan], stamp: Stamp) -> Mapping[str, Staged]:
        found = {}
        for file in files:
            titles = [tab.report.tab for tab in file.tabs]
            assert len({*titles}) == len(titles), f"{file.name} has two tabs of one name: {titles}"
            book = Book.of({tab.report.tab: self._cells(tab, tab.stamp or stamp) for tab in file.tabs})
            self._ready[book.digest] = book
            found[file.name] = Staged(book.digest, stamp.run)
        return found

    def put(self, files: Sequence[FilePlan], staged: Mapping[str, Staged]) -> Mapping[str, Put]:
        done = {file.name: self._put(file, staged[file.name]) for file in files}
        self._ready.clear()
        return done

    def remove(self, files: Sequence[FilePlan]) -> tuple[str, ...]:
        for file in files:
            self._remove(file.name, file.written)
        return tuple(file.name for file in files)

    def _remove(self, name: str, written: str | None) -> None:
        stands = self.books.get(name)
        if stands and stands.digest != written and not only_answers(self.present(name)):
            self.aside.append(stands)
        try:
            with step("memory.remove", name):
                self.books.pop(name, None)
        except OSError as error:
            raise WriteError(f"Файл «{name}» не удаляется.", advice="Проверьте диск и повторите.") from error

    def _cells(self, tab: TabPlan, stamp: Stamp) -> Cells:
        """A tab as it is laid out, once for its content and stamp."""
        found = self._laid.get((tab.digest, stamp))
        if found is None:
            found = self._laid[tab.digest, stamp] = _cells(lay_out(tab.report, stamp))
        return found

    def _put(self, file: FilePlan, staged: Staged) -> Put:
        stands = self.books.get(file.name)
        if (stands.digest if stands else None) != file.seen:
            return Put(None, CHANGED_MEANWHILE)
        if stands and file.is_foreign and not (file.written and only_answers(self.present(file.name))):
            self.aside.append(stands)
        try:
            with step("memory.put", file.name):
                self.books[file.name] = self._ready[staged.digest]
        except OSError:
            if self.standing([file.name])[file.name].digest != staged.digest:
                return Put(None, _NO_ROOM)
        return Put(staged.digest)


def _cells(sheet: Sheet) -> Cells:
    rows: list[list[object]] = [[None] * len(sheet.widths) for _ in sheet.heights]
    for box in sheet.boxes:
        value = box.value
        rows[box.row][box.left] = value.words if isinstance(value, Link) else _plain(value)
    return tuple(map(tuple, rows))


def _plain(value: object) -> object:
    """As a cell holds it: numbers and words, a date as its serial."""
    if isinstance(value, date):
        return (value - _EPOCH).days
    return value if value is None or isinstance(value, str | int | float) else str(value)
