"""A reading told by what it changes in an earlier one: rows that are the same are named, the others are written out."""

import json
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sync.state.codec import pack, unpack

DEEPEST = 16
"""So many readings may lean on each other; the next one is written out whole."""

_MARK = b"D"
_HEAD = re.compile(rb"D([0-9]{2})([0-9a-f]{64})")
_BETWEEN_ROWS = b"],["


class Leaning(NamedTuple):
    """What is stored of a reading: the digest of the one that it leans on, how many lean below it, what changes."""

    base: str
    depth: int
    change: bytes


def leaning(stored: bytes) -> Leaning | None:
    """What the stored bytes lean on; None for a reading that is written out whole."""
    head = _HEAD.match(stored)
    return Leaning(head[2].decode(), int(head[1]), stored[head.end() :]) if head else None


def pack_upon(data: bytes, base: bytes, digest: str, depth: int) -> bytes:
    """The encoded reading as it differs from an earlier one (`digest` and `depth` are that one's), or whole.

    Whole it is when too many lean on each other already, or when little would be saved.
    """
    whole = pack(data)
    if depth >= DEEPEST:
        return whole
    steps = json.dumps(list(_steps(_rows(data), _rows(base))), ensure_ascii=False, separators=(",", ":"))
    stored = stored_change(digest, depth + 1, steps.encode("utf-8", "surrogatepass"))
    return stored if len(stored) * 2 < len(whole) else whole


def stored_change(base: str, depth: int, steps: bytes) -> bytes:
    """What is stored of a reading that leans on the one of that digest, so many deep; `steps` are JSON."""
    return b"%b%02d%b%b" % (_MARK, depth, base.encode(), pack(steps))


def unpack_upon(change: bytes, base: bytes) -> bytes:
    """The encoded reading again. Raises ValueError when the bytes are damaged or the base is another one."""
    rows = _rows(base)
    found: list[bytes] = []
    for step in json.loads(unpack(change).decode("utf-8", "surrogatepass")):
        if isinstance(step, str):
            found.append(step.encode("utf-8", "surrogatepass"))
        else:
            first, count = step
            found += rows[first : first + count]
    return _BETWEEN_ROWS.join(found)


def _rows(data: bytes) -> list[bytes]:
    return data.split(_BETWEEN_ROWS)


def _steps(rows: Sequence[bytes], base: Sequence[bytes]) -> Iterator[str | tuple[int, int]]:
    """Stretches of the base (first row, how many), and between them the rows that it has not, as text."""
    where = {row: at for at, row in enumerate(base)}
    at = 0
    while at < len(rows):
        first = where.get(rows[at])
        if first is None:
            yield rows[at].decode("utf-8", "surrogatepass")
            at += 1
            continue
        count = 1
        while at + count < len(rows) and first + count < len(base) and rows[at + count] == base[first + count]:
            count += 1
        yield first, count
        at += count
