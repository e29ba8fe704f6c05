"""The unit of work: one office is looked at, or one job of it is done. Every engine calls the same `run`."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple

from sync.now.hearing import hear_and_do
from sync.service.alive import sign_of_life
from sync.service.clock import Clock
from sync.service.doing import do
from sync.service.due import due, rests
from sync.service.job import Due, Frame, Job, Occasion
from sync.service.jobs import JOBS
from sync.service.jobs.saved import SAVED
from sync.service.known import frame_of, known_of
from sync.service.office import Premises
from sync.service.stages import StageEnds
from sync.service.watch import Watch, look_at_files, look_at_google, look_at_reports, mark_of
from sync.state.jobs import DONE, JobRun, Remembered
from sync.state.store import Store

LAST = "last"
"""The occasion of a reading that somebody's saving asks for: there is always but one, the last."""


class Asked(NamedTuple):
    """What is asked of an office: a job for one occasion; without a job, what is due there.

    `files` and `google` — it is also looked whether somebody has saved a register there; `wishes` — what the head asks
    for in the tab «Сделать сейчас» is done.
    """

    job: str = ""
    occasion: str = ""
    files: bool = False
    google: bool = False
    wishes: bool = False


A_LOOK = Asked()
"""What is due by the calendar."""


@dataclass(frozen=True)
class Outcome:
    """What a unit of work came to.

    `ended` — how the job ended; None when none was asked for, it is not due any more, or it is put off. `due` — what
    is to be done now, in the order of the jobs; `resting` — what is due, but failed a little while ago.
    """

    ended: JobRun | None
    due: tuple[Due, ...]
    resting: tuple[Due, ...]


@dataclass
class AtWork:
    """An office that is open for work in this process; `files` and `google` remember what was seen there."""

    premises: Premises
    store: Store
    clock: Clock
    jobs: Sequence[Job] = JOBS
    files: Watch = field(default_factory=Watch)
    google: Watch = field(default_factory=Watch)
    stages: StageEnds = field(default_factory=StageEnds)

    @property
    def now(self) -> datetime:
        """The moment in the office's zone, without it."""
        return self.premises.now.replace(tzinfo=None)

    def known(self) -> Remembered:
        """What the service did. Raises StateError."""
        return known_of(self.store)

    def frame(self) -> Frame:
        """What the history says for the schedule. Raises StateError."""
        settings = self.premises.settled.settings
        return frame_of(self.store, settings, self.stages, doubtful=self.clock.is_doubtful)


def run(office: AtWork, asked: Asked = A_LOOK) -> Outcome:
    """One unit of work. Raises LeaseLostError when another machine has taken over, StateError."""
    ended = _done(office, asked) if asked.job else None
    frame, now = office.frame(), office.now
    waiting = list(due(office.jobs, frame, now))
    is_read_anyway = office.files.read is None and any(one.job.reads for one in waiting)
    waiting += [one for one in _saved(office, asked) if not is_read_anyway]
    resting = tuple(one for one in waiting if rests(one, frame, now))
    return Outcome(ended, tuple(one for one in waiting if one not in resting), resting)


def _done(office: AtWork, asked: Asked) -> JobRun | None:
    """The job, if it is due: whoever was faster has done it."""
    frame = office.frame()
    one = next((one for one in _possible(office, frame) if (one.job.name, one.occasion.name) == asked[:2]), None)
    if one is None:
        return None
    seen = look_at_files(office.premises.desk) if one.job.reads else None
    ended = do(one, office.premises, office.store, frame)
    if ended is not None and ended.result == DONE and seen is not None:
        office.files.is_read(mark_of({**seen, **look_at_reports(office.premises.desk)}))
        office.google.last_is_read()
        sign_of_life(office.premises.settled.settings.schedule, office.premises.root)
    return ended


def _possible(office: AtWork, frame: Frame) -> Iterator[Due]:
    yield from due(office.jobs, frame, office.now)
    yield Due(SAVED, Occasion(LAST, office.now))


def _saved(office: AtWork, asked: Asked) -> Iterator[Due]:
    """A reading, when somebody has saved a register and finished saving it, or when it tells what came of a wish."""
    desk, saved = office.premises.desk, False
    if asked.files:
        saved = office.files.saved(mark_of({**look_at_files(desk), **look_at_reports(desk)}))
    if asked.google:
        seen = look_at_google(office.premises.settled)
        can_be_asked = not any(mark.startswith("!") for mark in seen.values())
        saved |= can_be_asked and office.google.saved(mark_of(seen))
    if asked.wishes:
        saved |= hear_and_do(office.premises.desk_as_known, office.premises.now).is_behind
    if saved:
        yield Due(SAVED, Occasion(LAST, office.now))
