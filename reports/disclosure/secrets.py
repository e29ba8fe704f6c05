"""What a reader must not work out: hidden counts of any package, and how they have changed."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from reports.disclosure.attack import PLENTY
from reports.disclosure.equations import Terms, weighed
from reports.disclosure.knowledge import Knowledge


@dataclass(frozen=True)
class Secret:
    """The count in a cell, or its change `since` an earlier package; `package` is the earlier one where it stands."""

    key: str
    terms: Terms
    package: str = ""
    since: str = ""

    @property
    def count(self) -> bool:
        """Whether it is a count of the package that leaves."""
        return not self.package and not self.since

    def narrow(self, values: AbstractSet[int], k: int) -> bool:
        """Whether these are too few possible values."""
        if len(values) >= PLENTY:
            return False
        if self.since and values == {0}:
            return False
        return len(values) <= 1 or any(0 < abs(value) < k for value in values)


def count_of(known: Knowledge, key: str) -> Secret:
    """The count in a cell of the package that leaves."""
    return Secret(key, ((known.of(key), 1),))


def secrets(known: Knowledge, hidden: AbstractSet[str]) -> Iterator[Secret]:
    """Hidden cells of this package, then of earlier ones, then changes between two numbers of which one is hidden."""
    read = known.read(hidden)
    keys = sorted(cell.key for cell in known.system.cells)
    yield from (count_of(known, key) for key in keys if key in hidden)
    for at, issued in enumerate(known.system.earlier):
        for key in sorted(issued.hidden):
            if known.unknowns[at, key] not in read:
                yield Secret(key, ((known.unknowns[at, key], 1),), package=issued.name)
        for key in keys:
            if (at, key) in known.unknowns and not {known.of(key), known.unknowns[at, key]} <= read.keys():
                yield Secret(key, weighed([(known.of(key), 1), (known.unknowns[at, key], -1)]), since=issued.name)
