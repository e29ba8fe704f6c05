"""A reader of all packages of the season, who tries to work out what is hidden and remembers what he has found."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

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
        self._true = known.read(frozenset())

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
        """Some possible values of each secret: `plenty` of them, or enough, if that is easy.

        A change between two hidden numbers that nothing joins is as free as they are, and is left out.
        """
        asked: dict[Attacker, list[tuple[Secret, Target, int]]] = defaultdict(list)
        for one in wanted:
            for attacker, target, said in self._aim(hidden, one, plenty.get(one)):
                asked[attacker].append((one, target, said))
        for attacker, ones in asked.items():
            found = attacker.examples([target for _, target, _ in ones])
            for (one, _, said), values in zip(ones, found, strict=True):
                yield one, frozenset(value + said for value in values)

    def settle(self, hidden: AbstractSet[str], secret: Secret, plenty: int | None = None) -> frozenset[int]:
        """The possible values of a secret: all of them, or `plenty`."""
        for attacker, target, said in self._aim(hidden, secret, plenty):
            return frozenset(value + said for value in attacker.settle(target))
        return frozenset(range(PLENTY))

    def equations(self, hidden: AbstractSet[str], secret: Secret) -> list[Row]:
        """The equations that have to do with a secret, known numbers still in them."""
        home = self._home(frozenset(hidden))
        own = {home[unknown] for unknown, _ in secret.terms if unknown in home}
        rows = (*self.known.rows, *rounding(self.known, hidden))
        return [row for row in rows if any(home.get(unknown) in own for unknown, _ in row.terms)]

    def _aim(
        self, hidden: AbstractSet[str], secret: Secret, plenty: int | None
    ) -> Iterator[tuple[Attacker, Target, int]]:
        """Who attacks a secret, and what its known terms come to; nobody if it is in two parts."""
        home, k = self._home(frozenset(hidden)), self.known.system.k
        free: Terms = tuple((unknown, weight) for unknown, weight in secret.terms if unknown in home)
        read = self.known.read(hidden) if len(free) < len(secret.terms) else {}
        said = sum(weight * read[unknown] for unknown, weight in secret.terms if unknown not in home)
        found = {home[unknown] for unknown, _ in free}

        def enough(values: frozenset[int]) -> bool:
            if plenty is not None:
                return len(values) >= plenty
            return len(values) > 1 and not secret.narrow({value + said for value in values}, k)

        if len(found) == 1:
            yield found.pop(), Target(free, enough), said

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
