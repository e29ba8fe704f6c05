"""What must be hidden for its own sake: small counts, small changes, and percentages that would tell them."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from reports.disclosure.audit import Memory, Secret, all_but_totals, values_of
from reports.disclosure.knowledge import Knowledge
from reports.disclosure.shares import rounded
from reports.disclosure.system import System


def small_counts(known: Knowledge) -> frozenset[str]:
    """Counts of 1…k−1 people, grand totals too."""
    return frozenset(cell.key for cell in known.system.cells if 0 < cell.value < known.system.k)


def small_changes(known: Knowledge, memory: Memory) -> frozenset[str]:
    """Counts that have changed by 1…k−1 people since a value that an earlier package shows.

    Totals are always true and shown, and so is what follows from totals alone: hiding it would hide nothing.
    """
    able = all_but_totals(known)
    changed = {key for key in _changed(known) if key in able}
    alike = {known.of(key) for key in changed}
    keys = frozenset(cell.key for at in alike for cell in known.cells[at])
    wanted = [Secret(key, ((known.of(key), 1),)) for key in sorted(keys)]
    told = {one.key for one, values in values_of(known, able, memory, wanted) if len(values) == 1}
    return keys - told


def _changed(known: Knowledge) -> Iterator[str]:
    for cell in known.system.cells:
        before = (one.seen.get(cell.key) for one in known.system.earlier)
        if any(value is not None and 0 < abs(cell.value - value) < known.system.k for value in before):
            yield cell.key


def small_shares(system: System, hidden: AbstractSet[str]) -> frozenset[str]:
    """Percentages whose part or base is hidden, and nought or all of a small group."""
    values = {cell.key: cell.value for cell in system.cells}
    found = set()
    for share in system.shares:
        base = share.base if isinstance(share.base, int) else values.get(share.base, 0)
        untold = share.part in hidden or share.base in hidden
        whole = 0 < base < system.k and rounded(values.get(share.part, 0), base, share.digits) in (
            0,
            100 * 10**share.digits,
        )
        if untold or whole:
            found.add(share.key)
    return frozenset(found)
