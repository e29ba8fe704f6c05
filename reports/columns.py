"""One grid of columns for all the listings of a tab: where each column of each listing begins and ends."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from reports.report import Field, Listing

_NARROWEST = 4.0
_PAGE = 120.0


@dataclass(frozen=True)
class Columns:
    """The grid: widths in characters, from left to right."""

    widths: tuple[float, ...]

    def width(self, left: int, right: int) -> float:
        """How wide the columns are together, both ends included."""
        return sum(self.widths[left : right + 1])

    def spans(self, fields: Sequence[Field]) -> tuple[tuple[int, int], ...]:
        """First and last column of the grid for each field, as near to its own width as the grid allows."""
        edges = [0.0, *accumulate(self.widths)]
        wanted = _stretched([float(one.width) for one in fields], edges[-1])
        taken = [0]
        for number, edge in enumerate(wanted[:-1], start=1):
            most = len(edges) - 1 - (len(fields) - number)
            free = range(taken[-1] + 1, most + 1)
            taken.append(min(free, key=lambda at: abs(edges[at] - edge)))
        taken.append(len(edges) - 1)
        return tuple((start, end - 1) for start, end in pairwise(taken))


def columns_for(listings: Sequence[Listing]) -> Columns:
    """The grid for the listings of a tab.

    A filtered listing keeps its columns whole, since a filter can't sort merged cells; the others follow its edges.
    """
    if not listings:
        return Columns((_PAGE,))
    total = max(sum(one.width for one in listing.fields) for listing in listings)
    whole = next((listing for listing in listings if listing.filtered), None)
    edges = {float(total)}
    for listing in [whole] if whole is not None else listings:
        for edge in _stretched([float(one.width) for one in listing.fields], float(total)):
            if all(abs(edge - other) >= _NARROWEST for other in edges):
                edges.add(edge)
    needed = max(len(listing.fields) for listing in listings)
    ordered = _with_enough([0.0, *sorted(edges)], needed)
    return Columns(tuple(round(end - start, 2) for start, end in pairwise(ordered)))


def _stretched(widths: Sequence[float], total: float) -> list[float]:
    """The right edges of columns of these widths, stretched to the whole width."""
    scale = total / sum(widths)
    return [edge * scale for edge in accumulate(widths)]


def _with_enough(edges: list[float], needed: int) -> list[float]:
    """The edges with the widest columns halved until there are enough columns."""
    while len(edges) - 1 < needed:
        widest = max(range(len(edges) - 1), key=lambda at: edges[at + 1] - edges[at])
        edges.insert(widest + 1, (edges[widest] + edges[widest + 1]) / 2)
    return edges
