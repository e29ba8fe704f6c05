"""HiGHS, the solver of whole-number programmes, on one part of the system.

It is not taken at its word. Only its linear programmes, in fractions, are used: their answers mostly are whole numbers
already, and where they aren't, we branch ourselves (the number is not more than 3, or not less than 4). The mode of
HiGHS 1.12 for whole numbers says that one is not less than 1 where 0 is possible (see the test of this module). And a
solution counts only if it fits every equation in whole numbers, so what is found to be possible is possible.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from reports.disclosure.equations import Row, Terms, matrix
from reports.disclosure.parts import Part

Solution = tuple[int, ...]
"""The unknowns of a part, in its order."""

_NOTHING = 1e-6


class Solver:
    """The equations of a part as HiGHS takes them; `top` is a number that no unknown can reach."""

    def __init__(self, part: Part, top: int) -> None:
        self._place = {unknown: at for at, unknown in enumerate(part.unknowns)}
        self._weights = matrix(part.rows, self._place)
        self._least = [row.least for row in part.rows]
        self._most = [row.most for row in part.rows]
        self._top = top

    def fits(self, found: Any) -> Any:
        """Which lines of an array are solutions."""
        from numpy import array

        sums = found @ self._weights.T
        fit = ((found >= 0) & (found <= self._top)).all(axis=1)
        return fit & ((sums >= array(self._least)) & (sums <= array(self._most))).all(axis=1)

    def least(self, goal: Terms, also: Row | None = None) -> Solution | None:
        """A solution that makes the goal least, where one more row holds; None when there is none."""
        from numpy import zeros
        from scipy.optimize import LinearConstraint

        costs = zeros(len(self._place))
        for unknown, weight in goal:
            costs[self._place[unknown]] = weight
        limits = [LinearConstraint(self._weights, self._least, self._most)] if self._least else []
        if also:
            limits.append(LinearConstraint(matrix([also], self._place), [also.least], [also.most]))
        return self._branched(costs, limits, [], 1)

    def beyond(self, rows: Sequence[Row]) -> Solution | None:
        """A solution where as many of the rows as can be exceed their least value by one; nearly as many will do."""
        from numpy import concatenate, inf, ones, zeros
        from scipy.optimize import LinearConstraint
        from scipy.sparse import csr_array, eye_array, hstack

        count, more = len(self._place), len(rows)
        moved = hstack([matrix(rows, self._place), -eye_array(more)])
        limits = [LinearConstraint(moved, [row.least for row in rows], inf)]
        if self._least:
            weights = hstack([self._weights, csr_array((len(self._least), more))])
            limits.append(LinearConstraint(weights, self._least, self._most))
        return self._branched(concatenate([zeros(count), -ones(more)]), limits, [(-inf, 1)] * more, inf)

    def _branched(self, costs: Any, limits: Any, more: Sequence[tuple[float, float]], better: float) -> Solution | None:
        """The best whole solution, or one so good that another is not `better` by so much."""
        from numpy import inf, rint

        count, best, least = len(self._place), None, inf
        waiting = [[(0.0, float(self._top))] * count]
        while waiting:
            bounds = waiting.pop()
            told = _in_fractions(costs, limits, [*bounds, *more])
            if told is None or told.fun > least - better + _NOTHING:
                continue
            found, numbers = rint(told.x[:count]), told.x[:count]
            if abs(found - numbers).max() > _NOTHING:
                waiting += _either_way(bounds, numbers, int(abs(found - numbers).argmax()))
            elif self.fits(found[None, :])[0]:
                best, least = tuple(int(value) for value in found), float(told.fun)
        return best


def _in_fractions(costs: Any, limits: Any, bounds: Sequence[tuple[float, float]]) -> Any:
    from numpy import array
    from scipy.optimize import Bounds, milp

    low, high = array(bounds).T
    told = milp(costs, bounds=Bounds(low, high), constraints=limits)
    return told if told.x is not None else None


def _either_way(bounds: list[tuple[float, float]], numbers: Any, at: int) -> Iterator[list[tuple[float, float]]]:
    """The number is not more than the whole one below it, or not less than the one above."""
    from math import ceil, floor

    low, high = bounds[at]
    for span in ((low, floor(numbers[at])), (ceil(numbers[at]), high)):
        yield [*bounds[:at], span, *bounds[at + 1 :]]
