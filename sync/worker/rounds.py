"""What every worker does beside its work: takes up what a dead one left, and sees that each office is looked at.

Not a task of the queue: whoever sweeps must not be able to hang in what he sweeps.
"""

import asyncio
from datetime import UTC, datetime, timedelta

from procrastinate.exceptions import ConnectorException, UniqueViolation
from procrastinate.jobs import Job, Status

from sync.logs import note
from sync.offices import folders_in
from sync.service.call import Seen
from sync.service.turns import LONGEST_REST
from sync.worker.tasks import LOOK, Tasks, look_of

_TOO_LATE = timedelta(seconds=2 * LONGEST_REST)
"""A look that is put off for longer was put off by a clock that was wrong."""


async def sweep(tasks: Tasks, stalled: float) -> int:
    """Work whose worker has been silent for so many seconds is given to another; how much that was.

    Where the same work waits already, what was left is let go: the queue takes one of a kind.
    """
    manager, swept = tasks.app.job_manager, 0
    for job in await manager.get_stalled_jobs(seconds_since_heartbeat=stalled):
        try:
            await manager.retry_job(job, retry_at=datetime.now(UTC))
        except UniqueViolation:
            await manager.finish_job(job, Status.FAILED, delete_job=True)
        except ConnectorException:
            continue  # another worker was faster
        swept += 1
        note("worker.swept", job=job.task_name)
    return swept


async def go_round(tasks: Tasks) -> None:
    """Every folder in which an office may be is going to be looked at. Raises SettingsError."""
    names = await asyncio.to_thread(folders_in, tasks.folder)
    tasks.offices = len(names)
    manager, now = tasks.app.job_manager, datetime.now(UTC)
    waiting = list(await manager.list_jobs_async(task=LOOK))
    for job in waiting:
        if job.id is not None and _is_lost(job, now):
            await manager.cancel_job_by_id_async(job.id, delete_job=True)
    known = {job.queueing_lock for job in waiting if not _is_lost(job, now)}
    for name in names:
        if look_of(name) not in known:
            await tasks.ask_for_look(name, Seen(), 0, 0.0)


def _is_lost(job: Job, now: datetime) -> bool:
    return job.status == Status.TODO.value and job.scheduled_at is not None and job.scheduled_at - now > _TOO_LATE
