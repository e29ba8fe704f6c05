"""An OLE container, the shell of .xls and of Word documents: which streams lie in its root, and the bytes of one.

Follows [MS-CFB]. Every chain is bounded by the size of the file, so one that bites its tail ends in BrokenOleError.
"""

import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HEADER = 512
_MOST_REGULAR = 0xFFFFFFFA
_ROOT, _STREAM = 5, 2
_NOBODY = 0xFFFFFFFF
_ENTRY = 128
_MINI = 64
_MOST_CUT = 20
"""A sector still farther behind the end was never there: the number is damaged."""


class BrokenOleError(Exception):
    """A container that can't be followed. `is_cut` when what is missing lies behind the end of the file."""

    def __init__(self, why: str, *, is_cut: bool = False) -> None:
        """`why` is for the log."""
        self.is_cut = is_cut
        super().__init__(why)


@dataclass(frozen=True)
class Entry:
    """A line of the directory."""

    name: str
    kind: int
    left: int
    right: int
    child: int
    start: int
    size: int


@dataclass(frozen=True)
class Ole:
    """An opened container: its bytes, its tables, its directory."""

    data: bytes
    sector: int
    mini_limit: int
    table: tuple[int, ...]
    mini_table: tuple[int, ...] = ()
    entries: tuple[Entry, ...] = ()
    root: Mapping[str, Entry] = field(default_factory=dict)

    def stream(self, name: str) -> bytes:
        """The bytes of a stream of the root, by its name in capitals. Raises KeyError, BrokenOleError."""
        entry = self.root[name]
        if entry.size >= self.mini_limit:
            return _cut(_joined(self, entry.start), entry.size)
        small = _joined(self, self.entries[0].start) if entry.size else b""
        pieces = (small[at * _MINI : (at + 1) * _MINI] for at in _chain(self.mini_table, entry.start))
        return _cut(b"".join(pieces), entry.size)


def open_ole(data: bytes) -> Ole:
    """Opens a container. Raises BrokenOleError."""
    if len(data) < _HEADER:
        raise BrokenOleError("no header", is_cut=True)
    power, first_directory = struct.unpack_from("<H", data, 30)[0], struct.unpack_from("<I", data, 48)[0]
    mini_limit, first_mini = struct.unpack_from("<II", data, 56)
    if power not in {9, 12}:
        raise BrokenOleError("odd size of sectors")
    bare = Ole(data, 1 << power, mini_limit, ())
    whole = Ole(data, 1 << power, mini_limit, _table(bare))
    entries = tuple(_entries(_joined(whole, first_directory)))
    if not entries or entries[0].kind != _ROOT:
        raise BrokenOleError("no root")
    mini = _numbers(_joined(whole, first_mini)) if first_mini < _MOST_REGULAR else ()
    return Ole(data, whole.sector, mini_limit, whole.table, mini, entries, _children(entries))


def _table(ole: Ole) -> tuple[int, ...]:
    """The allocation table: number of a sector → number of the next one."""
    parts = [part for part in struct.unpack_from("<109I", ole.data, 76) if part < _MOST_REGULAR]
    following, most = struct.unpack_from("<I", ole.data, 68)[0], len(ole.data) // ole.sector + 1
    seen: set[int] = set()
    while following < _MOST_REGULAR:
        if following in seen:
            raise BrokenOleError("a loop in the list of tables")
        seen.add(following)
        *more, following = _numbers(_sector(ole, following))
        parts.extend(part for part in more if part < _MOST_REGULAR)
    if len(parts) > most:
        raise BrokenOleError("more tables than sectors")
    return tuple(number for part in parts for number in _numbers(_sector(ole, part)))


def _joined(ole: Ole, start: int) -> bytes:
    return b"".join(_sector(ole, number) for number in _chain(ole.table, start))


def _chain(table: tuple[int, ...], start: int) -> Iterator[int]:
    number, left = start, len(table)
    while number < _MOST_REGULAR:
        if number >= len(table):
            raise BrokenOleError("a chain leaves the table")
        if left <= 0:
            raise BrokenOleError("a chain bites its tail")
        left -= 1
        yield number
        number = table[number]


def _sector(ole: Ole, number: int) -> bytes:
    """The last sector of a file may be short: some writers do not pad it."""
    at = (number + 1) * ole.sector
    if at >= len(ole.data):
        raise BrokenOleError("a sector behind the end", is_cut=at < _MOST_CUT * len(ole.data))
    return ole.data[at : at + ole.sector]


def _numbers(data: bytes) -> tuple[int, ...]:
    return struct.unpack(f"<{len(data) // 4}I", data[: len(data) // 4 * 4])


def _cut(data: bytes, size: int) -> bytes:
    if len(data) < size:
        raise BrokenOleError("a stream is shorter than said", is_cut=True)
    return data[:size]


def _entries(data: bytes) -> Iterator[Entry]:
    for at in range(0, len(data) - _ENTRY + 1, _ENTRY):
        length, kind = struct.unpack_from("<HB", data, at + 64)
        left, right, child = struct.unpack_from("<III", data, at + 68)
        start, size = struct.unpack_from("<II", data, at + 116)
        name = data[at : at + max(0, min(length, 64) - 2)].decode("utf-16-le", "replace")
        yield Entry(name.upper(), kind, left, right, child, start, size)


def _children(entries: tuple[Entry, ...]) -> dict[str, Entry]:
    """The streams right in the root: its child and that one's neighbours."""
    found: dict[str, Entry] = {}
    seen: set[int] = set()
    waiting = [entries[0].child]
    while waiting:
        number = waiting.pop()
        if number == _NOBODY or number in seen or number >= len(entries):
            continue
        seen.add(number)
        waiting += [entries[number].left, entries[number].right]
        if entries[number].kind == _STREAM:
            found[entries[number].name] = entries[number]
    return found
