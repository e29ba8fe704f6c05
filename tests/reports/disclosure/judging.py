"""A judge of verdicts with a linear solver and nothing of the gate: between which limits does each hidden number lie?"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from math import ceil, floor, inf
from typing import Any

import numpy as np
from scipy.optimize import linprog

from reports.disclosure.system import Sum, System, Verdict

Place = tuple[int, str]


@dataclass(frozen=True)
class Bench:
    """The numbers of all packages in columns, what is said of their sums, and what is seen."""

    columns: dict[Place, int]
    equal: list[dict[Place, int]]
    above: list[dict[Place, int]]
    seen: dict[Place, int]

    def values(self, weights: dict[Place, int]) -> int:
        """How many whole numbers lie between the least and the most that it can be; many, if nothing limits it."""
        least, most = self._end(weights, 1), -self._end(weights, -1)
        return 10**6 if inf in (-least, most) else floor(most + 1e-6) - ceil(least - 1e-6) + 1

    def _end(self, weights: dict[Place, int], sign: int) -> float:
        told: Any = linprog(
            sign * self._line(weights),
            A_eq=self._lines(self.equal),
            b_eq=np.zeros(len(self.equal)) if self.equal else None,
            A_ub=-self._lines(self.above) if self.above else None,
            b_ub=np.zeros(len(self.above)) if self.above else None,
            bounds=[(self.seen.get(place, 0), self.seen.get(place)) for place in self.columns],
        )
        assert told.status in (0, 3), told.message
        return float(told.fun) if told.status == 0 else -inf

    def _lines(self, rows: list[dict[Place, int]]) -> Any:
        return np.array([self._line(row) for row in rows]) if rows else None

    def _line(self, weights: dict[Place, int]) -> Any:
        line = np.zeros(len(self.columns))
        for place, weight in weights.items():
            line[self.columns[place]] += weight
        return line


def bench(system: System, hidden: frozenset[str]) -> Bench:
    """What a reader has before him."""
    now = len(system.earlier)
    seen = {(at, key): value for at, one in enumerate(system.earlier) for key, value in one.seen.items()}
    seen |= {(now, cell.key): cell.value for cell in system.cells if cell.key not in hidden}
    places = [*seen, *((now, cell.key) for cell in system.cells if cell.key in hidden)]
    places += [(at, key) for at, one in enumerate(system.earlier) for key in sorted(one.hidden)]
    columns = {place: at for at, place in enumerate(places)}
    equal = [
        {(at, each.whole): -1, **{(at, part): 1 for part in each.parts}}
        for at, (sums, same) in enumerate(
            [*((one.sums, one.same) for one in system.earlier), (system.sums, system.same)]
        )
        for each in (*sums, *(Sum(pair.one, (pair.other,)) for pair in same))
    ]
    above = [{(at, one.more): 1, (at, one.less): -1} for at in range(now + 1) for one in system.at_most]
    above += [{(at + 1, key): 1, (at, key): -1} for at in range(now) for key in sorted(system.grows)]
    return Bench(columns, equal, above, seen)


def wrong(system: System, verdict: Verdict) -> list[str]:
    """A sentence for everything that is wrong with a verdict."""
    values, hidden = {cell.key: cell.value for cell in system.cells}, verdict.hidden
    faults = [
        f"{key} is small and in sight" for key, value in values.items() if 0 < value < system.k and key not in hidden
    ]
    faults += [
        f"the total {cell.key} is hidden"
        for cell in system.cells
        if cell.total and cell.key in hidden and not 0 < cell.value < system.k
    ]
    faults += [
        f"{share.key} is in sight, {share.part} or its base is not"
        for share in system.shares
        if share.key not in hidden and hidden & {share.part, str(share.base)}
    ]
    return [*faults, *_counts(system, verdict), *_changes(system, verdict), *_before(system, verdict)]


def _counts(system: System, verdict: Verdict) -> Iterator[str]:
    table, now, told = bench(system, verdict.hidden), len(system.earlier), {leak.key for leak in verdict.told}
    for cell in system.cells:
        if cell.key in verdict.hidden:
            count = table.values({(now, cell.key): 1})
            small = 0 < cell.value < system.k and cell.key not in told
            if count < (3 if small else 2):
                yield f"{cell.key} = {cell.value} has {count} possible values"


def _changes(system: System, verdict: Verdict) -> Iterator[str]:
    table, best, now = bench(system, verdict.hidden), bench(system, _but_totals(system)), len(system.earlier)
    for at, one in enumerate(system.earlier):
        for cell in system.cells:
            pair = {(now, cell.key): 1, (at, cell.key): -1}
            change = cell.value - one.seen.get(cell.key, cell.value)
            small = 0 < abs(change) < system.k
            if cell.key in one.seen and cell.key not in verdict.hidden:
                if small and best.values({(now, cell.key): 1}) > 1:
                    yield f"{cell.key} has changed by {change} since {one.name}, and both are in sight"
            elif cell.key in one.seen and table.values(pair) < min(3 if small else 2, best.values(pair)):
                yield f"the change {change} of {cell.key} since {one.name} has {table.values(pair)} possible values"


def _before(system: System, verdict: Verdict) -> Iterator[str]:
    table = bench(system, verdict.hidden)
    unsaid = bench(system, frozenset(cell.key for cell in system.cells))
    for at, one in enumerate(system.earlier):
        for key in sorted(one.hidden):
            count, was = table.values({(at, key): 1}), unsaid.values({(at, key): 1})
            if count < min(2, was):
                yield f"{key} of {one.name} has {count} possible values, it had {was}"


def _but_totals(system: System) -> frozenset[str]:
    """Everything that is no total and not equal to one by definition."""
    able = {cell.key for cell in system.cells if not cell.total or 0 < cell.value < system.k}
    for _ in system.same:
        able -= {key for pair in system.same for key in (pair.one, pair.other) if not {pair.one, pair.other} <= able}
    return frozenset(able)


ALL_IN_SIGHT = Verdict(frozenset(), frozenset())
"""A gate that is broken: it hides nothing."""


def only_small(verdict: Verdict) -> Verdict:
    """A gate that is broken: it hides the small and nothing else."""
    return replace(verdict, hidden=verdict.small)


def everything(system: System) -> Verdict:
    """A gate that hides all it may."""
    hidden = _but_totals(system) | {share.key for share in system.shares}
    return Verdict(hidden, frozenset())
