"""What a column looks like when it alone was sorted, or pasted some rows lower: signs that chance does not leave."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby, pairwise
from math import inf

_MOST_ROWS = 20
"""A paste that missed its place by more rows is known only by cells that nobody else has."""
_EXACT = 0.95
"""So much of the pasted block must agree: a cell or two may have been typed since."""
_ROUGH = 0.02
"""So many steps may go the wrong way in a sorted column: other programs sort «ё», dashes and capitals otherwise."""
_LEAST = 4
_MOVED = 0.8


@dataclass(frozen=True)
class Strip:
    """One column of one file in the order of its rows now: words before and now, and which rows differ."""

    was: Sequence[str]
    now: Sequence[str]

    @cached_property
    def changed(self) -> tuple[int, ...]:
        """The rows whose words differ."""
        return tuple(at for at, (was, now) in enumerate(zip(self.was, self.now, strict=True)) if was != now)

    @cached_property
    def kept(self) -> int:
        """How many of the changed words stand in other changed rows now: the column was moved, not typed."""
        gone, came = (Counter(column[at] for at in self.changed) for column in (self.was, self.now))
        return (gone & came).total()

    @cached_property
    def words(self) -> int:
        """How many different words came into the changed rows."""
        return len({self.now[at] for at in self.changed})

    @property
    def is_moved(self) -> bool:
        """Words that hardly repeat went from row to row, in whatever order: nobody types so."""
        enough = self.words >= _LEAST and self.words * 2 >= len(self.changed)
        return enough and self.kept >= len(self.changed) * _MOVED

    @property
    def is_sorted_alone(self) -> bool:
        """The words are the same, they stand in order now and did not before."""
        before, after = _disorder(self.was), _disorder(self.now)
        if after == 0 and before > 0 and self.kept == len(self.changed):
            return True
        little = after <= len(self.now) * _ROUGH and before >= max(_LEAST, after * _LEAST)
        return little and self.kept >= len(self.changed) * 0.9

    def is_shifted(self, *, telling: bool) -> bool:
        """From the first changed row to the last each word is the one that stood some rows higher, or lower.

        `telling` — words that hardly repeat: then it is enough that they do; of others as many must be left as there
        were.
        """
        first, last = self.changed[0], self.changed[-1]
        length = last - first + 1
        if telling and self.words * 2 < len(self.changed):
            return False
        if not telling and (self.kept * 2 < len(self.changed) or self._is_renaming()):
            return False
        most = length if telling else min(_MOST_ROWS, length // 2)
        steps = (step for far in range(1, most + 1) for step in (far, -far))
        return any(self._agree(first, last, step) >= length * _EXACT for step in steps)

    def _agree(self, first: int, last: int, step: int) -> int:
        whole = range(max(first, step), min(last, len(self.was) - 1 + step) + 1)
        return sum(self.now[index] == self.was[index - step] for index in whole)

    def _is_renaming(self) -> bool:
        """Every row with one word got one and the same other word: all pupils of form 8 went to form 9."""
        became: dict[str, set[str]] = {}
        for was, now in zip(self.was, self.now, strict=True):
            became.setdefault(was, set()).add(now)
        touched = {self.was[index] for index in self.changed}
        return len(touched) * 2 <= len(self.changed) and all(len(became[one]) == 1 for one in touched)


def _disorder(cells: Sequence[str]) -> int:
    """How many steps go the wrong way, in the better of both directions; blank cells belong to one end."""
    runs = sum(1 for _ in groupby(cells, key=bool))
    filled = [cell for cell in cells if cell]
    by_letters = _wrong_way([(0.0, cell) for cell in filled])
    return min(by_letters, _wrong_way([_by_size(cell) for cell in filled])) + max(0, runs - 2)


def _wrong_way(keys: Sequence[tuple[float, str]]) -> int:
    up = sum(one > two for one, two in pairwise(keys))
    down = sum(one < two for one, two in pairwise(keys))
    return min(up, down)


def _by_size(cell: str) -> tuple[float, str]:
    """Numbers by size, before words."""
    try:
        return float(cell), ""
    except ValueError:
        return inf, cell
