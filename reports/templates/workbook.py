"""A workbook of registers as bytes: headings, dropdowns, hints, ready codes; the same arguments give the same bytes."""

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from types import MappingProxyType
from typing import Any

from config.codes import CODE, make_code, number_of
from config.register import Register
from reports.templates.dropdowns import LISTS_TAB, Lists, gathered, offered
from reports.templates.layout import Part, Slot, Weight, columns_of, heading_height, slots
from reports.templates.validation import validation
from validators.grid import column_letters

Row = Mapping[str, object]
Rows = Mapping[str, Sequence[Row]]
Options = Mapping[str, Sequence[str]]
Book = Any  # Any: XlsxWriter has no types
Sheet = Any  # Any: XlsxWriter has no types

_NOTHING: Mapping[str, Any] = MappingProxyType({})
_CREATED = datetime(2025, 1, 1)  # noqa: DTZ001  a property of the file, fixed so that bytes do not depend on the day
_SPARE_ROWS = 500
_WIDEST = 60
_HEADING = {"bold": True, "text_wrap": True, "valign": "vcenter", "border": 1, "border_color": "#C9D3DC"}
_COLOURS = {
    Weight.MUST: {"bg_color": "#D5E4F0", "font_color": "#1F3A52"},
    Weight.SOMETIMES: {"bg_color": "#EAF1F6", "font_color": "#1F3A52"},
    Weight.ASIDE: {"bg_color": "#F3F3F1", "font_color": "#6B6B66"},
}


@dataclass(frozen=True)
class Numbering:
    """From which number ready codes go, and how many rows a tab has; None is the register's own number."""

    start: int = 1
    count: int | None = None


@dataclass(frozen=True)
class Tab:
    """A tab to be written: whose, with which columns, with which rows."""

    register: Register[Any]
    part: Part
    rows: Sequence[Row]


def render_workbook(
    registers: Sequence[Register[Any]],
    *,
    rows: Rows = _NOTHING,
    options: Options = _NOTHING,
    numbering: Numbering = Numbering(),
    part: Part = Part.WHOLE,
) -> bytes:
    """An .xlsx with one tab a register.

    `rows` — register key → rows (heading → value); `options` — register key → dropdown of the columns that refer to it;
    `part` — which columns the tabs have. Ready codes follow after the largest number that `rows` use. Raises KeyError
    for a heading that a register has not.
    """
    from xlsxwriter import Workbook

    output = io.BytesIO()
    book = Workbook(output, {"in_memory": True})
    book.set_properties({"created": _CREATED})
    lists = gathered((column for register in registers for column in columns_of(register, part)), options)
    for register in registers:
        filled = _with_codes(register, rows.get(register.key, ()), numbering)
        _tab(book, Tab(register, part, filled), lists, options)
    if lists.titles:
        _lists_tab(book, lists)
    book.close()
    return output.getvalue()


def _with_codes(register: Register[Any], rows: Sequence[Row], numbering: Numbering) -> list[Row]:
    prefix, heading = register.prefix, register.id_column.heading
    if prefix is None:
        return list(rows)
    codes = [str(row.get(heading, "")) for row in rows]
    used = [number_of(code) for code in codes if CODE.fullmatch(code) and code.startswith(prefix)]
    first = max(numbering.start, max(used, default=0) + 1)
    count = (register.rows if numbering.count is None else numbering.count) - len(rows)
    return [*rows, *({heading: make_code(prefix, first + index)} for index in range(count))]


def _tab(book: Book, tab: Tab, lists: Lists, options: Options) -> None:
    register, rows = tab.register, tab.rows
    sheet = book.add_worksheet(register.tab)
    placed = slots(register, tab.part)
    last = len(rows) + _SPARE_ROWS
    for at, slot in enumerate(placed):
        look = book.add_format({"num_format": slot.number_format})
        folded = {"level": 1, "hidden": True} if slot.weight is Weight.ASIDE else {}
        sheet.set_column(at, at, _width(slot, rows), look, folded)
        sheet.write_string(0, at, slot.column.heading, book.add_format({**_HEADING, **_COLOURS[slot.weight]}))
        sheet.data_validation(1, at, last, at, validation(register, slot.column, offered(slot.column, options), lists))
        _fill(sheet, at, slot.column.heading, rows, look)
    if placed[-1].weight is Weight.ASIDE:
        sheet.set_column(len(placed), len(placed), None, None, {"collapsed": True})
    for row in rows:
        _refuse_unknown_headings(row, register)
    _page(sheet, placed, len(rows))


def _width(slot: Slot, rows: Sequence[Row]) -> int:
    """The width of the column, more when the rows that are known already need it."""
    if slot.number_format != "@":
        return slot.width
    longest = max((len(str(row.get(slot.column.heading) or "")) for row in rows), default=0)
    return max(slot.width, min(longest + 1, _WIDEST))


def _fill(sheet: Sheet, at: int, heading: str, rows: Sequence[Row], look: object) -> None:
    for number, row in enumerate(rows, 1):
        match row.get(heading):
            case None | "":
                continue
            case bool(answer):
                sheet.write_string(number, at, "Да" if answer else "Нет", look)
            case int() | float() | Decimal() as value:
                sheet.write_number(number, at, value, look)
            case date() as day:
                sheet.write_datetime(number, at, day, look)
            case words:
                sheet.write_string(number, at, str(words), look)


def _refuse_unknown_headings(row: Row, register: Register[Any]) -> None:
    for heading in row:
        if heading not in register.by_heading:
            raise KeyError(heading)


def _page(sheet: Sheet, placed: tuple[Slot, ...], rows: int) -> None:
    last = len(placed) - 1
    sheet.set_row(0, heading_height(placed))
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, max(rows, 1), last)
    sheet.ignore_errors({"number_stored_as_text": f"A2:{column_letters(last)}{rows + _SPARE_ROWS + 1}"})
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)


def _lists_tab(book: Book, lists: Lists) -> None:
    sheet = book.add_worksheet(LISTS_TAB)
    bold, text = book.add_format({"bold": True}), book.add_format({"num_format": "@"})
    for values, at in lists.place.items():
        sheet.set_column(at, at, 32, text)
        sheet.write_string(0, at, lists.titles[at], bold)
        for row, value in enumerate(values, 1):
            sheet.write_string(row, at, value, text)
    sheet.hide()
