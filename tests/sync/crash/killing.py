"""Stopping the program at a named step: by an exception, or by a real SIGKILL of a forked process."""

import contextlib
import errno
import os
import signal
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from sync.steps import watched

Work = Callable[[], object]

WARM, FRESH = "forks of a warm process", "new interpreters"
KILLS: Counter[str] = Counter()
"""Processes that a real SIGKILL has ended so far, as their parent was told by the system."""


class StoppedError(BaseException):
    """The program stops here, as if the power had gone: no code that mends anything may catch it."""


@dataclass(frozen=True)
class Point:
    """The n-th step of a work, counted from 0: right before its effect, or right after it."""

    number: int
    done: bool


@dataclass
class Recorder:
    """The steps in the order in which they begin."""

    names: list[tuple[str, str]] = field(default_factory=list)

    def __call__(self, name: str, target: str, done: bool) -> None:  # noqa: FBT001  the shape of Watch
        if not done:
            self.names.append((name, target))


@dataclass
class Stopper:
    """Does something at one point, once. A step may stand in another: it is over when its own effect is."""

    point: Point
    deed: Callable[[], object]
    seen: int = -1
    fired: bool = False
    begun: list[tuple[int, str, str]] = field(default_factory=list)

    def __call__(self, name: str, target: str, done: bool) -> None:  # noqa: FBT001  the shape of Watch
        if not done:
            self.seen += 1
            self.begun.append((self.seen, name, target))
        number = self._ended(name, target) if done else self.seen
        if not self.fired and (number, done) == (self.point.number, self.point.done):
            self.fired = True
            self.deed()

    def _ended(self, name: str, target: str) -> int:
        """The number of the step; those begun after it have failed, of which nobody is told."""
        while self.begun:
            number, *what = self.begun.pop()
            if what == [name, target]:
                return number
        raise LookupError(name)


def steps_of(work: Work) -> list[tuple[str, str]]:
    """Name and target of every step of a work without faults."""
    recorder = Recorder()
    with watched(recorder):
        work()
    return recorder.names


def points(steps: Sequence[object], *, both: bool = True) -> list[Point]:
    """Every point of so many steps. What is after one step is before the next, but for what the process still knows."""
    found = [Point(number, done) for number in range(len(steps)) for done in (False, True)]
    return found if both else [one for one in found if not one.done or one.number == len(steps) - 1]


def telling(steps: Sequence[tuple[str, str]]) -> list[Point]:
    """The points at which a reader, or the history, sees something else than at the point before.

    What only stands half-written beside, the seal and its folder are left out: the small office and two writers are
    killed in the midst of those.
    """
    quiet = {"file.write", "file.sync_folder"}
    named = [(one, *steps[one.number]) for one in points(steps, both=False)]
    return [one for one, name, target in named if name not in quiet and not target.endswith(".seal")]


def stopped(work: Work, point: Point) -> bool:
    """The work, stopped at the point by an exception; whether it came so far."""
    return _interrupted(work, point, StoppedError())


def failing(work: Work, point: Point, number: int = errno.ENOSPC) -> bool:
    """The work whose effect at the point the system refuses, as a full disk does."""
    return _interrupted(work, point, OSError(number, os.strerror(number)))


def _interrupted(work: Work, point: Point, trouble: BaseException) -> bool:
    def raise_it() -> None:
        raise trouble

    stopper = Stopper(point, raise_it)
    with watched(stopper), contextlib.suppress(StoppedError):
        work()
    return stopper.fired


def killed(work: Work, point: Point) -> bool:
    """The work in a fork of this process that is killed at the point; whether it came so far."""
    return was_killed(forked(lambda: _dying(work, point)))


def was_killed(code: int, kind: str = WARM) -> bool:
    """A process that has ended with the code was killed: counts it."""
    KILLS[kind] += code == -signal.SIGKILL
    return code == -signal.SIGKILL


def _dying(work: Work, point: Point) -> None:
    with watched(Stopper(point, die)):
        work()


def die() -> None:
    """SIGKILL: nothing of this process is done any more."""
    os.kill(os.getpid(), signal.SIGKILL)


def forked(work: Work) -> int:
    """The work in a fork of this warm process; its exit code, or minus the number of the signal that ended it."""
    child = os.fork()
    if child == 0:
        code = 99
        with contextlib.suppress(BaseException):
            work()
            code = 0
        os._exit(code)
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status)
