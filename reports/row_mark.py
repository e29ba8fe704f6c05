"""The mark of a row in «Замечания»: which remark it is, so that what staff write beside it is read back right.

Rows may be sorted, moved and typed into: the mark knows its own row again by what the row says.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache

from reports.formats.cell_text import clean
from reports.report import Light, Link

REASON, UNTIL = "Оставить как есть: причина", "До какого числа"
"""Headings under which staff write."""
HEADING = "Метка"
"""The heading of the hidden column begins so; the digest of the words above the table follows."""

_EPOCH = date(1899, 12, 30)
_MOST = 400


@dataclass(frozen=True)
class RowMark:
    """Whose row it is (fingerprint), and as of when.

    `version` — the update that first saw the present value of the cell; `number` — the update that read what staff
    wrote beside it last, 0 for nothing; `row` — digest of what the row says; `shown` — of what the two columns of staff
    held when the service wrote them.
    """

    fingerprint: str
    version: int
    number: int
    row: str
    shown: str

    def __str__(self) -> str:
        """As it stands in the cell."""
        return f"{self.fingerprint}.{self.version}.{self.number}.{self.row}.{self.shown}"


def mark_of(text: object) -> RowMark | None:
    """The mark that a cell holds; None when it holds something else."""
    parts = text.strip().split(".") if isinstance(text, str) else []
    if len(parts) != 5 or not (parts[1].isdecimal() and parts[2].isdecimal()):
        return None
    fingerprint, version, number, row, shown = parts
    return RowMark(fingerprint, int(version), int(number), row, shown)


def row_digest(cells: Iterable[tuple[str, object]]) -> str:
    """The digest of what a row says: (heading, value) pairs, in any order; the columns of staff are left out."""
    said = sorted(
        f"{plain(heading)}={text}"
        for heading, value in cells
        if heading not in {REASON, UNTIL} and not heading.startswith(HEADING) and (text := plain(value))
    )
    return _digest(said)


def shown_digest(reason: object, until: object) -> str:
    """The digest of what the two columns of staff hold."""
    return _digest([plain(reason), plain(until)])


def words_digest(words: Iterable[object]) -> str:
    """The digest of the words above a table."""
    return _digest(filter(None, map(plain, words)))


def plain(value: object) -> str:
    """A value as it comes back from any spreadsheet: text without spaces, a day as its serial."""
    match value:
        case Link(words=words) | Light(value=words):
            return _folded(words)
        case datetime() | None:
            return ""
        case date():
            return str((value - _EPOCH).days)
        case bool() | int() | float():
            return f"{value:.9g}"
        case _:
            return _folded(str(value))


@lru_cache(maxsize=65_536)
def _folded(text: str) -> str:
    return "".join(clean(text).split())[:_MOST]


def _digest(parts: Iterable[str]) -> str:
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:8]
