"""What calamine does not tell of an .xls, found in its records: cells with errors, hidden rows and columns.

Follows [MS-XLS], BIFF5 and BIFF8. The values themselves are calamine's; here only the marks are read, and whether the
book and each of its sheets come to their end.
"""

import struct
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from sync.backends.readers.marks import Marks

BOF = 0x0809
_EOF, _PASSWORD, _SHEET = 0x000A, 0x002F, 0x0085
_WORKSHEET, _MACROS = 0, 1
_ERRORS = {0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?", 0x24: "#NUM!", 0x2A: "#N/A"}


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
        look = _LOOKS.get(kind)
        if look is not None and size >= _SHORTEST[kind]:
            look(marks, stream[at : at + size])
    return marks


def _formula(marks: Marks, record: bytes) -> None:
    if record[12:14] == b"\xff\xff" and record[6] == 2:
        _put(marks, record, record[8])


def _truth_or_error(marks: Marks, record: bytes) -> None:
    if record[7]:
        _put(marks, record, record[6])


def _row(marks: Marks, record: bytes) -> None:
    if record[12] & 0x20:
        marks.hidden_rows.add(struct.unpack_from("<H", record)[0] + 1)


def _column(marks: Marks, record: bytes) -> None:
    first, last, _, _, options = struct.unpack_from("<5H", record)
    if options & 1:
        marks.hidden_columns.update(range(first + 1, min(last, 255) + 2))


def _put(marks: Marks, record: bytes, code: int) -> None:
    row, column = struct.unpack_from("<HH", record)
    marks.errors[row, column] = _ERRORS.get(code, "#N/A")


_LOOKS: Mapping[int, Callable[[Marks, bytes], None]] = MappingProxyType(
    {0x0006: _formula, 0x0206: _formula, 0x0406: _formula, 0x0205: _truth_or_error, 0x0208: _row, 0x007D: _column}
)
_SHORTEST: Mapping[int, int] = MappingProxyType({0x0006: 14, 0x0206: 14, 0x0406: 14, 0x0205: 8, 0x0208: 16, 0x007D: 10})
