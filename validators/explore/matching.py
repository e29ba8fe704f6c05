"""Which column of a register each column of a table can be taken for: words and cells weighed, the best pairs first."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from config.columns import Raw
from config.register import Register
from validators.explore.looks import share_of_words
from validators.explore.targets import Target, share, targets_of
from validators.explore.words import EXACT, likeness, stems, strays

_LEAST = 0.5
_BY_CELLS = frozenset({"email", "inn", "ogrn", "snils", "kbk"})
_WORDY = frozenset({"text", "ref", "refs", "key"})
_FEW = 3
_STRAY = 0.7
_LONGEST_NAME = 160
"""A record of another register is not called by a longer text."""


@dataclass(frozen=True)
class Strand:
    """A column of somebody's table: its heading and a sample of its non-empty cells."""

    heading: str
    cells: tuple[Raw, ...]
    is_row_number: bool = False


@dataclass(frozen=True)
class Match:
    """A target that a column is taken for: how sure (0…1), and the share of its sample that reads."""

    target: Target
    score: float
    fit: float
    exact: bool = False


def match(strands: Sequence[Strand], register: Register[Any]) -> Mapping[int, Match]:  # Any: any record
    """Position → match. A column serves once, a field is filled once; the surest pairs are settled first."""
    pairs = [
        (position, found)
        for position, strand in enumerate(strands)
        if strand.heading and not strand.is_row_number
        for target in targets_of(register)
        if (found := _pair(strand, target)) is not None
    ]
    pairs.sort(key=lambda pair: (-pair[1].score, pair[0]))
    taken: dict[int, Match] = {}
    filled: set[str] = set()
    for position, found in pairs:
        fields = _claims(found.target)
        if position not in taken and not fields & filled:
            taken[position] = found
            filled |= fields
    return dict(sorted(taken.items()))


def _claims(target: Target) -> set[str]:
    """The fields that a target fills; parts of one field («Класс», «Литера») do not shut each other out."""
    parts = target.heading in {"Класс", "Литера", "Курс"} and target.fields == ("grade",)
    return {f"{target.fields[0]}:{target.heading}"} if parts else set(target.fields)


def _pair(strand: Strand, target: Target) -> Match | None:
    words = max(_likeness(strand.heading, name, target) for name in target.names)
    by_cells = target.kind in _BY_CELLS and len(strand.cells) >= _FEW and share(strand.cells[:9], target.reads) > 0.5
    if words < _LEAST and not by_cells:
        return None
    fit = _fit(strand, target)
    if words >= EXACT and not strand.cells:
        return Match(target, words, fit, exact=True)
    score = words * (0.6 + 0.4 * fit) if _may_be(strand, target, fit) else 0.0
    if by_cells and fit >= 0.9:
        score = max(score, 0.5)
    return Match(target, score, fit, exact=words >= EXACT) if score >= _LEAST else None


def _likeness(theirs: str, ours: str, target: Target) -> float:
    found = likeness(theirs, ours)
    if target.kind in _WORDY and strays(theirs, ours):
        return found * _STRAY
    if stems(theirs) == ("назван",) and target.column.field in {"title", "name"} and target.kind == "text":
        return max(found, 0.75)
    return found


def _fit(strand: Strand, target: Target) -> float:
    if target.kind not in _WORDY:
        return share(strand.cells, target.reads)
    short = target.column.kind.is_reference and not target.column.words_allowed
    named = [one for one in strand.cells if not short or len(str(one)) <= _LONGEST_NAME]
    return share_of_words(named) * len(named) / len(strand.cells) if strand.cells else 1.0


def _may_be(strand: Strand, target: Target, fit: float) -> bool:
    """Cells few of which read can not be a code or a value of a list, whatever the heading says."""
    if target.column.field == "id":
        return not strand.cells or fit >= 0.5
    if len(strand.cells) < _FEW:
        return True
    if target.column.kind.is_reference:
        return fit >= 0.5
    return fit >= 0.15 or target.column.among is None
