"""Registers kept in shared Google spreadsheets: each read by one call a cycle; our own tabs are never a register."""

import hashlib
import json
from collections.abc import Iterator, Mapping

from config.cells.text import fold
from config.columns import CellError, Raw
from config.google import SpreadsheetSection
from config.placing import called
from config.registers import REGISTERS
from config.settings import Settings
from sync.backends.base import FileRead, Progress, unheard
from sync.google.failures import Failure, GoogleError
from sync.google.office import GoogleOffice, Read
from sync.google.ranges import Values
from sync.google.spreadsheet import Tab
from validators.grid import Grid, plain_cell
from validators.service_column import without_remarks
from validators.tabs import assign

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
        self._unplaced = _unplaced(settings)
        self._titles = {one.key: _titles(one.key, settings) for one in REGISTERS}

    def fingerprints(self) -> Mapping[str, str]:
        """Spreadsheet → digest of everything that is read of it, or "!" and the reason."""
        found = {}
        for one in self._spreadsheets:
            try:
                found[called(one)] = _digest(self._read(one))
            except GoogleError as error:
                found[called(one)] = f"!F05 {error.failure.code}"
        return found

    def read(self, progress: Progress = unheard) -> tuple[FileRead, ...]:
        """Every spreadsheet in the order of names; one that can't be read now is refused, the others are read."""
        files = []
        for one in sorted(self._spreadsheets, key=called):
            name = called(one)
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
        tabs = {tab.title: tab for tab in read.spreadsheet.staffs}
        grids = [_grid(name, tab, read.values[tab.sheet_id]) for tab in tabs.values()]
        elsewhere = self._elsewhere(one, grids)
        notes = tuple(
            ("F07", f"Лист «{grid.tab}» в таблице «{name}» не читается: этот реестр ведётся в другом месте.")
            for grid in grids
            if grid.tab in elsewhere
        )
        here = tuple(grid for grid in grids if grid.tab not in elsewhere)
        addresses = {grid.tab: read.spreadsheet.address(tabs[grid.tab]) for grid in here}
        return FileRead(name, _digest(read), here, notes=notes, addresses=addresses)

    def _elsewhere(self, one: SpreadsheetSection, grids: list[Grid]) -> set[str]:
        """The tabs that would be taken, by title or by likeness, for registers that the settings place elsewhere."""
        found = assign(grids, REGISTERS, self._unplaced).tabs
        return {grid.tab for key, tabs in found.items() if key not in one.registers for grid in tabs}


def _unplaced(settings: Settings) -> Settings:
    """The settings as if every register could stand anywhere."""
    kept = {key: keeping.model_copy(update={"source": ()}) for key, keeping in settings.registers.items()}
    return settings.model_copy(update={"registers": kept})


def _titles(key: str, settings: Settings) -> frozenset[str]:
    """The titles that a tab of the register may have, folded."""
    register = next(one for one in REGISTERS if one.key == key)
    own = settings.keeping(key).tab
    return frozenset(map(fold, (own,) if own else (register.tab, *register.former)))


def _grid(file: str, tab: Tab, values: Values) -> Grid:
    rows = tuple(tuple(map(_cell, row)) for row in values)
    width = max(map(len, rows), default=0)
    hidden_rows = frozenset(row for row in tab.hidden_rows if row <= len(rows))
    hidden_columns = frozenset(column for column in tab.hidden_columns if column <= width)
    return Grid(file, tab.title, rows, tab.merges, hidden_rows, hidden_columns)


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
