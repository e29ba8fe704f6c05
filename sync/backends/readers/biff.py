"""What calamine does not tell of an .xls, found in its records: cells with errors, hidden rows and columns.

Follows [MS-XLS], BIFF5 and BIFF8. The values themselves are calamine's; here only the marks are read, and whether the
book and each of its sheets come to their end.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass

from sync.backends.readers.marks import Marks

BOF = 0x0809
_EOF, _PASSWORD, _SHEET = 0x000A, 0x002F, 0x0085
_ROW, _COLUMN, _TRUTH_OR_ERROR = 0x0208, 0x007D, 0x0205
_FORMULAS = frozenset({0x0006, 0x0206, 0x0406})
_WORKSHEET = 0
_ERRORS = {0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?", 0x24: "#NUM!", 0x2A: "#N/A"}
_MACROS, _CHART = 1, 2


class BrokenBiffError(Exception):
    """Records that do not come to their end. `sheet` is the number of the worksheet, from 1; 0 is the book itself."""

    def __init__(self, sheet: int) -> None:
        """Only the place is known."""
        self.sheet = sheet
        super().__init__(f"sheet {sheet}")


@dataclass(frozen=True)
class Book:
    """The marks of the worksheets in their order; whether a password stands before them; whether there are macros."""

    sheets: tuple[Marks, ...] = ()
    has_password: bool = False
    has_macros: bool = False


def search(stream: bytes) -> Book:
    """The marks of every worksheet of the stream «Workbook» or «Book». Raises BrokenBiffError."""
    starts: list[int] = []
    has_macros = False
    for kind, at, size in _records(stream, 0, 0):
        if kind == _PASSWORD:
            return Book(has_password=True)
        if kind == _SHEET and size >= 6:
            start, what = struct.unpack_from("<IxB", stream, at)
            has_macros = has_macros or what & 0x0F == _MACROS
            if what & 0x0F == _WORKSHEET:
                starts.append(start)
    return Book(tuple(_sheet(stream, start, number) for number, start in enumerate(starts, 1)), has_macros=has_macros)


def _records(stream: bytes, start: int, sheet: int) -> Iterator[tuple[int, int, int]]:
    """(kind, place of the content, its size) from a BOF to its EOF, those of charts inside passed over."""
    at, depth, end = start, 0, len(stream)
    head = struct.Struct("<HH")
    while at + 4 <= end:
        kind, size = head.unpack_from(stream, at)
        at += 4
        if at + size > end:
            break
        if kind == BOF:
            depth += 1
        elif kind == _EOF:
            depth -= 1
            if depth <= 0:
                return
        elif depth == 1:
            yield kind, at, size
        at += size
    raise BrokenBiffError(sheet)


def _sheet(stream: bytes, start: int, number: int) -> Marks:
    marks = Marks()
    for kind, at, size in _records(stream, start, number):
        if kind in _FORMULAS and size >= 14:
            if stream[at + 12 : at + 14] == b"\xff\xff" and stream[at + 6] == 2:
                _put(marks, stream, at, stream[at + 8])
        elif kind == _TRUTH_OR_ERROR and size >= 8:
            if stream[at + 7]:
                _put(marks, stream, at, stream[at + 6])
        elif kind == _ROW and size >= 16:
            if stream[at + 12] & 0x20:
                marks.hidden_rows.add(struct.unpack_from("<H", stream, at)[0] + 1)
        elif kind == _COLUMN and size >= 10:
            first, last, _, _, options = struct.unpack_from("<5H", stream, at)
            if options & 1:
                marks.hidden_columns.update(range(first + 1, min(last, 255) + 2))
    return marks


def _put(marks: Marks, stream: bytes, at: int, code: int) -> None:
    row, column = struct.unpack_from("<HH", stream, at)
    marks.errors[row, column] = _ERRORS.get(code, "#N/A")
