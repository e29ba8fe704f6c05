"""A workbook of registers as bytes: headings, dropdowns, hints, ready codes; the same arguments give the same bytes."""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from config.register import Register
from reports.templates.contents import (
    FROM_ONE,
    NOTHING,
    SPARE_ROWS,
    Numbering,
    Options,
    Row,
    Rows,
    refuse_unknown_headings,
    width_of,
    with_codes,
)
from reports.templates.dropdowns import LISTS_TAB, Lists, gathered, offered
from reports.templates.layout import Part, Slot, Weight, columns_of, heading_height, heading_look, slots
from reports.templates.validation import validation
from validators.grid import column_letters

Book = Any  # Any: XlsxWriter has no types
Sheet = Any  # Any: XlsxWriter has no types

_CREATED = datetime(2025, 1, 1)  # noqa: DTZ001  a property of the file, fixed so that bytes do not depend on the day


@dataclass(frozen=True)
class Tab:
    """A tab to be written: whose, with which columns, with which rows."""

    register: Register[Any]
    part: Part
    rows: Sequence[Row]


def render_workbook(
    registers: Sequence[Register[Any]],
    *,
    rows: Rows = NOTHING,
    options: Options = NOTHING,
    numbering: Numbering = FROM_ONE,
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
        filled = with_codes(register, rows.get(register.key, ()), numbering)
        _tab(book, Tab(register, part, filled), lists, options)
    if lists.titles:
        _lists_tab(book, lists)
    book.close()
    return output.getvalue()


def _tab(book: Book, tab: Tab, lists: Lists, options: Options) -> None:
    register, rows = tab.register, tab.rows
    sheet = book.add_worksheet(register.tab)
    placed = slots(register, tab.part)
    last = len(rows) + SPARE_ROWS
    for at, slot in enumerate(placed):
        look = book.add_format({"num_format": slot.number_format})
        folded = {"level": 1, "hidden": True} if slot.weight is Weight.ASIDE else {}
        sheet.set_column(at, at, width_of(slot, rows), look, folded)
        sheet.write_string(0, at, slot.column.heading, book.add_format(dict(heading_look(slot.weight))))
        sheet.data_validation(1, at, last, at, validation(register, slot.column, offered(slot.column, options), lists))
        _fill(sheet, at, slot.column.heading, rows, look)
    if placed[-1].weight is Weight.ASIDE:
        sheet.set_column(len(placed), len(placed), None, None, {"collapsed": True})
    refuse_unknown_headings(rows, register)
    _page(sheet, placed, len(rows))


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


def _page(sheet: Sheet, placed: tuple[Slot, ...], rows: int) -> None:
    last = len(placed) - 1
    sheet.set_row(0, heading_height(placed))
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, max(rows, 1), last)
    sheet.ignore_errors({"number_stored_as_text": f"A2:{column_letters(last)}{rows + SPARE_ROWS + 1}"})
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
