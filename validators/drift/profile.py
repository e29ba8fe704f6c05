"""S11: cells of another type where one type stood, and columns that were filled and are empty now."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from config.cells.text import as_text, tidy
from config.columns import CellError, Column, Raw
from validators.drift.likeness import Lines, Pair, Sides, is_blank
from validators.drift.matching import Drift
from validators.office import Table

CHANGED = 0.3
"""The share of cells that changed their type from which on the data are held to be somebody else's."""

LEAST = 4
"""So many cells at least: one of three is a slip of the hand."""

_FILLED = 0.5
_EMPTY = 0.05
_SOMETHING = 3
_LEFT = 0.2
_LOOSE = frozenset({"text", "key", "ref", "refs"})
_SHAPES = (
    ("почта", re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")),
    ("ссылка", re.compile(r"https?://\S+|(?:www\.)\S+")),
    ("дата", re.compile(r"[0-3]?[0-9][./][01]?[0-9][./](?:[0-9]{2}){1,2}|[12][0-9]{3}-[01][0-9]-[0-3][0-9]")),
    ("число", re.compile(r"[+-]?[0-9][0-9\s]*(?:[.,][0-9]+)?%?")),
    ("телефон", re.compile(r"\+?[0-9][0-9()\s-]{8,}")),
)
_WORDS = "слова"
_BROKEN = "ошибка"
_UNREAD = "не читается"


@dataclass(frozen=True)
class Shift:
    """A column whose cells are not what they were: how many were compared, how many changed."""

    heading: str
    of: int
    changed: int


def retyped(lines: Lines) -> tuple[Shift, ...]:
    """The columns of a file in which so many cells changed their type that other data must have been pasted."""
    sides, found = lines.sides, []
    for name in sides.fields:
        column = sides.now.register.by_field[name]
        changed = sum(_is_worse(sides, column, pair) for pair in lines.changed(name))
        if changed >= LEAST:
            both = sum(
                _is_filled(sides.earlier, name, was) and _is_filled(sides.now, name, now) for was, now in lines.pairs
            )
            if changed >= both * CHANGED:
                found.append(Shift(column.heading, both, changed))
    return tuple(found)


def emptied(lines: Lines) -> tuple[Shift, ...]:
    """The columns of a file that were filled in half of its rows and are empty now."""
    return tuple(_emptied(lines))


def _emptied(lines: Lines) -> Iterator[Shift]:
    sides = lines.sides
    for name in sides.fields:
        gone = sum(_is_gone(sides, name, pair) for pair in lines.changed(name))
        if gone < max(LEAST, len(lines.pairs) * _FILLED * (1 - _EMPTY)):
            continue
        filled = sum(_is_filled(sides.earlier, name, was) for was, _ in lines.pairs)
        if filled >= len(lines.pairs) * _FILLED and filled - gone <= filled * _EMPTY:
            yield Shift(sides.now.register.by_field[name].heading, filled, gone)


def hollow(lines: Lines) -> tuple[int, int]:
    """How many rows of a file lost nearly all that they held besides code and name; and how many rows there are."""
    sides = lines.sides
    fields = [name for name in sides.fields if name not in sides.now.register.natural]
    lost = Counter(pair for name in fields for pair in lines.changed(name) if _is_gone(sides, name, pair))
    empty = 0
    for (was, now), cells in lost.items():
        if cells >= _SOMETHING:
            left = sum(_is_filled(sides.earlier, name, was) and _is_filled(sides.now, name, now) for name in fields)
            empty += left <= (left + cells) * _LEFT
    return empty, len(lines.pairs)


def _is_gone(sides: Sides, name: str, pair: Pair) -> bool:
    """The cell held something and holds nothing now."""
    return _is_filled(sides.earlier, name, pair[0]) and not _is_filled(sides.now, name, pair[1])


def lines_of(drift: Drift, file: str) -> Lines:
    """The rows of one file that were there before."""
    sources, origin = drift.now.sources, drift.now.origin
    here = {at for at, source in enumerate(sources) if source.file == file}
    pairs = drift.matching.pairs
    return Lines(drift.sides, pairs if len(here) == len(sources) else [one for one in pairs if origin[one[1]] in here])


def _is_filled(table: Table[Any], name: str, index: int) -> bool:
    return table.is_unknown(index, name) or not is_blank(table.raw[name][index], table.values[name][index])


def _is_worse(sides: Sides, column: Column, pair: Pair) -> bool:
    """What was read, or was plain words, is something else now. A cell that was mended is no worse."""
    was, now = _type(sides.earlier, column, pair[0]), _type(sides.now, column, pair[1])
    if was is None or now is None or was == now:
        return False
    return now in {_BROKEN, _UNREAD} or (was == _WORDS and column.kind.name in _LOOSE)


def _type(table: Table[Any], column: Column, index: int) -> str | None:
    raw, value = table.raw[column.field][index], table.values[column.field][index]
    if is_blank(raw, value):
        return None
    if isinstance(raw, CellError):
        return _BROKEN
    if column.kind.name in _LOOSE:
        return _shape(raw)
    return _UNREAD if value is None else column.kind.name


def _shape(raw: Raw) -> str:
    if not isinstance(raw, str):
        return "число"
    text = tidy(as_text(raw))
    return next((name for name, shape in _SHAPES if shape.fullmatch(text)), _WORDS)
