"""Where in a tab the table is: the heading, the rows of data, and the rows that are something else."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from config.cells.text import tidy
from config.columns import Raw
from config.register import Register
from config.settings import Keeping
from validators.grid import Grid
from validators.heading import Binding, Vocabulary, bind, heading_key, vocabulary
from validators.rows import Body, Columns, by_column, sort_rows

_DEEPEST_HEADING = 30


@dataclass(frozen=True)
class Region:
    """The table inside a tab. Row numbers are 1-based, as people see them.

    `rows` — numbers of the data rows, `columns` — their cells by position; `left_out` — (row, why) with why in
    total|second_table; `gaps` — blank rows between data rows.
    """

    heading_rows: tuple[int, ...]
    headings: tuple[str, ...]
    binding: Binding
    rows: tuple[int, ...]
    columns: Columns
    left_out: tuple[tuple[int, str], ...] = ()
    gaps: tuple[int, ...] = ()


@dataclass(frozen=True)
class _Heading:
    rows: tuple[int, ...]
    texts: tuple[str, ...]
    binding: Binding


def shape(grid: Grid, register: Register[Any], keeping: Keeping) -> Region | None:  # Any: a register of any record
    """Finds the table of a register in a tab by evidence; None when no row looks like its heading."""
    width = grid.width
    heading = _find_heading(grid, width, vocabulary(register, keeping))
    if heading is None:
        return None
    body = _body(grid, width, register, heading)
    found = sort_rows(body)
    first = heading.rows[-1] + 1
    return Region(
        heading_rows=heading.rows,
        headings=heading.texts,
        binding=heading.binding,
        rows=tuple(index + first for index in found.data),
        columns=_picked(body.columns, found.data),
        left_out=tuple((index + first, why) for index, why in found.left_out),
        gaps=tuple(index + first for index in found.gaps),
    )


def _find_heading(grid: Grid, width: int, words: Vocabulary) -> _Heading | None:
    best: _Heading | None = None
    for index in range(min(_DEEPEST_HEADING, len(grid.rows))):
        for rows, headings in _candidates(grid, width, index):
            if not any(words.knows(heading_key(heading)) for heading in headings):
                continue
            binding = bind(headings, words)
            if best is None or binding.size > best.binding.size:
                best = _Heading(rows, headings, binding)
    return None if best is None or best.binding.size < 2 else best


def _candidates(grid: Grid, width: int, index: int) -> Iterator[tuple[tuple[int, ...], tuple[str, ...]]]:
    upper = _texts(grid.rows[index], width)
    yield (index + 1,), upper
    if index + 1 < len(grid.rows):
        lower = _texts(grid.rows[index + 1], width)
        merged = any(area.top <= index + 1 <= area.bottom and area.left < area.right for area in grid.merges)
        if merged and any(lower):
            yield (index + 1, index + 2), _flatten(upper, lower, grid, index + 1)


def _texts(row: Sequence[Raw], width: int) -> tuple[str, ...]:
    texts = [tidy(cell) if isinstance(cell, str) else "" for cell in row]
    return tuple(texts + [""] * (width - len(texts)))


def _flatten(upper: Sequence[str], lower: Sequence[str], grid: Grid, row: int) -> tuple[str, ...]:
    spread = list(upper)
    for area in grid.merges:
        if area.top == row:
            spread[area.left - 1 : area.right] = [upper[area.left - 1]] * (area.right - area.left + 1)
    return tuple(f"{top}: {low}" if top and low else low or top for top, low in zip(spread, lower, strict=True))


def _body(grid: Grid, width: int, register: Register[Any], heading: _Heading) -> Body:
    rows = grid.rows[heading.rows[-1] :]
    binding = heading.binding
    code_at = binding.fields.get("id") if register.prefix is not None else None
    bound = {*binding.fields.values(), *binding.parts.values()}
    return Body(rows, by_column(rows, width), code_at, frozenset(bound - {code_at}))


def _picked(columns: Columns, rows: Sequence[int]) -> Columns:
    if all(len(column) == len(rows) for column in columns):
        return columns
    return tuple(tuple(map(column.__getitem__, rows)) for column in columns)


def columns_of(grid: Grid, region: Region) -> Columns:
    """The cells of the region's data rows in another grid of the same rows."""
    return by_column([grid.rows[number - 1] for number in region.rows], grid.width)
