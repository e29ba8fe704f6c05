"""The way of a call through everything that stands around the server."""

from collections.abc import Iterator
from contextlib import contextmanager

from tests.sheets_server import control, faults
from tests.sheets_server.admission import Kind, admitted, kind_of
from tests.sheets_server.call import Answer, Call, refused
from tests.sheets_server.errors import ApiError
from tests.sheets_server.fault_kinds import Outcome
from tests.sheets_server.faults import Inner, Ways
from tests.sheets_server.identities import SHEETS
from tests.sheets_server.running import Running, running
from tests.sheets_server.surroundings import Surroundings


def through(around: Surroundings, call: Call, answer: Inner) -> Answer | Outcome:
    """A call on its way to the server and its answer on the way back."""
    if call.path.startswith(control.PREFIX):
        return control.answer(around, call)
    kind = kind_of(call)
    around.counts.came(kind)
    ways = Ways(lambda one: _present(around, one, kind, answer), lambda one: _earlier(around, one, kind, answer))
    found = faults.through(around.faults, call, kind, ways)
    around.counts.went(found.status if isinstance(found, Answer) else 0)
    return found


@contextmanager
def surrounded(around: Surroundings, *, port: int = 0, strict: bool = False) -> Iterator[Running]:
    """A server on a port of the loopback with everything around it, while the block lasts; see `running`."""

    def gate(call: Call, answer: Inner) -> Answer | Outcome:
        return through(around, call, answer)

    with running(around.world, gate=gate, port=port, strict=strict) as server:
        yield server


def _present(around: Surroundings, call: Call, kind: Kind, answer: Inner) -> Answer:
    world = around.world
    with world.lock:
        world.lateness.settle(world.files, world.clock.now())
        around.revisions.note(world)
        return _let_in(around, call, kind, answer)


def _earlier(around: Surroundings, call: Call, kind: Kind, answer: Inner) -> Answer:
    """The answer of a copy of the world that has not caught up yet."""
    world = around.world
    with world.lock:
        present = world.books, world.files
        older = around.revisions.older(world)
        world.books = world.books | {book_id: book for book_id, (book, _) in older.items()}
        world.files = world.files | {book_id: record for book_id, (_, record) in older.items()}
        try:
            return _let_in(around, call, kind, answer)
        finally:
            world.books, world.files = present


def _let_in(around: Surroundings, call: Call, kind: Kind, answer: Inner) -> Answer:
    now = around.world.clock.now()
    try:
        call = admitted(around.world.identities, call, kind, now)
        if kind.service == SHEETS:
            around.quota.take(kind.quota, call.email, now)
    except ApiError as wrong:
        return refused(wrong)
    return answer(call)
