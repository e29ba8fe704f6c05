"""Rules of the service at work: updates, updates that are stopped, what the head accepts, and the clock."""

import errno
from contextlib import AbstractContextManager
from pathlib import Path
from typing import ClassVar

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule

from sync.result import Result
from sync.steps import Watch
from tests.sync.crash.killing import Point, StoppedError, Stopper
from tests.sync.stateful.model.staff import REGISTERS
from tests.sync.stateful.office import Around, OfficeOnTest

moment = st.integers(0, 24)
HOURS = (1, 5, 24, 72, 24 * 31, -1, -24, -24 * 40)


def is_time(machine: "ServiceAtWork") -> bool:
    """People work for a while between two updates, as in life."""
    return machine.worked >= machine.pace


class ServiceAtWork(RuleBasedStateMachine):
    """`pace` — steps between two updates at least; `worked` — steps since the last one.

    `steps` counts the rules that were carried out, over all runs of a class, and `updates` the updates.
    """

    office: OfficeOnTest
    pace: ClassVar[int] = 4
    steps: ClassVar[int] = 0
    updates: ClassVar[int] = 0
    worked: int = 0

    @classmethod
    def begun(cls, place: Path) -> AbstractContextManager[None]:
        """Around all runs: the office with which each of them begins; everything that they need lies in this folder."""
        raise NotImplementedError

    @precondition(is_time)
    @rule(twice=st.booleans())
    def update(self, twice: bool) -> None:  # noqa: FBT001  a draw
        """A second one, right after a first that was done, writes nothing, unless calls fail by chance."""
        first = self.updated()
        second = self.updated() if twice else None
        if first and second and not first.left and not self.office.world.is_disturbed():
            assert second.written == (), second.written

    @precondition(is_time)
    @rule(at=moment, done=st.booleans(), again=st.none() | moment)
    def update_is_stopped(self, at: int, done: bool, again: int | None) -> None:  # noqa: FBT001  a draw
        """The machine stops before a step or after it, and once more in the recovery."""
        self.updated(_raising(StoppedError(), at, done=done))
        if again is not None:
            self.updated(_raising(StoppedError(), again, done=False))

    @precondition(is_time)
    @rule(at=moment, number=st.sampled_from((errno.ENOSPC, errno.EIO, errno.EROFS)))
    def update_meets_a_failing_disk(self, at: int, number: int) -> None:
        """The system refuses one step, as a full disk does; what can't be swept away now is swept the next time."""
        stopper = _raising(OSError(number, "the disk"), at, done=False)

        def on_disk(name: str, target: str, done: bool) -> None:  # noqa: FBT001  the shape of Watch
            if not name.startswith("google") and name != "file.sweep":
                stopper(name, target, done)

        self.updated(on_disk)

    @rule(register=st.sampled_from(REGISTERS))
    def the_head_accepts(self, register: str) -> None:
        self.office.accept(register)

    @rule(hours=st.sampled_from(HOURS))
    def the_clock_goes_on_or_back(self, hours: int) -> None:
        self.office.world.clock.go(hours=hours)

    def updated(self, watch: Watch | None = None, around: Around | None = None) -> Result | None:
        """One update, a minute later."""
        self.worked = 0
        self.office.world.clock.go(minutes=1)
        return self.office.update(watch, around).result


def _raising(trouble: BaseException, at: int, *, done: bool) -> Watch:
    def raise_it() -> None:
        raise trouble

    return Stopper(Point(at, done), raise_it)
