"""What must be hidden for its own sake: small counts, small changes, and percentages that would tell them."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from reports.disclosure.auditor import Auditor
from reports.disclosure.knowledge import Knowledge
from reports.disclosure.secrets import count_of
from reports.disclosure.system import System


def small_counts(known: Knowledge) -> frozenset[str]:
    """Counts of 1…k−1 people, grand totals too."""
    return frozenset(cell.key for cell in known.system.cells if 0 < cell.value < known.system.k)


def withheld_counts(auditor: Auditor) -> frozenset[str]:
    """Counts that an earlier package of the same numbers hides, but for grand totals."""
    system = auditor.known.system
    return frozenset(cell.key for cell in system.cells if cell.key in system.withheld and cell.key in auditor.able)


def small_changes(auditor: Auditor) -> frozenset[str]:
    """Counts that have changed by 1…k−1 people since a value that an earlier package shows.

    Totals are always true and shown, and so is what follows from totals alone: hiding it would hide nothing.
    """
    known, able = auditor.known, auditor.able
    alike = {known.of(key) for key, _, _ in changes(known.system) if key in able}
    keys = frozenset(cell.key for at in alike for cell in known.cells[at])
    secrets = [count_of(known, key) for key in sorted(keys)]
    found = list(auditor.reader.examples(able, secrets, dict.fromkeys(secrets, 2)))
    told = {one.key for one, values in found if len(values) < 2 and len(auditor.reader.settle(able, one, 2)) < 2}
    return keys - told


def changes(system: System) -> Iterator[tuple[str, str, int]]:
    """Changes by 1…k−1 people, either way: the key, the earlier package that shows it, and the change."""
    for cell in system.cells:
        for one in system.earlier:
            change = cell.value - one.seen.get(cell.key, cell.value)
            if 0 < abs(change) < system.k:
                yield cell.key, one.name, change


def small_shares(system: System, hidden: AbstractSet[str]) -> frozenset[str]:
    """Percentages whose part or base is hidden, nought or all of a small group, and those hidden before."""
    values = {cell.key: cell.value for cell in system.cells}
    found = {share.key for share in system.shares if share.key in system.withheld}
    for share in system.shares:
        base = share.base if isinstance(share.base, int) else values.get(share.base, 0)
        untold = share.part in hidden or share.base in hidden
        if untold or (0 < base < system.k and values.get(share.part, 0) in (0, base)):
            found.add(share.key)
    return frozenset(found)
