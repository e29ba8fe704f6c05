"""An explained change as a value: the two counts, the parts that add up to the difference, the reason of each."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum, auto
from math import isclose

from reports.figures.catalogue import Indicator
from validators.counting.count import Count


class Kind(Enum):
    """Why a row entered a figure, left it, or weighs something else in it."""

    NEW = auto()
    GONE = auto()
    DESTROYED = auto()
    STATUS = auto()
    STARTED = auto()
    LEFT = auto()
    PASSED = auto()
    TIME = auto()
    ENDED = auto()
    CELL = auto()
    FALLEN = auto()
    STANDS = auto()
    DECISION = auto()
    TWICE = auto()
    OTHER_ROW = auto()
    EXPORT = auto()
    ANSWER = auto()
    DATA = auto()
    QUALITY = auto()
    OTHER = auto()


@dataclass(frozen=True)
class Cause:
    """One reason. `register` is where it happened first: reasons that differ in it only are one.

    `what` is the heading of the cell, the key of the register that decided, the part of K32, the words of «нет данных».
    `was` and `now` are the two statuses; `deed` says what was done to the cell or the decision, in Russian.
    """

    kind: Kind
    register: str = field(default="", compare=False)
    what: str = ""
    was: str = ""
    now: str = ""
    deed: str = ""


@dataclass(frozen=True)
class Part:
    """The rows of one reason and what they add to the difference; all of them add to it, or all take away.

    `of_rows` came by the value itself, `of_whole` by its denominator (percentage points of a share); `value` is both.
    `by` are the codes of other rows that decided; `place` is the municipality of most of the rows and their number.
    """

    cause: Cause
    ids: tuple[str, ...] = ()
    of_rows: float = 0.0
    of_whole: float = 0.0
    by: tuple[str, ...] = ()
    place: tuple[str, int] | None = None

    @property
    def value(self) -> float:
        """What the part adds to the figure, in the unit of the indicator."""
        return self.of_rows + self.of_whole


@dataclass(frozen=True)
class Change:
    """A figure at the end of the day `since` and on the day `on`. The parts add up to the difference, largest first."""

    indicator: Indicator
    before: Count
    now: Count
    since: date
    on: date
    parts: tuple[Part, ...] = ()
    cut: Mapping[str, str] = field(default_factory=dict)

    @property
    def difference(self) -> float:
        """By how much the value changed; «нет данных» counts as nothing here, and the only part says that it was so."""
        return (self.now.value or 0.0) - (self.before.value or 0.0)

    @property
    def is_change(self) -> bool:
        """The value is another one, or is known now and was not, or the other way round."""
        return differ(self.before, self.now)


def differ(one: Count, other: Count) -> bool:
    """The values of two counts differ by more than the order in which they were summed up."""
    if one.value is None or other.value is None:
        return one.value is not other.value
    return not isclose(one.value, other.value, rel_tol=1e-9, abs_tol=1e-9)
