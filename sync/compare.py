"""What a plan changes, counted: the rows of a tab as it stands against the rows as they should be."""

from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime

from reports.layout import lay_out
from reports.report import Light, Link, Value
from reports.sheet import Sheet
from sync.google.names import is_in_google, parted
from sync.plan import Plan, TabPlan
from sync.shelves.shelves import Shelves
from validators.grid import Grid

_EPOCH = date(1899, 12, 30)

Row = tuple[str, ...]


def plan_as_json(plan: Plan, shelves: Shelves) -> dict[str, object]:
    """The object that `plan --json` prints (interfaces.md §4)."""
    changes = []
    for file in plan.due:
        current = {grid.tab: _rows_of_grid(grid) for grid in shelves.present(file.name)}
        changes += [_change(file.name, tab, current.get(tab.report.tab, [])) for tab in file.tabs]
    dangers = [
        {"register": one.register, "kind": one.kind, "was": one.was, "now": one.now, "limit": one.limit}
        for one in plan.dangers
    ]
    return {"checksum": plan.checksum, "changes": [one for one in changes if one["cells"]], "dangers": dangers}


def _change(file: str, tab: TabPlan, current: Sequence[Row]) -> dict[str, object]:
    desired = _rows_of(lay_out(tab.report, tab.stamp))
    gone, new = Counter(current) - Counter(desired), Counter(desired) - Counter(current)
    removed, added = gone.total(), new.total()
    changed = min(removed, added)
    return {
        "target": f"Google: {parted(file)[0]}" if is_in_google(file) else f"reports/{file}",
        "tab": tab.report.tab,
        "cells": sum(bool(cell) for row in new.elements() for cell in row),
        "rows_added": added - changed,
        "rows_removed": removed - changed,
        "rows_changed": changed,
    }


def _rows_of(sheet: Sheet) -> list[Row]:
    rows: dict[int, list[str]] = {}
    for box in sheet.boxes:
        rows.setdefault(box.row, []).append(_shown(box.value))
    return [row for _, cells in sorted(rows.items()) if (row := tuple(filter(None, cells)))]


def _rows_of_grid(grid: Grid) -> list[Row]:
    return [row for cells in grid.rows if (row := tuple(filter(None, map(_typed, cells))))]


def _typed(cell: object) -> str:
    return "" if cell is None else f"{cell:.9g}" if isinstance(cell, int | float) else str(cell)


def _shown(value: Value) -> str:
    match value:
        case Light():
            return value.value
        case Link():
            return value.words
        case datetime():
            return _typed((value - datetime(1899, 12, 30)).total_seconds() / 86400)  # noqa: DTZ001  a cell has no zone
        case date():
            return str((value - _EPOCH).days)
        case _:
            return _typed(value)
