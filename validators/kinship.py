"""How much two files of one register are alike: the rows, or people, that stand in both."""

from collections import Counter
from collections.abc import Mapping
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
Roll = Mapping[str, Traits]
"""Id of a row → its natural key, folded; empty where the register is not of people."""


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
    """The rows of one file by id, each id once; rows that nothing tells apart are left out."""
    natural = table.register.natural if table.register.person else ()
    columns = [table.values[name] for name in natural if name in table.values]
    traits = zip(*columns, strict=True) if columns else ((),) * len(table)
    found: dict[str, Traits] = {}
    for row_id, cells in zip(table.ids, traits, strict=True):
        if not row_id.startswith("?row"):
            found.setdefault(row_id, tuple("" if cell is None else fold(str(cell)) for cell in cells))
    return found


def kinship(first: Roll, second: Roll) -> Kinship:
    """Compares two files: by code where it names one person in both, by the natural key where codes differ or lack."""
    shared = first.keys() & second.keys()
    same = {row_id for row_id in shared if _one_person(first[row_id], second[row_id])}
    others = _loose(first, same) & _loose(second, same)
    return Kinship(len(same) + others.total(), len(first), len(second), len(shared))


def _one_person(one: Traits, two: Traits) -> bool:
    """Most of what is known of both agrees: a mended surname is the same person, another person's code is not."""
    known = [(a, b) for a, b in zip(one, two, strict=True) if a and b]
    return not known or sum(a == b for a, b in known) * 2 > len(known)


def _loose(people: Roll, settled: set[str]) -> Counter[Traits]:
    telling = (traits for row_id, traits in people.items() if row_id not in settled)
    return Counter(traits for traits in telling if sum(map(bool, traits)) >= _TELLING)
