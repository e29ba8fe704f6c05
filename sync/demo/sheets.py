"""A sheet typed by hand: plain cells, merged cells where wanted; the same cells give the same bytes."""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from config.columns import CellError
from config.registers.enterprises import ENT
from config.registers.indicators import IND
from config.registers.institutions import EDU
from config.registers.mentors import MENT
from config.registers.teams import TEAM
from sync.demo.draft import Row
from sync.demo.spoiling import Typed

_CREATED = datetime(2025, 1, 1)  # noqa: DTZ001  a property of the file, fixed so that bytes do not depend on the day
Cells = Sequence[Sequence[Typed]]


@dataclass(frozen=True)
class Merge:
    """Cells to be merged, 0-based, both ends included, and what stands in them."""

    top: int
    left: int
    bottom: int
    right: int
    text: str


def book_of(tab: str, cells: Cells, merges: Sequence[Merge] = (), hidden: Sequence[int] = ()) -> bytes:
    """A workbook of one sheet; `hidden` are 0-based rows that nobody sees."""
    from xlsxwriter import Workbook

    output = io.BytesIO()
    book = Workbook(output, {"in_memory": True})
    book.set_properties({"created": _CREATED})
    sheet = book.add_worksheet(tab)
    day_format = book.add_format({"num_format": "dd.mm.yyyy"})
    for number, row in enumerate(cells):
        for at, cell in enumerate(row):
            match cell:
                case None | CellError():
                    continue
                case date():
                    sheet.write_datetime(number, at, cell, day_format)
                case str():
                    sheet.write_string(number, at, cell)
                case _:
                    sheet.write_number(number, at, cell)
    for number in hidden:
        sheet.set_row(number, None, None, {"hidden": True})
    for merge in merges:
        sheet.merge_range(merge.top, merge.left, merge.bottom, merge.right, merge.text)
    book.close()
    return output.getvalue()


def institutions(rows: Sequence[Row]) -> list[list[Typed]]:
    """The heading and the rows of the institutions, column by column as declared."""
    return _table([(column.heading, column.field) for column in EDU.columns], rows)


def enterprises(rows: Sequence[Row]) -> list[list[Typed]]:
    """The heading and the rows of the enterprises."""
    return _table([(column.heading, column.field) for column in ENT.columns], rows)


def indicators(rows: Sequence[Row]) -> list[list[Typed]]:
    """The heading and the rows of the indicators."""
    return _table([(column.heading, column.field) for column in IND.columns], rows)


def teams(rows: Sequence[Row]) -> list[list[Typed]]:
    """The heading and the rows of the teams."""
    return _table([(column.heading, column.field) for column in TEAM.columns], rows)


def mentors(rows: Sequence[Row]) -> list[list[Typed]]:
    """The heading and the rows of the mentors."""
    return _table([(column.heading, column.field) for column in MENT.columns], rows)


def _table(columns: Sequence[tuple[str, str]], rows: Sequence[Row]) -> list[list[Typed]]:
    table: list[list[Typed]] = [[heading for heading, _ in columns]]
    table += [[row.get(name) for _, name in columns] for row in rows]
    return table
