"""How much each row adds to the difference of two counts: exactly additive for every way in which a value comes.

A number changes by the weights of its rows. A quotient N ÷ D is shared out between its two halves as Shapley does: the
mean of «first the rows, then the denominator» and of the other order. Then each row of N adds
ΔN·(1/D₀ + 1/D₁)/2 and each row of D takes ΔD·(N₀ + N₁)/(2·D₀·D₁), whatever the order of the rows.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from math import fsum

from validators.counting.count import Count, Way

_QUOTIENTS: Mapping[Way, float] = {Way.SHARE: 100.0, Way.RATIO: 1.0, Way.MEAN: 1.0}

ROWS, WHOLE = "rows", "of"
Share = tuple[str, str]
"""Where a row counts, ROWS or WHOLE, and its id."""


@dataclass(frozen=True)
class Weights:
    """What every row weighs in the value and in the denominator; a row that stands twice weighs twice."""

    of: Mapping[Share, float] = field(default_factory=dict)

    def __getitem__(self, share: Share) -> float:
        return self.of.get(share, 0.0)

    @cached_property
    def total(self) -> Mapping[str, float]:
        """The whole of each half."""
        return {half: fsum(weight for (where, _), weight in self.of.items() if where == half) for half in (ROWS, WHOLE)}


def weights(count: Count) -> Weights:
    """The weights of a count; nothing of a count without a value."""
    if count.value is None:
        return Weights()
    found: Counter[Share] = Counter()
    for one in count.rows:
        found[ROWS, one] += count.weights.get(one, 1) if count.weights else 1  # type: ignore[assignment]  # a Counter of floats
        if count.way is Way.MEAN:
            found[WHOLE, one] += 1
    if count.way in (Way.SHARE, Way.RATIO):
        for one in count.of:
            found[WHOLE, one] += count.of_weights.get(one, 1) if count.of_weights else 1  # type: ignore[assignment]  # as above
    return Weights(dict(found))


def changed(before: Weights, now: Weights) -> dict[Share, float]:
    """Row → by how much its weight changed: one that came or went without any weight is there, too."""
    known = dict.fromkeys((*before.of, *now.of))
    return {one: now[one] - before[one] for one in known if now.of.get(one) != before.of.get(one)}


def contribution(way: Way, before: Weights, now: Weights, share: Share, by: float) -> float:
    """What the change of one weight adds to the value. Both counts have values, so no denominator is nothing."""
    factor = _QUOTIENTS.get(way)
    if factor is None:
        return by
    first, last = before.total[WHOLE], now.total[WHOLE]
    if share[0] == ROWS:
        return factor * by * (1 / first + 1 / last) / 2
    return -factor * by * (before.total[ROWS] + now.total[ROWS]) / (2 * first * last)
