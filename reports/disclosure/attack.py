"""The attacker: the values that a hidden number can have, by whole-number programming.

Of a number we ask only whether it has one, two, or at least three possible values. Every solution of the equations is
an example for all numbers at once, so the attacker keeps the solutions that he has met and looks for new ones that push
as many unsettled numbers as possible off their known values; steps between two known solutions, added to a third, give
more of them for nothing. For what is still unsettled the least and the most are computed exactly, and one between.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from random import Random
from typing import Any

from reports.disclosure.equations import Row, Terms, matrix
from reports.disclosure.parts import Part
from reports.disclosure.solver import Solution, Solver

PLENTY = 3
"""So many possible values are enough for any number."""

_PATIENCE = 2
_KEPT = 50
"""After so many fruitless tries examples are given up; so many solutions, the last, are kept and mixed."""

Pool = Any  # Any: an array of solutions, one a line; numpy's own type says no more


@dataclass(frozen=True)
class Target:
    """A number that a reader would like to know, and when examples of its values are enough to be sure he can't."""

    terms: Terms
    enough: Callable[[frozenset[int]], bool]


class Attacker:
    """The attacker on one part of the system, and what he has learnt of it."""

    def __init__(self, part: Part, top: int, met: Iterable[Mapping[int, int]] = ()) -> None:
        """`met` — solutions of parts like this one; those that are none here are forgotten."""
        from numpy import array

        self._place = {unknown: at for at, unknown in enumerate(part.unknowns)}
        self._solver = Solver(part, top)
        candidates = [[one[unknown] for unknown in part.unknowns] for one in met]
        self._pool: Pool = array(candidates, dtype=int).reshape(-1, len(part.unknowns))
        self._pool = self._pool[self._solver.fits(self._pool)]
        self._shown: dict[Terms, set[int]] = {}
        self._settled: dict[Terms, frozenset[int]] = {}

    @property
    def solutions(self) -> list[dict[int, int]]:
        """The last solutions met."""
        return [dict(zip(self._place, map(int, one), strict=True)) for one in self._pool]

    def possible(self) -> bool:
        """Whether the equations have any solution."""
        return len(self._pool) > 0 or self._met(self._solver.least(()))

    def examples(self, targets: Sequence[Target]) -> list[frozenset[int]]:
        """Values of each target that solutions show: enough of them, if that is easy."""
        if self.possible():
            self._look(targets, self._pool)
            self._explore(targets)
        return [frozenset(self._shown.get(one.terms, ())) for one in targets]

    def settle(self, target: Target) -> frozenset[int]:
        """The possible values of one target: all of them, or enough."""
        terms = target.terms
        if terms not in self._settled:
            values = frozenset(self._shown.get(terms, ()))
            if target.enough(values):
                return values
            self._settled[terms] = self._exact(terms)
        return self._settled[terms]

    def _explore(self, targets: Sequence[Target]) -> None:
        chance, idle = Random(0), 0  # noqa: S311  any directions will do
        while idle < _PATIENCE:
            waiting = [one for one in targets if not one.enough(frozenset(self._shown[one.terms]))]
            if not waiting:
                return
            before = sum(len(self._shown[one.terms]) for one in waiting)
            self._push(waiting, chance)
            self._look(waiting, self._pool[-1:])
            self._mix(waiting)
            idle = 0 if sum(len(self._shown[one.terms]) for one in waiting) > before else idle + 1

    def _look(self, targets: Sequence[Target], pool: Pool) -> None:
        """Notes the values of the targets in these solutions."""
        values = self._values(targets, pool)
        for one, row in zip(targets, values, strict=True):
            self._shown.setdefault(one.terms, set()).update(map(int, row))

    def _values(self, targets: Sequence[Target], pool: Pool) -> Pool:
        return matrix([Row(one.terms) for one in targets], self._place) @ pool.T

    def _push(self, waiting: Sequence[Target], chance: Random) -> None:
        """A solution that moves as many of the waiting as can be, up or down at random, off what is known of them."""
        rows = []
        for one in waiting:
            values = self._shown[one.terms]
            up = chance.random() < 0.5
            rows.append(Row(one.terms, max(values)) if up else Row(_turned(one.terms), -min(values)))
        self._met(self._solver.beyond(rows))

    def _mix(self, waiting: Sequence[Target]) -> None:
        """Steps from one solution to another, as short as whole numbers allow, from a third: what is new is kept."""
        from numpy import abs as size
        from numpy import concatenate, gcd, unique

        steps = unique(concatenate([self._pool[-1] - self._pool, self._pool[0] - self._pool]), axis=0)
        steps = steps[(steps != 0).any(axis=1)]
        if not len(steps):
            return
        steps //= gcd.reduce(size(steps), axis=1)[:, None]
        found = (self._pool[:, None, :] + concatenate([steps, -steps])[None, :, :]).reshape(-1, len(self._place))
        found = found[self._solver.fits(found)]
        for one, row in zip(waiting, self._values(waiting, found), strict=True):
            for value in set(map(int, row)) - self._shown[one.terms]:
                self._keep(found[row == value][0])
                self._look(waiting, self._pool[-1:])

    def _exact(self, terms: Terms) -> frozenset[int]:
        ends = [self._solver.least(terms), self._solver.least(_turned(terms))]
        values = {self._value(terms, end) for end in ends if end is not None}
        if len(values) == 2 and max(values) - min(values) > 1:
            between = self._solver.least((), Row(terms, min(values) + 1, max(values) - 1))
            ends.append(between)
            values |= set() if between is None else {self._value(terms, between)}
        for end in ends:
            self._met(end)
        return frozenset(values)

    def _value(self, terms: Terms, solution: Solution) -> int:
        return sum(weight * solution[self._place[unknown]] for unknown, weight in terms)

    def _met(self, solution: Solution | None) -> bool:
        if solution is not None:
            self._keep(solution)
        return solution is not None

    def _keep(self, solution: Any) -> None:
        from numpy import array, concatenate

        self._pool = concatenate([self._pool[-_KEPT:], array([solution], dtype=int)])


def _turned(terms: Terms) -> Terms:
    return tuple((unknown, -weight) for unknown, weight in terms)
