"""Registers kept in shared Google spreadsheets: each read by one call a cycle; our own tabs are never a register."""

import hashlib
import json
from collections.abc import Iterator, Mapping

from config.cells.text import fold
from config.columns import CellError, Raw
from config.google import SpreadsheetSection, called
from config.registers import REGISTERS
from config.settings import Settings
from sync.backends.base import FileRead, Progress, unheard
from sync.google.failures import Failure, GoogleError
from sync.google.office import GoogleOffice, Read, Values
from sync.google.spreadsheet import Tab
from validators.grid import Grid, plain_cell
from validators.service_column import without_remarks

ERRORS = frozenset(
    {"#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A", "#ERROR!", "#SPILL!", "#CALC!", "Loading..."}
    | {"#ДЕЛ/0!", "#ЗНАЧ!", "#ССЫЛКА!", "#ИМЯ?", "#ЧИСЛО!", "#Н/Д", "#ОШИБКА!", "Загрузка…", "Загрузка..."}
)
"""What a cell whose formula failed, or is not ready, shows; Google gives it as text."""


class GoogleBackend:
    """The spreadsheets of `[[google.spreadsheet]]`, under the names by which people call them."""

    def __init__(self, office: GoogleOffice, settings: Settings) -> None:
        """`office` reads each spreadsheet once a cycle for everybody who asks."""
        self._office = office
        self._spreadsheets = settings.google.spreadsheets
        self._titles = {one.key: _titles(one.key, settings) for one in REGISTERS}

    def fingerprints(self) -> Mapping[str, str]:
        """Spreadsheet → digest of everything that is read of it, or "!" and the reason."""
        found = {}
        for one in self._spreadsheets:
            try:
                found[called(one, REGISTERS)] = _digest(self._read(one))
            except GoogleError as error:
                found[called(one, REGISTERS)] = f"!F05 {error.failure.code}"
        return found

    def read(self, progress: Progress = unheard) -> tuple[FileRead, ...]:
        """Every spreadsheet in the order of names; one that can't be read now is refused, the others are read."""
        files = []
        for one in sorted(self._spreadsheets, key=lambda one: called(one, REGISTERS)):
            name = called(one, REGISTERS)
            progress(name)
            try:
                files.append(self._file(name, one, self._read(one)))
            except GoogleError as error:
                files.append(_refused(name, error.failure))
        return tuple(files)

    def _read(self, one: SpreadsheetSection) -> Read:
        """The reading of this cycle; a register whose tab is not known may stand in a tab that is new."""
        read = self._office.read(one.id)
        titles = {fold(tab.title) for tab in read.spreadsheet.staffs}
        if all(self._titles[key] & titles for key in one.registers if key in self._titles):
            return read
        return self._office.read_anew(one.id)

    def _file(self, name: str, one: SpreadsheetSection, read: Read) -> FileRead:
        tabs = [tab for tab in read.spreadsheet.staffs if not self._is_elsewhere(tab, one)]
        grids = tuple(_grid(name, tab, read.values[tab.sheet_id]) for tab in tabs)
        notes = tuple(
            ("F07", f"Лист «{tab.title}» в таблице «{name}» не читается: этот реестр ведётся в другом месте.")
            for tab in read.spreadsheet.staffs
            if self._is_elsewhere(tab, one)
        )
        addresses = {tab.title: read.spreadsheet.address(tab) for tab in tabs}
        return FileRead(name, _digest(read), grids, notes=notes, addresses=addresses)

    def _is_elsewhere(self, tab: Tab, one: SpreadsheetSection) -> bool:
        """It is titled as a register that the settings place elsewhere."""
        mine = any(fold(tab.title) in self._titles[key] for key in one.registers if key in self._titles)
        return not mine and any(fold(tab.title) in titles for titles in self._titles.values())


def _titles(key: str, settings: Settings) -> frozenset[str]:
    """The titles that a tab of the register may have, folded."""
    register = next(one for one in REGISTERS if one.key == key)
    own = settings.keeping(key).tab
    return frozenset(map(fold, (own,) if own else (register.tab, *register.former)))


def _grid(file: str, tab: Tab, values: Values) -> Grid:
    rows = tuple(tuple(map(_cell, row)) for row in values)
    return Grid(file, tab.title, rows, tab.merges, tab.hidden_rows, tab.hidden_columns)


def _cell(cell: object) -> Raw:
    match cell:
        case str() if cell in ERRORS:
            return CellError(cell)
        case float() if cell.is_integer():
            return int(cell)
        case _:
            return plain_cell(cell)


def _digest(read: Read) -> str:
    """Of all that staff keep: our own remarks beside their rows are no change of theirs."""
    parts = json.dumps(list(_parts(read)), ensure_ascii=False, default=sorted)
    return hashlib.sha256(parts.encode("utf-8", "surrogatepass")).hexdigest()


def _parts(read: Read) -> Iterator[object]:
    for tab in read.spreadsheet.staffs:
        yield tab.sheet_id, tab.title, tab.merges, sorted(tab.hidden_rows), sorted(tab.hidden_columns)
        yield without_remarks(Grid("", tab.title, read.values[tab.sheet_id])).rows


def _refused(name: str, failure: Failure) -> FileRead:
    text = f"Таблица «{name}» не прочитана. {failure.text}"
    return FileRead(name, "", code="F05", text=text, advice=failure.advice, refused="unreadable")
