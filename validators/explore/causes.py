"""Remarks told by cause: each cause heard before any is heard twice."""

from collections.abc import Iterable, Sequence
from itertools import chain, zip_longest

from config.cells.text import find_mixture
from validators.grid import Grid
from validators.remark import Remark

Cause = tuple[str, str, str]
"""Code, column (none where the tab as a whole is meant), and for mixed letters the word."""


def causes_of(remarks: Iterable[Remark], grid: Grid) -> tuple[tuple[Remark, ...], ...]:
    """The remarks grouped by cause, the worst causes first, then the most frequent."""
    groups: dict[Cause, list[Remark]] = {}
    for remark in remarks:
        groups.setdefault(_cause(remark, grid), []).append(remark)
    ranked = sorted(groups.values(), key=lambda group: (not group[0].asks, group[0].severity.rank, -len(group)))
    return tuple(map(tuple, ranked))


def first(causes: Sequence[Sequence[Remark]], most: int) -> tuple[Remark, ...]:
    """At most so many remarks, one of each cause before the second of any."""
    in_turn = (one for one in chain.from_iterable(zip_longest(*causes)) if one is not None)
    return tuple(remark for _, remark in zip(range(most), in_turn, strict=False))


def _cause(remark: Remark, grid: Grid) -> Cause:
    if remark.code.startswith("S"):
        return remark.code, "", ""
    word = _mixed_word(remark, grid) if remark.code == "C07" else ""
    return remark.code, remark.place.column or "", word


def _mixed_word(remark: Remark, grid: Grid) -> str:
    """The word of the cell that mixes alphabets; one misspelling copied down a column is one cause."""
    row, cell = remark.place.row, remark.place.cell
    if row is None or cell is None:
        return ""
    at = column_index(cell)
    raw = next(iter(grid.rows[row - 1][at : at + 1]), None)
    found = find_mixture(raw) if isinstance(raw, str) else None
    if found is None or not isinstance(raw, str):
        return ""
    start = raw.rfind(" ", 0, found.place) + 1
    return raw[start:].partition(" ")[0].strip('.,;:()«»"')


def column_index(cell: str) -> int:
    """`I14` → 8."""
    index = 0
    for letter in cell.rstrip("0123456789"):
        index = index * 26 + ord(letter) - 64
    return index - 1
