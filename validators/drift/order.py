"""What a column looks like when it alone was sorted, or pasted some rows lower: signs that chance does not leave."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import groupby, pairwise
from math import inf

_EXACT, _NEARLY = 0.9, 0.95
"""So much of the pasted block must agree: a cell or two may have been typed since. More of words that repeat."""
_ROUGH = 0.03
"""So many steps may go the wrong way in a sorted column: other programs sort «ё», dashes and capitals otherwise."""
_LEAST = 4
_MOVED = 0.8
_SEEN = 0.4
_SLIPS = 8
"""For so many changed cells one step more may be wrong: a cell was typed since."""
_MANY = 15
_SAMPLE, _LIKELY = 64, 0.6
_BESIDES = 3


@dataclass(frozen=True)
class Strip:
    """One column of one file, row by row in the order of today: the words before and now.

    `column` is the whole column as it was, `places` where in it each of the rows stood.
    """

    was: Sequence[str]
    now: Sequence[str]
    column: Sequence[str]
    places: Sequence[int]

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
        return len({self.now[at] for at in self.changed} - {""})

    @property
    def hardly_repeats(self) -> bool:
        """The words that came are of many kinds: where each of them was before is no chance."""
        filled = sum(bool(self.now[at]) for at in self.changed)
        return self.words >= max(_LEAST, filled / 2)

    @property
    def is_moved(self) -> bool:
        """Words that hardly repeat went from row to row, in whatever order: nobody types so."""
        return self.hardly_repeats and self.kept >= len(self.changed) * _MOVED

    @property
    def is_sorted_alone(self) -> bool:
        """The words are the same, they stand in order now and did not before."""
        ways = [(_disorder(self.now, down=down), _disorder(self.was, down=down)) for down in (False, True)]
        after, before = min(ways, key=lambda way: (way[0], -way[1]))
        if after == 0 and before > 0 and self.kept == len(self.changed):
            return True
        nearly = after <= max(len(self.changed) // _SLIPS, len(self.now) * _ROUGH)
        return nearly and before >= max(_LEAST, after * _LEAST) and self.kept >= len(self.changed) * _MOVED

    @property
    def is_shifted(self) -> bool:
        """From the first changed row to the last each word is the one that stood some rows higher, or lower.

        Words that repeat must have moved, not come anew: half of them went from other changed rows, or all fit.
        """
        if not self.changed or self._is_renaming():
            return False
        moved = self.kept * 2 >= len(self.changed)
        least = _EXACT if self.hardly_repeats else _NEARLY if moved else 1.0
        if least == 1.0 and (self.words < 2 or len(self.changed) < _MANY):
            return False
        return any(self._fits(*ends, step) >= least for step in self._likely_steps() for ends in self._blocks())

    def _likely_steps(self) -> Iterator[int]:
        """The steps that most of some changed cells agree with: all others are not worth a look at every row."""
        sample = self.changed[:: max(1, len(self.changed) // _SAMPLE)]
        for far in range(1, self.changed[-1] - self.changed[0] + 2):
            for step in (far, -far):
                fit = sum(self.now[at] == self._source(at, step) or not self.now[at] for at in sample)
                if fit >= len(sample) * _LIKELY:
                    yield step

    def _blocks(self) -> Iterator[tuple[int, int]]:
        """First and last row that changed; a cell or two above and below may have been typed besides."""
        besides = _BESIDES if self.hardly_repeats else 1
        for above in range(besides):
            for below in range(1, besides + 1):
                if above + below <= len(self.changed) - _LEAST + 1:
                    yield self.changed[above], self.changed[-below]

    @property
    def is_put_off(self) -> bool:
        """Every day, or number, was changed by one and the same amount: events are put off so, all those of one day."""
        sizes = [(_size(self.was[at]), _size(self.now[at])) for at in self.changed]
        steps = Counter(round(now - was, 6) for was, now in sizes if was is not None and now is not None)
        if not steps or max(steps.values()) < len(self.changed) * _EXACT:
            return False
        touched = {self.was[at] for at in self.changed}
        return len(self.changed) * 2 >= sum(word in touched for word in self.was)

    def _fits(self, first: int, last: int, step: int) -> float:
        """The share of cells, and of those that changed, that have their word from so many rows away; 0 when too few.

        Cells that were cut leave blank ones at the ends, not more than they moved by.
        """
        block = range(first, last + 1)
        ends = {*block[: abs(step)], *block[-abs(step) :]}
        fit = {at for at in block if self._source(at, step) == self.now[at]}
        cut = {at for at in ends if at not in fit and not self.now[at]}
        typed = [at for at in self.changed if first <= at <= last and at not in cut]
        moved = sum(at in fit and bool(self.now[at]) for at in typed)
        if moved < max(_LEAST, len(self.changed) * _SEEN):
            return 0.0
        return min(len(fit) / (len(block) - len(cut)), sum(at in fit for at in typed) / len(typed))

    def _source(self, at: int, step: int) -> str | None:
        far = self.places[at] - step
        return self.column[far] if 0 <= far < len(self.column) else None

    def _is_renaming(self) -> bool:
        """Every row with one word got one and the same other word: all pupils of form 8 went to form 9."""
        became: dict[str, set[str]] = {}
        for was, now in zip(self.was, self.now, strict=True):
            became.setdefault(was, set()).add(now)
        touched = {self.was[index] for index in self.changed}
        return len(touched) * 2 <= len(self.changed) and all(len(became[one]) == 1 for one in touched)


def _disorder(cells: Sequence[str], *, down: bool) -> int:
    """How many steps go the wrong way, by letters or by size; blank cells belong to one end."""
    runs = sum(1 for _ in groupby(cells, key=bool))
    filled = [cell for cell in cells if cell]
    ways = ([(0.0, cell) for cell in filled], [_by_size(cell) for cell in filled])
    return min(_wrong_way(keys, down=down) for keys in ways) + max(0, runs - 2)


def _wrong_way(keys: Sequence[tuple[float, str]], *, down: bool) -> int:
    return sum((one < two) if down else (one > two) for one, two in pairwise(keys))


def _by_size(cell: str) -> tuple[float, str]:
    """Numbers by size, before words."""
    size = _size(cell)
    return (inf, cell) if size is None else (size, "")


def _size(cell: str) -> float | None:
    """A number, or the number of a day; None for words."""
    try:
        return float(cell)
    except ValueError:
        pass
    try:
        return float(date.fromisoformat(cell.replace(" ", "-")).toordinal())
    except ValueError:
        return None
