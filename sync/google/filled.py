"""How many cells of a tab are filled: fewer than at the last reading may mean that staff have merged some.

A merge empties all its cells but one, and only metadata tell of it; they may have been taken before.
"""

from collections.abc import Mapping
from typing import Any

from sync.google.spreadsheet import Spreadsheet, Tab
from validators.grid import Grid
from validators.service_column import without_remarks

Rows = tuple[tuple[Any, ...], ...]  # Any: text, number or truth, as the Sheets API gives them
Filled = Mapping[int, tuple[int, ...]]
"""sheetId → the number of filled cells in each column of a tab in which staff type; no value."""


def filled(spreadsheet: Spreadsheet, values: Mapping[int, Rows]) -> Filled:
    """What staff keep; our remarks beside their rows come and go by our own doing."""
    return {tab.sheet_id: _columns(tab, values[tab.sheet_id]) for tab in spreadsheet.staffs}


def _columns(tab: Tab, values: Rows) -> tuple[int, ...]:
    rows = without_remarks(Grid("", tab.title, values)).rows
    found = [0] * max(map(len, rows), default=0)
    for row in rows:
        for at, cell in enumerate(row):
            found[at] += cell not in ("", None)
    return tuple(found)


def fewer(now: Filled, before: Filled) -> bool:
    """Some column of a tab that was there before holds less than it did."""
    return any(_less(now[one], counts) for one, counts in before.items() if one in now)


def _less(now: tuple[int, ...], before: tuple[int, ...]) -> bool:
    padded = (*now, *(0 for _ in before[len(now) :]))
    return any(one < other for one, other in zip(padded, before, strict=False))
