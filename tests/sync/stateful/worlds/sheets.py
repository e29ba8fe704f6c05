"""Spreadsheets of the local server as readers see them: values of tabs, and which tabs are the service's."""

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from python_calamine import CalamineWorkbook

from config.columns import CellError
from sync.google.own_tabs import TAB_KEY
from tests.sheets_server.model import Sheet, Spreadsheet
from tests.sheets_server.plain import Json, Position
from tests.sync.stateful.worlds.base import Lines


def rows_of(sheet: Sheet) -> list[list[Any]]:  # Any: what a cell shows
    """The values of a tab as its readers see them."""
    rows: list[list[Any]] = [[] for _ in range(sheet.rows)]
    for row, column in sheet.used():
        line = rows[row]
        line.extend([None] * (column + 1 - len(line)))
        line[column] = _value_of(sheet, (row, column))
    return rows


def _value_of(sheet: Sheet, place: Position) -> Any:  # Any: what a cell shows
    kind, value = next(iter((sheet.effective(place) or {"": None}).items()))
    match kind:
        case "errorValue":
            return CellError("#ERROR!")
        case "boolValue":
            return "ИСТИНА" if value else "ЛОЖЬ"
        case _:
            return value


def ours_in(book: Spreadsheet) -> frozenset[int]:
    """The sheetIds of the service's tabs, by the metadata that only programs see."""
    marks = (one for one in book.metadata if one["metadataKey"] == TAB_KEY)
    return frozenset(int(one["location"].get("sheetId", 0)) for one in marks)


def tabs_of(name: str, book: Spreadsheet) -> dict[str, Lines]:
    """Our tabs of a spreadsheet as readers see them."""
    own = ours_in(book)
    return {f"{name}#{sheet.title}": rows_of(sheet) for sheet in book.sheets if sheet.id in own}


def digests_of(name: str, book: Spreadsheet) -> dict[str, str]:
    """What our tabs of a spreadsheet hold and bear."""
    own, found = ours_in(book), {}
    for sheet in book.sheets:
        if sheet.id in own:
            marks = [one for one in book.metadata if one["location"].get("sheetId") == sheet.id]
            found[f"{name}#{sheet.id}"] = _digest(sheet, marks)
    return found


def _digest(sheet: Sheet, marks: Sequence[Json]) -> str:
    cells = sorted((place, cell.get("userEnteredValue")) for place, cell in sheet.cells.items())
    return hashlib.sha256(repr((cells, marks)).encode("utf-8", "surrogatepass")).hexdigest()


def words_in(path: Path) -> str:
    book = CalamineWorkbook.from_path(path)
    return repr([book.get_sheet_by_name(name).to_python() for name in book.sheet_names])
