"""Which heading is which column: exact, former and set names first, likeness last (decisions.md 9, F09)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from rapidfuzz import fuzz, process

from config.cells.text import fold
from config.register import Composite, Register
from config.settings import Keeping

_LIKE_ENOUGH = 88.0


@dataclass(frozen=True)
class Vocabulary:
    """The folded headings that a register understands: of its fields, and of its composites' parts.

    `strangers` are headings of columns that the office says are not ours.
    """

    fields: Mapping[str, str]
    parts: Mapping[str, str]
    strangers: frozenset[str] = frozenset()

    def knows(self, heading: str) -> bool:
        """The heading, folded, is one of ours."""
        return heading in self.fields or heading in self.parts


@dataclass(frozen=True)
class Binding:
    """Where the columns of a register stand in a tab (0-based).

    `parts` are headings of composites by their own name; `alike` pairs (position, heading we took it for);
    `twice` pairs (position, heading that came before).
    """

    fields: Mapping[str, int]
    parts: Mapping[str, int]
    alike: tuple[tuple[int, str], ...] = ()
    twice: tuple[tuple[int, str], ...] = ()

    @property
    def size(self) -> int:
        """How many columns are bound."""
        return len(self.fields) + len(self.parts)


@lru_cache(maxsize=1 << 14)
def heading_key(text: str) -> str:
    """A heading for comparison: folded, with the signs «№» and «%» kept as words."""
    return fold(text.replace("№", " номер ").replace("%", " процент "))


def vocabulary(register: Register[Any], keeping: Keeping) -> Vocabulary:  # Any: a register of any record
    """Every heading the register understands, with the office's own names from `headings`."""
    fields: dict[str, str] = {}
    for column in register.columns:
        for heading in (column.heading, *column.former):
            fields.setdefault(heading_key(heading), column.field)
    parts = {heading_key(heading): heading for composite in register.composites for heading in composite.headings}
    parts = {heading: name for heading, name in parts.items() if heading not in fields}
    for theirs, ours in keeping.headings.items():
        target = heading_key(ours)
        if target in fields:
            fields[heading_key(theirs)] = fields[target]
        elif target in parts:
            parts[heading_key(theirs)] = parts[target]
    strangers = frozenset(heading_key(theirs) for theirs, ours in keeping.headings.items() if not ours.strip())
    known = {heading: name for heading, name in fields.items() if heading not in strangers}
    return Vocabulary(known, {one: name for one, name in parts.items() if one not in strangers}, strangers)


def bind(headings: Sequence[str], words: Vocabulary) -> Binding:
    """Binds each heading (tidied text, empty where there is none) to a field or to a composite's part."""
    fields: dict[str, int] = {}
    parts: dict[str, int] = {}
    twice: list[tuple[int, str]] = []
    unknown: list[int] = []
    seen: dict[str, int] = {}
    for position, heading in enumerate(headings):
        folded = heading_key(heading)
        if not folded or folded in words.strangers:
            continue
        if folded in seen and words.knows(folded):
            twice.append((position, heading))
        elif folded in words.fields and words.fields[folded] not in fields:
            fields[words.fields[folded]] = position
        elif folded in words.parts and words.parts[folded] not in parts:
            parts[words.parts[folded]] = position
        elif not words.knows(folded):
            unknown.append(position)
        seen[folded] = position
    alike = _bind_alike(headings, unknown, words, fields)
    return Binding(fields, parts, tuple(alike), tuple(twice))


def _bind_alike(
    headings: Sequence[str], unknown: Sequence[int], words: Vocabulary, fields: dict[str, int]
) -> list[tuple[int, str]]:
    free = {heading: name for heading, name in words.fields.items() if name not in fields}
    alike = []
    for position in unknown:
        found = process.extractOne(
            heading_key(headings[position]), free.keys(), scorer=fuzz.ratio, score_cutoff=_LIKE_ENOUGH
        )
        if found and free[found[0]] not in fields:
            fields[free[found[0]]] = position
            alike.append((position, free[found[0]]))
    return alike


def usable(composites: Sequence[Composite], binding: Binding) -> list[Composite]:
    """The composites that this tab types, none of whose fields stands as a column of its own."""
    return [
        composite
        for composite in composites
        if sum(heading in binding.parts for heading in composite.headings) >= composite.needed
        and not all(name in binding.fields for name in composite.fields)
    ]
