"""The gate seen from outside: one who has only packages asks the same question, without the numbers that are hidden.

Percentages in sight tell their parts; hidden numbers get values that fit everything in sight, since the attacker wants
some to begin with.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from reports.disclosure.audit import audit
from reports.disclosure.equations import Row, holds, matrix, not_above, total
from reports.disclosure.shares import rounded
from reports.disclosure.system import AtMost, Cell, Issued, Leak, Same, Share, Sum, System


@dataclass(frozen=True)
class InSight:
    """What a package shows: numbers of people by their addresses, None where hidden; the same of percentages.

    The equations are those that every reader knows.
    """

    people: Mapping[str, int | None]
    percents: Mapping[str, float | None]
    k: int
    as_of: date
    sums: tuple[Sum, ...] = ()
    same: tuple[Same, ...] = ()
    at_most: tuple[AtMost, ...] = ()
    shares: tuple[Share, ...] = ()
    grows: frozenset[str] = frozenset()


def leaks_of(seen: InSight, earlier: Sequence[Issued]) -> tuple[Leak, ...] | None:
    """Small numbers in sight, and hidden ones that can be worked out; None when the numbers contradict each other."""
    known = {key: value for key, value in seen.people.items() if value is not None}
    hidden = frozenset(seen.people) - known.keys()
    parts = dict(_parts(seen, known))
    values = _fitting(seen, {**known, **parts})
    if values is None:
        return None
    cells = {**{key: values[key] for key in sorted(hidden)}, **known, **parts}
    told = tuple(one for one in seen.shares if one.part in cells and (isinstance(one.base, int) or one.base in cells))
    system = System(
        tuple(Cell(key, value) for key, value in cells.items()),
        seen.k,
        seen.sums,
        seen.same,
        seen.at_most,
        told,
        tuple(earlier),
        seen.grows,
        seen.as_of,
    )
    untold = frozenset(key for key, value in seen.percents.items() if value is None)
    found = audit(system, hidden | untold)
    return tuple(one for one in found if one.key in seen.people or one.package)


def told_beside_hidden(seen: InSight) -> Iterator[str]:
    """Percentages in sight whose part or base is hidden."""
    for one in seen.shares:
        untold = {key for key in (one.part, one.base) if isinstance(key, str) and seen.people.get(key, 0) is None}
        if seen.percents.get(one.key) is not None and untold:
            yield one.key


def _parts(seen: InSight, known: Mapping[str, int]) -> Iterator[tuple[str, int]]:
    """The part of a percentage that no table has, where the percentage and the base leave one possibility."""
    for one in seen.shares:
        base = one.base if isinstance(one.base, int) else known.get(one.base)
        percent = seen.percents.get(one.key)
        if one.part in seen.people or percent is None or not base:
            continue
        said, about = round(percent * 10**one.digits), round(percent * base / 100)
        fits = [part for part in range(max(about - 2, 0), about + 3) if rounded(part, base, one.digits) == said]
        if len(fits) == 1:
            yield one.part, fits[0]


def _fitting(seen: InSight, known: Mapping[str, int]) -> Mapping[str, int] | None:
    """Values of all numbers that agree with those in sight; None when there are none."""
    names = dict.fromkeys((*seen.people, *known, *_named(seen)))
    place = {name: at for at, name in enumerate(names)}
    rows = list(_rows(seen, place))
    fixed = {place[name]: value for name, value in known.items()}
    if len(fixed) == len(place):
        return known if all(holds(row, fixed) for row in rows) else None
    from numpy import ones, rint, zeros
    from scipy.optimize import Bounds, LinearConstraint, milp

    weights = matrix(rows, {at: at for at in place.values()})
    limits = [LinearConstraint(weights, [row.least for row in rows], [row.most for row in rows])] if rows else []
    least, most = zeros(len(place)), ones(len(place)) * (1000 + 2 * sum(known.values()))
    for at, value in fixed.items():
        least[at] = most[at] = value
    answer: Any = milp(zeros(len(place)), integrality=ones(len(place)), bounds=Bounds(least, most), constraints=limits)
    if answer.x is None:
        return None
    return {name: int(value) for name, value in zip(place, rint(answer.x), strict=True)}


def _rows(seen: InSight, place: Mapping[str, int]) -> Iterator[Row]:
    yield from (total(place[one.whole], (place[part] for part in one.parts)) for one in seen.sums)
    yield from (Row(((place[one.one], 1), (place[one.other], -1))) for one in seen.same)
    for one in seen.at_most:
        less, more = seen.people.get(one.less), seen.people.get(one.more)
        if less is None or more is None or less <= more:
            yield not_above(place[one.less], place[one.more])


def _named(seen: InSight) -> Iterator[str]:
    for one in seen.sums:
        yield from (one.whole, *one.parts)
    for pair in seen.same:
        yield from (pair.one, pair.other)
    for limit in seen.at_most:
        yield from (limit.less, limit.more)
