"""Rows as they were, as the bytes of a workbook: every column under its heading, dates as dates, numbers as numbers."""

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from config.apart import personal_columns
from config.cells.months import LAST_BARE_YEAR, LAST_SERIAL
from config.cells.text import fold
from config.columns import Raw
from config.register import Register
from reports.raw_cell import write_raw
from reports.templates.layout import slots
from validators.heading import heading_key
from validators.versions.columns import Cells, Titled

_CREATED = datetime(2025, 1, 1)  # noqa: DTZ001  a property of the file, fixed so that bytes do not depend on the day
_OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
_DAY, _ANY, _TEXT = "dd.mm.yyyy", "General", "@"
NAMES_TAB = "Имена"
_WIDEST, _NARROWEST = 40, 11

Book = Any  # Any: XlsxWriter has no types
Page = Any  # Any: XlsxWriter has no types


@dataclass(frozen=True)
class Restored:
    """Rows to be written: their columns in order, and of each row what is typed in them by keys.

    `apart` — the office keeps names apart from the register: so they stand in a tab of their own.
    """

    register: Register[Any]
    columns: tuple[Titled, ...]
    rows: tuple[Cells, ...]
    apart: bool = False

    @property
    def tabs(self) -> Mapping[str, tuple[Titled, ...]]:
        """Title → columns: the register's tab, and that of the names where they are kept apart."""
        named = [one for one in self.columns if _names(self.register, one)] if self.apart else []
        if not named:
            return {self.register.tab: self.columns}
        codes = [one for one in self.columns if one.field == "id"]
        return {
            self.register.tab: tuple(one for one in self.columns if one not in named),
            NAMES_TAB: (*codes, *named),
        }


def _names(register: Register[Any], column: Titled) -> bool:
    """The column names people, be it one of the register's own or one for the whole name («ФИО»)."""
    personal = {one.field for one in personal_columns(register)}
    whole = (one for one in register.composites if personal.issuperset(one.fields))
    headings = {heading_key(heading) for one in whole for heading in one.headings}
    return column.field in personal or heading_key(column.heading) in headings


def render_restored(found: Restored) -> bytes:
    """An .xlsx with the tab of the register and these rows alone; our reader reads the same cells from it."""
    from xlsxwriter import Workbook

    output = io.BytesIO()
    with Workbook(output, _OPTIONS) as book:
        book.set_properties({"created": _CREATED})
        for title, columns in found.tabs.items():
            _tab(book, title, columns, found)
    return output.getvalue()


def _tab(book: Book, title: str, columns: Sequence[Titled], found: Restored) -> None:
    page = book.add_worksheet(title)
    bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
    usual = {slot.column.field: slot.number_format for slot in slots(found.register)}
    for at, column in enumerate(columns):
        cells = [row.get(column.key) for row in found.rows]
        look = book.add_format({"num_format": usual.get(column.field or "") or _format_of(column.heading, cells)})
        page.set_column(at, at, _width(column.heading, cells), look)
        page.write_string(0, at, column.heading, bold)
        for number, cell in enumerate(cells, 1):
            write_raw(page, number, at, cell, look)
    page.freeze_panes(1, 0)


def _format_of(heading: str, cells: Sequence[Raw]) -> str:
    """The format of a column that is none of ours: its heading and its numbers tell whether they are days."""
    numbers = [cell for cell in cells if isinstance(cell, int | float)]
    if not numbers:
        return _TEXT if any(isinstance(cell, str) for cell in cells) else _ANY
    days = all(LAST_BARE_YEAR < number < LAST_SERIAL + 1 for number in numbers)
    return _DAY if days and fold(heading).startswith("дата") else _ANY


def _width(heading: str, cells: Sequence[Raw]) -> int:
    words = max((len(word) for word in heading.split()), default=0)
    longest = max((len(cell) for cell in cells if isinstance(cell, str)), default=0)
    return max(_NARROWEST, words + 2, min(longest + 1, _WIDEST))
