"""The loop of the service: looks what is due, does it one thing at a time, and goes on whatever happens."""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from pathlib import Path

from config.errors import OfficeError
from sync.logs import note, note_trouble
from sync.now.hearing import hear_and_do
from sync.service.alive import sign_of_life
from sync.service.beats import Beats
from sync.service.clock import MARK, Clock, went_back
from sync.service.doing import Patience, do
from sync.service.due import due
from sync.service.job import Due, Frame, Job, Occasion
from sync.service.jobs import JOBS
from sync.service.jobs.saved import SAVED
from sync.service.known import frame_of, known_of
from sync.service.notify import Notifier
from sync.service.office import Premises
from sync.service.stages import StageEnds
from sync.service.stopping import Stop
from sync.service.watch import GOOGLE_SECONDS, Watch, look_at_files, look_at_google, look_at_reports
from sync.state.jobs import DONE, JobRun, Remembered, forget_wrong_times, record_job
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
        self.premises, self._store, self._clock = premises, store, clock
        self._stop, self._notifier, self._jobs = stop, notifier, jobs
        self._patience, self._stages = Patience(clock.steady), StageEnds()
        self._files, self._google = Watch(), Watch()
        self._history = _identity(premises.settled.state)
        self._trust()

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
        done = self._do_all(self._due())
        if self._files.read is None and not self._stop():
            done += self._read_saved()
        return done

    @property
    def now(self) -> datetime:
        """The moment in the office's zone, without it."""
        return self.premises.now.replace(tzinfo=None)

    def known(self) -> Remembered:
        """What the service did. Raises StateError."""
        return known_of(self._store)

    def frame(self) -> Frame:
        """What the history says for the schedule. Raises StateError."""
        settings = self.premises.settled.settings
        return frame_of(self._store, settings, self._stages, doubtful=self._clock.is_doubtful)

    def _round(self) -> None:
        """One look at what is due."""
        self.premises.writer.check()
        self.premises.renew()
        self._note_the_clock()
        self._do_all(self._due())

    def look_for_saved(self) -> list[JobRun]:
        """Reads what somebody has saved and finished saving."""
        return self._read_saved() if self._files.saved(self._look()) else []

    def _watch(self) -> None:
        self.look_for_saved()

    def _read_saved(self) -> list[JobRun]:
        one = Due(SAVED, Occasion("last", self.now))
        return self._do_all([one]) if self._patience.may(one) else []

    def _ask_google(self) -> None:
        seen = look_at_google(self.premises.settled)
        if any(mark.startswith("!") for mark in seen.values()):
            return  # Google can't be asked now: nothing is known of what was saved
        if self._google.saved(seen) and any(one.result == DONE for one in self._read_saved()):
            self._google.is_read(seen)

    def hear(self) -> None:
        """What the head asks for in the tab «Сделать сейчас» is done, and an update tells him."""
        if hear_and_do(self.premises.desk_as_known, self.premises.now).is_behind:
            self._read_saved()

    def _due(self) -> Iterable[Due]:
        """What is due, asked anew before each job: the one before it may have changed that."""
        tried: set[tuple[str, str]] = set()
        while not self._stop():
            found = self._next(tried)
            if found is None:
                return
            tried.add((found.job.name, found.occasion.name))
            yield found

    def _next(self, tried: set[tuple[str, str]]) -> Due | None:
        try:
            frame = self.frame()
        except OfficeError as trouble:
            note_trouble("schedule.unknown", trouble)
            return None
        now = self.now
        waiting = (one for one in due(self._jobs, frame, now) if (one.job.name, one.occasion.name) not in tried)
        return next((one for one in waiting if self._patience.may(one)), None)

    def _do_all(self, work: Iterable[Due]) -> list[JobRun]:
        done = []
        for one in work:
            if self._stop():
                break
            seen = self._look() if one.job.reads else None
            run = do(one, self.premises, self._store, self.frame())
            self._notifier.progress()
            if run is None:
                continue
            done.append(run)
            if run.result != DONE:
                self._patience.failed(one)
                continue
            self._patience.succeeded(one)
            if seen is not None:
                self._files.is_read({**seen, **look_at_reports(self.premises.desk)})
                sign_of_life(self.premises.settled.settings.schedule, self.premises.root)
        return done

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

    def _look(self) -> dict[str, str]:
        desk = self.premises.desk
        return {**look_at_files(desk), **look_at_reports(desk)}

    def _trust(self) -> None:
        """A clock that was moved before this start, or that is behind what the history has seen, is doubtful."""
        self._clock.look()
        known, settings = self.known(), self.premises.settled.settings
        marked = known.last.get(MARK)
        back = settings.office.today is None and went_back(known.latest, self.premises.now)
        if back or (marked is not None and marked.result != DONE):
            self._clock.distrust()

    def _note_the_clock(self) -> None:
        """The doubt outlives the process: it is written down when it begins and when it ends."""
        doubtful, now = self._clock.is_doubtful, self.premises.now
        marked = self.known().last.get(MARK)
        if doubtful:
            with self._store.changing("forget wrong times") as connection:
                forget_wrong_times(connection, now)
        if doubtful == (marked is not None and marked.result != DONE):
            return
        note("clock.doubt" if doubtful else "clock.trusted")
        with self._store.changing("note the clock") as connection:
            record_job(connection, JobRun(MARK, "moved", "doubt" if doubtful else DONE, now, now))


def _identity(path: Path) -> int:
    try:
        return path.stat().st_ino
    except OSError:
        return 0
