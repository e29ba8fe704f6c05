"""The attacker: for a hidden number all values that it can have, by whole-number programming (HiGHS).

Of a number we ask only whether it has one, two, or at least three possible values. A solution of all equations found
for one number is an example for every other, so a few solutions in directions drawn at random settle nearly all
numbers at once; for the rest the least and the most possible value are computed exactly, and one between them is looked
for.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from random import Random
from typing import Any

from reports.disclosure.equations import Row, Terms, matrix, with_known

PLENTY = 3
"""So many possible values are enough for any number."""

_BATCHES = 6


@dataclass(frozen=True)
class Target:
    """A number that a reader would like to know, and when examples of its values are enough to be sure he can't."""

    terms: Terms
    enough: Callable[[frozenset[int]], bool] = field(compare=False)


@dataclass(frozen=True)
class Part:
    """Unknowns that hang together by equations, apart from all others; known numbers are in the limits of the rows."""

    unknowns: tuple[int, ...]
    rows: tuple[Row, ...]


def parts(rows: Sequence[Row], known: Mapping[int, int], unknowns: Iterable[int]) -> list[Part]:
    """The system falls into parts as soon as numbers are known; nothing learnt in one part helps in another."""
    chief = {one: one for one in unknowns if one not in known}

    def find(one: int) -> int:
        while chief[one] != one:
            chief[one] = chief[chief[one]]
            one = chief[one]
        return one

    open_rows = [row for row in (with_known(row, known) for row in rows) if row.terms]
    for row in open_rows:
        first = find(row.terms[0][0])
        for unknown, _ in row.terms[1:]:
            chief[find(unknown)] = first
    members: dict[int, list[int]] = {}
    for one in chief:
        members.setdefault(find(one), []).append(one)
    lines: dict[int, list[Row]] = {}
    for row in open_rows:
        lines.setdefault(find(row.terms[0][0]), []).append(row)
    return [Part(tuple(ones), tuple(lines.get(at, ()))) for at, ones in members.items()]


def possible(part: Part, targets: Sequence[Target], top: int) -> list[frozenset[int]] | None:
    """Possible values of each target: all of them, or as many as are enough. None when the equations contradict."""
    search = _Search(part, top)
    found: list[set[int]] = [set() for _ in targets]
    if not _gather(search, targets, found):
        return None
    for at, target in enumerate(targets):
        if not target.enough(frozenset(found[at])):
            _settle(search, target, found[at])
    return [frozenset(one) for one in found]


class _Search:
    """The part as HiGHS takes it."""

    def __init__(self, part: Part, top: int) -> None:
        from scipy.optimize import Bounds

        self.place = {unknown: at for at, unknown in enumerate(part.unknowns)}
        self.weights = matrix(part.rows, self.place)
        self.least = [row.least for row in part.rows]
        self.most = [row.most for row in part.rows]
        self.bounds = Bounds(0, top)

    def solve(self, goal: Terms, also: Row | None = None, *, exact: bool = True) -> list[int] | None:
        """Values of all unknowns that make the goal least; None when there are none."""
        from numpy import ones, rint, zeros
        from scipy.optimize import LinearConstraint, milp

        costs = zeros(len(self.place))
        for unknown, weight in goal:
            costs[self.place[unknown]] = weight
        limits = [LinearConstraint(self.weights, self.least, self.most)] if self.least else []
        limits += [LinearConstraint(matrix([also], self.place), [also.least], [also.most])] if also else []
        told: Any = milp(
            costs,
            integrality=ones(len(costs)),
            bounds=self.bounds,
            constraints=limits,
            options={"mip_rel_gap": 0 if exact else 0.1},
        )
        return None if told.x is None else [int(value) for value in rint(told.x)]

    def value(self, terms: Terms, solution: Sequence[int]) -> int:
        """What the terms come to in a solution."""
        return sum(weight * solution[self.place[unknown]] for unknown, weight in terms)


def _gather(search: _Search, targets: Sequence[Target], found: list[set[int]]) -> bool:
    """Examples for all targets at once, in directions drawn at random from a fixed seed; whether there are any."""
    chance = Random(0)  # noqa: S311  any directions will do
    waiting = list(range(len(targets)))
    for _ in range(_BATCHES):
        goal: dict[int, int] = {}
        for at in waiting:
            sign = chance.choice((-3, -2, -1, 1, 2, 3))
            for unknown, weight in targets[at].terms:
                goal[unknown] = goal.get(unknown, 0) + sign * weight
        for turn in (1, -1):
            solution = search.solve(tuple((one, turn * weight) for one, weight in goal.items()), exact=False)
            if solution is None:
                return False
            for at in waiting:
                found[at].add(search.value(targets[at].terms, solution))
        left = [at for at in waiting if not targets[at].enough(frozenset(found[at]))]
        if not left or len(left) == len(waiting):
            break
        waiting = left
    return True


def _settle(search: _Search, target: Target, values: set[int]) -> None:
    """The least, the most, and one between them."""
    for turn in (1, -1):
        solution = search.solve(tuple((unknown, turn * weight) for unknown, weight in target.terms))
        if solution is not None:
            values.add(search.value(target.terms, solution))
    if len(values) < PLENTY and max(values) - min(values) > 1:
        between = Row(target.terms, min(values) + 1, max(values) - 1)
        solution = search.solve((), between)
        if solution is not None:
            values.add(search.value(target.terms, solution))
