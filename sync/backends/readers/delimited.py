"""A .csv or .tsv as a grid: its encoding, its separator and its quotes are found by what makes the rows agree."""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from config.columns import CellError
from sync.backends.base import FileRead
from sync.backends.readers.encodings import decoded
from sync.backends.readers.refusal import RefusedFileError, other_content
from validators.grid import grid_of

SAMPLE = 100
SEPARATORS = (";", "\t", ",", "|")
"""In the order of preference when several make the rows agree equally well."""

ERRORS = frozenset(
    {"#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A"}
    | {"#ПУСТО!", "#ДЕЛ/0!", "#ЗНАЧ!", "#ССЫЛКА!", "#ИМЯ?", "#ЧИСЛО!", "#Н/Д"}
)
"""What a spreadsheet writes into a text where a formula failed."""
ENDS = (".csv", ".tsv")
"""Under these names even one column is a table."""


@dataclass(frozen=True)
class Dialect:
    """How the text is cut: the separator, and whether quotes mean anything."""

    separator: str
    quoted: bool


def read_delimited(name: str, data: bytes) -> FileRead:
    """The text as one grid without a tab, every cell a text or a spreadsheet's own error. Raises RefusedFileError."""
    text = decoded(name, data)
    rows = _rows(name, text)
    if not rows:
        raise RefusedFileError("empty", f"Файл «{name}» пуст: в нём нет ни одной заполненной строки.")
    if not name.lower().endswith(ENDS) and max(map(len, rows)) < 2:
        raise other_content(name, "not_a_workbook", "простой текст")
    cells = ([CellError(cell) if cell in ERRORS else cell for cell in row] for row in rows)
    return FileRead(name, "", (grid_of(name, "", cells, typed=False),))


def _rows(name: str, text: str) -> list[list[str]]:
    declared = re.match(r"sep=([^\r\n])\r?\n", text, re.IGNORECASE)
    body = text[declared.end() :] if declared else text
    try:
        dialect = find_dialect(body, (declared[1],) if declared else SEPARATORS)
        rows = list(_cut(io.StringIO(body, newline=""), dialect))
    except csv.Error as error:
        raise RefusedFileError("damaged", f"Файл «{name}» повреждён: одна из его строк слишком длинная.") from error
    while rows and not any(rows[-1]):
        rows.pop()
    return rows


def find_dialect(text: str, separators: Sequence[str] = SEPARATORS) -> Dialect:
    """The separator and the meaning of quotes under which the first rows have most equal widths."""
    lines = list(_head(text))
    best = max(
        separators,
        key=lambda one: _agreement(lines, Dialect(one, quoted=True)) + _agreement(lines, Dialect(one, quoted=False)),
    )
    return Dialect(best, quoted=_quotes_mean(text, best))


def _head(text: str) -> Iterator[str]:
    for number, line in enumerate(io.StringIO(text, newline="")):
        if number >= SAMPLE:
            return
        yield line


def _quotes_mean(text: str, separator: str) -> bool:
    if '"' not in text:
        return True
    quoted = _agreement(io.StringIO(text, newline=""), Dialect(separator, quoted=True))
    bare = _agreement(io.StringIO(text, newline=""), Dialect(separator, quoted=False))
    if abs(quoted - bare) > 1e-9:
        return quoted > bare
    fault = _fault_of_quotes(text, separator)
    return not fault or (separator != "\t" and "end of data" not in fault)


def _fault_of_quotes(text: str, separator: str) -> str:
    """What a strict reader says of the quotes; empty when they are all in order."""
    try:
        for _ in csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True):
            pass
    except csv.Error as error:
        return str(error)
    return ""


def _agreement(lines: Sequence[str] | io.StringIO, dialect: Dialect) -> float:
    """The share of rows that have the most frequent width; 0 when nothing is cut."""
    try:
        widths = Counter(len(row) for row in _cut(lines, dialect) if any(row))
    except csv.Error:
        return 0.0
    width, rows = max(widths.items(), key=lambda pair: (pair[1], pair[0]), default=(0, 0))
    return rows / widths.total() if width > 1 else 0.0


def _cut(lines: Sequence[str] | io.StringIO, dialect: Dialect) -> Iterator[list[str]]:
    if dialect.quoted:
        return csv.reader(lines, delimiter=dialect.separator)
    return csv.reader(lines, delimiter=dialect.separator, quoting=csv.QUOTE_NONE)
