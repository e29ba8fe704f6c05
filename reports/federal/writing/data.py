"""`data.csv` and `csv/*.csv`: every cell in a line of its own, and each table as it is; UTF-8 with BOM, «;»."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from reports import wording
from reports.disclosure.draft import Mark, Shown
from reports.disclosure.release import Released
from reports.federal.writing.contents import flag, in_words, plain, tables_of
from reports.formats.cell_text import guarded
from reports.naming import fit_for_file

COLUMNS = ("region", "period", "as_of", "table", "row", "column", "value", "flag", "correction")
DATA = "data.csv"
FOLDER = "csv"
_MARK = "\ufeff"


def data_file(released: Released) -> bytes:
    """The long form: a line for each cell, in the order of the tables."""
    head = released.head
    first, last = (head.region, head.period, head.as_of.isoformat()), head.correction
    lines = (
        (*first, table.code, key, field.heading, in_words(plain(value)), flag(value), str(last))
        for table in tables_of(released)
        for key, cells in table.rows
        for field, value in zip(table.fields, cells, strict=True)
    )
    return text_table(COLUMNS, lines)


def table_files(released: Released) -> Mapping[str, bytes]:
    """Name → the file of each table: `csv/03 Участники.csv`."""
    return {
        f"{FOLDER}/{file_title(one.code, one.title)}": text_table(
            [field.heading for field in one.fields], ([_words(cell) for cell in cells] for _, cells in one.rows)
        )
        for one in tables_of(released)
    }


def file_title(code: str, title: str) -> str:
    """`03 Участники.csv`, `С1 Изменения с прошлой отправки.csv`."""
    return f"{fit_for_file(f'{code.zfill(2)} {title}')}.csv"


def text_table(heading: Sequence[str], lines: Iterable[Sequence[str]]) -> bytes:
    """A table of text as the Russian Excel opens it."""
    stream = io.StringIO()
    writer = csv.writer(stream, delimiter=";", lineterminator="\r\n")
    writer.writerow(map(guarded, heading))
    writer.writerows(map(guarded, line) for line in lines)
    return (_MARK + stream.getvalue()).encode("utf-8", "replace")


def _words(value: Shown) -> str:
    if isinstance(value, date):
        return wording.day(value)
    return value.value if isinstance(value, Mark) else in_words(plain(value))
