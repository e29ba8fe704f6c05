"""The summary is of its schema, and the workbook, the long form and the tables of text say the same as it."""

import csv
import io
from collections.abc import Iterator, Sequence
from datetime import date

from reports import wording
from reports.federal.reading import Package, shown
from reports.federal.verifying.case import AGAIN, Case, Failure, Rows
from reports.federal.writing.contents import in_words, tab_title
from reports.federal.writing.data import COLUMNS, DATA, FOLDER, file_title
from reports.federal.writing.manifest import MANIFEST
from reports.federal.writing.package import WORKBOOK
from reports.federal.writing.summary import SCHEMA_FILE, SUMMARY, CellShape, SummaryShape, TableShape, schema_file
from reports.formats.cell_text import clean, guarded, is_a_day

_FIRST_DAY = date(1899, 12, 30)
"""Day 0 of a spreadsheet."""

_ALIKE = ("region", "oktmo", "season", "recipient", "period", "as_of", "correction", "request", "rules", "k")


def says_the_same(case: Case) -> Iterator[Failure]:
    """Every value is the same in all files."""
    package, summary = case.package, case.package.summary
    if summary is None:
        if SUMMARY in package.files:
            yield Failure(SUMMARY, f"Файл {SUMMARY} не отвечает своей схеме.", AGAIN)
        return
    if package.files.get(SCHEMA_FILE, schema_file()) != schema_file():
        yield Failure(SCHEMA_FILE, f"Файл {SCHEMA_FILE} — не схема этой версии пакета.", AGAIN)
    yield from _heads(package, summary)
    yield from _lengths(summary)
    yield from _long_form(package, summary)
    for table in summary.tables:
        yield from _text_table(package, table)
        yield from _tab(case, table)


def _heads(package: Package, summary: SummaryShape) -> Iterator[Failure]:
    manifest = package.manifest
    for name in _ALIKE if manifest is not None else ():
        if getattr(manifest, name) != getattr(summary, name):
            yield Failure(SUMMARY, f"«{name}» в {SUMMARY} не то же, что в {MANIFEST}.", AGAIN)


def _lengths(summary: SummaryShape) -> Iterator[Failure]:
    for table in summary.tables:
        if any(len(row.cells) != len(table.columns) for row in table.rows):
            yield Failure(SUMMARY, f"В таблице {table.code} строки не той длины, что заголовок.", AGAIN)


def _long_form(package: Package, summary: SummaryShape) -> Iterator[Failure]:
    if DATA in package.files:
        place = _first_difference(_read(package.files[DATA]), [list(COLUMNS), *_lines(summary)])
        if place is not None:
            yield Failure(DATA, f"{DATA}, строка {place}: не то же, что в {SUMMARY}.", AGAIN)


def _lines(summary: SummaryShape) -> Iterator[list[str]]:
    first, last = (summary.region, summary.period, summary.as_of.isoformat()), str(summary.correction)
    for table in summary.tables:
        for row in table.rows:
            for column, cell in zip(table.columns, row.cells, strict=False):
                line = (*first, table.code, row.key, column, in_words(cell.value), cell.flag, last)
                yield [guarded(one) for one in line]


def _text_table(package: Package, table: TableShape) -> Iterator[Failure]:
    name = f"{FOLDER}/{file_title(table.code, table.title)}"
    if name in package.files:
        rows = [[guarded(_words(*one)) for one in zip(row.cells, table.columns, strict=False)] for row in table.rows]
        place = _first_difference(_read(package.files[name]), [list(map(guarded, table.columns)), *rows])
        if place is not None:
            yield Failure(name, f"{name}, строка {place}: не то же, что в {SUMMARY}.", AGAIN)
    elif package.manifest is not None and name not in package.manifest.files:
        yield Failure(name, f"Файла {name} в пакете нет.", AGAIN)


def _words(cell: CellShape, column: str) -> str:
    value = shown(cell, column)
    return wording.day(value) if isinstance(value, date) else cell.flag or in_words(cell.value)


def _read(data: bytes) -> list[list[str]]:
    """The lines of a table of text; none when it is no such table."""
    try:
        return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";", strict=True))
    except (UnicodeDecodeError, csv.Error):
        return []


def _first_difference(found: Sequence[Sequence[object]], wanted: Sequence[Sequence[object]]) -> int | None:
    """The number of the first line that is another one, from 1; None when all are alike."""
    for at in range(max(len(found), len(wanted))):
        if at >= len(found) or at >= len(wanted) or list(found[at]) != list(wanted[at]):
            return at + 1
    return None


def _tab(case: Case, table: TableShape) -> Iterator[Failure]:
    if WORKBOOK not in case.package.files:
        return
    title = tab_title(table.code, table.title)
    rows = _trimmed(case.tabs[title], len(table.columns)) if title in case.tabs else None
    if rows is None:
        yield Failure(WORKBOOK, f"В {WORKBOOK} нет листа «{title}».", AGAIN)
        return
    wanted: list[Sequence[object]] = [
        list(table.columns),
        *(list(map(_in_book, row.cells, table.columns)) for row in table.rows),
    ]
    place = _first_difference(rows, wanted)
    if place is not None and (table.rows or place == 1):
        yield Failure(WORKBOOK, f"{WORKBOOK}, лист «{title}», строка {place}: не то же, что в {SUMMARY}.", AGAIN)


def _in_book(cell: CellShape, column: str) -> object:
    value = shown(cell, column)
    if isinstance(value, date):
        return (value - _FIRST_DAY).days if is_a_day(value) else wording.day(value)
    if cell.flag:
        return cell.flag
    return clean(cell.value) or None if isinstance(cell.value, str) else cell.value


def _trimmed(rows: Rows, width: int) -> list[list[object]]:
    """The rows with as many cells as the table has columns; a longer row keeps what is over."""
    found = [list(row) + [None] * (width - len(row)) for row in rows]
    return [row[:width] if not any(cell not in (None, "") for cell in row[width:]) else row for row in found]
