"""Faults by rule: which calls go wrong, in what way, and whether they take effect after all."""

import random
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from threading import Lock
from typing import NamedTuple

from tests.sheets_server.admission import Kind
from tests.sheets_server.call import Answer, Call
from tests.sheets_server.fault_kinds import ALL_KINDS, DISTURBING, REFUSING, REPEATED, SPOILING, STALE, Outcome
from tests.sheets_server.plain import Json

Inner = Callable[[Call], Answer]
Disturb = Callable[[Call], object]
"""What somebody else does to the world in the middle of our work; it is called with the call it stands before or after."""
SWEPT = ("429", "500", "503", "502", "cut", "half", "truncated", "portal", "hang")
"""The kinds a sweep draws from: everything that a client has to come back from by itself."""


@dataclass(frozen=True)
class Rule:
    """Which calls go wrong and how.

    A call matches by `method` and `route` (the address without ids, `*` stands for anything). Of the calls that match,
    the `nth` (counted from 1) or the `first` so many go wrong, and of those the share `chance`. `kinds`: one of them is
    drawn. `after`: the share that takes effect before it goes wrong. `wait` is in seconds: how long a hang lasts or how
    long each byte of a slow answer takes. `deed` is what somebody else does, for kind "human".
    """

    kinds: tuple[str, ...]
    method: str = "*"
    route: str = "*"
    nth: int | None = None
    first: int | None = None
    chance: float = 1.0
    after: float = 0.0
    wait: float = 0.02
    deed: Disturb | None = field(default=None, compare=False)

    def __post_init__(self) -> None:
        unknown = set(self.kinds) - ALL_KINDS
        if unknown or not self.kinds:
            raise ValueError(f"no such fault: {', '.join(sorted(unknown))}; there are {', '.join(sorted(ALL_KINDS))}")

    def matches(self, call: Call, kind: Kind) -> bool:
        """The rule speaks of calls of this sort."""
        route = kind.route.partition(" ")[2]
        return fnmatchcase(call.method, self.method) and fnmatchcase(route, self.route)

    @classmethod
    def of(cls, document: Json, deed: Disturb | None = None) -> "Rule":
        """From JSON: the fields by their names. Raises ValueError for a name or a kind that there isn't."""
        known = {"kinds", "method", "route", "nth", "first", "chance", "after", "wait"}
        if document.keys() - known:
            raise ValueError(f"no such field of a rule: {', '.join(sorted(document.keys() - known))}")
        return cls(**{**document, "kinds": tuple(document.get("kinds", ()))}, deed=deed)


class Ways(NamedTuple):
    """How a call can be answered: as it should be, and from an earlier revision of its spreadsheet."""

    answer: Inner
    stale: Inner


class Fired(NamedTuple):
    """A rule that a call has met: the kind drawn, and whether the call is carried out all the same."""

    rule: Rule
    kind: str
    after: bool


def sweep(rate: float, *, after: float = 0.5, kinds: Sequence[str] = SWEPT, wait: float = 0.0) -> tuple[Rule, ...]:
    """Rules by which that share of all calls of the APIs fails, half of them after their effect."""
    return (Rule(tuple(kinds), route="/*/*", chance=rate, after=after, wait=wait),)


@dataclass
class Faults:
    """The rules in force and what came of them.

    The same seed and the same calls give the same faults. `fired` counts by kind; `took_effect` counts the calls that
    changed something although their caller was told otherwise or nothing at all.
    """

    rules: tuple[Rule, ...] = ()
    seed: int = 0
    fired: Counter[str] = field(default_factory=Counter)
    took_effect: int = 0
    _matched: Counter[int] = field(default_factory=Counter)
    _lock: Lock = field(default_factory=Lock)

    def set(self, rules: Sequence[Rule], seed: int = 0) -> None:
        """Other rules from now on; everything is counted from nothing again."""
        with self._lock:
            self.rules, self.seed, self.took_effect = tuple(rules), seed, 0
            self.fired.clear()
            self._matched.clear()

    def met(self, call: Call, kind: Kind) -> list[Fired]:
        """What this call has met: disturbances, then at most one fault."""
        with self._lock:
            found = [fired for index, rule in enumerate(self.rules) if (fired := self._drawn(index, rule, call, kind))]
            disturbing = [each for each in found if each.kind in DISTURBING]
            others = [each for each in found if each.kind not in DISTURBING][:1]
            self.fired.update(each.kind for each in [*disturbing, *others])
            return [*disturbing, *others]

    def took(self) -> None:
        """One more call took effect although it looked failed."""
        with self._lock:
            self.took_effect += 1

    def json(self) -> Json:
        """As `GET /__emu/faults` gives it."""
        return {
            "rules": len(self.rules),
            "seed": self.seed,
            "fired": dict(self.fired),
            "tookEffect": self.took_effect,
        }

    def _drawn(self, index: int, rule: Rule, call: Call, kind: Kind) -> Fired | None:
        if not rule.matches(call, kind):
            return None
        self._matched[index] += 1
        count = self._matched[index]
        if (rule.nth is not None and count != rule.nth) or (rule.first is not None and count > rule.first):
            return None
        chance = random.Random(f"{self.seed}/{index}/{count}")
        if chance.random() >= rule.chance:
            return None
        return Fired(rule, chance.choice(rule.kinds), chance.random() < rule.after)


def through(faults: Faults, call: Call, kind: Kind, ways: Ways) -> Answer | Outcome:
    """The call as the faults in force let it through: an answer, or a delivery of its own."""
    met = faults.met(call, kind)
    disturbances = [each for each in met if each.kind in DISTURBING and each.rule.deed]
    _disturb(disturbances, call, after=False)
    found = _spoiled(faults, call, kind, ways, [each for each in met if each.kind not in DISTURBING])
    _disturb(disturbances, call, after=True)
    return found


def _disturb(disturbances: list[Fired], call: Call, *, after: bool) -> None:
    for each in disturbances:
        if each.after is after and each.rule.deed:
            each.rule.deed(call)


def _spoiled(faults: Faults, call: Call, kind: Kind, ways: Ways, met: list[Fired]) -> Answer | Outcome:
    if not met:
        return ways.answer(call)
    rule, name, after = met[0]
    if name == STALE:
        return (ways.stale if kind.reads else ways.answer)(call)
    if name in SPOILING or name == REPEATED or after:
        found = ways.answer(call)
        if not kind.reads and kind.service and found.status < 400:
            faults.took()
        if name in SPOILING:
            return SPOILING[name](found, rule.wait)
        if name == REPEATED:
            return ways.answer(call)
    return REFUSING[name](kind, rule.wait)
