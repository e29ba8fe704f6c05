"""The loop of the service: looks what is due, does it one thing at a time, and goes on whatever happens."""

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from config.errors import OfficeError
from sync.logs import note_trouble
from sync.service import doubt
from sync.service.beats import Beats
from sync.service.clock import Clock
from sync.service.job import Due, Frame, Job
from sync.service.jobs import JOBS
from sync.service.jobs.saved import SAVED
from sync.service.notify import Notifier
from sync.service.office import Premises
from sync.service.stopping import Stop
from sync.service.unit import A_LOOK, LAST, Asked, AtWork, Outcome, run
from sync.service.watch import GOOGLE_SECONDS
from sync.state.jobs import JobRun, Remembered
from sync.state.lease_rows import LeaseLostError
from sync.state.store import Store

LOOKS, HEARS = 5.0, 30.0
"""Seconds between two looks at what is due, and at what the head asks for in Google."""


class Service:
    """One office at work. `store` is this process's own opening of the history, for the schedule alone."""

    def __init__(
        self, premises: Premises, store: Store, clock: Clock, stop: Stop, notifier: Notifier, jobs: Sequence[Job] = JOBS
    ) -> None:
        """`store` bears the token of the lease."""
        self.premises, self.office = premises, AtWork(premises, store, clock, jobs)
        self._clock, self._stop, self._notifier = clock, stop, notifier
        self._history = _identity(premises.settled.state)
        self._clock.look()
        doubt.recall(self.office, ends=False)

    def run(self) -> None:
        """Works until somebody asks to stop. Raises LeaseLostError when another machine has taken over."""
        watch = float(self.premises.settled.settings.schedule.watch_seconds)
        beats = {self._guarded(self._round): LOOKS, self._guarded(self._watch): watch}
        if self.premises.settled.settings.storage.kind != "folder":
            beats |= {self._guarded(self._ask_google): GOOGLE_SECONDS, self._guarded(self.hear): HEARS}
        next(iter(beats))()
        pulse = Beats(self._clock, beats)
        while not self._stop() and not self._is_replaced():
            pause = pulse.go()
            self._notifier.progress()
            self._stop.wait(pause)

    def once(self) -> list[JobRun]:
        """Everything that is due now, each once; then an update when nothing else has made one."""
        done = self._do_all(patient=False)
        if self.office.files.read is None and not self._stop():
            done += self._done(SAVED.name, LAST)
        return done

    @property
    def now(self) -> datetime:
        """The moment in the office's zone, without it."""
        return self.office.now

    def known(self) -> Remembered:
        """What the service did. Raises StateError."""
        return self.office.known()

    def frame(self) -> Frame:
        """What the history says for the schedule. Raises StateError."""
        return self.office.frame()

    def look_for_saved(self) -> list[JobRun]:
        """Reads what somebody has saved and finished saving."""
        return self._read_saved(Asked(files=True))

    def _round(self) -> None:
        """One look at what is due."""
        self.premises.writer.check()
        self.premises.renew()
        doubt.keep(self.office)
        self._do_all()

    def _watch(self) -> None:
        self.look_for_saved()

    def _ask_google(self) -> None:
        self._read_saved(Asked(google=True))

    def hear(self) -> None:
        """What the head asks for in the tab «Сделать сейчас» is done, and an update tells him."""
        self._read_saved(Asked(wishes=True))

    def _read_saved(self, asked: Asked) -> list[JobRun]:
        saved = any(one.job is SAVED for one in self._unit(asked).due)
        return self._done(SAVED.name, LAST) if saved else []

    def _do_all(self, *, patient: bool = True) -> list[JobRun]:
        """What is due, asked anew after each job: it may have changed that."""
        done: list[JobRun] = []
        tried: set[tuple[str, str]] = set()
        outcome = self._unit(A_LOOK)
        while not self._stop():
            waiting = outcome.due if patient else (*outcome.due, *outcome.resting)
            key = next((key for key in map(_key, waiting) if key not in tried), None)
            if key is None:
                break
            tried.add(key)
            outcome = self._unit(Asked(*key))
            done += [outcome.ended] if outcome.ended is not None else []
        return done

    def _done(self, job: str, occasion: str) -> list[JobRun]:
        ended = self._unit(Asked(job, occasion)).ended
        return [ended] if ended is not None else []

    def _unit(self, asked: Asked) -> Outcome:
        """One unit of work; a history that does not answer is told of, and asked again at the next look."""
        try:
            return run(self.office, asked)
        except LeaseLostError:
            raise
        except OfficeError as trouble:
            note_trouble("schedule.unknown", trouble)
            return Outcome(None, (), ())
        finally:
            self._notifier.progress()

    def _guarded(self, beat: Callable[[], None]) -> Callable[[], None]:
        """The beat that raises nothing but LeaseLostError."""

        def guarded() -> None:
            try:
                beat()
            except LeaseLostError:
                raise
            except Exception as trouble:  # noqa: BLE001  the last resort of the loop: the next beat tries again
                note_trouble("beat.fell", trouble)

        return guarded

    def _is_replaced(self) -> bool:
        """Another history lies in the place of the one that is open: it was restored."""
        return _identity(self.premises.settled.state) != self._history


def _key(one: Due) -> tuple[str, str]:
    return one.job.name, one.occasion.name


def _identity(path: Path) -> int:
    try:
        return path.stat().st_ino
    except OSError:
        return 0
