"""Pages → a CSV file for each listing, as the Russian Excel opens it: UTF-8 with BOM, «;», decimal comma."""

import csv
import io
from collections.abc import Mapping, Sequence
from datetime import date, datetime

from reports import wording
from reports.formats.cell_text import guarded
from reports.formats.cell_words import in_sight
from reports.formats.page import Page
from reports.layout import shown
from reports.naming import fit_for_file
from reports.report import Field, Form, Listing, Value

_MARK = "\ufeff"


def render(title: str, pages: Sequence[Page]) -> Mapping[str, bytes]:
    """A folder of files: each is called by its tab and its listing, a number tells namesakes apart."""
    files: dict[str, bytes] = {}
    for page in pages:
        for block in page.blocks:
            if isinstance(block, Listing):
                files[_free(f"{title} (csv)/{_name(page, block)}", files)] = _file(block)
    return files


def _name(page: Page, listing: Listing) -> str:
    """By its title; without one by the first heading, when it is not the only listing of the tab."""
    alone = sum(isinstance(block, Listing) for block in page.blocks) == 1
    called = listing.title or ("" if alone else listing.fields[0].heading.partition(":")[0])
    return fit_for_file(f"{page.report.tab} — {called}" if called else page.report.tab)


def _free(path: str, taken: Mapping[str, bytes]) -> str:
    name, number = f"{path}.csv", 1
    known = {one.casefold() for one in taken}
    while name.casefold() in known:
        number += 1
        name = f"{path} ({number}).csv"
    return name


def _file(listing: Listing) -> bytes:
    fields, rows = in_sight(listing)
    stream = io.StringIO()
    writer = csv.writer(stream, delimiter=";", lineterminator="\r\n")
    if not listing.bare:
        writer.writerow([guarded(_heading(one)) for one in fields])
    writer.writerows([_cell(value) for value in row] for row in rows)
    return (_MARK + stream.getvalue()).encode("utf-8", "replace")


def _heading(field: Field) -> str:
    """A number can't say that it is a percent, so its heading does."""
    is_share = field.form is Form.PERCENT and "%" not in field.heading
    return f"{field.heading}, %" if is_share else field.heading


def _cell(value: Value) -> str:
    match value:
        case int():
            return str(value)
        case float():
            return repr(value).removesuffix(".0").replace(".", ",")
        case datetime():
            return wording.moment(value)
        case date():
            return wording.day(value)
        case _:
            return guarded(shown(value))
