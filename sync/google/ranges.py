"""Whole tabs as ranges of one read: how they are named in its address, and whose values its answer holds."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import NoneType
from typing import Any
from urllib.parse import quote

from sync.google.spreadsheet import Tab

Json = Mapping[str, Any]  # Any: what the Sheets API takes and gives
Values = tuple[tuple[Any, ...], ...]  # Any: text, number or truth, as the Sheets API gives them
_LONGEST_ADDRESS = 6_000
"""Bytes of tabs' names in the address of one read: servers on the way refuse addresses of 8 KB."""
_CELLS = frozenset({str, int, float, bool, NoneType})


def quoted(title: str) -> str:
    """The whole tab as a range: `'Лист «1»'`, a quote in the title doubled."""
    return "'" + title.replace("'", "''") + "'"


def by_address(tabs: Iterable[Tab]) -> Iterator[list[Tab]]:
    """The tabs in as few reads as their names leave room for in an address: one, unless there are dozens of tabs."""
    part: list[Tab] = []
    length = 0
    for tab in tabs:
        more = len(quote(quoted(tab.title))) + len("&ranges=")
        if part and length + more > _LONGEST_ADDRESS:
            yield part
            part, length = [], 0
        part.append(tab)
        length += more
    if part:
        yield part


def of_each(ranges: Sequence[Json], tabs: Sequence[Tab]) -> Iterator[tuple[int, Values]]:
    """sheetId → values, when there is an answer for every tab. Raises one of the errors of another shape."""
    for one, tab in zip(ranges, tabs, strict=True):
        name = str(one["range"]).rpartition("!")[0]
        rows = one.get("values", [])
        if name not in {tab.title, quoted(tab.title)} or not all(isinstance(row, list) for row in rows):
            raise ValueError(tab)
        if not {type(cell) for row in rows for cell in row} <= _CELLS:
            raise ValueError(tab)
        yield tab.sheet_id, tuple(map(tuple, rows))
