"""Part of the rows or columns shifted: a band of a sheet grows or loses cells, and what hangs on the band goes along."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from tests.sheets_server import engine
from tests.sheets_server.changes import Change
from tests.sheets_server.errors import Refused
from tests.sheets_server.model import ROWS, Sheet, Spreadsheet
from tests.sheets_server.plain import Json, Position, Value, without
from tests.sheets_server.ranges import GridRange

_BOUNDS = frozenset({"sheetId", "startRowIndex", "endRowIndex", "startColumnIndex", "endColumnIndex"})
_LISTS = ("protected", "conditional", "banded", "tables", "filter_views")


@dataclass(frozen=True)
class Band:
    """Columns `start` to `end` when rows shift (`change.dimension` is ROWS), rows when columns do."""

    change: Change
    start: int
    end: int

    def place(self, position: Position) -> Position | None:
        """Where a cell stands afterwards; None when it is gone."""
        row, column = position
        along, across = (row, column) if self.change.dimension == ROWS else (column, row)
        if not self.start <= across < self.end:
            return position
        found = self.change.index(along)
        if found is None:
            return None
        return (found, column) if self.change.dimension == ROWS else (row, found)

    def holds(self, start: int | None, end: int | None) -> bool:
        """A stretch across the band lies in it as a whole."""
        return start is not None and end is not None and self.start <= start and end <= self.end


def shift_band(book: Spreadsheet, sheet: Sheet, band: Band) -> None:
    """Moves the cells of the band and the ranges that lie in it as a whole; the grid keeps its size."""
    _check_merges(sheet, band)
    moved = ((band.place(position), cell) for position, cell in sheet.cells.items())
    sheet.cells = {place: cell for place, cell in moved if place is not None and sheet.whole.holds(place)}
    sheet.merges = [kept for merge in sheet.merges if (kept := _moved(merge, band)) is not None]
    turn = _turning(sheet.id, band)
    for name in _LISTS:
        setattr(sheet, name, _kept(getattr(sheet, name), turn))
    book.named = _kept(book.named, turn)
    for other in book.sheets:
        other.charts = _kept(other.charts, turn)
    engine.push_formulas(book, sheet, band.change, band.start, band.end)


def _moved(found: GridRange, band: Band) -> GridRange | None:
    by_rows = band.change.dimension == ROWS
    across = (found.left, found.right) if by_rows else (found.top, found.bottom)
    along = (found.top, found.bottom) if by_rows else (found.left, found.right)
    if not band.holds(*across) or along == (None, None):
        return found
    stretch = band.change.stretch((along[0] or 0, 2**31 - 1 if along[1] is None else along[1]))
    if stretch is None:
        return None
    start = None if along[0] is None else stretch[0]
    end = None if along[1] is None else stretch[1]
    if by_rows:
        return GridRange(found.sheet_id, start, found.left, end, found.right)
    return GridRange(found.sheet_id, found.top, start, found.bottom, end)


def _turning(sheet_id: int, band: Band) -> Callable[[Json], Json | None]:
    def turn(document: Json) -> Json | None:
        found = GridRange.of(document)
        if found.sheet_id != sheet_id:
            return document
        moved = _moved(found, band)
        return None if moved is None else moved.json()

    return turn


def _kept(documents: Iterable[Json], turn: Callable[[Json], Json | None]) -> list[Json]:
    """The documents with their ranges turned; what lost its range, or all of its ranges, is gone."""
    return [found for each in documents if (found := _walk(each, turn)) is not None]


def _walk(value: Value, turn: Callable[[Json], Json | None]) -> Value:
    if isinstance(value, list):
        return [found for each in value if (found := _walk(each, turn)) is not None]
    if not isinstance(value, dict):
        return value
    if value and value.keys() <= _BOUNDS:
        return turn(value)
    found = {key: _walk(inner, turn) for key, inner in value.items()}
    if any(found[key] is None or (key == "ranges" and not found[key]) for key in found.keys() & {"range", "ranges"}):
        return None
    return without(found, *(key for key, inner in found.items() if inner is None))


def _check_merges(sheet: Sheet, band: Band) -> None:
    """A merge that the band would tear refuses the change."""
    for merge in sheet.merges:
        places = [band.place(position) for position in sheet.area(merge).positions()]
        shifts = {
            None if new is None else (new[0] - old[0], new[1] - old[1])
            for new, old in zip(places, sheet.area(merge).positions(), strict=True)
        }
        if len(shifts) > 1:
            raise Refused(
                "Sorry, it is not possible to shift cells through part of a merged cell. Please unmerge first."
            )
