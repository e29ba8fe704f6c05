"""The proof before a package leaves: what could a reader work out who has all packages of the season before him?

A hidden number leaks when it has one possible value, or only two of which one is small: a reader doesn't know which
hidden numbers are small, so any that may be counts. The same holds of the change of a number between two packages of
which at least one hides it. Two kinds of knowledge no gate can take back, and they are no leak: that nobody has
changed (nought is shown everywhere), and what grand totals alone say of a change, since totals are always true and
shown. So a change must keep as many possible values, up to three, as it has when everything but totals is hidden; and
a number hidden in an earlier package as many as it had before this one.
"""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from reports.disclosure.attack import PLENTY
from reports.disclosure.knowledge import Knowledge, all_but_totals, knowledge
from reports.disclosure.reader import Reader
from reports.disclosure.secrets import Secret, secrets
from reports.disclosure.system import Leak, System


def audit(system: System, hidden: AbstractSet[str]) -> tuple[Leak, ...]:
    """Every number that a reader could narrow too far when these keys read «скрыто»; empty when the package may leave.

    Numbers in sight that ought to be hidden are leaks as well.
    """
    if system.k <= 1:
        return ()
    auditor = Auditor(system)
    return (*_in_sight(system, hidden), *(leak for leak, _ in auditor.leaks(hidden)))


class Auditor:
    """Judges proposals what to hide in one package; what was found for one proposal helps with the next."""

    def __init__(self, system: System) -> None:
        reader = Reader(knowledge(system))
        if reader.contradicted():
            reader = Reader(knowledge(system, growth=False))
            reader.contradicted()
        self.reader = reader
        shares = {share.key for share in system.shares}
        self.able = all_but_totals(reader.known) | shares
        self._everything = shares | {cell.key for cell in system.cells}
        self._plenty: dict[Secret, int] = {}

    @property
    def known(self) -> Knowledge:
        """What the reader knows."""
        return self.reader.known

    def leaks(self, hidden: AbstractSet[str]) -> Iterator[tuple[Leak, Secret]]:
        """The leaks among hidden numbers and changes, each with the number itself."""
        k = self.known.system.k
        found = self.reader.examples(hidden, tuple(secrets(self.known, hidden)), self._plenty)
        unsure = [(one, values) for one, values in found if one.narrow(values, k)]
        self._promise([one for one, _ in unsure])
        for one, values in unsure:
            plenty = self._plenty.get(one, PLENTY)
            if len(values) >= plenty:
                continue
            settled = self.reader.settle(hidden, one, plenty)
            if len(settled) < plenty and one.narrow(settled, k):
                yield Leak(one.key, min(settled), max(settled), one.package, one.since), one

    def _promise(self, unsure: Sequence[Secret]) -> None:
        """How many values of a change, or of an earlier number, this package could leave at best."""
        for hidden, ones in (
            (self.able, [one for one in unsure if one.since and one not in self._plenty]),
            (self._everything, [one for one in unsure if one.package and one not in self._plenty]),
        ):
            wanted = dict.fromkeys(ones, PLENTY)
            for one, values in list(self.reader.examples(hidden, ones, wanted)):
                settled = values if len(values) >= PLENTY else self.reader.settle(hidden, one, PLENTY)
                self._plenty[one] = min(PLENTY, len(settled))


def _in_sight(system: System, hidden: AbstractSet[str]) -> Iterator[Leak]:
    for cell in system.cells:
        if cell.key not in hidden and 0 < cell.value < system.k:
            yield Leak(cell.key, cell.value, cell.value)
