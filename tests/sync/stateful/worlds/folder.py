"""An office in a folder: real workbooks, which staff save before an update and a reader opens by a reader of his own."""

import errno
import hashlib
import io
import os
import shutil
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

import openpyxl
from openpyxl.cell import Cell as BookCell
from openpyxl.cell.cell import ERROR_CODES
from python_calamine import CalamineWorkbook

from config.columns import CellError
from config.settings import Settings
from sync.shelves.folder import KEPT_ASIDE
from tests.sync.offices import bytes_of
from tests.sync.stateful.invariants import NO_FILE
from tests.sync.stateful.model.staff import REGISTERS, Staff
from tests.sync.stateful.model.tabs import CANARIES, Cell, Row, Tab
from tests.sync.stateful.worlds.base import Breakable, Clock, Lines, StandingDesk, settings_in
from tests.sync.stateful.worlds.keyboard import typed_into
from tests.sync.stateful.worlds.memory import absent, typed_by

_SPOILED = {
    "F01": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 2048,
    "F02": b"PK\x03\x04" + b"\x14\0" * 40,
    "F03": b"<!DOCTYPE html><html><body>502</body></html>",
    "F05": b"",
}
"""What lies in place of a workbook that can't be read, by the code of its refusal."""


@dataclass
class FolderWorld(Breakable):
    """The office."""

    root: Path
    settings: Settings
    text: str
    staff: Staff = field(default_factory=Staff)
    clock: Clock = field(default_factory=Clock.new)
    most_calls: int = 0
    canaries: tuple[str, ...] = CANARIES
    _saved: dict[str, str] = field(default_factory=dict)
    _said: dict[str, str] = field(default_factory=dict)

    @classmethod
    def new(cls, root: Path) -> "FolderWorld":
        settings, text = settings_in(root)
        return cls(root, settings, text)

    def beside(self, root: Path) -> "FolderWorld":
        shutil.copytree(self.root, root)
        clock, said = Clock(self.clock.moment), dict(self._said)
        return FolderWorld(root, self.settings, self.text, self.staff, clock, _said=said, **self.befallen)

    def fresh(self, root: Path) -> "FolderWorld":
        """A new office with the registers of this one."""
        root.mkdir()
        return FolderWorld(root, self.settings, self.text, self.staff, Clock(self.clock.moment))

    def desk(self) -> StandingDesk:
        self._save()
        moment = self.clock.moment
        return StandingDesk(self.root, self.settings, self.text, moment.date(), moment)

    def typed(self, register: str) -> Sequence[Row] | None:
        return typed_by(self.staff, register)

    def unreadable(self) -> frozenset[str]:
        if self.gone:
            return frozenset(REGISTERS)
        spoiled = (key for key, tab in self.staff.tabs.items() if f"{tab.file}.xlsx" in self.refused)
        return frozenset(spoiled) | absent(self.staff)

    def is_disturbed(self) -> bool:
        return False

    def excused(self) -> frozenset[str]:
        return frozenset()

    def altered(self) -> Sequence[str]:
        found = bytes_of(self._registers)
        names = sorted(found.keys() | self._saved.keys())
        return [f"{name} is not as staff saved it" for name in names if found.get(name) != self._saved.get(name)]

    def standing(self) -> Mapping[str, str]:
        return {path.name: _digest(path.read_bytes()) for path in self._reports.glob("[!.]*.xlsx")}

    def tabs(self) -> Mapping[str, Lines]:
        books = ((path.name, path.read_bytes()) for path in sorted(self._reports.glob("[!.]*.xlsx")))
        return {f"{name}#{tab}": lines for name, data in books for tab, lines in _tabs(data).items()}

    def disturb(self, name: str, target: str) -> None:
        if self.full and name == "file.write" and target.endswith(".xlsx"):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    def kept_aside(self) -> str:
        return " ".join(repr(_tabs(path.read_bytes())) for path in self._reports.glob(f"{KEPT_ASIDE}/*.xlsx"))

    def type_ours(self, name: str, place: tuple[int, int], words: str) -> None:
        """Somebody types into a workbook of ours and saves it."""
        name, _, tab = name.partition("#")
        path = self._reports / name
        path.write_bytes(typed_into(path.read_bytes(), tab, place, words))

    def throw_ours_away(self, name: str) -> None:
        """Somebody deletes a workbook of ours."""
        (self._reports / name).unlink()

    @property
    def _registers(self) -> Path:
        return self.root / ("away" if self.gone else "registers")

    @property
    def _reports(self) -> Path:
        return self.root / "reports"

    def _save(self) -> None:
        """Staff save every workbook that they changed; the folder goes or comes back."""
        other = self.root / ("registers" if self.gone else "away")
        if other.is_dir():
            other.rename(self._registers)
        self._registers.mkdir(exist_ok=True)
        books: dict[str, list[Tab]] = {}
        for tab in (*self.staff.tabs.values(), *self.staff.extra.values()):
            books.setdefault(f"{tab.file}.xlsx", []).append(tab)
        for name, tabs in books.items():
            said = self.refused.get(name) or repr(tabs)
            if self._said.get(name) != said:
                data = _SPOILED[self.refused[name]] if name in self.refused else _book(tabs)
                (self._registers / name).write_bytes(data)
                self._said[name] = said
        for name in self._said.keys() - books.keys():
            (self._registers / name).unlink()
            del self._said[name]
        self._saved = bytes_of(self._registers)


def _book(tabs: Sequence[Tab]) -> bytes:
    book = openpyxl.Workbook(write_only=False)
    book.remove(book.worksheets[0])
    for tab in tabs:
        sheet = book.create_sheet(tab.title)
        for row, line in enumerate(tab.rows, start=1):
            for column, value in enumerate(line, start=1):
                if value is not None:
                    _type(sheet.cell(row, column), value)
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def _type(cell: object, value: Cell) -> None:
    """As the keyboard would, but that words stay words."""
    assert isinstance(cell, BookCell)
    if isinstance(value, CellError):
        cell.value = value.word if value.word in ERROR_CODES else "#NAME?"
    else:
        cell.value = value
        cell.data_type = "s" if isinstance(value, str) else "n"


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest() if _is_whole(data) else NO_FILE


@lru_cache(maxsize=256)
def _is_whole(data: bytes) -> bool:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            return package.testzip() is None
    except zipfile.BadZipFile:
        return False


@lru_cache(maxsize=256)
def _tabs(data: bytes) -> Mapping[str, Lines]:
    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    return {name: _from_the_top(book, name) for name in book.sheet_names}


def _from_the_top(book: CalamineWorkbook, name: str) -> Lines:
    """The cells as people count them, empty ones as nothing."""
    return [
        [None if cell == "" else cell for cell in row]
        for row in book.get_sheet_by_name(name).to_python(skip_empty_area=False)
    ]
