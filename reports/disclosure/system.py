"""What a reader of packages knows, as one system of equations: every number of people that leaves the office.

Values are people of one season. A key is the address of a cell and is the same in every package of the season:
`3/Школьник/Зачислено`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Cell:
    """A number of people. `total` — a grand total: it is hidden only when it is small itself, never to cover others."""

    key: str
    value: int
    total: bool = False


@dataclass(frozen=True)
class Sum:
    """The whole is the sum of the parts: a margin, a sub-total, a whole of another table."""

    whole: str
    parts: tuple[str, ...]


@dataclass(frozen=True)
class Same:
    """Two cells, of one table or two, that every reader knows to be equal."""

    one: str
    other: str


@dataclass(frozen=True)
class AtMost:
    """Every reader knows that one count cannot exceed the other: those active among those enrolled."""

    less: str
    more: str


@dataclass(frozen=True)
class Share:
    """A percentage in the package, rounded half up to `digits`: a part of a base.

    `base` is a key, or a number that everybody knows (a plan). `key` is the address of the percentage itself.
    """

    key: str
    part: str
    base: str | int
    digits: int = 1


@dataclass(frozen=True)
class Issued:
    """What an earlier package of the season says: the numbers seen, the keys hidden, the equations that held in it.

    `as_of` — the date of its numbers; a correction has the date of the package that it corrects. `untold` — hidden
    besides: percentages, and numbers that no table of it has; they are no secrets of their own.
    """

    name: str
    seen: Mapping[str, int]
    hidden: frozenset[str]
    sums: tuple[Sum, ...] = ()
    same: tuple[Same, ...] = ()
    as_of: date | None = None
    untold: frozenset[str] = frozenset()


@dataclass(frozen=True)
class System:
    """All tables of one package, and all packages before it in the season, oldest first. `k` — the least count shown.

    `grows` — keys whose count never falls within the season (applied, enrolled, trained): a reader knows that, too.
    `as_of` — the date of the numbers; where a package has none, packages follow one another as they were sent.
    `withheld` — keys that are hidden whatever their numbers: an earlier package of the same numbers hides them.
    """

    cells: tuple[Cell, ...]
    k: int
    sums: tuple[Sum, ...] = ()
    same: tuple[Same, ...] = ()
    at_most: tuple[AtMost, ...] = ()
    shares: tuple[Share, ...] = ()
    earlier: tuple[Issued, ...] = ()
    grows: frozenset[str] = frozenset()
    as_of: date | None = None
    withheld: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Leak:
    """A hidden number that a reader could narrow too far: its key, the least and the most that it can be.

    `package` — the earlier package where it stands, empty for the one that leaves. `since` — when it is the change of a
    number, the earlier package from which on.
    """

    key: str
    least: int
    most: int
    package: str = ""
    since: str = ""


@dataclass(frozen=True)
class Verdict:
    """What may be shown: the keys of cells and percentages that read «скрыто», of them those small themselves.

    `hidden` covers `small`; the rest of it is hidden so that the small can't be worked out. `moved` — those of the
    small that are large enough, but have changed by a small number since an earlier package. `told` — hidden counts
    that grand totals and earlier packages narrow to two values: nothing hidden in this package can prevent it.
    """

    hidden: frozenset[str]
    small: frozenset[str]
    moved: frozenset[str] = frozenset()
    told: tuple[Leak, ...] = ()
