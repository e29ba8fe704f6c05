"""Sheets → the bytes of an Excel workbook: the same sheets give the same bytes, and text stays text."""

import io
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from reports.formats.cell_text import clean, is_a_day
from reports.formats.jumps import Rows, settled
from reports.formats.page import Page
from reports.formats.palette import LIGHTS, form_of, is_whole, look_of
from reports.formats.xlsx_charts import draw_all
from reports.freshness import WARNING, stale_formula
from reports.report import Form, Jump, Light, Link, Slot, Value
from reports.sheet import Box, Sheet, Tone

_CREATED = datetime(2025, 1, 1)  # noqa: DTZ001  Excel knows no time zones
_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "remove_timezone": True,
    "default_format_properties": {"font_name": "Calibri", "font_size": 10},
}
_A4 = 9
_MOST_LINKS = 65_000
_LONGEST_LINK = 2_000
_OFFICE = "../"
_REGISTERS = "../registers/"

Book = Any  # XlsxWriter has no types
Format = Any  # XlsxWriter has no types


def workbook(title: str, pages: Sequence[Page]) -> Mapping[str, bytes]:
    """One workbook with a tab for each page."""
    return {f"{title}.xlsx": render([page.sheet for page in pages])}


def render(sheets: Sequence[Sheet]) -> bytes:
    """One workbook with a tab for each sheet, in their order."""
    from xlsxwriter import Workbook

    stream = io.BytesIO()
    with Workbook(stream, _OPTIONS) as book:
        book.set_properties({"created": _CREATED})
        formats = _Formats(book)
        rows = Rows(sheets)
        whole = [settled(sheet, lambda jump: rows.of(jump) is not None) for sheet in sheets]
        tabs = [_tab(book, sheet, formats, rows) for sheet in whole]
        draw_all(book, tabs, sheets)
    return stream.getvalue()


class _Formats:
    """The formats of one workbook, each made once."""

    def __init__(self, book: Book) -> None:
        self.book = book
        self.made: dict[tuple[Tone, Form, Light | None, bool, bool], Format] = {}

    def of(self, box: Box) -> Format:
        """The format of a cell."""
        light = box.value if isinstance(box.value, Light) else None
        linked, whole = isinstance(box.value, Link | Jump), is_whole(box.value)
        key = (box.tone, form_of(box), light, linked, whole)
        if key not in self.made:
            self.made[key] = self.book.add_format(dict(look_of(box)))
        return self.made[key]


def _tab(book: Book, sheet: Sheet, formats: _Formats, rows: Rows) -> Book:
    tab = book.add_worksheet(sheet.tab)
    tab.hide_gridlines(2)
    for index, width in enumerate(sheet.widths):
        tab.set_column(index, index, width, None, {"hidden": index in sheet.hidden})
    for index, height in enumerate(sheet.heights):
        tab.set_row(index, height)
    links = 0
    for box in sheet.boxes:
        links += isinstance(box.value, Link | Jump)
        _cell(tab, box, formats.of(box), rows if links <= _MOST_LINKS else None)
    _print(tab, sheet)
    if sheet.freeze:
        tab.freeze_panes(sheet.freeze, 0)
    if sheet.filtered is not None:
        tab.autofilter(sheet.filtered[0], 0, sheet.filtered[1], sheet.filter_width - 1)
    _turn_red(book, tab, sheet)
    return tab


def _turn_red(book: Book, tab: Book, sheet: Sheet) -> None:
    """The stamp that is not fresh any more says so in words, too."""
    if sheet.fresh is None:
        return
    look = book.add_format({**LIGHTS[Light.RED], "bold": True, "num_format": f'@" · {WARNING}"'})
    rule = {"type": "formula", "criteria": stale_formula(sheet.fresh), "format": look}
    tab.conditional_format(sheet.fresh.row, 0, sheet.fresh.row, max(len(sheet.widths) - 1, 0), rule)


def _print(tab: Book, sheet: Sheet) -> None:
    if sheet.landscape:
        tab.set_landscape()
    tab.set_paper(_A4)
    tab.set_margins(left=0.4, right=0.4, top=0.45, bottom=0.45 if sheet.one_page else 0.6)
    tab.fit_to_pages(1, 1 if sheet.one_page else 0)
    tab.center_horizontally()
    tab.print_area(0, 0, max(len(sheet.heights) - 1, 0), len(sheet.widths) - 1)
    if sheet.repeated is not None:
        tab.repeat_rows(sheet.repeated)
    if not sheet.one_page:
        tab.set_footer("&L&8&A&R&8Страница &P из &N")


def _cell(tab: Book, box: Box, style: Format, rows: Rows | None) -> None:
    """Writes a cell; without rows its link is no more than words."""
    if box.right > box.left:
        tab.merge_range(box.row, box.left, box.row, box.right, "", style)
    value = box.value.words if isinstance(box.value, Slot) else box.value
    if isinstance(value, Link | Jump):
        address = "" if rows is None else _address(value) if isinstance(value, Link) else _inside(value, rows)
        if address and len(address) <= _LONGEST_LINK:
            tab.write_url(box.row, box.left, address, style, clean(value.words))
            return
        value = value.words
    _value(tab, box, value, style)


def _inside(jump: Jump, rows: Rows) -> str:
    """`internal:'Отчёт. Показатели'!A12`; empty when it leads nowhere."""
    row = rows.of(jump)
    return "" if row is None else f"internal:{_tab_named(jump.tab)}!A{row + 1}"


def _tab_named(title: str) -> str:
    """A quote in the title of a tab is doubled."""
    return "'" + title.replace("'", "''") + "'"


def _value(tab: Book, box: Box, value: Value, style: Format) -> None:
    match value:
        case None | "":
            tab.write_blank(box.row, box.left, None, style)
        case str():
            tab.write_string(box.row, box.left, clean(value), style)
        case date() if is_a_day(value):
            tab.write_datetime(box.row, box.left, value, style)
        case date():
            tab.write_string(box.row, box.left, f"{value:%d.%m.%Y}", style)
        case _:
            tab.write_number(box.row, box.left, value, style)


def _address(link: Link) -> str:
    """`external:../registers/Команды.xlsx#'Команды и проекты'!I14`; a quote in the title of a tab is doubled."""
    if link.address:
        return link.address
    file = link.file.replace("\\", "/").replace("%", "%25").replace("#", "%23")
    if "%" in file:
        file = file.replace(" ", "%20")
    place = "" if not link.tab else f"#{_tab_named(link.tab)}!{link.cell or 'A1'}"
    start = _OFFICE if file.startswith("./") else _REGISTERS
    return f"external:{start}{file.removeprefix('./')}{place}"
