"""Time that passes only when somebody waits: back-off and quotas of a client cost a test nothing."""

import random
from dataclasses import dataclass, field

from sync.google.ports import Ports

A_CALL = 0.5
"""Seconds that a call of Google takes, as recorded."""


@dataclass
class VirtualTime:
    """Seconds since 1970. Every look at the clock costs nothing; `pass_by` moves it."""

    now: float = 1_776_240_000.0
    seed: int = 0
    chance: random.Random = field(init=False)

    def __post_init__(self) -> None:
        """The same seed waits as long again."""
        self.chance = random.Random(self.seed)

    def pass_by(self, seconds: float) -> None:
        """So many seconds later."""
        self.now += seconds

    @property
    def ports(self) -> Ports:
        """What a client is given in place of real time."""
        return Ports(lambda: self.now, lambda: self.now, self.pass_by, self.chance.random)
