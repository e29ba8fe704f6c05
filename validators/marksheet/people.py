"""Who stands in the rows of a ведомость, and which rows with marks are something else."""

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from config.cells.text import fold, tidy
from config.codes import CODE
from config.columns import Raw, Reading
from config.registers.participation import PROG
from validators.grid import Grid
from validators.marksheet.head import Head
from validators.marksheet.labels import plan_code
from validators.marksheet.signs import read_mark
from validators.memo import read_cell

_TOTALS = re.compile(r"(итого|ито го|всего|в том числе|присутствовал|отсутствовал|явка)\w*\b")
_PARTS = ("surname", "given", "patronymic")


class Typed(NamedTuple):
    """What names a person in a row: the column (0-based), the cell, and what it was read as."""

    column: int
    raw: Raw
    reading: Reading


@dataclass(frozen=True)
class Line:
    """A row of marks (1-based): who it is of and the key that tells him apart; `beside` is the name next to a code."""

    row: int
    cells: Sequence[Raw]
    who: Typed
    key: str
    faulty: tuple[Typed, ...] = ()
    beside: str | None = None

    @property
    def person(self) -> str | None:
        """The code or the name of the participant."""
        value = self.who.reading.value
        return value if isinstance(value, str) else None


@dataclass
class People:
    """The rows of a ведомость told apart; `left_out` are (row, why) with why in total|repeated_heading|note."""

    lines: list[Line] = field(default_factory=list)
    left_out: list[tuple[int, str]] = field(default_factory=list)


def people_of(grid: Grid, head: Head) -> People:
    """The rows that hold marks. A row without any says nothing of anybody and is passed by."""
    found = People()
    times: dict[str, int] = {}
    for index in range(head.first - 1, len(grid.rows)):
        cells = grid.rows[index]
        marked = [(one.column, cells[one.column]) for one in head.activities if one.column < len(cells)]
        marked = [(at, cell) for at, cell in marked if cell is not None and (not isinstance(cell, str) or tidy(cell))]
        if not marked:
            continue
        typed = list(_typed(cells, head.people))
        why = _not_a_person(grid, head, cells, marked, named=bool(typed))
        if why is not None:
            found.left_out.append((index + 1, why))
            continue
        found.lines.append(_line(index + 1, cells, typed, head, times))
    return found


def _typed(cells: Sequence[Raw], people: Mapping[str, int]) -> Iterator[Typed]:
    """The code, then the name, then the name put together of its parts."""
    for name in ("id", "name"):
        at = people.get(name)
        if at is not None and at < len(cells) and cells[at] is not None:
            reading = read_cell(cells[at], PROG.by_field["participant"])
            if reading.value is not None or reading.code is not None:
                yield Typed(at, cells[at], reading)
    if "surname" in people:
        parts = [cells[people[name]] for name in _PARTS if name in people and people[name] < len(cells)]
        words = " ".join(tidy(part) for part in parts if isinstance(part, str) and tidy(part))
        if words:
            yield Typed(people["surname"], words, read_cell(words, PROG.by_field["participant"]))


def _not_a_person(
    grid: Grid, head: Head, cells: Sequence[Raw], marked: Sequence[tuple[int, Raw]], *, named: bool
) -> str | None:
    first = next((fold(cell) for cell in cells if isinstance(cell, str) and cell.strip()), "")
    if _TOTALS.match(first):
        return "total"
    if all(any(_at(grid, row, at) == cell for row in head.said) or plan_code(cell) for at, cell in marked):
        return "repeated_heading"
    return None if named or any(map(_is_mark, marked)) else "note"


def _is_mark(marked: tuple[int, Raw]) -> bool:
    mark = read_mark(marked[1], None)
    return mark is not None and not (mark.fault and mark.fault.code == "C03")


def _at(grid: Grid, row: int, at: int) -> Raw:
    cells = grid.rows[row - 1]
    return cells[at] if at < len(cells) else None


def _line(row: int, cells: Sequence[Raw], typed: Sequence[Typed], head: Head, times: dict[str, int]) -> Line:
    nobody = Typed(next(iter(head.people.values())), None, Reading())
    who = next((one for one in typed if one.reading.value is not None), typed[0] if typed else nobody)
    value = who.reading.value
    key = hashlib.sha256(fold(value).encode()).hexdigest()[:12] if isinstance(value, str) else f"row{row}"
    times[key] = times.get(key, 0) + 1
    own = key if times[key] == 1 else f"{key}~{times[key]}"
    beside = next((one.reading.value for one in typed if one is not who and who.column == head.people.get("id")), None)
    faulty = tuple(one for one in typed if one.reading.code is not None)
    is_name = isinstance(beside, str) and CODE.fullmatch(beside) is None
    return Line(row, cells, who, own, faulty, str(beside) if is_name else None)
