"""The head of a ведомость: the row of PLAN codes, who stands down the side, what each column says of its activity."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from config.cells.text import fold, is_empty_like, tidy
from config.codes import fold_code
from config.columns import Raw
from config.registers.participation import PROG
from config.registers.pupils import SCH
from config.registers.students import UNI
from validators.grid import Grid
from validators.marksheet.labels import Labels, folded, plan_code, stands_beside
from validators.marksheet.signs import read_mark
from validators.memo import read_cell

_DEEPEST = 40
_TALLEST = 10
_OUTSIDE = "вне плана"
_PERSON_CODES = (f"{SCH.prefix}-", f"{UNI.prefix}-")


class Said(NamedTuple):
    """A cell of the head: its row (1-based) and what it holds."""

    row: int
    raw: Raw


@dataclass(frozen=True)
class Activity:
    """A column of marks (0-based): the code of its measure (None outside of the plan), and its cells by field."""

    column: int
    code: str | None
    cells: Mapping[str, Said] = field(default_factory=dict)


@dataclass(frozen=True)
class Head:
    """The head of a ведомость. Rows are 1-based, columns 0-based.

    `people` maps id, name, surname, given, patronymic to their columns; `first` is the first row of people; `rows` are
    the rows of the head that name a field; `unread` are columns under a title but without a code.
    """

    code_row: int
    first: int
    people: Mapping[str, int]
    activities: tuple[Activity, ...]
    rows: Mapping[str, int]
    unread: tuple[int, ...] = ()

    @cached_property
    def said(self) -> frozenset[int]:
        """The rows that say something of each activity."""
        return frozenset({self.code_row, *self.rows.values()})


def looks_long(grid: Grid, words: Labels) -> bool:
    """The tab is the long form: «Участник», «Вид» and «Название» or «Результат» head it, or codes go down its rows."""
    for row in grid.rows[:_DEEPEST]:
        keys = {key for _, key in folded(row)}
        fields = {words.rows.get(key) for key in keys}
        if keys & words.people.keys() and "kind" in fields and ("title" in fields or "результат" in keys):
            return True
    coded, filled = sum(bool(_codes(row)) for row in grid.rows), sum(any(row) for row in grid.rows)
    return coded >= 2 and coded * 2 >= filled


def find_head(grid: Grid, words: Labels) -> Head | None:
    """The head, found by the row that has most codes of the plan; None when there is none or nobody stands beside."""
    at = _code_row(grid)
    if at is None:
        return None
    codes = _codes(grid.rows[at])
    label_row, people = _people(grid, at, min(codes), words)
    if not people:
        return None
    return _Finder(grid, words, at, label_row, people).head(codes)


def _codes(row: Sequence[Raw]) -> dict[int, tuple[str, str]]:
    return {at: found for at, cell in enumerate(row) if (found := plan_code(cell)) is not None}


def _code_row(grid: Grid) -> int | None:
    found = [(len(_codes(row)), -index) for index, row in enumerate(grid.rows[:_DEEPEST])]
    best = max(found, default=(0, 0))
    return -best[1] if best[0] else None


def _people(grid: Grid, code_row: int, first: int, words: Labels) -> tuple[int, dict[str, int]]:
    """The row that names who stands down the side, and the columns; by their codes when no row names them."""
    best: tuple[int, dict[str, int]] = (code_row, {})
    for index in range(max(0, code_row - _TALLEST), min(code_row + _TALLEST, len(grid.rows))):
        found: dict[str, int] = {}
        for at, key in folded(grid.rows[index]):
            if key in words.people:
                found.setdefault(words.people[key], at)
        later = index >= code_row > best[0] and len(found) == len(best[1])
        if len(found) > len(best[1]) or (found and later):
            best = index, found
    if best[1]:
        return best
    coded = Counter(at for row in grid.rows[code_row + 1 :] for at, cell in enumerate(row[:first]) if _is_person(cell))
    return (code_row, {"id": coded.most_common(1)[0][0]}) if coded else best


def _is_person(cell: Raw) -> bool:
    code = fold_code(tidy(cell).partition(" · ")[0]) if isinstance(cell, str) else None
    return code is not None and code.startswith(_PERSON_CODES)


class _Finder:
    """Reads the rows around the row of codes."""

    def __init__(self, grid: Grid, words: Labels, code_row: int, label_row: int, people: Mapping[str, int]) -> None:
        self.left = min(_codes(grid.rows[code_row]))
        self.rows = _spread(grid, self.left + 1)
        self.words = words
        self.code_row = code_row
        self.label_row = label_row
        self.people = people

    def head(self, codes: Mapping[int, tuple[str, str]]) -> Head:
        """The whole head, when the codes stand in these columns."""
        columns = [at for at in range(self.left, max(map(len, self.rows))) if at not in self.people.values()]
        first = self._first_row(columns)
        named = self._named_rows(first)
        title = self._title_row(columns, named, first)
        if title is not None:
            named["title"] = title
        outside = [at for at in columns if at not in codes and self._is_outside(at)]
        activities = [self._activity(at, codes.get(at), named) for at in sorted({*codes, *outside})]
        others = [at for at in columns if at not in codes and at not in outside]
        unread = tuple(at for at in others if self._is_unread(at, named, first))
        rows = {name: index + 1 for name, index in named.items()}
        return Head(self.code_row + 1, first + 1, self.people, tuple(activities), rows, unread)

    def _cell(self, row: int, at: int) -> Raw:
        cells = self.rows[row] if row < len(self.rows) else ()
        return cells[at] if at < len(cells) else None

    def _label(self, row: int) -> str | None:
        """The field that a row of the head says of activities: by the words on its left, else by what stands in it."""
        if row in {self.label_row, self.code_row}:
            return None
        found = (self.words.rows.get(fold(cell)) for cell in self.rows[row][: self.left] if isinstance(cell, str))
        return next((name for name in found if name), None) or self._unlabelled(row)

    def _unlabelled(self, row: int) -> str | None:
        """A row under the codes in which nobody stands and which holds only kinds, or only dates."""
        if row < self.code_row or any(cell not in (None, "") for cell in self.rows[row][: self.left]):
            return None
        cells = [cell for cell in self.rows[row][self.left :] if cell not in (None, "")]
        for name in ("kind", "start"):
            readings = [read_cell(cell, PROG.by_field[name]) for cell in cells]
            if cells and all(one.value is not None for one in readings):
                return name
        return None

    def _first_row(self, columns: Sequence[int]) -> int:
        row = max(self.code_row, self.label_row) + 1
        while row < len(self.rows) and (self._label(row) or self._is_headlike(row, columns)):
            row += 1
        return row

    def _is_headlike(self, row: int, columns: Sequence[int]) -> bool:
        """A row of column numbers, or a row of titles under codes: nobody stands in it and nothing in it is a mark."""
        cells = self.rows[row]
        numbers = [cell for cell in cells if cell is not None]
        if len(numbers) > 2 and [str(cell) for cell in numbers] == [str(at) for at in range(1, len(numbers) + 1)]:
            return True
        if row != max(self.code_row, self.label_row) + 1 or any(self._cell(row, at) for at in self.people.values()):
            return False
        marks = [read_mark(cell, None) for at in columns if isinstance(cell := self._cell(row, at), str)]
        return bool(marks) and all(mark is not None and mark.fault for mark in marks)

    def _named_rows(self, first: int) -> dict[str, int]:
        named: dict[str, int] = {}
        for row in range(max(0, min(self.code_row, self.label_row) - _TALLEST), first):
            name = self._label(row)
            if name is not None:
                named.setdefault(name, row)
        return named

    def _title_row(self, columns: Sequence[int], named: Mapping[str, int], first: int) -> int | None:
        """The row of titles: named so, else the row of labels, the row under the codes, the row above them."""
        if "title" in named:
            return named["title"]
        beside = [self.label_row, self.code_row + 1, self.code_row - 1]
        free = [row for row in beside if 0 <= row < first and row not in {self.code_row, *named.values()}]
        return next((row for row in free if self._are_titles(row, columns)), None)

    def _are_titles(self, row: int, columns: Sequence[int]) -> bool:
        under = [at for at in columns if plan_code(self._cell(self.code_row, at))]
        texts = [at for at in under if isinstance(self._cell(row, at), str)]
        alike = row < self.code_row and len({self._cell(row, at) for at in texts}) == 1 < len(under)
        return len(texts) * 2 >= len(under) and not alike

    def _is_outside(self, at: int) -> bool:
        cell = self._cell(self.code_row, at)
        text = tidy(cell) if isinstance(cell, str) else ""
        return bool(text) and self.code_row != self.label_row and (is_empty_like(text) or fold(text) == _OUTSIDE)

    def _activity(self, at: int, code: tuple[str, str] | None, named: Mapping[str, int]) -> Activity:
        cells = {name: Said(row + 1, self._cell(row, at)) for name, row in named.items()}
        if code is not None and code[1] and not (cells.get("title") or Said(0, None)).raw:
            cells["title"] = Said(self.code_row + 1, code[1])
        return Activity(at, code[0] if code else None, cells)

    def _is_unread(self, at: int, named: Mapping[str, int], first: int) -> bool:
        headings = (self._cell(row, at) for row in {self.code_row, self.label_row, *named.values()})
        texts = [tidy(cell) for cell in headings if isinstance(cell, str)]
        if any(map(stands_beside, texts)):
            return False
        return any(self._cell(row, at) not in (None, "") for row in range(first, len(self.rows)))


def _spread(grid: Grid, left: int) -> tuple[tuple[Raw, ...], ...]:
    """The rows with the values of cells merged across, from the column `left` (1-based) on, written into each cell."""
    rows = [list(row) for row in grid.rows]
    for area in grid.merges:
        if left <= area.left < area.right and area.top <= min(len(rows), _DEEPEST + _TALLEST):
            row = rows[area.top - 1]
            row.extend([None] * (area.right - len(row)))
            row[area.left - 1 : area.right] = [row[area.left - 1]] * (area.right - area.left + 1)
    return tuple(map(tuple, rows))
