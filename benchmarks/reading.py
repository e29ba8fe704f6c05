"""Reading a workbook beside bare calamine: the guard included, error cells kept, the same cells as a finding."""

import gc
import io
import statistics
import time
from collections.abc import Callable
from pathlib import Path

from python_calamine import CalamineWorkbook
from xlsxwriter import Workbook

from benchmarks.people import HEADINGS, make
from config.columns import CellError
from sync.backends.readers.file import read_file

ROUNDS = 5
EVERY = 100
"""In every row of so many the last cell is a formula that failed."""


def workbook(path: Path, count: int) -> bytes:
    """A people table as Excel writes it: dates with a format, shared words, and error cells."""
    book = Workbook(path, {"strings_to_numbers": False, "strings_to_formulas": False, "strings_to_urls": False})
    sheet, day = book.add_worksheet("Люди"), book.add_format({"num_format": "dd.mm.yyyy"})
    dates = {HEADINGS.index("Дата рождения"), HEADINGS.index("Дата заявки")}
    for row, cells in enumerate((HEADINGS, *make(count, 0.08).rows)):
        for column, cell in enumerate(cells):
            if isinstance(cell, str):
                sheet.write_string(row, column, cell)
            elif cell is not None:
                sheet.write_number(row, column, cell, day if column in dates else None)
        if row % EVERY == EVERY - 1:
            sheet.write_formula(row, len(HEADINGS) - 1, "=A1/0", None, "#DIV/0!")
    book.close()
    return path.read_bytes()


def bare(data: bytes) -> object:
    """What calamine gives when nothing guards it and errors are lost."""
    with CalamineWorkbook.from_filelike(io.BytesIO(data)) as book:
        return book.get_sheet_by_index(0).to_python()


def in_turn(*works: Callable[[], object]) -> list[float]:
    """The median seconds of each piece of work, done by turns so that the hour of the machine is the same for all."""
    times: list[list[float]] = [[] for _ in works]
    for _ in range(ROUNDS):
        for work, taken in zip(works, times, strict=True):
            gc.collect()
            start = time.perf_counter()
            work()
            taken.append(time.perf_counter() - start)
    return [statistics.median(taken) for taken in times]


def checked(data: bytes, count: int) -> None:
    """Ends the bench when a row or an error cell is missing."""
    rows = read_file("Люди.xlsx", data).grids[0].rows
    errors = sum(isinstance(cell, CellError) for row in rows for cell in row)
    if (len(rows), errors) != (count + 1, (count + 1) // EVERY):
        raise SystemExit(f"read {len(rows)} rows and {errors} errors")


def measured(folder: Path, count: int) -> tuple[float, float]:
    """Our seconds and bare calamine's."""
    data = workbook(folder / "Люди.xlsx", count)
    checked(data, count)
    ours, theirs = in_turn(lambda: read_file("Люди.xlsx", data), lambda: bare(data))
    return ours, theirs
