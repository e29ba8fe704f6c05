"""Why a number leaks: numbers in sight, of which at least one must be hidden too.

The most that a hidden number can be follows from equations by weights (the dual solution of a linear programme): so
many times this sum, less so many times that one. Numbers in sight that have no weight play no part. So the bound stands
until one of the weighted numbers is hidden, whatever else is. Such a set is a *cover*; the fewest cells that meet every
cover found are the next proposal (a hitting set, again by HiGHS).
"""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from math import ceil, floor, inf
from typing import Any

from reports.disclosure.equations import Row, Terms, matrix

_NOTHING = 1e-7


@dataclass(frozen=True)
class Cover:
    """At least one of these must be hidden, or else `unless` must not be hidden itself."""

    ones: frozenset[int]
    unless: int | None = None


def proof(rows: Sequence[Row], read: Mapping[int, int], terms: Terms, top: int) -> tuple[int, int, frozenset[int]]:
    """The least and the most that the terms come to, by linear programming, and the numbers in sight that prove it."""
    place = {unknown: at for at, unknown in enumerate(_named(rows, terms))}
    least, under = _bound(rows, read, terms, place, top)
    most, over = _bound(rows, read, tuple((unknown, -weight) for unknown, weight in terms), place, top)
    return ceil(least - _NOTHING), floor(-most + _NOTHING), under | over


def _named(rows: Sequence[Row], terms: Terms) -> list[int]:
    return list(dict.fromkeys([*(one for row in rows for one, _ in row.terms), *(one for one, _ in terms)]))


def _bound(
    rows: Sequence[Row], read: Mapping[int, int], terms: Terms, place: Mapping[int, int], top: int
) -> tuple[float, frozenset[int]]:
    from numpy import zeros
    from scipy.optimize import linprog
    from scipy.sparse import vstack

    costs = zeros(len(place))
    for unknown, weight in terms:
        costs[place[unknown]] = weight
    exact = [row for row in rows if row.least == row.most]
    above = [row for row in rows if row.least < row.most and row.most < inf]
    below = [row for row in rows if row.least < row.most and row.least > -inf]
    told: Any = linprog(
        costs,
        A_eq=matrix(exact, place),
        b_eq=[row.most for row in exact],
        A_ub=vstack([matrix(above, place), -matrix(below, place)]),
        b_ub=[*(row.most for row in above), *(-row.least for row in below)],
        bounds=[(read.get(one, 0), read.get(one, top)) for one in place],
        method="highs",
    )
    weights = told.lower.marginals + told.upper.marginals
    proving = frozenset(one for one in read if one in place and _proves(weights[place[one]], read[one]))
    return float(told.fun), proving


def _proves(weight: float, value: int) -> bool:
    """Whether the bound needs the number: that it is not less, unless it is nought, or that it is not more."""
    return (weight > _NOTHING and value > 0) or weight < -_NOTHING


def fewest(costs: Mapping[int, float], forced: AbstractSet[int], covers: Sequence[Cover]) -> frozenset[int] | None:
    """The cheapest set that has the forced ones and meets every cover; None when there is none."""
    from numpy import array
    from scipy.optimize import Bounds, LinearConstraint, milp

    if not costs:
        return None if covers else frozenset()
    place = {one: at for at, one in enumerate(costs)}
    rows = [
        Row((*((one, 1) for one in sorted(cover.ones)), *_unless(cover)), 0 if cover.unless is not None else 1, inf)
        for cover in covers
    ]
    told: Any = milp(
        array(list(costs.values())),
        integrality=[1] * len(place),
        bounds=Bounds([float(one in forced) for one in place], 1),
        constraints=[LinearConstraint(matrix(rows, place), [row.least for row in rows], inf)] if rows else [],
        options={"mip_rel_gap": 0},
    )
    return None if told.x is None else frozenset(one for one, at in place.items() if told.x[at] > 0.5)


def _unless(cover: Cover) -> Terms:
    return () if cover.unless is None else ((cover.unless, -1),)
