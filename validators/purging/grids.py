"""A reading of a register without a person: his row keeps what is counted, or its code alone; texts keep his code."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import Any

from config.codes import fold_code
from config.columns import Privacy, Raw
from config.register import Register
from validators.grid import Annex, Grid
from validators.office import Source, Table
from validators.purging.marks import Marks, is_among

_COUNTED = frozenset({"choice", "choices", "date", "ref", "refs", "yes_no", "school_year", "code", "whole"})
"""Kinds of cells that are no free words: of classes P0 and P1 they name nobody without the names."""

_CATEGORY, _GRADE = "category", "grade"


def kept_fields(register: Register[Any]) -> frozenset[str]:
    """The fields of a destroyed row that stay in older readings, so that what was counted then can be counted again."""
    columns = (one for one in register.columns if one.privacy <= Privacy.P1 and one.kind.name in _COUNTED)
    return frozenset(one.field for one in columns)


def without_person(grid: Grid, table: Table[Any] | None, code: str, marks: Marks, *, bare: bool) -> Grid:
    """The tab without the person.

    `table` is what the tab was read as, None when it is none of his register or can't be read; `bare` leaves nothing of
    his row but the code, which is no row any more.
    """
    own = {} if table is None else _own_rows(table, code, bare=bare)
    rows = [_swept(row, marks) for row in grid.rows]
    for number, row in enumerate(grid.rows, 1):
        if number in own:
            rows[number - 1] = own[number](row)
        elif table is None and _has_code(row, code) and is_among(marks, row):
            rows[number - 1] = tuple(cell if is_code(cell, code) else None for cell in row)
    annex = None if grid.annex is None else _without_rows(grid.annex, own.keys())
    return replace(grid, rows=tuple(rows), annex=annex)


def without_lines_of(grid: Grid, marks: Marks) -> Grid:
    """A tab of another system's export without every line that tells of the person."""
    rows = tuple(tuple(None for _ in row) if is_among(marks, row) else _swept(row, marks) for row in grid.rows)
    return replace(grid, rows=rows)


def _own_rows(table: Table[Any], code: str, *, bare: bool) -> dict[int, "_Keeper"]:
    source = table.sources[0]
    indexes = [index for index, row_id in enumerate(table.ids) if row_id == code]
    return {table.rows[index]: _Keeper(table, source, index, bare=bare) for index in indexes if not source.key}


class _Keeper:
    """Leaves of one row what may stay."""

    def __init__(self, table: Table[Any], source: Source, index: int, *, bare: bool) -> None:
        """`bare` leaves its code alone."""
        fields = {"id"} if bare else kept_fields(table.register) | {"id"}
        self.kept = {at for name, at in source.columns.items() if name in fields}
        self.more = {} if bare else _category(table, source, index)

    def __call__(self, row: Sequence[Raw]) -> tuple[Raw, ...]:
        """The row with the other cells empty."""
        return tuple(self.more.get(at, cell if at in self.kept else None) for at, cell in enumerate(row))


def _category(table: Table[Any], source: Source, index: int) -> dict[int, Raw]:
    """The category is told by the class, which goes: it is written down, or the row would not be counted any more."""
    at, grade = source.columns.get(_CATEGORY), table.values.get(_GRADE)
    kind = getattr(grade[index], "kind", None) if grade is not None else None
    if at is None or kind is None or table.values[_CATEGORY][index] is not None:
        return {}
    return {at: "Школьник" if kind == "класс" else "Студент СПО"}


def _swept(row: Sequence[Raw], marks: Marks) -> tuple[Raw, ...]:
    return tuple(_swept_cell(cell, marks) for cell in row)


def _swept_cell(cell: Raw, marks: Marks) -> Raw:
    if isinstance(cell, str):
        return marks.swept(cell)
    return marks.code if isinstance(cell, int | float) and marks.is_number_of(cell) else cell


def _has_code(row: Sequence[Raw], code: str) -> bool:
    return any(is_code(cell, code) for cell in row)


def is_code(cell: Raw, code: str) -> bool:
    """The cell holds the code, however it was typed."""
    return isinstance(cell, str) and fold_code(cell.strip()) == code


def _without_rows(annex: Annex, numbers: Collection[int]) -> Annex:
    return replace(annex, rows=tuple(one for one in annex.rows if one[0] not in numbers))
