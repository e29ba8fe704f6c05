"""A .csv or .tsv as a grid: its encoding, its separator and its quotes are found by what makes the rows agree."""

import csv
import hashlib
import io
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sync.backends.base import FileRead
from sync.backends.readers.package import OLE, ZIP
from sync.backends.readers.refusal import RefusedFileError
from validators.grid import grid_of

SAMPLE = 100
SEPARATORS = (";", "\t", ",")
"""In the order of preference when several make the rows agree equally well."""

_CYRILLIC = ("cp1251", "cp866")
_RUSSIAN = re.compile("[а-яё]")
_ODD = re.compile("[\u2500-\u259f\u0400\u0402-\u040f\u0450\u0452-\u045f]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")


@dataclass(frozen=True)
class Dialect:
    """How the text is cut: the separator, and whether quotes mean anything."""

    separator: str
    quoted: bool


def read_delimited(name: str, data: bytes) -> FileRead:
    """The text as one grid without a tab, every cell a text; or its refusal."""
    digest = hashlib.sha256(data).hexdigest()
    try:
        text = decoded(name, data)
        grid = grid_of(name, "", _rows(name, text), typed=False)
    except RefusedFileError as refusal:
        return FileRead(name, digest, code=refusal.code, text=refusal.text, advice=refusal.advice)
    return FileRead(name, digest, (grid,))


def decoded(name: str, data: bytes) -> str:
    """The text: UTF-8, UTF-16, else the Cyrillic code page that gives Russian words. Raises RefusedFileError."""
    if data.startswith((OLE, ZIP)):
        raise RefusedFileError(
            "F03", f"Файл «{name}» — не текст: внутри книга Excel.", "Дайте файлу его настоящее расширение: .xlsx."
        )
    text = _utf16(data)
    if text is None:
        text = _utf8(name, data)
    if text is None:
        text = max((data.decode(page, "replace") for page in _CYRILLIC), key=_looks_russian)
    if _CONTROL.search(text):
        raise RefusedFileError("F03", f"Файл «{name}» — не текст: в нём есть знаки, каких в тексте не бывает.")
    return text


def _utf16(data: bytes) -> str | None:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    even, odd = data[:400:2], data[1:400:2]
    if odd.count(0) > len(odd) // 4 and not even.count(0):
        return data.decode("utf-16-le", "replace")
    if even.count(0) > len(even) // 4 and not odd.count(0):
        return data.decode("utf-16-be", "replace")
    return None


def _utf8(name: str, data: bytes) -> str | None:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        if error.reason == "unexpected end of data" and any(byte > 127 for byte in data[: error.start]):
            raise RefusedFileError("F02", f"Файл «{name}» обрезан: он кончается посреди буквы.") from error
        return None


def _looks_russian(text: str) -> int:
    return len(_RUSSIAN.findall(text)) - 5 * len(_ODD.findall(text))


def _rows(name: str, text: str) -> list[list[str]]:
    declared = re.match(r"sep=([^\r\n])\r?\n", text, re.IGNORECASE)
    body = text[declared.end() :] if declared else text
    try:
        dialect = find_dialect(body, (declared[1],) if declared else SEPARATORS)
        rows = list(_cut(io.StringIO(body, newline=""), dialect))
    except csv.Error as error:
        raise RefusedFileError("F02", f"Файл «{name}» повреждён: одна из его строк слишком длинная.") from error
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
