"""S13: codes and records parted: the code stands at another record, or one column went its own way."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from config.codes import CODE
from validators.drift.likeness import Lines, Pair, words
from validators.drift.matching import Drift
from validators.drift.order import Strip
from validators.office import Table

LIMIT = 3
"""So many pairs may part with a warning; more are held (decisions.md 27)."""

_OF_ONE = frozenset(
    {"name", "patronymic", "full_name", "phone", "email", "page", "url", "text", "inn", "ogrn", "kpp", "snils"}
)
"""Kinds of cells that belong to one record: they hardly go from row to row in ordinary work, as dates and links do."""

_IN_ORDER = 0.9
_NEARLY = 0.8
"""When the code went from so many of the rows whose cells did, it was the code that moved."""


@dataclass(frozen=True)
class Parting:
    """How many of the rows of one file parted; `columns` are the headings that went alone, none when the code did."""

    changed: int
    of: int
    columns: tuple[str, ...] = ()


@dataclass(frozen=True)
class Parted:
    """One row whose code and record are not what they were. `was` is the earlier row with this record, or this code."""

    was: int
    now: int
    by_code: bool
    """The record is known by something else, its code is another."""


def parted(drift: Drift) -> tuple[Parted, ...]:
    """The rows, one by one: another code at the same record, or another record under the same code."""
    found = [Parted(was, now, by_code=True) for was, now in drift.matching.pairs if _is_recoded(drift, (was, now))]
    found += [Parted(was, now, by_code=False) for was, now in (*drift.matching.strange, *_borrowed(drift))]
    return tuple(sorted(found, key=lambda one: one.now))


def _is_recoded(drift: Drift, pair: Pair) -> bool:
    """Another code was typed for the record, and not to mend an empty, a wrong or a repeated one."""
    was, now = drift.earlier.ids[pair[0]], drift.now.ids[pair[1]]
    typed = drift.earlier.values["id"][pair[0]], drift.now.values["id"][pair[1]]
    if was == now or drift.now.register.prefix is None or typed != (was, now):
        return False
    return (
        CODE.fullmatch(was) is not None and CODE.fullmatch(now) is not None and drift.earlier.index_of[was] == pair[0]
    )


def _borrowed(drift: Drift) -> list[Pair]:
    """Rows that bear the natural key of another earlier row: a block was pasted over them."""
    sides, renamed = drift.sides, drift.matching.renamed
    if not renamed or not sides.natural:
        return []
    known = set(zip(*(drift.earlier.raw[name] for name in sides.natural), strict=True))
    typed = ((pair, tuple(drift.now.raw[name][pair[1]] for name in sides.natural)) for pair in renamed)
    return [pair for pair, cells in typed if cells in known and sides.key(drift.now, pair[1])]


def partings(drift: Drift) -> dict[str, Parting]:
    """File → what parted in it; only files where something did."""
    files = drift.now.sources
    rows: dict[str, list[Pair]] = defaultdict(list)
    for pair in _by_id(drift):
        rows[files[drift.now.origin[pair[1]]].file].append(pair)
    changed: dict[str, list[Parted]] = defaultdict(list)
    for one in parted(drift):
        changed[files[drift.now.origin[one.now]].file].append(one)
    found = {}
    for file in dict.fromkeys([*rows, *changed]):
        columns = dict(_alone(drift, sorted(rows[file], key=lambda pair: pair[1])))
        most = max(columns.values(), default=0)
        if changed[file] and len(changed[file]) >= most * _NEARLY:
            found[file] = Parting(len(changed[file]), len(rows[file]))
        elif most:
            found[file] = Parting(most, len(rows[file]), tuple(columns))
    return found


def replaced(drift: Drift) -> int:
    """How many rows hold other people, or other things, than the rows of these codes did; 0 when they are a minority.

    Rows without codes count when nobody of them is found again and as many new ones came.
    """
    sides, matching = drift.sides, drift.matching
    unlike = sum(sides.is_unlike(pair) and not _agrees(drift, pair) for pair in matching.renamed)
    gone = sum(_is_nameless(drift.earlier, index) for index in matching.vanished)
    came = sum(_is_nameless(drift.now, index) for index in matching.new)
    strangers = len(matching.strange) + unlike + min(gone, came)
    return strangers if strangers > max(LIMIT, len(drift.earlier) * _HALF) else 0


def _is_nameless(table: Table[Any], index: int) -> bool:
    """A row without a code; the marks of a ведомость never have one, and are no rows of a list."""
    return table.ids[index].startswith("?") and not table.sources[table.origin[index]].key


def _agrees(drift: Drift, pair: Pair) -> bool:
    """Something besides the name tells that it is the same record."""
    sides = drift.sides
    said = [sides.said(pair, name) for name in sides.telling if name not in sides.natural]
    return any(was and was == now for was, now in said)


_HALF = 0.5


def _alone(drift: Drift, pairs: Sequence[Pair]) -> Iterator[tuple[str, int]]:
    """Headings of the columns that parted from their rows, and in how many rows. `pairs` are in the order of today."""
    lines = Lines(drift.sides, pairs)
    ordered, places = _is_in_order(pairs), lines.was
    for name in drift.sides.fields:
        if len(lines.differ(name)) > LIMIT:
            column, now = words(drift.earlier, name), words(drift.now, name)
            strip = Strip([column[was] for was in places], [now[index] for index in lines.now], column, places)
            if len(strip.changed) > LIMIT and _went_alone(drift, name, strip, ordered=ordered):
                yield drift.now.register.by_field[name].heading, len(strip.changed)


def _by_id(drift: Drift) -> Iterator[Pair]:
    """The rows that count under one code, whoever stands behind it, and rows without codes that are one record."""
    earlier, now = drift.earlier, drift.now
    for code, was in earlier.index_of.items():
        if code in now.index_of and not code.startswith("?"):
            yield was, now.index_of[code]
    for was, index in drift.matching.pairs:
        if earlier.ids[was].startswith("?") and now.ids[index].startswith("?"):
            yield was, index


def _is_in_order(pairs: Sequence[Pair]) -> bool:
    """The rows follow each other as they did: the table was not sorted as a whole."""
    kept = sum(one[0] < two[0] for one, two in pairwise(pairs))
    return kept >= (len(pairs) - 1) * _IN_ORDER


def _went_alone(drift: Drift, name: str, strip: Strip, *, ordered: bool) -> bool:
    column, register = drift.now.register.by_field[name], drift.now.register
    own = column.kind.name in _OF_ONE or (name in register.natural and not column.kind.is_reference)
    if strip.is_put_off:
        return False
    return (own and strip.is_moved) or (ordered and (strip.is_sorted_alone or strip.is_shifted))
