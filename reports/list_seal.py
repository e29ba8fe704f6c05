"""The seal of a list of questions: what the service wrote into its tab, so that anything else typed there is seen.

Rows may be sorted and answered: the seal knows the words above them and what each of them asks, in any order.
"""

import hashlib
from collections.abc import Iterable, Sequence

from reports.report import Block, Field, Listing, Value, Words
from reports.row_mark import plain

HEADING = "Печать"
"""The heading of the hidden column begins so; the seal follows."""

Line = Iterable[tuple[str, object]]
"""(heading, cell) of a row, without those of answers."""


def list_of(words: Sequence[Words], fields: Sequence[Field], rows: Sequence[tuple[Value, ...]]) -> tuple[Block, ...]:
    """The words and the list of questions under them, sealed."""
    heads = [field.heading for field in fields]
    closed = [at for at, field in enumerate(fields) if not field.typed]
    asked = [[(heads[at], row[at]) for at in closed] for row in rows]
    seal = seal_of((one.text for one in words if one.size != "subtitle"), heads, asked)
    every = (*fields, Field(f"{HEADING} {seal}", 6, hidden=True))
    return (*words, Listing("", every, tuple((*row, None) for row in rows), filtered=True, frozen=True))


def seal_of(words: Iterable[object], headings: Iterable[str], lines: Iterable[Line]) -> str:
    """The digest of all that: words above the list, its headings, what its rows ask."""
    parts = (*filter(None, map(plain, words)), *sorted(headings), *sorted(map(_said, lines)))
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:16]


def _said(line: Line) -> str:
    return "\x1e".join(sorted(f"{head}={text}" for head, cell in line if (text := plain(cell))))
