"""What was read and issued, by its digest ↔ open files: JSON as it is, changes of JSON row by row, other files whole.

A line of `contents.jsonl` is `{"digest": …, "json": …}` or `{"digest": …, "base": …, "depth": …, "steps": …}`. The
steps tell the text of a reading by that of another one, both cut at every `],[`: a pair [first, count] takes so many
pieces of the other one, a text is a piece of its own; joined by `],[` they are the reading.
"""

import json
import re
from collections.abc import Callable
from contextlib import ExitStack
from typing import NamedTuple

from sqlalchemy import Connection

from sync.moving.cells import told
from sync.moving.parcel import Parcel
from sync.moving.tables import path_of, resource_of, rows_of, schema_of
from sync.state.codec import pack, unpack
from sync.state.contents import content
from sync.state.delta import leaning, stored_change
from sync.state.tables import CONTENTS

LINES = "history/contents.jsonl"
FILES = "history/contents"
_LINE = re.compile(
    rb'\{"digest":"([0-9a-f]{64})",(?:"json":|"base":"([0-9a-f]{64})","depth":([0-9]+),"steps":)(.*)\}\n', re.DOTALL
)

Seen = Callable[[str, bytes], bytes]
"""The digest of a content and its bytes → what may be taken along of it."""


class Kept(NamedTuple):
    """A content as the history stores it."""

    digest: str
    stored: bytes


def put_contents(connection: Connection, parcel: Parcel, see: Seen | None = None) -> None:
    """Puts every content into the package. With `see` each is written whole, as much of it as may leave."""
    facts = {"title": "Содержимое: что прочитано и что выпущено"}
    with ExitStack() as stack:
        index = stack.enter_context(
            parcel.table(resource_of(CONTENTS.name), path_of(CONTENTS.name), schema_of(CONTENTS), **facts)
        )
        words = "Прочитанные таблицы и другие записи, по строке JSON на каждую; устройство описано в README.txt"
        lines = stack.enter_context(parcel.writing("history-contents-json", LINES, title=words))
        for row in rows_of(connection, CONTENTS):
            digest, stored = row.digest, row.data
            below = leaning(stored) if see is None else None
            if below is not None and _is_text(steps := unpack(below.change)):
                index.row([digest, "change", below.base, told(None)])
                head = f'{{"digest":"{digest}","base":"{below.base}","depth":{below.depth},"steps":'
                lines.write(head.encode() + steps + b"}\n")
                continue
            data = content(connection, digest)
            data = see(digest, data) if see is not None else data
            if _is_line(data):
                index.row([digest, "json", told(None), told(None)])
                lines.write(f'{{"digest":"{digest}","json":'.encode() + data + b"}\n")
            else:
                path = f"{FILES}/{digest}{_suffix(data)}"
                index.row([digest, "file", told(None), path])
                parcel.put(f"history-content-{digest[:16]}", path, data)


def kept_line(line: bytes) -> Kept:
    """A content out of a line of `contents.jsonl`. Raises ValueError for what is none."""
    found = _LINE.fullmatch(line)
    if found is None:
        raise ValueError(line[:80])
    digest, base, depth, data = found.groups()
    if base is None:
        return Kept(digest.decode(), pack(data))
    return Kept(digest.decode(), stored_change(base.decode(), int(depth), data))


def _is_text(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return b"\n" not in data


def _is_line(data: bytes) -> bool:
    """JSON that fits on one line."""
    if not _is_text(data):
        return False
    try:
        json.loads(data)
    except ValueError:
        return False
    return True


def _suffix(data: bytes) -> str:
    if data.startswith(b"PK\x03\x04"):
        return next((suffix for mark, suffix in _PACKED.items() if mark in data), ".zip")
    if data.startswith(b"%PDF"):
        return ".pdf"
    return ".json" if data[:1] in (b"{", b"[") else ".bin"


_PACKED = {b"xl/workbook": ".xlsx", b"word/document": ".docx"}
