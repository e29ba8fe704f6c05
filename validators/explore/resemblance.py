"""Which register a table resembles: headings, cells, titles and usual words weighed together."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath
from typing import Any

from rapidfuzz import fuzz

from config.cells.text import fold
from config.columns import Need, Raw
from config.register import Register
from validators.explore.looks import share_of_words
from validators.explore.matching import Match, Strand, match
from validators.explore.targets import BESIDE, filled, targets_of
from validators.explore.words import likeness, tells

THRESHOLD = 0.5
"""Below it a table resembles no register."""

_FAINT = 0.2
_CAP = 0.45
_TELLING = 0.6
_OWN_TITLE = 1.2
_OF_TITLE = 0.7
"""The share of doubt that a tab with the very title of the register takes away."""
_CONTENT: Mapping[str, float] = {"grade": 0.8, "inn": 0.4, "ogrn": 0.4, "snils": 0.4, "full_name": 0.3}


@dataclass(frozen=True)
class Resemblance:
    """A register and how sure it is (0…1); `matches` are column positions (0-based) and what they are taken for."""

    register: Register[Any]  # Any: a register of any record
    confidence: float
    matches: Mapping[int, Match] = field(default_factory=dict)


@dataclass(frozen=True)
class Signs:
    """What stands around a table: titles of tab and file, and the words above the heading."""

    titles: tuple[str, ...] = ()
    above: tuple[str, ...] = ()


def resemblances(
    strands: Sequence[Strand], signs: Signs, registers: Sequence[Register[Any]]
) -> tuple[Resemblance, ...]:
    """Every register with its likeness to the table, the likest first."""
    found = [_resemblance(strands, signs, register) for register in registers]
    return tuple(sorted(found, key=lambda one: -one.confidence))


def _resemblance(strands: Sequence[Strand], signs: Signs, register: Register[Any]) -> Resemblance:
    matches = match(strands, register)
    weights = [_weight(strands[at], one) for at, one in matches.items() if one.target.column.field not in BESIDE]
    weights += [_topic(strands, matches, register), _titles(signs, register)]
    certain = 1 - math.exp(-sum(weights))
    confidence = certain * (0.4 + 0.3 * _covered(matches, register) + 0.3 * _used(strands, matches))
    if max(weights) < _TELLING or not _enough(matches, register):
        confidence = min(confidence, _CAP)
    elif weights[-1] == _OWN_TITLE:
        confidence += _OF_TITLE * (1 - confidence)
    return Resemblance(register, round(confidence, 2), matches)


def _enough(matches: Mapping[int, Match], register: Register[Any]) -> bool:
    """Two columns of the register at least, and the name of the record where the name is its code."""
    fields = {one.target.column.field for one in matches.values()} - BESIDE
    return len(fields) >= 2 and (register.prefix is not None or "id" in fields)


def _weight(strand: Strand, one: Match) -> float:
    """How much a matched column says for this register and against the others."""
    target = one.target
    words = 1.0 if any(tells(strand.heading, name) for name in target.names) else _FAINT
    return one.score * max(words, _of_content(strand, one))


def _of_content(strand: Strand, one: Match) -> float:
    column = one.target.column
    if len(strand.cells) < 2:
        return 0.0
    if column.field == "id" and column.kind.name == "code":
        return 2.0 * one.fit if one.fit >= 0.5 else 0.0
    if column.among is not None and column.field not in BESIDE:
        return one.fit if one.fit >= 0.6 else 0.0
    return _CONTENT.get(one.target.kind, 0.0) * one.fit


def _topic(strands: Sequence[Strand], matches: Mapping[int, Match], register: Register[Any]) -> float:
    """The share of names that hold a word usual for this register, when it is not small."""
    if not register.known_by:
        return 0.0
    named = {*register.natural, *(one for group in register.names for one in group)}
    for at, one in matches.items():
        if one.target.column.field in named and one.target.kind == "text":
            texts = [f" {fold(cell)}" for cell in filled(strands[at].cells) if isinstance(cell, str)]
            known = sum(any(f" {word}" in text for word in register.known_by) for text in texts)
            return known / len(texts) if texts and known >= 0.4 * len(texts) else 0.0
    return 0.0


def _titles(signs: Signs, register: Register[Any]) -> float:
    ours = (register.tab, *register.former)
    best = max((_title(theirs, name) for theirs in signs.titles for name in ours), default=0.0)
    above = max((likeness(theirs, name) for theirs in signs.above for name in ours if tells(theirs, name)), default=0.0)
    return max(best, 0.6 if above >= 0.6 else 0.0)


def _title(theirs: str, ours: str) -> float:
    ratio = fuzz.ratio(fold(PurePosixPath(theirs).stem), fold(ours))
    if ratio == 100:
        return _OWN_TITLE
    return 0.8 if ratio >= 85 else 0.6 if tells(theirs, ours) and likeness(theirs, ours) >= 0.7 else 0.0


def _covered(matches: Mapping[int, Match], register: Register[Any]) -> float:
    """The share of the required columns that the table has; the code, which old tables lack, is not asked."""
    have = {name for one in matches.values() for name in one.target.fields}
    wanted = [one.field for one in register.columns if one.need is Need.REQUIRED and one.field != "id"]
    if not wanted:
        wanted = [one.field for one in register.columns if one.field not in BESIDE][:3]
    return sum(name in have for name in wanted) / len(wanted)


def _used(strands: Sequence[Strand], matches: Mapping[int, Match]) -> float:
    """The share of the table's own columns that the register can take, empty ones and row numbers apart."""
    own = [at for at, one in enumerate(strands) if one.heading and not one.is_row_number]
    return sum(at in matches for at in own) / len(own) if own else 0.0


def with_note(found: Resemblance, strands: Sequence[Strand]) -> Resemblance:
    """A table of which only one column is known cannot be read at all; its next column of words becomes the note."""
    note = next((one for one in targets_of(found.register) if one.column.field == "note"), None)
    free = [at for at, one in enumerate(strands) if one.heading and at not in found.matches and not one.is_row_number]
    wordy = [at for at in free if share_of_words(strands[at].cells) == 1.0]
    if len(found.matches) != 1 or note is None or not wordy:
        return found
    return replace(found, matches={**found.matches, wordy[0]: Match(note, 0.0, 1.0)})


def sample(cells: Sequence[Raw], most: int) -> tuple[Raw, ...]:
    """At most so many of the cells, evenly spread."""
    step = -(-len(cells) // most) or 1
    return tuple(cells[::step])
