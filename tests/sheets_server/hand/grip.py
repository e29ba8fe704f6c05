"""What a human action works with: the spreadsheet under the hand and the words that name its places."""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from tests.sheets_server import batch, writing
from tests.sheets_server.edit import Edit
from tests.sheets_server.errors import Refused
from tests.sheets_server.lookup import bounded
from tests.sheets_server.model import Sheet, Spreadsheet
from tests.sheets_server.plain import Json, Position, Value
from tests.sheets_server.ranges import Area, a1, letters


class Step(NamedTuple):
    """The spreadsheet before and after one action of the hand."""

    before: Spreadsheet
    after: Spreadsheet


@dataclass(frozen=True)
class Grip:
    """One action under way: the edit, the action's arguments and the hand's earlier steps that can be undone.

    Arguments name a tab by its id or title (`sheet`), cells in A1 notation without the title (`cell`, `range`), rows and
    columns by numbers counted from 0.
    """

    edit: Edit
    arguments: Json
    past: Sequence[Step] = ()

    def sheet(self, name: str = "sheet") -> Sheet:
        """The tab that an argument names. Raises Refused when there is none."""
        wanted = self.arguments.get(name, 0)
        found = self.edit.book.titled(wanted) if isinstance(wanted, str) else self.edit.book.sheet(wanted)
        if found is None:
            raise Refused(f"There is no tab {wanted!r}.")
        return found

    def area(self, name: str = "range") -> Area:
        """The cells that an argument names."""
        _, area = bounded(self.edit.book, self.named(name))
        return area

    def named(self, name: str = "range") -> str:
        """The cells that an argument names, with the title of their tab."""
        title = self.sheet().title.replace("'", "''")
        return f"'{title}'!{self.arguments[name]}"

    def number(self, name: str, usual: int = 0) -> int:
        return int(self.arguments.get(name, usual))

    def text(self, name: str, usual: str = "") -> str:
        return str(self.arguments.get(name, usual))

    def ask(self, kind: str, **content: Value) -> None:
        """Does what the interface does by a request of the API. Raises Refused or ApiError."""
        batch.perform(self.edit, {"requests": [{kind: content}]})

    def type(self, sheet: Sheet, corner: Position, rows: list[list[Value]]) -> None:
        """Types rows of text from a cell on, the grid grows when it must; None leaves a cell as it is."""
        bottom, right = corner[0] + len(rows), corner[1] + max(map(len, rows), default=0)
        self.edit.grow(sheet, max(sheet.rows, bottom), max(sheet.columns, right))
        place = a1(sheet.title, Area(*corner, corner[0] + 1, corner[1] + 1))
        writing.update(self.edit, place, {"values": rows}, writing.Input(typed=True))

    def grid_range(self, area: Area) -> Json:
        """An area of the tab as the API's GridRange."""
        return self.sheet().ranged(area).json()

    def lines(self, dimension: str, start: int, count: int) -> Json:
        """Rows or columns of the tab as the API's DimensionRange."""
        found = {"dimension": dimension, "startIndex": start, "endIndex": start + count}
        return {"sheetId": self.sheet().id, **found}


@dataclass(frozen=True)
class Glance:
    """What a person looks at before they choose what to do: chance, the spreadsheet, and a tab of it."""

    chance: random.Random
    book: Spreadsheet
    sheet: Sheet

    @property
    def table(self) -> Area:
        """The cells that are in use, with a row and a column more than that, sixty rows at most."""
        places = list(self.sheet.used())
        bottom = max((row for row, _ in places), default=0) + 2
        right = max((column for _, column in places), default=0) + 2
        return Area(0, 0, min(bottom, self.sheet.rows, 60), min(right, self.sheet.columns, 12))

    def row(self, start: int = 0) -> int:
        """A row of the table, not above `start`."""
        return self.chance.randrange(min(start, self.table.bottom - 1), self.table.bottom)

    def column(self) -> int:
        return self.chance.randrange(self.table.right)

    def cell(self) -> str:
        """A cell of the table in A1 notation."""
        return f"{letters(self.column())}{self.row() + 1}"

    def range(self, *, start: int = 0) -> str:
        """A few adjoining cells of the table in A1 notation."""
        top, left = self.row(start), self.column()
        bottom, right = top + self.chance.randrange(1, 5), left + self.chance.randrange(1, 4)
        area = Area(top, left, min(bottom, self.sheet.rows), min(right, self.sheet.columns))
        return a1("T", area).partition("!")[2]

    def typed(self) -> str:
        """What a person types: texts, codes, numbers and dates in Russian and English, a formula, nothing."""
        return self.chance.choice(TYPED).format(n=self.chance.randrange(1, 10_000))

    def new_id(self) -> int:
        """An id that no tab has."""
        return self.chance.randrange(10**6, 2**31)


TYPED = (
    "Заявка {n}",
    "ПК-{n:04d}",
    "{n}",
    "{n},5",
    "{n}.25",
    "01.02.2026",
    "2026-02-01",
    "15 000,00",
    "45%",
    "Да",
    "TRUE",
    "'007",
    "={n}+1",
    "  с пробелами ",
    "Петров Пётр",
    "",
)

Perform = Callable[[Grip], None]
"""Changes the edit's spreadsheet; raises Refused or ApiError when the interface would say no."""
Draw = Callable[[Glance], Json | None]
"""Chooses arguments by chance; None when there is nothing to do it to."""


class Action(NamedTuple):
    """One thing that people do in a spreadsheet."""

    name: str
    perform: Perform
    draw: Draw
