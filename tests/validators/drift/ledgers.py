"""Registers of a made-up office as rows of cells that can be edited as people do, and read as the service does."""

import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import Any

from config.columns import CellError, Raw
from config.register import Register
from sync.demo.office import DemoOffice, office
from tests.text_tables import BY_KEY
from validators.drift.matching import Drift
from validators.grid import Grid
from validators.memo import Memo
from validators.office import Table
from validators.parse import parse

KEYS = ("SCH", "UNI", "TEAM", "MENT", "EDU", "ENT", "PLAN", "PUB", "PROG", "DOC", "DEC", "FIN", "PAGE")
"""The registers with rows enough in every office."""

LEAST_ROWS = 15
_MEMO = Memo()
made_office = lru_cache(maxsize=4)(office)


@dataclass
class Ledger:
    """One tab: the fields of its columns, the code first, and its rows."""

    register: Register[Any]
    fields: tuple[str, ...]
    rows: list[list[Raw]] = field(default_factory=list)

    def copy(self) -> "Ledger":
        """The same rows, to be edited apart."""
        return Ledger(self.register, self.fields, [list(row) for row in self.rows])

    def column(self, at: int) -> list[Raw]:
        """The cells of one column."""
        return [row[at] for row in self.rows]

    def grid(self, file: str = "Файл.xlsx") -> Grid:
        """The tab as a backend gives it."""
        heading = tuple(self.register.by_field[name].heading for name in self.fields)
        return Grid(file, self.register.tab, (heading, *map(tuple, self.rows)))

    def table(self) -> Table[Any]:
        """The tab as it is read."""
        found = parse(self.grid(), self.register, memo=_MEMO).table
        assert found is not None
        return found

    def next_code(self) -> str:
        """A code that nobody has."""
        numbers = [int(str(row[0]).rpartition("-")[2]) for row in self.rows if str(row[0] or "")[-4:].isdigit()]
        return f"{self.register.prefix}-{max(numbers, default=0) + 1:04d}"


def drift(earlier: Ledger, now: Ledger) -> Drift:
    """Two readings of a tab beside each other."""
    return Drift(earlier.table(), now.table())


def ledger(dice: random.Random, key: str | None = None, most: int = 120) -> Ledger:
    """Some rows of some register: in the order of codes or not, with columns left out and with blank cells."""
    made: DemoOffice = made_office(dice.randint(1, 4))
    register = BY_KEY[key or dice.choice(KEYS)]
    rows = list(made.rows[register.key])
    filled = [name for name in register.by_field if any(row.get(name) is not None for row in rows)]
    kept = [name for name in filled if name in {"id", *register.natural} or dice.random() < 0.8]
    count = dice.randint(LEAST_ROWS, min(most, len(rows)))
    start = dice.randint(0, len(rows) - count)
    chosen = rows[start : start + count] if dice.random() < 0.5 else dice.sample(rows, count)
    if dice.random() < 0.5:
        chosen.sort(key=lambda row: str(row["id"]))
    blank = {name: dice.choice((0.0, 0.0, 0.1, 0.3)) for name in kept if name not in {"id", *register.natural}}
    cells = [
        [_raw(row.get(name)) if dice.random() >= blank.get(name, 0.0) else None for name in kept] for row in chosen
    ]
    return Ledger(register, tuple(kept), cells)


def _raw(cell: object) -> Raw:
    if isinstance(cell, date):
        return (cell - date(1899, 12, 30)).days
    assert cell is None or isinstance(cell, str | int | float | CellError)
    return cell


def in_order(cells: Sequence[Raw], *, down: bool = False) -> list[Raw]:
    """The cells as a spreadsheet sorts them: numbers, then words without regard to capitals; blank cells last."""
    filled = [cell for cell in cells if cell not in (None, "")]
    filled.sort(key=_sort_key, reverse=down)
    return [*filled, *[None] * (len(cells) - len(filled))]


def _sort_key(cell: Raw) -> tuple[int, float, str]:
    return (0, float(cell), "") if isinstance(cell, int | float) else (1, 0.0, str(cell).casefold())


def sort_whole(one: Ledger, at: int, *, down: bool = False) -> None:
    """The whole table sorted by one column, blank cells last."""
    filled = [row for row in one.rows if row[at] not in (None, "")]
    empty = [row for row in one.rows if row[at] in (None, "")]
    one.rows = [*sorted(filled, key=lambda row: _sort_key(row[at]), reverse=down), *empty]
