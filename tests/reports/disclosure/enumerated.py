"""A second attacker, of another make: he tries all numbers, one after another. For tiny packages only.

He shares no line with the gate: he knows what the packages say, and he counts.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace

from reports.disclosure.system import Leak, Sum, System

MOST = 8
"""No number of a tiny package is tried above it."""

Place = tuple[int, str]
Numbers = dict[Place, int]


def differences(system: System, hidden: frozenset[str], found: Collection[Leak]) -> list[str]:
    """What the gate's attacker has missed, and what he has made up.

    That the change of a number leaks goes without saying where the number itself does.
    """
    others, told = leaks_of(system, hidden), {leak.key for leak in found if not leak.since}
    missed = [leak for leak in others if leak not in found and not (leak.since and leak.key in told)]
    return [f"missed: {leak}" for leak in missed] + [f"made up: {leak}" for leak in found if leak not in others]


def leaks_of(system: System, hidden: frozenset[str]) -> set[Leak]:
    """Every leak, as `audit` should find it."""
    return {*_in_sight(system, hidden), *_among_hidden(system, hidden)}


def _in_sight(system: System, hidden: frozenset[str]) -> Iterator[Leak]:
    """Small counts, and small changes of what totals don't tell anyhow."""
    best = list(every(system, at_best(system)))
    for cell in system.cells:
        if cell.key not in hidden and 0 < cell.value < system.k:
            yield Leak(cell.key, cell.value, cell.value)
        secret = cell.key in at_best(system) and len(_values(best, ((len(system.earlier), cell.key), None))) > 1
        for one in system.earlier:
            change = cell.value - one.seen.get(cell.key, cell.value)
            if secret and cell.key not in hidden and 0 < abs(change) < system.k:
                yield Leak(cell.key, change, change, since=one.name)


def _among_hidden(system: System, hidden: frozenset[str]) -> Iterator[Leak]:
    solutions, best = list(every(system, hidden)), list(every(system, at_best(system)))
    nothing = frozenset({*(cell.key for cell in system.cells), *(share.key for share in system.shares)})
    unsaid, alone = list(every(system, nothing)), list(every(replace(system, earlier=()), at_best(system)))
    for leak, (place, before) in _secrets(system, hidden, _shown(system, hidden)):
        values, limit = _values(solutions, (place, before)), 3
        if leak.since:
            limit = len(_values(best, (place, before)))
        elif leak.package:
            limit = len(_values(unsaid, (place, before)))
        elif len(_values(best, (place, None))) == 2 and len(_values(alone, ((0, place[1]), None))) > 2:
            limit = 2
        if len(values) < min(3, limit) and _narrow(values, system.k, change=bool(leak.since)):
            yield replace(leak, least=min(values), most=max(values))


def every(system: System, hidden: frozenset[str]) -> Iterator[Numbers]:
    """All numbers of the season that agree with what is shown."""
    shown = _shown(system, hidden)
    now = len(system.earlier)
    names = {(now, cell.key) for cell in system.cells}
    names |= {(at, key) for at, one in enumerate(system.earlier) for key in one.seen.keys() | one.hidden}
    yield from _tried(system, hidden, dict(shown), sorted(names - shown.keys()))


def _tried(system: System, hidden: frozenset[str], numbers: Numbers, left: list[Place]) -> Iterator[Numbers]:
    if not _agree(system, hidden, numbers):
        return
    if not left:
        yield dict(numbers)
        return
    told = _told(system, numbers)
    place, values = (told[0], [told[1]]) if told else (left[0], list(range(MOST + 1)))
    rest = [one for one in left if one != place]
    for value in values:
        if value >= 0:
            yield from _tried(system, hidden, {**numbers, place: value}, rest)


def _told(system: System, numbers: Numbers) -> tuple[Place, int] | None:
    """A number that follows from a sum of which all others are chosen."""
    for whole, parts in _sums(system):
        unknown = [one for one in (whole, *parts) if one not in numbers]
        if len(unknown) == 1:
            others = sum(numbers[part] for part in parts if part in numbers)
            return unknown[0], others if unknown[0] == whole else numbers[whole] - others
    return None


def _sums(system: System) -> Iterator[tuple[Place, list[Place]]]:
    packages = [*((one.sums, one.same) for one in system.earlier), (system.sums, system.same)]
    for at, (sums, same) in enumerate(packages):
        for one in (*sums, *(Sum(pair.one, (pair.other,)) for pair in same)):
            yield (at, one.whole), [(at, part) for part in one.parts]


def _agree(system: System, hidden: frozenset[str], numbers: Numbers) -> bool:
    """Whether nothing is wrong so far."""
    for whole, parts in _sums(system):
        known = sum(numbers.get(part, 0) for part in parts)
        if whole in numbers and (known > numbers[whole] or (_all(parts, numbers) and known < numbers[whole])):
            return False
    pairs = [(less, more) for less, more in _pairs(system) if less in numbers and more in numbers]
    return all(numbers[less] <= numbers[more] for less, more in pairs) and _shares_agree(system, hidden, numbers)


def _all(places: list[Place], numbers: Numbers) -> bool:
    return all(place in numbers for place in places)


def _pairs(system: System) -> Iterator[tuple[Place, Place]]:
    now = len(system.earlier)
    for at in range(now + 1):
        yield from (((at, one.less), (at, one.more)) for one in system.at_most)
    for at in range(now):
        yield from (((at, key), (at + 1, key)) for key in system.grows)


def _shares_agree(system: System, hidden: frozenset[str], numbers: Numbers) -> bool:
    """A percentage in sight is the rounded one of these numbers."""
    now, true = len(system.earlier), {cell.key: cell.value for cell in system.cells}
    for share in system.shares:
        if share.key in hidden or (now, share.part) not in numbers:
            continue
        base = share.base if isinstance(share.base, int) else numbers.get((now, share.base))
        real = share.base if isinstance(share.base, int) else true[share.base]
        if base is None or not real:
            continue
        if not base or _percent(numbers[now, share.part], base, share.digits) != _percent(
            true[share.part], real, share.digits
        ):
            return False
    return True


def _percent(part: int, base: int, digits: int) -> int:
    units, rest = divmod(100 * int(10**digits) * part, base)
    return units + (2 * rest >= base)


def _shown(system: System, hidden: frozenset[str]) -> Numbers:
    now = len(system.earlier)
    said = {(at, key): value for at, one in enumerate(system.earlier) for key, value in one.seen.items()}
    return said | {(now, cell.key): cell.value for cell in system.cells if cell.key not in hidden}


def _secrets(
    system: System, hidden: frozenset[str], shown: Numbers
) -> Iterator[tuple[Leak, tuple[Place, Place | None]]]:
    """What nobody may know: its place, and the place from which on it is a change."""
    now = len(system.earlier)
    for cell in system.cells:
        if cell.key in hidden:
            yield Leak(cell.key, 0, 0), ((now, cell.key), None)
    for at, one in enumerate(system.earlier):
        for key in one.hidden:
            yield Leak(key, 0, 0, package=one.name), ((at, key), None)
        for cell in system.cells:
            pair = (now, cell.key), (at, cell.key)
            if cell.key in one.seen.keys() | one.hidden and not {*pair} <= shown.keys():
                yield Leak(cell.key, 0, 0, since=one.name), pair


def _values(solutions: list[Numbers], terms: tuple[Place, Place | None]) -> set[int]:
    place, before = terms
    return {one[place] - (one[before] if before else 0) for one in solutions}


def _narrow(values: set[int], k: int, *, change: bool) -> bool:
    if len(values) >= 3 or (change and values == {0}):
        return False
    return len(values) == 1 or any(1 <= abs(value) < k for value in values)


def at_best(system: System) -> frozenset[str]:
    """Everything but grand totals, and what is equal to one."""
    alike: Mapping[str, set[str]] = {cell.key: {cell.key} for cell in system.cells}
    for pair in system.same:
        together = alike[pair.one] | alike[pair.other]
        for key in together:
            alike[key].update(together)
    totals = {cell.key for cell in system.cells if cell.total and not 0 < cell.value < system.k}
    shares = {share.key for share in system.shares}
    return frozenset(shares | {key for key, others in alike.items() if not others & totals})
