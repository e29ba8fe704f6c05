"""Linear equations over whole numbers of people: everything that a reader can combine.

A table says «the whole is the sum of its parts», a percentage says «a hundred times the part, divided by the base, lies
between these two», growth says «June is not less than May». Each is one row: a weighted sum of unknown numbers that
lies between two limits. The unknowns are whole and not negative, since people are.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import inf
from typing import Any

Terms = tuple[tuple[int, int], ...]
"""Unknown → its weight, in pairs."""


@dataclass(frozen=True)
class Row:
    """A weighted sum of unknowns that is not less than `least` and not more than `most`; equal to nought by default."""

    terms: Terms
    least: float = 0
    most: float = 0


def total(whole: int, parts: Iterable[int]) -> Row:
    """The whole is the sum of its parts."""
    return Row(weighed([(whole, -1), *((part, 1) for part in parts)]))


def not_above(less: int, more: int) -> Row:
    """One number cannot exceed the other."""
    return Row(weighed([(more, 1), (less, -1)]), 0, inf)


def weighed(pairs: Iterable[tuple[int, int]]) -> Terms:
    """The weights of an unknown that is named twice add up; those that cancel out are gone."""
    weights: dict[int, int] = {}
    for unknown, weight in pairs:
        weights[unknown] = weights.get(unknown, 0) + weight
    return tuple((unknown, weight) for unknown, weight in weights.items() if weight)


def with_known(row: Row, known: Mapping[int, int]) -> Row:
    """The row as it reads when some numbers are known: they move to the limits."""
    said = sum(weight * known[unknown] for unknown, weight in row.terms if unknown in known)
    rest = tuple((unknown, weight) for unknown, weight in row.terms if unknown not in known)
    return Row(rest, row.least - said, row.most - said)


def holds(row: Row, values: Mapping[int, int]) -> bool:
    """Whether the row is true of the values, of which it must know every unknown."""
    return row.least <= sum(weight * values[unknown] for unknown, weight in row.terms) <= row.most


def matrix(rows: Sequence[Row], place: Mapping[int, int]) -> Any:  # Any: scipy has no types
    """The weights as a sparse matrix, an unknown in the column that `place` gives it."""
    from scipy.sparse import csr_array

    entries = [(at, place[unknown], weight) for at, row in enumerate(rows) for unknown, weight in row.terms]
    if not entries:
        return csr_array((len(rows), len(place)))
    at, column, weight = zip(*entries, strict=True)
    return csr_array((weight, (at, column)), shape=(len(rows), len(place)), dtype=float)
