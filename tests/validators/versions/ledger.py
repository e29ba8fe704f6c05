"""A register followed through readings in memory, as the history follows it in the database."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from config.columns import Raw
from config.register import Register
from config.settings import Keeping
from tests.text_tables import BY_KEY
from validators.drift.matching import Drift
from validators.grid import Grid
from validators.join import join
from validators.office import Table
from validators.parse import parse
from validators.versions.columns import Layout
from validators.versions.rows import Read, Row, Version, turn

Cells = Sequence[Sequence[Raw]]


class Ledger:
    """The rows that stand, the columns of the tabs, and what each reading changed."""

    def __init__(self, key: str = "TEAM") -> None:
        self.register: Register[Any] = BY_KEY[key]
        self.table: Table[Any] | None = None
        self.was: tuple[Grid, ...] = ()
        self.rows: list[Row] = []
        self.layouts: dict[str, Layout] = {}
        self.written = 0

    def take(self, *grids: Grid) -> tuple[Version, ...]:
        """Follows one more reading; gives the versions that it adds."""
        tables = [parse(grid, self.register, Keeping()).table for grid in grids]
        table, _ = join([one for one in tables if one is not None])
        drift = Drift(self.table, table) if self.table is not None else None
        found = turn(Read(table, grids, drift, self.was), self.rows, self.layouts)
        self.layouts |= found.layouts
        for one in found.versions:
            self._write(one)
        self.table, self.was = table, grids
        return found.versions

    def cells(self, row_id: str) -> dict[str, Raw]:
        """What is typed in the row that stands under the code, by headings of its tab."""
        (row,) = (one for one in self.rows if one.id == row_id)
        return {one.heading: row.cells[one.key] for one in self.layouts[row.source] if one.key in row.cells}

    def _write(self, one: Version) -> None:
        self.written += 1
        self.rows = [row for row in self.rows if row.story != one.story]
        if not one.gone:
            self.rows.append(Row(one.story or self.written, one.id, one.source, partial(dict, one.cells)))
            self.rows.sort(key=lambda row: row.story)


def tab(rows: Cells, file: str = "Команды.xlsx") -> Grid:
    """The heading and the rows as a tab of teams."""
    return Grid(file, BY_KEY["TEAM"].tab, tuple(map(tuple, rows)))


HEADING = ("Код", "Название команды", "Стадия", "Название проекта", "Балл", "Кружок")


def team(number: int, **changed: Raw) -> tuple[Raw, ...]:
    """A row under `HEADING`."""
    usual: dict[str, Raw] = {
        "code": f"КМ-{number:04d}",
        "name": f"Команда {_WORDS[number % len(_WORDS)]} {number}",
        "stage": "Идея",
        "project": f"Проект {number * 7} {_WORDS[(number * 3 + 1) % len(_WORDS)]}",
        "score": number,
        "circle": f"Кружок {number}",
    }
    return tuple((usual | changed).values())


_WORDS = ("Нива", "Вектор", "Искра", "Берег", "Парус", "Кедр", "Сокол", "Маяк", "Родник", "Орбита", "Эхо")
