"""Two readings of a register side by side, cell by cell: which cells say the same, and which cells tell a row apart."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from itertools import compress, count
from operator import ne, not_
from typing import Any

from rapidfuzz import fuzz

from config.cells.text import as_text, fold, is_empty_like, tidy
from config.columns import CellError, Raw
from validators.office import Table

Key = tuple[str, ...]
"""The natural key of a row, folded; empty when too little of it is known."""

Pair = tuple[int, int]
"""Index of a row in the earlier table, index of a row in the table now."""

TELLING = 0.5
"""A column whose filled cells are different at this share tells rows apart."""

_COMMON = frozenset({"choice", "choices", "yes_no"})
"""Kinds of cells whose words many rows share, though a short table may not show it."""

_STRANGE = 4
"""Of so many telling cells one may agree by chance between two different records."""
_SPELLED = 60.0
"""Percent of letters in common from which on two names may be one name written otherwise."""


def is_blank(raw: Raw, value: object) -> bool:
    """Nothing is typed in the cell, or only «нет», «-» and the like, which were read as nothing."""
    if raw is None or raw == "":
        return True
    if value is not None or not isinstance(raw, str):
        return False
    text = tidy(raw)
    return not text or is_empty_like(text)


def word(raw: Raw, value: object) -> str:
    """What a cell says, by which two readings are compared; empty for a blank cell."""
    if is_blank(raw, value):
        return ""
    if isinstance(value, int | float | Decimal):
        return str(value)
    if value is not None:
        return fold(str(value))
    return raw.word if isinstance(raw, CellError) else fold(as_text(raw))


def words(table: Table[Any], name: str) -> list[str]:  # Any: a table of any record
    """The words of a whole column."""
    known: dict[Raw, str] = {}
    raws, values = table.raw[name], table.values[name]
    for raw, value in zip(raws, values, strict=True):
        if raw not in known:
            known[raw] = word(raw, value)
    return list(map(known.__getitem__, raws))


@dataclass(frozen=True)
class Sides:
    """A register as it was last accepted, and as it is now."""

    earlier: Table[Any]
    now: Table[Any]

    @cached_property
    def fields(self) -> tuple[str, ...]:
        """The columns that both readings have, without the code."""
        gone = self.earlier.missing | self.now.missing | {"id"}
        both = self.earlier.raw.keys() & self.now.raw.keys()
        return tuple(name for name in self.now.register.by_field if name in both and name not in gone)

    @cached_property
    def natural(self) -> tuple[str, ...]:
        """The columns of the natural key that both readings have."""
        return tuple(name for name in self.now.register.natural if name in self.fields)

    @cached_property
    def weights(self) -> dict[str, float]:
        """Column → how well it tells rows apart: different values by filled cells, 0 … 1."""
        return {name: self._weight(name) for name in self.fields}

    @cached_property
    def telling(self) -> tuple[str, ...]:
        """The columns by which two records can be told apart."""
        columns = self.now.register.by_field
        own = (name for name in self.fields if columns[name].kind.name not in _COMMON and self.weights[name] >= TELLING)
        return tuple(dict.fromkeys((*self.natural, *own)))

    def said(self, pair: Pair, name: str) -> tuple[str, str]:
        """The words of a cell before and now."""
        return _word(self.earlier, pair[0], name), _word(self.now, pair[1], name)

    def agree(self, pair: Pair, name: str) -> bool:
        """The cells say the same."""
        return self.earlier.raw[name][pair[0]] == self.now.raw[name][pair[1]] or self._same(pair, name)

    def same_key(self, pair: Pair) -> bool:
        """The natural key is known and is the same."""
        return all(self.agree(pair, name) for name in self.natural) and not self._is_nameless(pair[0])

    def same_keys(self, pairs: Sequence[Pair]) -> Iterator[Pair]:
        """Those of many pairs whose natural key is known and is the same."""
        lines = Lines(self, pairs)
        cells = [self.earlier.raw[name] for name in self.natural]
        unlike = {at for name in self.natural for at in lines.differ(name) if not self._same(pairs[at], name)}
        blank = {at for column in cells for at in compress(count(), map(not_, map(column.__getitem__, lines.was)))}
        unlike |= {at for at in blank if self._is_nameless(lines.was[at])}
        return (pair for at, pair in enumerate(pairs) if at not in unlike) if cells else iter(())

    def _is_nameless(self, was: int) -> bool:
        filled = sum(self.earlier.raw[name][was] not in (None, "") for name in self.natural)
        return filled * 2 < len(self.natural) or not self.natural

    def key(self, table: Table[Any], index: int) -> Key:
        """The natural key of a row of either table; empty when less than half of it is filled."""
        cells = tuple(_word(table, index, name) for name in self.natural)
        return cells if cells and sum(map(bool, cells)) * 2 >= len(cells) else ()

    def is_strange(self, pair: Pair) -> bool:
        """Of several telling cells that both rows have, nothing agrees but by chance: two records with one code."""
        said = [self.said(pair, name) for name in self.telling]
        both = [was == now for was, now in said if was and now]
        return len(both) > 1 and sum(both) < 2 and sum(both) * _STRANGE <= len(both)

    def is_unlike(self, pair: Pair) -> bool:
        """The names that both rows have are not even spelled alike."""
        said = [self.said(pair, name) for name in self.natural]
        both = [(was, now) for was, now in said if was and now]
        return bool(both) and all(fuzz.ratio(was, now) < _SPELLED for was, now in both)

    def typed_alike(self, pair: Pair) -> int:
        """How many cells are typed alike."""
        was, now = self.earlier.raw, self.now.raw
        return sum(was[name][pair[0]] == now[name][pair[1]] for name in self.fields)

    def likeness(self, pair: Pair) -> tuple[float, float]:
        """The weight of the cells that agree as a share of those filled in both, and the weight itself."""
        same = both = 0.0
        for name in self.fields:
            was, now = self.said(pair, name)
            if was and now:
                both += self.weights[name]
                same += self.weights[name] if was == now else 0
        return (same / both if both else 0.0), same

    def _same(self, pair: Pair, name: str) -> bool:
        was, now = self.said(pair, name)
        return was == now

    def _weight(self, name: str) -> float:
        filled = [cell for cell in self.earlier.raw[name] if cell is not None and cell != ""]
        return len(set(filled)) / len(filled) if filled else 0.0


class Lines:
    """Many rows before and now side by side: to see quickly which cells were typed anew."""

    def __init__(self, sides: Sides, pairs: Sequence[Pair]) -> None:
        """The rows in the order of the pairs."""
        self.sides = sides
        self.pairs = pairs
        self.was = tuple(was for was, _ in pairs)
        self.now = tuple(now for _, now in pairs)
        self._known: dict[str, list[int]] = {}

    def differ(self, name: str) -> list[int]:
        """The places of the pairs whose cells are not typed alike; they may still say the same."""
        if name not in self._known:
            self._known[name] = self._differ(name)
        return self._known[name]

    def _differ(self, name: str) -> list[int]:
        was, now = self.sides.earlier.raw[name], self.sides.now.raw[name]
        return list(compress(count(), map(ne, map(was.__getitem__, self.was), map(now.__getitem__, self.now))))

    def changed(self, name: str) -> list[Pair]:
        """The pairs whose cells are not typed alike."""
        return [self.pairs[at] for at in self.differ(name)]


def _word(table: Table[Any], index: int, name: str) -> str:
    return word(table.raw[name][index], table.values[name][index])
