"""What the service did: one row for each occasion of each job, as it ended last."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import Connection, delete, func, select

from sync.state.database import insert
from sync.state.periods import closed_names
from sync.state.service_tables import JOBS
from sync.state.tables import RUNS

BACK = timedelta(minutes=10)
"""By so much a moment may lie ahead of the clock without being wrong."""
MOST = 400
"""Rows of one job that are kept: more than a year of nights."""

DONE, FAILED, WAITS = "done", "failed", "waits"


@dataclass(frozen=True)
class JobRun:
    """How a job ended for an occasion: `done`, `failed`, or `waits` for a person.

    `code` is the class of the trouble, never its words; `late` — it was not done in its time; `sure` — the clock was
    trusted then.
    """

    job: str
    occasion: str
    result: str
    started: datetime
    finished: datetime
    code: str = ""
    tries: int = 1
    late: bool = False
    sure: bool = True

    def is_of_no_time(self, now: datetime) -> bool:
        """Done by a clock that was wrong: the moment has not come yet. It must be done again when it comes."""
        return not self.sure and self.finished - now > BACK


@dataclass(frozen=True)
class Remembered:
    """Job → occasions done; the last run of each job; closed periods; the first day and the last moment known."""

    done: Mapping[str, frozenset[str]]
    last: Mapping[str, JobRun]
    closed: frozenset[str]
    began: date | None
    latest: datetime | None


def record_job(connection: Connection, run: JobRun) -> None:
    """Puts the run in the place of an earlier one for the same occasion; the oldest rows of the job are let go."""
    same = (JOBS.c.job == run.job, JOBS.c.occasion == run.occasion)
    before = connection.execute(select(JOBS.c.tries).where(*same)).scalar_one_or_none() or 0
    connection.execute(delete(JOBS).where(*same))
    moments = run.started.isoformat(), run.finished.isoformat()
    insert(
        connection,
        JOBS,
        [(run.job, run.occasion, run.result, run.code, before + run.tries, run.late, run.sure, *moments)],
    )
    count = select(func.count()).where(JOBS.c.job == run.job)
    if connection.execute(count).scalar_one() > MOST:
        kept = select(JOBS.c.occasion).where(JOBS.c.job == run.job).order_by(JOBS.c.finished.desc()).limit(MOST)
        connection.execute(delete(JOBS).where(JOBS.c.job == run.job, JOBS.c.occasion.not_in(kept)))


def forget_wrong_times(connection: Connection, now: datetime) -> int:
    """Takes away what was done by a wrong clock for moments that have not come; gives how much that was."""
    wrong = [run for run in _runs(connection) if run.is_of_no_time(now)]
    for run in wrong:
        connection.execute(delete(JOBS).where(JOBS.c.job == run.job, JOBS.c.occasion == run.occasion))
    return len(wrong)


def remembered(connection: Connection) -> Remembered:
    """Everything that the schedule asks of the history."""
    done: dict[str, set[str]] = {}
    last: dict[str, JobRun] = {}
    for run in _runs(connection):
        if run.result == DONE:
            done.setdefault(run.job, set()).add(run.occasion)
        if run.job not in last or last[run.job].finished < run.finished:
            last[run.job] = run
    first = connection.execute(select(func.min(RUNS.c.day))).scalar_one_or_none()
    query = select(RUNS.c.finished).order_by(RUNS.c.number.desc()).limit(1)
    latest = connection.execute(query).scalar_one_or_none()
    return Remembered(
        {job: frozenset(occasions) for job, occasions in done.items()},
        last,
        closed_names(connection),
        date.fromisoformat(first) if first else None,
        datetime.fromisoformat(latest) if latest else None,
    )


def _runs(connection: Connection) -> Iterator[JobRun]:
    for row in connection.execute(select(JOBS)).all():
        moments = datetime.fromisoformat(row.started), datetime.fromisoformat(row.finished)
        yield JobRun(row.job, row.occasion, row.result, *moments, row.code, row.tries, row.late, row.sure)
