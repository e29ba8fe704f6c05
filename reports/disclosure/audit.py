"""The proof before a package leaves: what could a reader work out who has all packages of the season before him?

**What leaks.** A hidden number leaks when it has one possible value, or only two of which one is small: a reader
doesn't know which hidden numbers are small, so any that may be counts. The same holds of the change of a number between
two packages of which at least one hides it, and of numbers hidden in earlier packages. Small counts in sight leak, and
so do counts in sight that have changed by a small number since another package showed them.

**What no gate can promise.** Grand totals are always true and shown, so what they say by themselves is said, however
much else is hidden:

- that nobody has changed is no secret (nought is shown everywhere);
- a change must keep as many possible values, up to three, as it has when everything but totals is hidden. When one
  person has come in all, of a count that never falls a reader knows that it has risen by one or not at all;
- for the same reason a small count may keep two values instead of three, where totals *and earlier packages* leave no
  more: of a municipality that had 0. The verdict names such counts (`told`). One value is never let pass;
- a number hidden in an earlier package must keep as many values as it had before this one; what has left already can't
  be called back.
"""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from reports.disclosure.auditor import Auditor
from reports.disclosure.small import changes, small_changes
from reports.disclosure.system import Leak, System


def audit(system: System, hidden: AbstractSet[str]) -> tuple[Leak, ...]:
    """Every number that a reader could narrow too far when these keys read «скрыто»; empty when the package may leave.

    Numbers in sight that ought to be hidden are leaks as well.
    """
    if system.k <= 1:
        return ()
    auditor = Auditor(system)
    return (*_in_sight(auditor, hidden), *(leak for leak, _ in auditor.leaks(hidden)))


def _in_sight(auditor: Auditor, hidden: AbstractSet[str]) -> Iterator[Leak]:
    system = auditor.known.system
    for cell in system.cells:
        if cell.key not in hidden and 0 < cell.value < system.k:
            yield Leak(cell.key, cell.value, cell.value)
    moved = small_changes(auditor)
    for key, since, change in changes(system):
        if key in moved and key not in hidden:
            yield Leak(key, change, change, since=since)
