"""The office in the making: rows by register, keyed by field, with codes issued in order."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from random import Random

from config.calendar import is_working_day
from config.codes import PREFIXES, make_code
from config.registers import REGISTERS

Cell = str | int | float | date | None
Row = dict[str, Cell]

_CODE = re.compile(r"[А-Я]{2}-[0-9]{4,}")


@dataclass
class Draft:
    """What has been made so far, and the only source of chance."""

    dice: Random
    rows: dict[str, list[Row]] = field(default_factory=lambda: {register.key: [] for register in REGISTERS})
    taken: set[str] = field(default_factory=set)

    def add(self, key: str, **cells: Cell) -> Row:
        """A new row of a register, with the next free code unless it has a name of its own."""
        rows = self.rows[key]
        row: Row = {"id": make_code(PREFIXES[key], len(rows) + 1) if key in PREFIXES else None} | cells
        rows.append(row)
        return row

    def one(self, key: str, **cells: Cell) -> Row:
        """The row of a register with these cells; there must be one."""
        return next(row for row in self.rows[key] if all(row.get(name) == cell for name, cell in cells.items()))

    def day(self, first: date, last: date) -> date:
        """Some day from the first to the last."""
        return date.fromordinal(self.dice.randint(first.toordinal(), last.toordinal()))

    def working_day(self, first: date, last: date) -> date:
        """Some working day from the first to the last; there must be one."""
        while True:
            day = self.day(first, last)
            if is_working_day(day):
                return day

    def chance(self, share: float) -> bool:
        """True in this share of cases."""
        return self.dice.random() < share

    def put_in_order(self, key: str, when: Callable[[Row], date]) -> None:
        """Sorts a register by date and issues its codes anew, wherever they stand."""
        rows = self.rows[key] = sorted(self.rows[key], key=when)
        renewed = {str(row["id"]): make_code(PREFIXES[key], number) for number, row in enumerate(rows, 1)}
        for one in self.rows.values():
            for row in one:
                for name, cell in row.items():
                    if isinstance(cell, str) and PREFIXES[key] in cell:
                        row[name] = _CODE.sub(lambda match: renewed.get(match[0], match[0]), cell)


def code(row: Row) -> str:
    """The code of a row."""
    return str(row["id"])


def codes(rows: list[Row]) -> str:
    """The codes of rows as one cell."""
    return "; ".join(code(row) for row in rows)


def day_of(row: Row, name: str) -> date:
    """A date that the row is known to have."""
    day = row[name]
    assert isinstance(day, date)  # noqa: S101  the generator's own promise, not a check of data
    return day


def titled(row: Row, name: str) -> str:
    """`КМ-0012 · Название`, as a dropdown shows it."""
    return f"{row['id']} · {row[name]}"
