"""The proof before a package leaves: what could a reader work out who has all packages of the season before him?

A hidden number leaks when it has one possible value, or only two of which one is small: a reader doesn't know which
hidden numbers are small, so any that may be counts. The same holds of the change of a number between two packages of
which at least one hides it. Two kinds of knowledge no gate can take back, and they are no leak: that nobody has
changed (nought is shown everywhere), and what grand totals alone say of a change, since totals are always true and
shown. So a change must keep as many possible values, up to three, as it has when everything but totals is hidden.
"""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from reports.disclosure.attack import PLENTY, Part, Target, parts, possible
from reports.disclosure.equations import Terms, weighed
from reports.disclosure.knowledge import Knowledge, knowledge
from reports.disclosure.shares import rounding
from reports.disclosure.system import Leak, System


@dataclass(frozen=True)
class Secret:
    """A number that a reader must not work out: the count in a cell, or its change since an earlier package."""

    key: str
    terms: Terms
    package: str = ""
    since: str = ""

    def narrow(self, values: AbstractSet[int], k: int) -> bool:
        """Whether these are too few possible values."""
        if len(values) >= PLENTY:
            return False
        if self.since and values == {0}:
            return False
        return len(values) <= 1 or any(0 < abs(value) < k for value in values)


Asked = tuple[Secret, Terms, int]
"""A secret, its unknown terms, and what its known terms come to."""

Memory = dict[tuple[Part, bool, tuple[Asked, ...]], list[frozenset[int]] | None]
"""What parts of the system gave when they were attacked before."""


def audit(system: System, hidden: AbstractSet[str]) -> tuple[Leak, ...]:
    """Every number that a reader could narrow too far when these keys read «скрыто»; empty when the package may leave.

    Numbers in sight that ought to be hidden are leaks as well.
    """
    if system.k <= 1:
        return ()
    known = consistent(system)
    in_sight = tuple(_in_sight(known, hidden))
    memory: Memory = {}
    return in_sight + tuple(leak for leak, _ in leaks(known, hidden, memory))


def consistent(system: System) -> Knowledge:
    """What a reader knows; growth that contradicts the numbers is none."""
    known = knowledge(system)
    rows, seen = known.rows, known.read(set())
    for part in parts(rows, seen, known.unknowns.values()):
        if possible(part, [], known.top) is None:
            return knowledge(system, growth=False)
    return known


def leaks(known: Knowledge, hidden: AbstractSet[str], memory: Memory) -> Iterator[tuple[Leak, Secret]]:
    """The leaks among hidden numbers and changes, each with the number itself."""
    found = values_of(known, hidden, memory, tuple(secrets(known, hidden)))
    narrow = [(one, values) for one, values in found if one.narrow(values, known.system.k)]
    everything = frozenset(cell.key for cell in known.system.cells)
    changes = [one for one, _ in narrow if one.since]
    issued = [one for one, _ in narrow if one.package]
    allowed = dict(values_of(known, all_but_totals(known), memory, changes, fully=True))
    allowed |= dict(values_of(known, everything, memory, issued, fully=True))
    for one, values in narrow:
        if one not in allowed or len(values) < min(PLENTY, len(allowed[one])):
            yield Leak(one.key, min(values), max(values), one.package, one.since), one


def secrets(known: Knowledge, hidden: AbstractSet[str]) -> Iterator[Secret]:
    """Hidden cells of this package, then of earlier ones, then changes of all of them."""
    read = known.read(hidden)
    keys = sorted(cell.key for cell in known.system.cells)
    for key in keys:
        if known.of(key) not in read:
            yield Secret(key, ((known.of(key), 1),))
    for at, issued in enumerate(known.system.earlier):
        for key in sorted(issued.hidden):
            if known.unknowns[at, key] not in read:
                yield Secret(key, ((known.unknowns[at, key], 1),), package=issued.name)
        for key in keys:
            if (at, key) in known.unknowns and not {known.of(key), known.unknowns[at, key]} <= read.keys():
                yield Secret(key, weighed([(known.of(key), 1), (known.unknowns[at, key], -1)]), since=issued.name)


def values_of(
    known: Knowledge, hidden: AbstractSet[str], memory: Memory, wanted: Sequence[Secret], *, fully: bool = False
) -> Iterator[tuple[Secret, frozenset[int]]]:
    """The possible values of each secret: three, or all; fewer of them are enough unless asked `fully`.

    A change between two hidden numbers that nothing joins is as free as they are, and is left out.
    """
    if not wanted:
        return
    read = known.read(hidden)
    pieces = parts((*known.rows, *rounding(known, hidden)), read, sorted(set(known.unknowns.values())))
    home = {unknown: at for at, piece in enumerate(pieces) for unknown in piece.unknowns}
    asked: dict[int, list[Asked]] = {}
    for one in wanted:
        free = tuple((unknown, weight) for unknown, weight in one.terms if unknown not in read)
        said = sum(weight * read[unknown] for unknown, weight in one.terms if unknown in read)
        homes = {home[unknown] for unknown, _ in free}
        if len(homes) == 1:
            asked.setdefault(homes.pop(), []).append((one, free, said))
    for at, ones in asked.items():
        key = (pieces[at], fully, tuple(ones))
        if key not in memory:
            memory[key] = possible(pieces[at], [_target(known.system.k, fully, *one) for one in ones], known.top)
        for (one, _, said), values in zip(ones, memory[key] or (), strict=False):
            yield one, frozenset(value + said for value in values)


def _target(k: int, fully: bool, secret: Secret, free: Terms, said: int) -> Target:  # noqa: FBT001
    def enough(values: frozenset[int]) -> bool:
        if fully:
            return len(values) >= PLENTY
        return len(values) > 1 and not secret.narrow({value + said for value in values}, k)

    return Target(free, enough)


def all_but_totals(known: Knowledge) -> frozenset[str]:
    """Every cell that is no grand total and equal to none, and the totals that are small themselves."""
    return frozenset(
        cell.key
        for cells in known.cells.values()
        for cell in cells
        if not any(one.total for one in cells) or 0 < cell.value < known.system.k
    )


def _in_sight(known: Knowledge, hidden: AbstractSet[str]) -> Iterator[Leak]:
    for cell in known.system.cells:
        if cell.key not in hidden and 0 < cell.value < known.system.k:
            yield Leak(cell.key, cell.value, cell.value)
