"""What a reader knows before he begins to compute: the unknowns, the equations between them, the numbers he has seen.

Every number of every package is an unknown of its own (a cell of April is not the cell of May). Cells that are equal by
definition are one unknown. The equations of a package join its numbers; growth within the season joins packages.
"""

from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from itertools import pairwise

from reports.disclosure.equations import Row, not_above, total
from reports.disclosure.system import Cell, Issued, Same, Sum, System

Place = tuple[int, str]
"""The number of a package, from the oldest, and the key of a cell."""


@dataclass(frozen=True)
class Knowledge:
    """`unknowns` by their places, `rows` between them, `seen` in earlier packages; `now` is the package that leaves.

    `top` is a number that no cell can reach: it only keeps the search finite.
    """

    system: System
    unknowns: Mapping[Place, int]
    rows: tuple[Row, ...]
    seen: Mapping[int, int]
    cells: Mapping[int, tuple[Cell, ...]]
    now: int
    top: int
    _read: dict[frozenset[str], Mapping[int, int]] = field(default_factory=dict, compare=False, repr=False)

    def of(self, key: str) -> int:
        """The unknown behind a cell of the package that leaves."""
        return self.unknowns[self.now, key]

    def read(self, hidden: AbstractSet[str]) -> Mapping[int, int]:
        """The numbers that a reader has, when these keys of the package that leaves are hidden.

        Of equal cells one in sight is enough.
        """
        key = frozenset(hidden)
        if key not in self._read:
            shown = {self.of(cell.key): cell.value for cell in self.system.cells if cell.key not in key}
            self._read[key] = {**self.seen, **shown}
        return self._read[key]


def knowledge(system: System, *, growth: bool = True) -> Knowledge:
    """All packages of the season as one system; without `growth` a count may fall from one package to the next."""
    now = len(system.earlier)
    packages = {at: (one.sums, one.same) for at, one in enumerate(system.earlier)} | {now: (system.sums, system.same)}
    unknowns = _unknowns(system)
    rows = [
        total(unknowns[at, one.whole], (unknowns[at, part] for part in one.parts))
        for at, (sums, _) in packages.items()
        for one in sums
    ]
    rows += [not_above(unknowns[less], unknowns[more]) for less, more in _at_most(system, unknowns)]
    rows += [not_above(unknowns[less], unknowns[more]) for less, more in _growing(system, unknowns)] if growth else []
    seen = {unknowns[at, key]: value for at, one in enumerate(system.earlier) for key, value in one.seen.items()}
    cells: dict[int, tuple[Cell, ...]] = {}
    for cell in system.cells:
        at = unknowns[now, cell.key]
        cells[at] = (*cells.get(at, ()), cell)
    top = 1000 + 2 * sum(seen.values()) + 2 * sum(cell.value for cell in system.cells)
    return Knowledge(system, unknowns, tuple(row for row in rows if row.terms), seen, cells, now, top)


def all_but_totals(known: Knowledge) -> frozenset[str]:
    """Every cell that is no grand total and equal to none, and the totals that are small themselves."""
    return frozenset(
        cell.key
        for cells in known.cells.values()
        for cell in cells
        if not any(one.total for one in cells) or 0 < cell.value < known.system.k
    )


def _unknowns(system: System) -> dict[Place, int]:
    numbers: dict[Place, int] = {}
    for at, one in enumerate(system.earlier):
        names = dict.fromkeys((*one.seen, *sorted(one.hidden), *_named(one.sums)))
        numbers |= _numbered(at, names, one.same, len(numbers))
    names = dict.fromkeys((*(cell.key for cell in system.cells), *_named(system.sums)))
    names |= dict.fromkeys(key for one in system.at_most for key in (one.less, one.more))
    names |= dict.fromkeys(key for one in system.shares for key in (one.part, one.base) if isinstance(key, str))
    return numbers | _numbered(len(system.earlier), names, system.same, len(numbers))


def _named(sums: Iterable[Sum]) -> Iterator[str]:
    for one in sums:
        yield from (one.whole, *one.parts)


def _numbered(package: int, names: Iterable[str], same: Iterable[Same], first: int) -> dict[Place, int]:
    """Each name its number, equal cells one number."""
    chief: dict[str, str] = {name: name for name in names}

    def find(name: str) -> str:
        while chief.setdefault(name, name) != name:
            name = chief[name]
        return name

    for pair in same:
        chief[find(pair.other)] = find(pair.one)
    return {(package, name): first + at for at, name in _ranked({name: find(name) for name in chief})}


def _ranked(chiefs: Mapping[str, str]) -> Iterator[tuple[int, str]]:
    order = {chief: at for at, chief in enumerate(dict.fromkeys(chiefs.values()))}
    for name, chief in chiefs.items():
        yield order[chief], name


def _at_most(system: System, unknowns: Mapping[Place, int]) -> Iterator[tuple[Place, Place]]:
    """Limits that hold in every package that has both cells; one that is not true of what is known is no knowledge."""
    for at in range(len(system.earlier) + 1):
        known = _known(system, at)
        for one in system.at_most:
            less, more = (at, one.less), (at, one.more)
            fine = known.get(one.less, 0) <= known.get(one.more, known.get(one.less, 0))
            if less in unknowns and more in unknowns and fine:
                yield less, more


def _growing(system: System, unknowns: Mapping[Place, int]) -> Iterator[tuple[Place, Place]]:
    """Each package and the next by date, a key at a time. A correction has the date of the package that it corrects.

    A count that fell after all is none that never falls.
    """
    for key in sorted(system.grows):
        cuts = [[at for at in cut if (at, key) in unknowns] for cut in _cuts(system)]
        cuts = [cut for cut in cuts if cut]
        pairs = [(a, b) for one, other in pairwise(cuts) for a in one for b in other]
        seen = [[_known(system, at)[key] for at in cut if key in _known(system, at)] for cut in cuts]
        known = [values for values in seen if values]
        if all(max(one) <= min(other) for one, other in pairwise(known)):
            yield from (((a, key), (b, key)) for a, b in pairs)


def _cuts(system: System) -> list[list[int]]:
    """Packages of one date together, dates in their order; without dates each stands for itself."""
    dates = [*(one.as_of for one in system.earlier), system.as_of]
    given = [date for date in dates if date is not None]
    if len(given) < len(dates):
        return [[at] for at in range(len(dates))]
    return [[at for at, date in enumerate(dates) if date == one] for one in sorted(set(given))]


def _known(system: System, at: int) -> Mapping[str, int]:
    issued: tuple[Issued, ...] = system.earlier
    return issued[at].seen if at < len(issued) else {cell.key: cell.value for cell in system.cells}
