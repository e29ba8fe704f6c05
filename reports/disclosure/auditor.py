"""The auditor: which hidden numbers, and which of their changes, could a reader narrow too far?"""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from functools import cached_property

from reports.disclosure.attack import PLENTY
from reports.disclosure.knowledge import Knowledge, all_but_totals, knowledge
from reports.disclosure.reader import Reader
from reports.disclosure.secrets import Secret, count_of, secrets
from reports.disclosure.system import Leak, System


class Auditor:
    """Judges proposals what to hide in one package; what was found for one proposal helps with the next."""

    def __init__(self, system: System) -> None:
        self.reader = _reader(system)
        shares = {share.key for share in system.shares}
        self.able = all_but_totals(self.known) | shares
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
        self._promise([one for one, _ in unsure if one not in self._plenty])
        for one, values in unsure:
            plenty = self._plenty[one]
            settled = values if len(values) >= plenty else self.reader.settle(hidden, one, plenty)
            if len(settled) < plenty and one.narrow(settled, k):
                yield _leak(one, settled), one

    def told(self, hidden: AbstractSet[str]) -> tuple[Leak, ...]:
        """Hidden counts that grand totals and earlier packages narrow to two values, whatever else is hidden."""
        ones = [one for one, plenty in self._plenty.items() if plenty < PLENTY and one.key in hidden and one.count]
        settled = [(one, self.reader.settle(hidden, one)) for one in ones]
        return tuple(_leak(one, values) for one, values in settled if one.narrow(values, self.known.system.k))

    def _promise(self, unsure: Sequence[Secret]) -> None:
        """How many values this package can leave to each at best, when everything but grand totals is hidden in it."""
        for one, best in self._settled(self.reader, self.able, [one for one in unsure if one.since]):
            self._plenty[one] = best
        for one, best in self._settled(self.reader, self._everything, [one for one in unsure if one.package]):
            self._plenty[one] = best
        counts = dict(self._settled(self.reader, self.able, [one for one in unsure if one.count]))
        alone = {one.key: one for one, best in counts.items() if best == 2}
        here = [count_of(self._alone.known, key) for key in alone]
        own = {one.key: best for one, best in self._settled(self._alone, self.able, here)}
        self._plenty |= {one: 2 if own.get(one.key) == PLENTY else PLENTY for one in counts}

    @staticmethod
    def _settled(reader: Reader, hidden: AbstractSet[str], ones: Sequence[Secret]) -> list[tuple[Secret, int]]:
        found = list(reader.examples(hidden, ones, dict.fromkeys(ones, PLENTY)))
        enough = [(one, values if len(values) >= PLENTY else reader.settle(hidden, one)) for one, values in found]
        return [(one, min(PLENTY, len(values))) for one, values in enough]

    @cached_property
    def _alone(self) -> Reader:
        """Somebody who has this package only."""
        return _reader(replace(self.known.system, earlier=()))


def _reader(system: System) -> Reader:
    """A reader of the season. What he holds true of growth counts only as long as numbers don't contradict it."""
    reader = Reader(knowledge(system))
    if reader.contradicted():
        reader = Reader(knowledge(system, growth=False))
        reader.contradicted()
    return reader


def _leak(one: Secret, values: AbstractSet[int]) -> Leak:
    return Leak(one.key, min(values), max(values), one.package, one.since)
