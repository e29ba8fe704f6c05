"""The torture of the disclosure gate: random offices, pairs of packages, and the least that must be hidden."""

from dataclasses import replace
from itertools import combinations
from random import Random

from benchmarks.outcome import Outcome
from reports.disclosure.audit import audit
from reports.disclosure.auditor import Auditor
from reports.disclosure.knowledge import Knowledge, all_but_totals
from reports.disclosure.refused import DisclosureError
from reports.disclosure.suppress import suppress
from reports.disclosure.system import System, Verdict
from tests.reports.disclosure.enumerated import differences
from tests.reports.disclosure.judging import ALL_IN_SIGHT, only_small, wrong
from tests.reports.disclosure.offices import Size, issued, later, package, people, square
from tests.reports.disclosure.tiny import drawn

TABLES, PAIRS, SMALL = 100, 20, 20
"""Offices, pairs of packages, and small tables, in one case."""

MOST_TRIED = 8
"""Of so many hidden numbers all values are tried."""

MOST_HIDDEN = 1.3
"""Times the least possible number of hidden cells, on small tables."""


def offices_through_the_gate(number: int) -> Outcome:
    """The tables of random offices: nothing leaks, totals are in sight; gates that are broken on purpose are caught."""
    told = Outcome()
    for seed in range((number - 1) * TABLES, number * TABLES):
        system, _, _ = _office(seed)
        verdict = _judged(system, told, f"office {seed}")
        if verdict is None:
            continue
        told.figures["cells hidden to cover others"] += len(verdict.hidden - verdict.small)
        if verdict.small:
            told.figures["gates that hide nothing"] += 1
            told.figures["of them caught"] += bool(wrong(system, ALL_IN_SIGHT))
        if verdict.hidden > verdict.small:
            told.figures["gates that hide only the small"] += 1
            told.figures["of these caught"] += bool(wrong(system, only_small(verdict)))
    return told


def pairs(number: int) -> Outcome:
    """Two packages one after the other: nothing leaks, differences included."""
    told = Outcome()
    for seed in range((number - 1) * PAIRS, number * PAIRS):
        first, counts, size = _office(seed)
        grown = later(Random(seed), size, counts)
        second = package(size, grown, (issued("первый", first, suppress(first)),))
        judged = _judged(second, told, f"pair {seed}")
        if judged is not None:
            told.figures["hidden for their change"] += len(judged.moved)
            told.figures["gates that forget the first package"] += 1
            told.figures["of them caught"] += bool(wrong(second, suppress(replace(second, earlier=()))))
            told.figures["counts that totals narrow to two values"] += len(judged.told)
    return told


def fewest(number: int) -> Outcome:
    """Small tables: how many cells are hidden, and how many must be, tried out one by one."""
    told = Outcome()
    for seed in range((number - 1) * SMALL, number * SMALL):
        system = square(Random(seed))
        verdict = _judged(system, told, f"table {seed}")
        if verdict is None:
            continue
        least = _least(system, verdict)
        told.figures["cells that must be hidden"] += least
        if len(verdict.hidden) > MOST_HIDDEN * least:
            told.wrong.append(f"table {seed}: {len(verdict.hidden)} cells are hidden, {least} are enough")
    return told


def attackers(number: int) -> Outcome:
    """Tiny packages with cells hidden at random: the gate's attacker finds what one finds who tries all numbers."""
    told = Outcome()
    for seed in range((number - 1) * SMALL, number * SMALL):
        system, hidden = drawn(Random(seed), rows=1 + seed % 2)
        if sum(len(one.hidden) for one in system.earlier) + len(hidden) > MOST_TRIED:
            continue
        found = audit(system, hidden)
        told.figures["packages"] += 1
        told.figures["leaks"] += len(found)
        told.wrong += [f"package {seed}: {fault}" for fault in differences(system, hidden, found)]
    return told


def _office(seed: int) -> tuple[System, dict[str, int], Size]:
    chance = Random(seed)
    size = Size(chance.randint(2, 6), chance.randint(1, 9), chance.randint(0, 2), chance.choice((6, 20, 60)))
    counts = people(chance, size)
    return package(size, counts), counts, size


def _judged(system: System, told: Outcome, name: str) -> Verdict | None:
    told.figures["packages"] += 1
    try:
        verdict = suppress(system)
    except DisclosureError as error:
        told.figures["packages refused"] += 1
        told.wrong.append(f"{name}: {error.sentence}")
        return None
    told.figures["cells"] += len(system.cells)
    told.figures["cells hidden"] += len(verdict.hidden & {cell.key for cell in system.cells})
    told.wrong += [f"{name}: {fault}" for fault in wrong(system, verdict)]
    return verdict


def _least(system: System, verdict: Verdict) -> int:
    """The least number of cells with which nothing leaks: all smaller sets are tried."""
    auditor = Auditor(system)
    free = sorted(all_but_totals(auditor.known) - verdict.small)
    for more in range(len(verdict.hidden - verdict.small)):
        for others in combinations(free, more):
            if _closed(auditor.known, verdict.small | set(others)) and not any(
                auditor.leaks(verdict.small | set(others))
            ):
                return len(verdict.small) + more
    return len(verdict.hidden)


def _closed(known: Knowledge, hidden: frozenset[str]) -> bool:
    """Whether of equal cells all are hidden or none."""
    return all(cell.key in hidden for key in hidden for cell in known.cells[known.of(key)])
