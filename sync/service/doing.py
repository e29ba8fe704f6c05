"""One job done: it never raises, what came of it stands in the history and in the log."""

from collections.abc import Callable
from dataclasses import dataclass, field

from config.errors import BusyError, OfficeError
from sync.logs import note, note_trouble
from sync.service.due import is_late
from sync.service.job import Due, Frame
from sync.service.office import Premises
from sync.state.jobs import DONE, FAILED, WAITS, JobRun, record_job
from sync.state.lease_rows import LeaseLostError
from sync.state.store import Store
from sync.writer import StoppedError

FIRST, LONGEST = 60.0, 3600.0
"""Seconds before a job that failed is tried again: twice as many each time, but not more than an hour."""
_HELD = 7


@dataclass
class Patience:
    """Which jobs have failed, and when, by the steady clock, each is to be tried again."""

    clock: Callable[[], float]
    _again: dict[tuple[str, str], tuple[float, float]] = field(default_factory=dict)

    def may(self, one: Due) -> bool:
        """It is time to try."""
        until, _ = self._again.get(_key(one), (0.0, 0.0))
        return self.clock() >= until

    def failed(self, one: Due) -> None:
        """The job failed once more."""
        _, pause = self._again.get(_key(one), (0.0, FIRST / 2))
        pause = min(pause * 2, LONGEST)
        self._again[_key(one)] = (self.clock() + pause, pause)

    def succeeded(self, one: Due) -> None:
        """The job is done."""
        self._again.pop(_key(one), None)


def _key(one: Due) -> tuple[str, str]:
    return one.job.name, one.occasion.name


def do(one: Due, premises: Premises, store: Store, frame: Frame) -> JobRun | None:
    """Does a job and remembers how it ended; None when it is put off: another run is going on, or the service stops.

    Raises nothing but LeaseLostError: then this machine has no say any more.
    """
    began = premises.now
    late = is_late(one, frame, began.replace(tzinfo=None))
    result, code, said = DONE, "", {}
    try:
        said = dict(one.job.run(premises.desk, one.occasion.name))
    except (BusyError, StoppedError) as pause:
        note("job.put_off", job=one.job.name, occasion=one.occasion.name, code=type(pause).__name__)
        return None
    except LeaseLostError:
        raise
    except OfficeError as trouble:
        result, code = (WAITS if trouble.exit_code == _HELD else FAILED), type(trouble).__name__
        note_trouble("job.failed", trouble, job=one.job.name, occasion=one.occasion.name)
    except Exception as bug:  # noqa: BLE001  the last resort: a job that has a mistake in it stops no other job
        result, code = FAILED, type(bug).__name__
        note_trouble("job.fell", bug, job=one.job.name, occasion=one.occasion.name)
    ended = premises.now
    run = JobRun(one.job.name, one.occasion.name, result, began, ended, code, late=late, sure=not frame.doubtful)
    with store.changing("record a job") as connection:
        record_job(connection, run)
    note("job.ended", job=run.job, occasion=run.occasion, result=result, late=late, seconds=_seconds(run), **said)
    return run


def _seconds(run: JobRun) -> float:
    return (run.finished - run.started).total_seconds()
