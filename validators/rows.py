"""The rows under a heading told apart: data, blank rows, totals, and another table below."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain

from config.cells.text import fold, tidy
from config.codes import CODE, fold_code
from config.columns import Raw

_TOTALS = re.compile(r"(итого|ито го|всего|в том числе)\b")

Columns = tuple[tuple[Raw, ...], ...]
"""Cells by column, all of one length."""


@dataclass(frozen=True)
class Body:
    """The rows under a heading, and the same cells by column.

    `code_at` — the column of codes (None when the register has none of its own), `asked` — the other bound columns.
    """

    rows: Sequence[tuple[Raw, ...]]
    columns: Columns
    code_at: int | None
    asked: frozenset[int]


@dataclass(frozen=True)
class Sorted:
    """Indexes of the rows of a body, in order: those with data, those left out and why, the blank ones between."""

    data: Sequence[int]
    left_out: tuple[tuple[int, str], ...]
    gaps: tuple[int, ...]


def by_column(rows: Sequence[tuple[Raw, ...]], width: int) -> Columns:
    """The rows turned: `width` columns, short rows ending in empty cells."""
    if not set(map(len, rows)) <= {width}:
        rows = [row + (None,) * (width - len(row)) for row in rows]
    cells = tuple(chain.from_iterable(rows))
    return tuple(cells[at::width] for at in range(width))


def sort_rows(body: Body) -> Sorted:
    """Tells the rows apart. Only a row without a code, or blank but for its code, wants a look of its own."""
    blank = _blank(body)
    end = len(body.rows)
    while end - 1 in blank:
        end -= 1
    left_out: dict[int, str] = {}
    gaps: list[int] = []
    for index in sorted(blank.union(_uncoded(body))):
        if index >= end:
            break
        if index in blank:
            gaps += [] if any(body.rows[index]) else [index]
            continue
        why = _not_data(body, index, after_gap=gaps[-1:] == [index - 1])
        if why == "second_table":
            left_out |= {at: why for at in range(index, end) if any(body.rows[at])}
            end = gaps.pop()
        elif why:
            left_out[index] = why
    return _sorted(end, blank | left_out.keys(), left_out, gaps)


def _sorted(end: int, others: set[int], left_out: dict[int, str], gaps: Iterable[int]) -> Sorted:
    data = [index for index in range(end) if index not in others] if others else range(end)
    last = data[-1] if data else -1
    return Sorted(data, tuple(left_out.items()), tuple(gap for gap in gaps if gap < last))


def _blank(body: Body) -> set[int]:
    """Rows in which no bound column holds anything, the code aside."""
    suspects: Sequence[int] = range(len(body.rows))
    for at in sorted(body.asked):
        column = body.columns[at]
        suspects = [index for index in suspects if column[index] is None or column[index] == ""]
    return set(suspects)


def _uncoded(body: Body) -> Iterable[int]:
    """Rows that can not be known for data by their code."""
    if body.code_at is None:
        return range(len(body.rows))
    is_code = CODE.fullmatch
    return [
        index
        for index, code in enumerate(body.columns[body.code_at])
        if not isinstance(code, str) or not (is_code(code) or fold_code(code))
    ]


def _not_data(body: Body, index: int, *, after_gap: bool) -> str | None:
    row = body.rows[index]
    words = next((fold(cell) for cell in row if isinstance(cell, str) and cell.strip()), "")
    if _TOTALS.match(words):
        return "total"
    code = None if body.code_at is None else body.columns[body.code_at][index]
    if after_gap and code is not None and not _holds_code(code):
        cells = sum(cell not in (None, "") for cell in row)
        if cells <= max(3, len(body.asked) // 2):
            return "second_table"
    return None


def _holds_code(code: Raw) -> bool:
    return isinstance(code, str) and fold_code(tidy(code)) is not None
