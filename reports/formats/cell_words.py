"""The value of a cell in the words in which a workbook would show it: for formats that hold nothing but text."""

from collections.abc import Sequence
from datetime import date

from reports import wording
from reports.layout import shown
from reports.report import Field, Form, Listing, Value

DASH = "—"
"""Stands in a document where there is no figure: nothing was planned, or it is not known."""

FIGURES = frozenset({Form.WHOLE, Form.NUMBER, Form.PERCENT, Form.CHANGE})
"""The forms of columns of figures."""

_SAID = {
    Form.WHOLE: wording.whole,
    Form.PERCENT: wording.percent,
    Form.CHANGE: wording.signed,
}


def words_of(value: Value, form: Form) -> str:
    """`1 250`, `95,3 %`, `+3`, `05.06.2026`; empty for None."""
    if isinstance(value, int | float):
        return _SAID.get(form, wording.decimal)(value)
    if isinstance(value, date) and form is Form.DATE:
        return wording.day(value)
    return shown(value)


def is_figure(value: Value) -> bool:
    """It stands at the right edge of its column, as figures do."""
    return isinstance(value, int | float)


def stands_right(value: Value, form: Form) -> bool:
    """It stands at the right edge of its column: a figure, or the dash that stands for one."""
    return is_figure(value) or (value == DASH and form in FIGURES)


def headings(fields: Sequence[Field]) -> list[tuple[str, int]]:
    """Each heading with the number of columns that it stands over; a field without one stands under the one before."""
    spans: list[tuple[str, int]] = []
    for one in fields:
        if not one.heading and spans:
            spans[-1] = (spans[-1][0], spans[-1][1] + 1)
        else:
            spans.append((one.heading, 1))
    return spans


def in_sight(listing: Listing) -> tuple[tuple[Field, ...], tuple[tuple[Value, ...], ...]]:
    """The fields and rows without the columns that are for the service alone."""
    at = [number for number, one in enumerate(listing.fields) if not one.hidden]
    fields = tuple(listing.fields[number] for number in at)
    return fields, tuple(tuple(row[number] for number in at) for row in listing.rows)
