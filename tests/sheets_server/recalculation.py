"""Effective values: every formula worked out, and the cells that arrays spill into."""

from collections.abc import Iterator, Mapping
from datetime import datetime

from tests.sheets_server.cell_values import EPOCH, Scalar, extended, scalar
from tests.sheets_server.engine import locale
from tests.sheets_server.formulas.recalculation import Book, Page, recalculated
from tests.sheets_server.formulas.resolver import Area
from tests.sheets_server.model import Spreadsheet
from tests.sheets_server.plain import Json, Position
from tests.sheets_server.ranges import GridRange


def recalculate(book: Spreadsheet, moment: datetime) -> None:
    """Makes `computed` of every sheet anew; `moment` is what NOW() gives, as the clock in the spreadsheet's zone."""
    if not any(sheet.formulas for sheet in book.sheets):
        for sheet in book.sheets:
            sheet.computed = {}
        return
    pages = [
        Page(sheet.title, sheet.rows, sheet.columns, _Entered(sheet.cells), sheet.formulas) for sheet in book.sheets
    ]
    now = (moment.replace(tzinfo=None) - EPOCH).total_seconds() / 86_400
    found = recalculated(Book(pages, locale(book.locale), now, dict(_named(book))))
    for sheet in book.sheets:
        sheet.computed = {place: extended(value) for place, value in found[sheet.title].items() if value is not None}


class _Entered(Mapping[Position, Scalar]):
    """What was entered into the cells of a sheet, but for formulas; turned into values only where it is looked at."""

    def __init__(self, cells: dict[Position, Json]) -> None:
        self._cells = cells

    def __getitem__(self, position: Position) -> Scalar:
        entered: Json = self._cells[position].get("userEnteredValue", {})
        return scalar(entered)

    def __iter__(self) -> Iterator[Position]:
        return iter(self._cells)

    def __len__(self) -> int:
        return len(self._cells)


def _named(book: Spreadsheet) -> Iterator[tuple[str, Area]]:
    for each in book.named:
        wanted = GridRange.of(each["range"])
        sheet = book.sheet(wanted.sheet_id)
        if sheet is not None:
            yield each["name"], Area(sheet.title, *sheet.area(wanted))
