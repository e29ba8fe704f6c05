"""How much two files of one register are alike: the rows, or people, that stand in both."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from config.cells.text import fold
from validators.office import Table

NEXT_SENDING = 0.8
"""From this share on a newer file is the next sending of an older one."""

COPY = 0.5
"""From this share on two files are copies of each other (decisions.md 22)."""

_TELLING = 3
"""So many known parts of a natural key tell a person without a code: surname, name, birth date."""

Traits = tuple[str, ...]
"""The natural key of a person, folded; empty where the register is not of people."""


@dataclass(frozen=True)
class Roll:
    """The rows of one file: id → traits; and the traits that tell a person without a code."""

    rows: Mapping[str, Traits]
    telling: frozenset[Traits]


@dataclass(frozen=True)
class Kinship:
    """Two files side by side: rows in both, rows of the first, rows of the second; `codes` — codes in both."""

    same: int
    was: int
    now: int
    codes: int = 0

    @property
    def share(self) -> float:
        """The rows in both as a share of the smaller file, 0 … 1."""
        least = min(self.was, self.now)
        return self.same / least if least else 0.0

    @property
    def share_of_codes(self) -> float:
        """The codes in both as a share of the smaller file, whoever stands behind them."""
        least = min(self.was, self.now)
        return self.codes / least if least else 0.0

    @property
    def new(self) -> int:
        """Rows of the second file that the first has not."""
        return self.now - self.same

    @property
    def gone(self) -> int:
        """Rows of the first file that the second has not."""
        return self.was - self.same


def roll(table: Table[Any]) -> Roll:
    """The rows of one file, each id once; rows that nothing tells apart are left out."""
    natural = table.register.natural if table.register.person else ()
    columns = [_folded(table.values[name]) for name in natural if name in table.values]
    traits = zip(*columns, strict=True) if columns else ((),) * len(table)
    rows = {row_id: own for row_id, own in zip(table.ids, traits, strict=True) if not row_id.startswith("?row")}
    return Roll(rows, frozenset(own for own in rows.values() if len(own) - own.count("") >= _TELLING))


def _folded(cells: Sequence[object]) -> list[str]:
    words = {cell: "" if cell is None else fold(str(cell)) for cell in set(cells)}
    return [words[cell] for cell in cells]


def kinship(first: Roll, second: Roll) -> Kinship:
    """Compares two files: by code where it names one person in both, by the natural key where codes differ or lack."""
    one, two = first.rows, second.rows
    shared = one.keys() & two.keys()
    same = {row_id for row_id in shared if _one_person(one[row_id], two[row_id])}
    others = 0
    if not first.telling.isdisjoint(second.telling):
        others = (_loose(first, same) & _loose(second, same)).total()
    return Kinship(len(same) + others, len(one), len(two), len(shared))


def _one_person(one: Traits, two: Traits) -> bool:
    """Most of what is known of both agrees: a mended surname is the same person, another person's code is not."""
    known = [(a, b) for a, b in zip(one, two, strict=True) if a and b]
    return not known or sum(a == b for a, b in known) * 2 > len(known)


def _loose(people: Roll, settled: set[str]) -> Counter[Traits]:
    return Counter(own for row_id, own in people.rows.items() if row_id not in settled and own in people.telling)
