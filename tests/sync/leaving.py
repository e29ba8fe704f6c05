"""Staff at work in «Замечания» of a folder: they read lines, write beside them, sort, and save the workbook."""

from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl

from reports.row_mark import HEADING, REASON, UNTIL

Line = dict[str, Any]  # Any: what a cell holds


@dataclass(frozen=True)
class Book:
    """A tab of a workbook of remarks as a person has it open."""

    path: Path
    tab: str = "Замечания"

    def lines(self) -> list[Line]:
        """The lines below the heading, by headings."""
        return [dict(zip(heads, row, strict=True)) for heads, row in self._rows()]

    def line(self, code: str, kind: str = "") -> Line:
        """The line of a row's code."""
        return next(one for one in self.lines() if code in str(one["Строка"]) and str(one["Что это"]).startswith(kind))

    def write(self, code: str, reason: object = None, until: object = None) -> None:
        """Types into both columns of staff beside every line of the row."""

        def typed(lines: list[Line]) -> None:
            for one in lines:
                if code in str(one["Строка"]):
                    one[REASON], one[UNTIL] = reason, until

        self.change(typed)

    def change(self, change: Callable[[list[Line]], None], *, in_sight: bool = False) -> None:
        """Changes the lines and saves; with `in_sight` the hidden column stays where it was."""
        book = openpyxl.load_workbook(self.path)
        sheet = book[self.tab]
        top, heads = _heading(sheet)
        lines = [
            {head: sheet.cell(row, at).value for head, at in heads.items()} for row in range(top + 1, sheet.max_row + 1)
        ]
        marks = [_mark(one) for one in lines]
        change(lines)
        for number, one in enumerate(lines):
            for head, at in heads.items():
                hidden = head.startswith(HEADING) and in_sight
                sheet.cell(top + 1 + number, at).value = marks[number] if hidden else one[head]
        book.save(self.path)

    def _rows(self) -> list[tuple[Sequence[str], Sequence[Any]]]:  # Any: what a cell holds
        with closing(openpyxl.load_workbook(self.path, read_only=True)) as book:
            top, heads = _heading(book[self.tab])
            rows = book[self.tab].iter_rows(min_row=top + 1, max_col=len(heads), values_only=True)
            return [([*heads], row) for row in rows if row[0] and str(row[0]) != "Замечаний нет"]


def _heading(sheet: Any) -> tuple[int, dict[str, int]]:  # Any: openpyxl has no types
    for number, row in enumerate(sheet.iter_rows(values_only=True), start=1):
        if REASON in row:
            return number, {str(cell): at for at, cell in enumerate(row, start=1) if cell}
    raise LookupError(sheet.title)


def _mark(line: Line) -> Any:  # Any: what openpyxl found in a cell
    return next(value for head, value in line.items() if head.startswith(HEADING))


def common(reports: Path, tab: str = "Замечания") -> Book:
    """The workbook for all."""
    return Book(reports / "Замечания.xlsx", tab)


def own(reports: Path, post: str, tab: str = "Замечания") -> Book:
    """The workbook of one employee."""
    return Book(reports / f"Замечания — {post}.xlsx", tab)


def day_of(cell: Any) -> date:  # Any: what openpyxl found in a cell
    """The day that a cell holds."""
    return date(cell.year, cell.month, cell.day)
