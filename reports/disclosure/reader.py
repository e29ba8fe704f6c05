"""A reader of all packages of the season, who tries to work out what is hidden and remembers what he has found."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import product

from reports.disclosure.attack import PLENTY, Attacker, Target
from reports.disclosure.equations import Row, Terms
from reports.disclosure.knowledge import Knowledge
from reports.disclosure.parts import Part, parts
from reports.disclosure.secrets import Secret
from reports.disclosure.shares import rounding

_ALIKE = 3
"""So many earlier attacks, the likest, lend their solutions to a new one."""


class Reader:
    """What he knows, and the attacks that he has made on parts of it."""

    def __init__(self, known: Knowledge) -> None:
        self.known = known
        self._attackers: dict[Part, Attacker] = {}
        self._homes: dict[frozenset[str], dict[int, Attacker]] = {}
        self._true = dict(known.read(frozenset()))

    def contradicted(self) -> bool:
        """Whether what he knows can't be: then some of it (growth) is not so. Otherwise notes one way how it can be."""
        for attacker in dict.fromkeys(self._home(frozenset()).values()):
            if not attacker.possible():
                return True
            self._true |= attacker.solutions[-1]
        return False

    def examples(
        self, hidden: AbstractSet[str], wanted: Sequence[Secret], plenty: Mapping[Secret, int]
    ) -> Iterator[tuple[Secret, frozenset[int]]]:
        """Some possible values of each secret: `plenty` of them, or enough, if that is easy."""
        aims = {one: list(self._aim(hidden, one, plenty.get(one))) for one in wanted}
        asked: dict[Attacker, dict[Target, None]] = defaultdict(dict)
        for attacker, target in (pair for pairs in aims.values() for pair in pairs):
            asked[attacker][target] = None
        found = {
            (attacker, target): values
            for attacker, targets in asked.items()
            for target, values in zip(targets, attacker.examples(tuple(targets)), strict=True)
        }
        for one, pairs in aims.items():
            yield one, _together([found[pair] for pair in pairs], self._said(hidden, one))

    def settle(self, hidden: AbstractSet[str], secret: Secret, plenty: int = PLENTY) -> frozenset[int]:
        """The possible values of a secret: all of them, or `plenty`."""
        found = [attacker.settle(target) for attacker, target in self._aim(hidden, secret, plenty)]
        return _together(found, self._said(hidden, secret))

    def equations(self, hidden: AbstractSet[str], secret: Secret) -> list[Row]:
        """The equations that have to do with a secret, known numbers still in them."""
        home = self._home(frozenset(hidden))
        own = {home[unknown] for unknown, _ in secret.terms if unknown in home}
        rows = (*self.known.rows, *rounding(self.known, hidden))
        return [row for row in rows if any(home.get(unknown) in own for unknown, _ in row.terms)]

    def _aim(self, hidden: AbstractSet[str], secret: Secret, plenty: int | None) -> Iterator[tuple[Attacker, Target]]:
        """Who attacks a secret. A change of which nothing joins the two numbers is two secrets."""
        home, k = self._home(frozenset(hidden)), self.known.system.k
        free: Terms = tuple((unknown, weight) for unknown, weight in secret.terms if unknown in home)
        said = self._said(hidden, secret) if plenty is None and len(free) < len(secret.terms) else 0

        def enough(values: frozenset[int]) -> bool:
            if plenty is not None:
                return len(values) >= plenty
            return len(values) > 1 and not secret.narrow({value + said for value in values}, k)

        if len({home[unknown] for unknown, _ in free}) < 2:
            yield from ((home[unknown], Target(free, enough)) for unknown, _ in free[:1])
        else:
            yield from (
                (home[unknown], Target(((unknown, weight),), _two if plenty is None else enough))
                for unknown, weight in free
            )

    def _said(self, hidden: AbstractSet[str], secret: Secret) -> int:
        """What the known numbers in a secret come to."""
        read = self.known.read(hidden)
        return sum(weight * read[unknown] for unknown, weight in secret.terms if unknown in read)

    def _home(self, hidden: frozenset[str]) -> Mapping[int, Attacker]:
        """Who attacks an unknown, when these keys are hidden."""
        if hidden not in self._homes:
            rows = (*self.known.rows, *rounding(self.known, hidden))
            pieces = parts(rows, self.known.read(hidden), sorted(set(self.known.unknowns.values())))
            home = {unknown: self._attacker(piece) for piece in pieces for unknown in piece.unknowns[:1]}
            self._homes[hidden] = {one: home[piece.unknowns[0]] for piece in pieces for one in piece.unknowns}
        return self._homes[hidden]

    def _attacker(self, part: Part) -> Attacker:
        if part not in self._attackers:
            own = set(part.unknowns)
            alike = sorted(self._attackers, key=lambda one: -len(own.intersection(one.unknowns)))[:_ALIKE]
            lore = [self._true, *(self._true | one for like in alike for one in self._attackers[like].solutions)]
            met = lore if own <= self._true.keys() else []
            self._attackers[part] = Attacker(part, self.known.top, met)
        return self._attackers[part]


def _two(values: frozenset[int]) -> bool:
    """If each of two numbers has two values, their difference has three."""
    return len(values) >= 2


def _together(found: Sequence[frozenset[int]], said: int) -> frozenset[int]:
    """The values of a sum of numbers that have nothing to do with one another."""
    return frozenset(said + sum(values) for values in product(*found))
