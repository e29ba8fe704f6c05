"""Where in a tab the table is: the heading, the rows of data, and the rows that are something else."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Any

from config.cells.text import fold, tidy
from config.codes import fold_code
from config.columns import Raw
from config.register import Register
from config.settings import Keeping
from validators.grid import Grid
from validators.heading import Binding, Vocabulary, bind, heading_key, vocabulary

_DEEPEST_HEADING = 30
_TOTALS = re.compile(r"(итого|ито го|всего|в том числе)\b")


@dataclass(frozen=True)
class Region:
    """The table inside a tab. Row numbers are 1-based, as people see them.

    `rows` — numbers of the data rows; `left_out` — (row, why) with why in total|blank|second_table;
    `gaps` — blank rows between data rows.
    """

    heading_rows: tuple[int, ...]
    headings: tuple[str, ...]
    binding: Binding
    rows: tuple[int, ...]
    left_out: tuple[tuple[int, str], ...] = ()
    gaps: tuple[int, ...] = ()


def shape(grid: Grid, register: Register[Any], keeping: Keeping) -> Region | None:  # Any: a register of any record
    """Finds the table of a register in a tab by evidence; None when no row looks like its heading."""
    words = vocabulary(register, keeping)
    found = _find_heading(grid, words)
    if found is None:
        return None
    heading_rows, headings, binding = found
    return _find_rows(grid, register, heading_rows, headings, binding)


def _find_heading(grid: Grid, words: Vocabulary) -> tuple[tuple[int, ...], tuple[str, ...], Binding] | None:
    best: tuple[int, tuple[int, ...], tuple[str, ...], Binding] | None = None
    for index in range(min(_DEEPEST_HEADING, len(grid.rows))):
        for rows, headings in _candidates(grid, index):
            if not any(words.knows(heading_key(heading)) for heading in headings):
                continue
            binding = bind(headings, words)
            if best is None or binding.size > best[0]:
                best = (binding.size, rows, headings, binding)
    if best is None or best[0] < 2:
        return None
    return best[1:]


def _candidates(grid: Grid, index: int) -> list[tuple[tuple[int, ...], tuple[str, ...]]]:
    width = grid.width
    upper = _texts(grid.rows[index], width)
    found: list[tuple[tuple[int, ...], tuple[str, ...]]] = [((index + 1,), upper)]
    if index + 1 < len(grid.rows):
        lower = _texts(grid.rows[index + 1], width)
        merged = any(area.top <= index + 1 <= area.bottom and area.left < area.right for area in grid.merges)
        if merged and any(lower):
            found.append(((index + 1, index + 2), _flatten(upper, lower, grid, index + 1)))
    return found


def _texts(row: Sequence[Raw], width: int) -> tuple[str, ...]:
    texts = [tidy(cell) if isinstance(cell, str) else "" for cell in row]
    return tuple(texts + [""] * (width - len(texts)))


def _flatten(upper: Sequence[str], lower: Sequence[str], grid: Grid, row: int) -> tuple[str, ...]:
    spread = list(upper)
    for area in grid.merges:
        if area.top == row:
            spread[area.left - 1 : area.right] = [upper[area.left - 1]] * (area.right - area.left + 1)
    return tuple(f"{top}: {low}" if top and low else low or top for top, low in zip(spread, lower, strict=True))


def _find_rows(
    grid: Grid, register: Register[Any], heading_rows: tuple[int, ...], headings: tuple[str, ...], binding: Binding
) -> Region:
    first = heading_rows[-1]
    body = grid.rows[first:]
    code_at = binding.fields.get("id")
    bound = {*binding.fields.values(), *binding.parts.values()}
    if register.prefix is not None:
        bound -= {code_at}
    filled = _filled(body, sorted(bound))
    last = max((index for index, has in enumerate(filled) if has), default=-1)
    rows: list[int] = []
    left_out: list[tuple[int, str]] = []
    gaps: list[int] = []
    coded = code_at is not None and register.prefix is not None
    for index in range(last + 1):
        if not filled[index]:
            if not any(body[index]):
                gaps.append(first + index + 1)
            continue
        code = body[index][code_at] if code_at is not None and code_at < len(body[index]) else None
        if coded and isinstance(code, str) and fold_code(code):
            rows.append(first + index + 1)
            continue
        why = _not_data(body[index], code, bound, after_gap=bool(gaps) and gaps[-1] == first + index, coded=coded)
        if why == "second_table":
            left_out.extend((first + at + 1, why) for at in range(index, last + 1) if any(body[at]))
            gaps.pop()
            break
        if why:
            left_out.append((first + index + 1, why))
        else:
            rows.append(first + index + 1)
    last_row = rows[-1] if rows else 0
    inner = tuple(gap for gap in gaps if gap < last_row)
    return Region(heading_rows, headings, binding, tuple(rows), tuple(left_out), inner)


def _filled(body: Sequence[tuple[Raw, ...]], bound: Sequence[int]) -> list[bool]:
    if not bound or not body:
        return [False] * len(body)
    width = max(bound) + 1
    picked = itemgetter(*bound, bound[0])
    return [any(cell is not None and cell != "" for cell in picked(row)) for row in _padded(body, width)]


def _not_data(row: Sequence[Raw], code: Raw, bound: set[int], *, after_gap: bool, coded: bool) -> str | None:
    words = next((fold(cell) for cell in row if isinstance(cell, str) and cell.strip()), "")
    if _TOTALS.match(words):
        return "total"
    if coded and after_gap and code is not None and not _holds_code(code):
        cells = sum(cell not in (None, "") for cell in row)
        if cells <= max(3, len(bound) // 2):
            return "second_table"
    return None


def _holds_code(code: Raw) -> bool:
    return isinstance(code, str) and fold_code(tidy(code)) is not None


def data_columns(grid: Grid, region: Region) -> Mapping[int, tuple[Raw, ...]]:
    """Position → raw cells of the data rows, for every bound column."""
    positions = {*region.binding.fields.values(), *region.binding.parts.values()}
    rows = [grid.rows[number - 1] for number in region.rows]
    even = {len(row) for row in rows} == {grid.width}
    columns = tuple(zip(*(rows if even else _padded(rows, grid.width)), strict=True)) or ((),) * grid.width
    return {at: columns[at] for at in positions}


def _padded(rows: Sequence[tuple[Raw, ...]], width: int) -> list[tuple[Raw, ...]]:
    return [row + (None,) * (width - len(row)) for row in rows]
