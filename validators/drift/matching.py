"""Who is who: earlier table × table now → rows that are one record, rows that vanished, rows that are new.

By code first, then by the natural key, then by the other cells; never by the number of a row. So sorting, inserting, a
missing or mistyped code and a row copied with its code part nobody from himself.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from validators.drift.likeness import Key, Pair, Sides, words
from validators.office import Table

ALIKE = 0.5
"""Two rows without a common code or key are one record when cells of this weight agree."""

_RARE = 20
"""A word that stands in more rows than this proposes nobody."""
_ENOUGH = 1.0
"""The least weight of agreeing cells: one cell that nobody else has."""


@dataclass(frozen=True)
class Matching:
    """Rows by index: `pairs` are one record; `strange` have one code and are two records; the rest has no partner.

    `renamed` are those of the pairs that are one record by code, though the natural key is another.
    """

    pairs: tuple[Pair, ...]
    renamed: tuple[Pair, ...] = ()
    strange: tuple[Pair, ...] = ()
    vanished: tuple[int, ...] = ()
    new: tuple[int, ...] = ()


@dataclass(frozen=True)
class Drift:
    """A register as it was last accepted, as it is now, and who is who."""

    earlier: Table[Any]
    now: Table[Any]

    @cached_property
    def sides(self) -> Sides:
        """The cells side by side."""
        return Sides(self.earlier, self.now)

    @cached_property
    def matching(self) -> Matching:
        """Who is who."""
        return match(self.sides)


def match(sides: Sides) -> Matching:
    """Pairs the rows of two readings of one register; each row has one partner at most."""
    found = _Found(sides)
    coded = _by_code(sides)
    for pair in sides.same_keys(coded):
        found.take(pair)
    doubtful = [pair for pair in coded if found.is_free(pair)]
    if found.is_open:
        _by_key(found)
    strange, renamed = [], []
    for pair in doubtful:
        if found.is_free(pair):
            if sides.is_strange(pair):
                strange.append(pair)
            else:
                renamed.append(pair)
                found.take(pair)
    if found.is_open:
        _by_likeness(found)
    kept = tuple(pair for pair in strange if found.is_free(pair))
    gone, came = {was for was, _ in kept}, {now for _, now in kept}
    return Matching(
        tuple(sorted(found.pairs.items())),
        tuple(renamed),
        kept,
        tuple(index for index in found.free_before() if index not in gone),
        tuple(index for index in found.free_now() if index not in came),
    )


class _Found:
    """The pairs found so far, and who is still free."""

    def __init__(self, sides: Sides) -> None:
        """Nobody has a partner."""
        self.sides = sides
        self.pairs: dict[int, int] = {}
        self.taken: set[int] = set()

    @property
    def is_open(self) -> bool:
        """Rows are left on both sides."""
        return len(self.pairs) < min(len(self.sides.earlier), len(self.sides.now))

    def is_free(self, pair: Pair) -> bool:
        """Neither has a partner yet."""
        return pair[0] not in self.pairs and pair[1] not in self.taken

    def take(self, pair: Pair) -> None:
        """The two are one record, if both are free."""
        if self.is_free(pair):
            self.pairs[pair[0]] = pair[1]
            self.taken.add(pair[1])

    def free_before(self) -> list[int]:
        """Rows of the earlier table without a partner."""
        return [index for index in range(len(self.sides.earlier)) if index not in self.pairs]

    def free_now(self) -> list[int]:
        """Rows of the table now without a partner."""
        return [index for index in range(len(self.sides.now)) if index not in self.taken]


def _by_code(sides: Sides) -> list[Pair]:
    """Rows with one code; of several with it, those that are most alike."""
    before, now = _places(sides.earlier.ids), _places(sides.now.ids)
    pairs: list[Pair] = []
    for code, indexes in before.items():
        others = now.get(code, ())
        if len(indexes) == len(others) == 1:
            pairs.append((indexes[0], others[0]))
        elif others:
            pairs += _likest(sides, indexes, others)
    return pairs


def _places(ids: Sequence[str]) -> dict[str, list[int]]:
    places: dict[str, list[int]] = {}
    for index, code in enumerate(ids):
        places.setdefault(code, []).append(index)
    return places


def _likest(sides: Sides, before: Sequence[int], now: Sequence[int]) -> list[Pair]:
    """One partner for each, the surest first: one key, then one code, then the most alike."""
    ranked = sorted(((was, one) for was in before for one in now), key=lambda pair: _rank(sides, pair), reverse=True)
    pairs: list[Pair] = []
    had: set[int] = set()
    got: set[int] = set()
    for was, one in ranked:
        if was not in had and one not in got:
            pairs.append((was, one))
            had.add(was)
            got.add(one)
    return pairs


def _rank(sides: Sides, pair: Pair) -> tuple[bool, bool, int, int]:
    same_code = sides.earlier.ids[pair[0]] == sides.now.ids[pair[1]]
    return sides.same_key(pair), same_code, sides.typed_alike(pair), -pair[1]


_CROWD = 30
"""So many rows of one key are no longer told apart by looking at each with each."""


def _by_key(found: _Found) -> None:
    sides = found.sides
    before, now = _keys(sides, sides.earlier, found.free_before()), _keys(sides, sides.now, found.free_now())
    for key, indexes in before.items():
        others = now.get(key, [])
        if len(indexes) == len(others) == 1:
            found.take((indexes[0], others[0]))
        elif len(indexes) * len(others) <= _CROWD * _CROWD:
            for pair in _likest(sides, indexes, others):
                found.take(pair)


def _keys(sides: Sides, table: Table[Any], indexes: Iterable[int]) -> dict[Key, list[int]]:
    keys: dict[Key, list[int]] = defaultdict(list)
    for index in indexes:
        key = sides.key(table, index)
        if key:
            keys[key].append(index)
    return keys


def _by_likeness(found: _Found) -> None:
    """Rows that share rare words propose each other; the most alike go first."""
    sides = found.sides
    before, now = found.free_before(), found.free_now()
    proposed: set[Pair] = set()
    for name in sides.telling:
        was, one = words(sides.earlier, name), words(sides.now, name)
        where: dict[str, list[int]] = defaultdict(list)
        for index in now:
            where[one[index]].append(index)
        proposed.update(
            (index, other)
            for index in before
            if was[index] and len(where.get(was[index], ())) <= _RARE
            for other in where.get(was[index], ())
        )
    ranked = sorted(((sides.likeness(pair), pair) for pair in proposed), key=lambda one: (one[0], one[1]), reverse=True)
    for (share, weight), pair in ranked:
        if share >= ALIKE and weight >= _ENOUGH:
            found.take(pair)
