"""One piece of work on the history of an office, while nobody else writes into it."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TypeVar

from sync.desk import Desk
from sync.lock import only_one
from sync.state.store import Store

Kind = TypeVar("Kind", bound=Store)


@contextmanager
def the_only_writer(desk: Desk) -> Iterator[Store]:
    """The open history for one piece of work: nobody else writes into the office meanwhile.

    Raises BusyError at once when another run is going on, LeaseLostError when another machine has taken over.
    """
    with writing_as(Store, desk) as store:
        yield store


@contextmanager
def writing_as(kind: type[Kind], desk: Desk) -> Iterator[Kind]:
    """The same history seen in another way. Raises as `the_only_writer` does."""
    with only_one(desk.state.parent), kind.open(desk.history) as store, desk.writer.at_work(store):
        yield store
