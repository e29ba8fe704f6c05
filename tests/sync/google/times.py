"""Time that moves only when somebody sleeps, and chance that is always the same."""

from dataclasses import dataclass, field

from sync.google.ports import Ports


@dataclass
class Times:
    """`slept` are the sleeps in seconds; `chance` is what chance always gives."""

    now: float = 0.0
    wall: float = 1_770_000_000.0
    chance: float = 0.5
    slept: list[float] = field(default_factory=list)

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.pass_by(seconds)

    def pass_by(self, seconds: float) -> None:
        self.now += seconds
        self.wall += seconds

    @property
    def ports(self) -> Ports:
        return Ports(lambda: self.now, lambda: self.wall, self.sleep, lambda: self.chance)
