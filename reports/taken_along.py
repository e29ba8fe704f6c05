"""Tabs that were read elsewhere, as the bytes of a workbook: every cell in its place, dates shown as dates."""

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Self

from reports.raw_cell import write_raw
from reports.templates.layout import slots
from validators.grid import Grid
from validators.office import Table

_CREATED = datetime(2025, 1, 1)  # noqa: DTZ001  a property of the file, fixed so that bytes do not depend on the day
_OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
_LONGEST_TITLE = 31
_FORBIDDEN = str.maketrans(dict.fromkeys(r":\/?*[]", " "))
_WIDTH = 18


@dataclass(frozen=True)
class Tab:
    """A tab as it was read; `formats` — column (0-based) → how its numbers are shown."""

    grid: Grid
    formats: Mapping[int, str] = field(default_factory=dict)

    @classmethod
    def of(cls, grid: Grid, table: Table[Any]) -> Self:
        """A tab of a register: numbers are shown as its template shows them."""
        usual = {slot.column.field: slot.number_format for slot in slots(table.register)}
        places = {at: name for source in table.sources for name, at in source.columns.items() if at < grid.width}
        return cls(grid, {at: usual[name] for at, name in sorted(places.items()) if usual.get(name)})


def render_tabs(tabs: Sequence[Tab]) -> bytes:
    """An .xlsx with these tabs; our reader reads the same cells from it."""
    from xlsxwriter import Workbook

    output = io.BytesIO()
    with Workbook(output, _OPTIONS) as book:
        book.set_properties({"created": _CREATED})
        titles: list[str] = []
        for tab in tabs:
            titles.append(_title(tab.grid.tab, titles))
            _page(book, titles[-1], tab)
    return output.getvalue()


def _title(title: str, taken: Sequence[str]) -> str:
    """As a workbook allows it: short, without some signs, each once."""
    plain = title.translate(_FORBIDDEN).strip(" '")[:_LONGEST_TITLE] or "Лист"
    name, number = plain, 1
    while name.casefold() in {one.casefold() for one in taken}:
        number += 1
        name = f"{plain[: _LONGEST_TITLE - 4]} ({number})"
    return name


def _page(book: Any, title: str, tab: Tab) -> None:  # Any: XlsxWriter has no types
    page = book.add_worksheet(title)
    looks = {at: book.add_format({"num_format": form}) for at, form in tab.formats.items()}
    for at in range(tab.grid.width):
        page.set_column(at, at, _WIDTH, looks.get(at))
    for number, row in enumerate(tab.grid.rows):
        for at, cell in enumerate(row):
            write_raw(page, number, at, cell, looks.get(at))
