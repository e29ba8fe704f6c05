"""What staff have typed, told in plain lists: a tab is rows of cells, a register is the rows under its heading."""

import copy
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from config.columns import CellError
from tests.sync.offices import STAFF, mentor, team

Cell = str | int | float | CellError | None
Row = Mapping[str, Cell]
"""Heading → what stands under it."""

KEY = "Код"
PREFIXES = {"TEAM": "КМ", "MENT": "НС", "STAFF": "РП"}
SURNAME, PHONE, POST_BOX = "Канарейкин-Пропавший", "+7912777", "canary-mail"
"""Made-up personal values that must never be seen outside of the registers and of what is shown to their owner."""
CANARIES = (SURNAME, PHONE, POST_BOX)
_CODE = re.compile(r"([А-Я]{2})-(\d{1,9})")
_EPOCH = date(1899, 12, 30)


@dataclass
class Tab:
    """A tab as it stands now. `file` is the workbook in which it lies, without the end of its name."""

    file: str
    title: str
    rows: list[list[Cell]] = field(default_factory=list)

    def copy(self) -> "Tab":
        return copy.deepcopy(self)

    @property
    def heading(self) -> int | None:
        """The index of the row of headings; None when nobody can find it."""
        return next((at for at, row in enumerate(self.rows) if KEY in row), None)

    @property
    def body(self) -> range:
        """The indexes of the rows below the heading, all rows when there is none."""
        top = self.heading
        return range(0 if top is None else top + 1, len(self.rows))

    @property
    def width(self) -> int:
        return max(map(len, self.rows), default=0)

    def records(self) -> Iterator[Row]:
        """The rows under the heading in which anything stands, by headings; nobody can tell one that stands twice."""
        if self.heading is None:
            return
        heads = [head if self.rows[self.heading].count(head) == 1 else None for head in self.rows[self.heading]]
        for at in self.body:
            row = {str(head): cell for head, cell in zip(heads, self.rows[at], strict=False) if head}
            if any(cell not in (None, "") for cell in self.rows[at]):
                yield row

    def codes(self) -> list[str]:
        """The codes that stand in the column of codes, in their order."""
        return [code for row in self.records() if (code := code_in(row.get(KEY)))]

    def cell(self, row: int, column: int) -> Cell:
        """What stands there."""
        return self.rows[row][column] if column < len(self.rows[row]) else None

    def put(self, row: int, column: int, cell: Cell) -> None:
        """Types into a cell, wherever it is."""
        line = self.rows[row]
        line.extend([None] * (column + 1 - len(line)))
        line[column] = cell


def code_in(cell: Cell) -> str | None:
    """The code that a cell holds, its noughts in front or not; None for anything else."""
    found = _CODE.fullmatch(cell.strip()) if isinstance(cell, str) else None
    return f"{found[1]}-{found[2].zfill(4)}" if found else None


def tab_of(file: str, title: str, records: Sequence[Mapping[str, object]]) -> Tab:
    """A tab with these records under their headings."""
    heads = list(dict.fromkeys(head for one in records for head in one))
    lines = [[_cell(one.get(head)) for head in heads] for one in records]
    return Tab(file, title, [[*heads], *lines])


def _cell(value: object) -> Cell:
    if isinstance(value, date):
        return (value - _EPOCH).days
    assert value is None or isinstance(value, str | int | float | CellError)
    return value


def fresh_tabs() -> dict[str, Tab]:
    """Register → its tab on the first day of an office: all right, people with canaries in their personal columns."""
    mentors = [canary(number) for number in range(1, 9)]
    return {
        "STAFF": tab_of("РПО", "Состав и обязанности РПО", STAFF),
        "TEAM": tab_of("Команды", "Команды и проекты", [team(number) for number in range(1, 9)]),
        "MENT": tab_of("Наставники", "Наставники", mentors),
    }


def canary(number: int) -> Mapping[str, object]:
    """A mentor whose personal values are known to nobody else."""
    own = {"Фамилия": SURNAME, "Телефон": f"{PHONE}{number:04d}", "E-mail": f"{POST_BOX}{number}@example.ru"}
    return {**mentor(number), **own}
