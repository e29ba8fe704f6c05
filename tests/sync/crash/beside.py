"""Two at one history: one is held at a step while the other does his work, then killed there or let go."""

import os
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from sync.state.link_store import LinkStore
from sync.state.links import Link
from sync.state.purge_store import PurgeStore
from sync.state.seal import Seal, digest_of_file
from sync.steps import watched
from tests.sync.crash.killing import Point, Stopper, die, points, steps_of, was_killed
from tests.sync.crash.small import copied

NOW = datetime(2026, 4, 15, 12)  # noqa: DTZ001  local time of the office
PAUSE = 0.03
"""Seconds for which the first one is held: what the second can't do meanwhile it does right after."""


def give(store: LinkStore, number: int) -> None:
    """One change of the history by somebody who needs nobody's leave."""
    store.give_link(Link("РП-0001", "читатель", f"{number:064}", NOW, NOW + timedelta(days=1)))


def given(path: Path) -> set[int]:
    """The changes that the history knows."""
    with LinkStore.open(path, read_only=True) as store:
        return {int(one.token) for one in store.links()}


@dataclass(frozen=True)
class First:
    """What the first one does to a history, in a process of its own."""

    name: str
    do: Callable[[Path], object]


class Held:
    """The first one in a process of his own, begun while nobody has the history open: a fork must inherit none of it.

    `begin` lets him go to the point, where he stands a while; then he is killed, or goes on to his end.
    """

    def __init__(self, first: First, path: Path, point: Point, *, killed: bool) -> None:
        """He waits for `begin`."""
        self._told, heard = os.pipe()
        gone, self._go = os.pipe()
        self._child = os.fork()
        if self._child == 0:
            os.close(self._go)
            os.read(gone, 1)
            _held(first, path, Stopper(point, lambda: _stand(heard, killed=killed)), heard)
        os.close(heard)
        os.close(gone)

    def begin(self) -> None:
        """Gives back when he stands at the point, or has ended without coming there."""
        os.close(self._go)
        os.read(self._told, 1)
        os.close(self._told)

    def ended(self) -> int:
        """His exit code, or minus the signal that ended him."""
        _, status = os.waitpid(self._child, 0)
        return os.waitstatus_to_exitcode(status)


def _held(first: First, path: Path, stopper: Stopper, here: int) -> None:
    code = 99
    with suppress(BaseException), watched(stopper):
        first.do(path)
        code = 0
    with suppress(OSError):
        os.write(here, b"!")  # it never came to the point
    os._exit(code)


def _stand(here: int, *, killed: bool) -> None:
    os.write(here, b".")
    time.sleep(PAUSE)
    if killed:
        die()


def wrong_beside(first: First, start: Path, point: Point, *, killed: bool) -> Iterator[str]:
    """The first one held at a point; the second, who had the history open before, writes; then another one opens it."""
    where = f"{first.name} {'killed' if killed else 'held'} at {point}"
    held = Held(first, start, point, killed=killed)
    with LinkStore.open(start) as store:
        give(store, 1)
        held.begin()
        give(store, 2)
        if was_killed(ended := held.ended()) != killed:
            yield f"{where}: ended with {ended}"
        with LinkStore.open(start) as other:
            give(other, 3)
        give(store, 4)
    if not Seal(start).is_broken and Seal(start).read() != (digest_of_file(start),):
        yield f"{where}: the seal is false"
    LinkStore.open(start).close()
    if Seal(start).read() != (digest_of_file(start),):
        yield f"{where}: the seal is not true"
    if not {1, 2, 3, 4} <= given(start):
        yield f"{where}: lost {sorted({1, 2, 3, 4} - given(start))}"
    with LinkStore.open(start) as store:
        store.check_whole()


def wrong_in_copy(first: First, start: Path, point: Point, *, killed: bool) -> Iterator[str]:
    """The same in a copy of the folder in which the history lies."""
    with copied(start) as place:
        yield from wrong_beside(first, place / "rpo.sqlite", point, killed=killed)


def begun(folder: Path) -> Path:
    """The folder with a history in it."""
    with LinkStore.open(folder / "rpo.sqlite") as store:
        give(store, 0)
    return folder


def points_beside(first: First, start: Path) -> list[Point]:
    """Every point of what the first one does."""
    with copied(start) as place:
        return points(steps_of(lambda: first.do(place / "rpo.sqlite")))


def _writes(path: Path) -> None:
    with LinkStore.open(path) as store:
        give(store, 11)
        give(store, 12)


def _rewrites(path: Path) -> None:
    with PurgeStore.open(path) as store:
        store.leave_no_trace()


WRITES, REWRITES = First("one who writes", _writes), First("one who writes the file anew", _rewrites)
