"""What stands around a server: quotas, faults, counts, earlier revisions and the people at work in it."""

from collections.abc import Callable
from dataclasses import dataclass, field

from tests.sheets_server.counts import Counts
from tests.sheets_server.faults import Faults
from tests.sheets_server.hands import Hands
from tests.sheets_server.quota import Quota
from tests.sheets_server.revisions import Revisions
from tests.sheets_server.world import World


def _nothing() -> None:
    """Nobody wants to know that something has changed."""


@dataclass
class Surroundings:
    """Everything between the port and the server; see `gate`.

    At first nothing is in the way: no quota, no faults, everybody is let in. `changed` is called after each call of the
    control that may have changed the world.
    """

    world: World
    quota: Quota = field(default_factory=Quota)
    faults: Faults = field(default_factory=Faults)
    counts: Counts = field(default_factory=Counts)
    revisions: Revisions = field(default_factory=Revisions)
    changed: Callable[[], None] = _nothing
    hands: Hands = field(init=False)

    def __post_init__(self) -> None:
        self.hands = Hands(self.world)
