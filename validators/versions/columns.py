"""The columns of a tab by names that outlive their headings, so that a heading typed anew changes no row."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, count
from typing import Any, NamedTuple

from config.columns import Raw
from config.register import Register
from validators.grid import column_letters
from validators.heading import heading_key
from validators.office import Source

_OTHER = "~"
"""How the key of a column begins that is none of ours."""


class Titled(NamedTuple):
    """A column of a tab: the key under which its cells are kept, its field (None: none of ours), its heading.

    The key is what the column was called when it was first seen: its field, or its heading after «~».
    """

    key: str
    field: str | None
    heading: str


Layout = tuple[Titled, ...]
"""The columns of a tab in their order, from the first to the last one that has a heading."""

Cells = Mapping[str, Raw]
"""Key of a column → what is typed; empty cells are left out."""


def layout_of(source: Source, register: Register[Any], known: Mapping[str, Layout]) -> Layout:
    """The columns of a tab now. `known` — source → its columns as they were last; they give the keys.

    A ведомость has no rows of its own: its facts stand under the headings of the register.
    """
    if source.key:
        return tuple(Titled(column.field, column.field, column.heading) for column in register.columns)
    keys = _Keys(source.name, known)
    return tuple(
        Titled(keys.of(field, heading, at), field, heading)
        for at, (field, heading) in enumerate(zip(_fields(source), source.headings, strict=True))
    )[: _last(source.headings)]


def cells_of(layout: Layout, row: Sequence[Raw]) -> dict[str, Raw]:
    """What is typed in a row, by keys."""
    return {one.key: cell for one, cell in zip(layout, row, strict=False) if cell is not None and cell != ""}


def with_keys(layout: Layout, keys: Mapping[str, str]) -> Layout:
    """The same columns under other keys (key → the one to take instead)."""
    return tuple(one._replace(key=keys.get(one.key, one.key)) for one in layout)


class _Keys:
    """The keys of one tab: of the same field, else of the same heading, else new ones; none is given twice."""

    def __init__(self, source: str, known: Mapping[str, Layout]) -> None:
        """What the tab itself was called comes before what other tabs of the register are called."""
        columns = [one for name, layout in known.items() if name != source for one in layout]
        columns += known.get(source, ())
        self.by_field = {one.field: one.key for one in columns if one.field}
        self.by_heading = {heading_key(one.heading): one.key for one in columns if one.heading}
        self.given: set[str] = set()

    def of(self, field: str | None, heading: str, at: int) -> str:
        """The key of the column at this place."""
        known = (self.by_field.get(field or ""), self.by_heading.get(heading_key(heading)), field)
        names = chain(filter(None, known), _numbered(f"{_OTHER}{heading or column_letters(at)}"))
        key = next(one for one in names if one not in self.given)
        self.given.add(key)
        return key


def _fields(source: Source) -> list[str | None]:
    """The field of each column; None where there is none, or where one cell tells several («ФИО»)."""
    told: dict[int, list[str]] = {}
    for name, at in source.columns.items():
        told.setdefault(at, []).append(name)
    return [told[at][0] if len(told.get(at, ())) == 1 else None for at in range(len(source.headings))]


def _last(headings: Sequence[str]) -> int:
    return max((at for at, heading in enumerate(headings, 1) if heading), default=0)


def _numbered(name: str) -> Iterator[str]:
    return (name if number == 1 else f"{name} {number}" for number in count(1))
