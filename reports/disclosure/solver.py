"""HiGHS, the solver of whole-number programmes, on one part of the system."""

from collections.abc import Sequence
from typing import Any

from reports.disclosure.equations import Row, Terms, matrix
from reports.disclosure.parts import Part

Solution = tuple[int, ...]
"""The unknowns of a part, in its order."""

_ROUGHLY = 0.2
"""A solution that moves four in five of those that could be moved is as good an example as the best one."""


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
        from numpy import ones, zeros
        from scipy.optimize import Bounds, LinearConstraint

        costs = zeros(len(self._place))
        for unknown, weight in goal:
            costs[self._place[unknown]] = weight
        limits = [LinearConstraint(self._weights, self._least, self._most)] if self._least else []
        if also:
            limits.append(LinearConstraint(matrix([also], self._place), [also.least], [also.most]))
        return self._solved(costs, ones(len(costs)), Bounds(0, self._top), limits, 0)

    def beyond(self, rows: Sequence[Row]) -> Solution | None:
        """A solution where as many of the rows as can be exceed their least value."""
        from numpy import concatenate, full, inf, ones, zeros
        from scipy.optimize import Bounds, LinearConstraint
        from scipy.sparse import csr_array, eye_array, hstack

        count, more = len(self._place), len(rows)
        moved = hstack([matrix(rows, self._place), -eye_array(more)])
        limits = [LinearConstraint(moved, [row.least for row in rows], inf)]
        if self._least:
            weights = hstack([self._weights, csr_array((len(self._least), more))])
            limits.append(LinearConstraint(weights, self._least, self._most))
        bounds = Bounds(
            concatenate([zeros(count), full(more, -inf)]), concatenate([full(count, self._top), ones(more)])
        )
        costs, whole = concatenate([zeros(count), -ones(more)]), concatenate([ones(count), zeros(more)])
        return self._solved(costs, whole, bounds, limits, _ROUGHLY)

    def _solved(self, costs: Any, whole: Any, bounds: Any, limits: Any, gap: float) -> Solution | None:
        from numpy import rint
        from scipy.optimize import milp

        told = milp(costs, integrality=whole, bounds=bounds, constraints=limits, options={"mip_rel_gap": gap})
        return None if told.x is None else tuple(int(value) for value in rint(told.x[: len(self._place)]))
