"""Spreadsheets as files of other kinds: out as csv, tsv or xlsx, in from csv."""

import csv
import io

from openpyxl import Workbook

from tests.sheets_server import engine, values
from tests.sheets_server.model import Sheet, Spreadsheet
from tests.sheets_server.plain import Value

CSV, TSV = "text/csv", "text/tab-separated-values"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def exported(book: Spreadsheet, kind: str) -> bytes | None:
    """The bytes of that kind of file; None when there is no such export."""
    match kind:
        case "text/csv":
            return _delimited(book, ",").encode()
        case "text/tab-separated-values":
            return _delimited(book, "\t").encode()
        case _ if kind == XLSX:
            return _workbook(book)
    return None


def fill(book: Spreadsheet, text: str) -> None:
    """The table becomes the only sheet, called as the file, in the zone of a new upload; values are read as typed."""
    rows = list(csv.reader(io.StringIO(text)))
    grid = {"rowCount": max(len(rows), 1000), "columnCount": max([26, *map(len, rows)])}
    sheet = Sheet(book.sheets[0].properties | {"title": book.properties["title"], "gridProperties": grid})
    book.sheets = [sheet]
    book.properties = book.properties | {"timeZone": "America/Los_Angeles"}
    for row, line in enumerate(rows):
        for column, each in enumerate(line):
            value, number_format = engine.typed(each, book.locale)
            if value is not None:
                shape = {"userEnteredFormat": {"numberFormat": number_format}} if number_format else {}
                sheet.put((row, column), {"userEnteredValue": value} | shape)


def _delimited(book: Spreadsheet, delimiter: str) -> str:
    rows = _rows(book, book.sheets[0], values.FORMATTED)
    width = max(map(len, rows), default=0)
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter, lineterminator="\r\n").writerows(
        [*row, *[""] * (width - len(row))] for row in rows
    )
    return text.getvalue().removesuffix("\r\n")


def _workbook(book: Spreadsheet) -> bytes:
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    for sheet in book.sheets:
        tab = workbook.create_sheet(sheet.title)
        for row in _rows(book, sheet, values.UNFORMATTED):
            tab.append(row)
    found = io.BytesIO()
    workbook.save(found)
    return found.getvalue()


def _rows(book: Spreadsheet, sheet: Sheet, rendering: str) -> list[list[Value]]:
    found: list[list[Value]] = values.value_range(book, sheet, sheet.whole, values.Rendering(rendering)).get(
        "values", []
    )
    return found
