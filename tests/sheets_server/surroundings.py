"""What stands around a server: who is let in, quotas, faults, counts and the control of them all."""

from dataclasses import dataclass, field

from tests.sheets_server import control, faults
from tests.sheets_server.admission import Kind, admitted, kind_of
from tests.sheets_server.call import Answer, Call, refused
from tests.sheets_server.counts import Counts
from tests.sheets_server.errors import ApiError
from tests.sheets_server.fault_kinds import Outcome
from tests.sheets_server.faults import Faults, Inner, Ways
from tests.sheets_server.hands import Hands
from tests.sheets_server.identities import SHEETS
from tests.sheets_server.quota import Quota
from tests.sheets_server.revisions import Revisions
from tests.sheets_server.world import World


@dataclass
class Surroundings:
    """Everything between the port and the server; `gate` is what a Listener takes.

    At first nothing is in the way: no quota, no faults, everybody is let in.
    """

    world: World
    quota: Quota = field(default_factory=Quota)
    faults: Faults = field(default_factory=Faults)
    counts: Counts = field(default_factory=Counts)
    revisions: Revisions = field(default_factory=Revisions)
    hands: Hands = field(init=False)

    def __post_init__(self) -> None:
        self.hands = Hands(self.world)

    def gate(self, call: Call, answer: Inner) -> Answer | Outcome:
        """A call on its way to the server and its answer on the way back."""
        if call.path.startswith(control.PREFIX):
            return control.answer(self, call)
        kind = kind_of(call)
        self.counts.came(kind)
        ways = Ways(lambda one: self._inside(one, kind, answer), lambda one: self._earlier(one, kind, answer))
        found = faults.through(self.faults, call, kind, ways)
        self.counts.went(found.status if isinstance(found, Answer) else 0)
        return found

    def _inside(self, call: Call, kind: Kind, answer: Inner) -> Answer:
        with self.world.lock:
            now = self.world.clock.now()
            self.world.lateness.settle(self.world.files, now)
            self.revisions.note(self.world)
            try:
                call = admitted(self.world.identities, call, kind, now)
                if kind.service == SHEETS:
                    self.quota.take(kind.quota, call.email, now)
            except ApiError as wrong:
                return refused(wrong)
            return answer(call)

    def _earlier(self, call: Call, kind: Kind, answer: Inner) -> Answer:
        """The answer of a copy of the world that has not caught up yet."""
        world = self.world
        with world.lock:
            present = (world.books, world.files)
            older = self.revisions.older(world)
            world.books = world.books | {book_id: book for book_id, (book, _) in older.items()}
            world.files = world.files | {book_id: record for book_id, (_, record) in older.items()}
            try:
                return self._inside(call, kind, answer)
            finally:
                world.books, world.files = present
