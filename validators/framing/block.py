"""A block of rows that may be a heading: the names that it gives to the columns of what stands below."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from validators.framing.body import Body, Profile
from validators.framing.flatten import Label, flatten, joined, own_words
from validators.framing.looks import FIGURES, look
from validators.framing.series import names_by_number
from validators.framing.sheet import Sheet
from validators.framing.units import is_units_row


@dataclass(frozen=True)
class Block:
    """The rows of a sheet from `top` to `bottom` (1-based), over a body."""

    sheet: Sheet
    body: Body
    top: int
    bottom: int

    @cached_property
    def labels(self) -> tuple[Label, ...]:
        """The words over each column."""
        return flatten(self.sheet, self.top, self.bottom)

    @cached_property
    def names(self) -> Mapping[int, str]:
        """The columns of the body that are named for themselves, and how."""
        own = own_words(self.sheet, self.top, self.bottom)
        return {at: joined(self.labels[at]) for at in self.body.columns if self.labels[at] and own[at]}

    @cached_property
    def series(self) -> frozenset[int]:
        """Columns named by numbers that count, which those of the next row do not go on to count."""
        below = self.sheet.rows[self.bottom] if self.bottom < self.sheet.height else ()
        return names_by_number(self.sheet.rows[self.bottom - 1], below)

    @cached_property
    def named(self) -> Mapping[int, str]:
        """The same without figures over figures, which name nothing."""
        return {
            at: name
            for at, name in self.names.items()
            if at in self.series or not _is_figure(self.labels[at], self.body.columns[at])
        }

    @property
    def needs_each_row(self) -> bool:
        """Without its first row, or its last, the block would name fewer columns, or name them less apart."""
        if self.top == self.bottom:
            return True
        if is_units_row(self.sheet, self.bottom):
            return replace(self, bottom=self.bottom - 1).needs_each_row
        if not _is_poorer(replace(self, top=self.top + 1), self):
            return False
        return self._is_tied_below or _is_poorer(replace(self, bottom=self.bottom - 1), self)

    @property
    def _is_tied_below(self) -> bool:
        """A merged area that begins higher ends in the last row."""
        areas = (self.sheet.area(self.bottom, at) for at in range(self.sheet.width))
        return any(area is not None and area.top < self.bottom == area.bottom for area in areas)


def _is_figure(label: Label, profile: Profile) -> bool:
    return len(label) == 1 and look(label[-1]) in FIGURES and profile.figures >= 0.5


def _is_poorer(part: Block, whole: Block) -> bool:
    some, full = list(part.names.values()), list(whole.names.values())
    lost, before, after = len(full) - len(some), _repeats(some), _repeats(full)
    return lost > 0.03 * len(full) or (before - after > 0.08 * len(full) and after * 2 <= before)


def _repeats(names: Sequence[str]) -> int:
    return len(names) - len(set(names))
