"""Finding the cells that a text such as `'Заявки'!A1:Z` means in a spreadsheet."""

from typing import NamedTuple

from tests.sheets_server.errors import invalid
from tests.sheets_server.model import Sheet, Spreadsheet
from tests.sheets_server.ranges import Area, GridRange, corners, split


class Found(NamedTuple):
    """A sheet and the range of it that was meant; the range may reach past the grid."""

    sheet: Sheet
    range: GridRange

    @property
    def area(self) -> Area:
        return self.sheet.area(self.range)


def found(book: Spreadsheet, text: str) -> Found:
    """A1 or R1C1 notation, the title of a sheet or the name of a range; raises 400 `Unable to parse range`."""
    title, rest, in_quotes = split(text)
    if title is not None:
        return _on_sheet(book, text, title, rest)
    if not in_quotes:
        named = _named(book, text)
        if named is not None:
            return named
        place = _cells(book.sheets[0], text)
        if place is not None:
            return place
    sheet = book.titled(text)
    if sheet is None:
        raise invalid(f"Unable to parse range: {text}")
    return Found(sheet, GridRange(sheet.id))


def bounded(book: Spreadsheet, text: str) -> tuple[Sheet, Area]:
    """The cells meant, cut to the grid; raises 400 when the range starts past it."""
    sheet, wanted = found(book, text)
    if (wanted.top or 0) >= sheet.rows or (wanted.left or 0) >= sheet.columns:
        raise beyond(sheet, text)
    return sheet, sheet.area(wanted)


def beyond(sheet: Sheet, text: str) -> Exception:
    """The refusal of a range that starts past the grid."""
    size = f"Max rows: {sheet.rows}, max columns: {sheet.columns}"
    return invalid(f"Range ({_bare(text)}) exceeds grid limits. {size}")


def _on_sheet(book: Spreadsheet, text: str, title: str, rest: str) -> Found:
    sheet = book.titled(title)
    if sheet is None:
        raise invalid(f"Unable to parse range: {text}")
    if not rest:
        return Found(sheet, GridRange(sheet.id))
    place = _cells(sheet, rest) or _named(book, rest)
    if place is None:
        raise invalid(f"Unable to parse range: {text}")
    return place


def _cells(sheet: Sheet, text: str) -> Found | None:
    bounds = corners(text)
    if bounds is None:
        return None
    top, left, bottom, right = bounds
    return Found(sheet, GridRange(sheet.id, top, left, bottom, right))


def _named(book: Spreadsheet, text: str) -> Found | None:
    for named in book.named:
        if named["name"].lower() == text.lower():
            wanted = GridRange.of(named["range"])
            sheet = book.sheet(wanted.sheet_id)
            return None if sheet is None else Found(sheet, wanted)
    return None


def _bare(text: str) -> str:
    title, rest, _ = split(text)
    return text if title is None else f"{title}!{rest}"
