"""What is due: a pure function of the settings, the calendar, what the history says was done, and the moment."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from sync.service.job import Due, Frame, Job

LATE = timedelta(hours=1)
"""Work done later than this after its time is marked as late."""


def due(jobs: Sequence[Job], frame: Frame, now: datetime) -> Iterator[Due]:
    """The work that is to be done at the moment, in the order of the jobs. `now` is local, without a zone."""
    for job in jobs:
        if job.trusts_the_clock and frame.doubtful:
            continue
        done = frame.done.get(job.name, frozenset())
        for occasion in job.asked(frame, now):
            if occasion.name not in done:
                yield Due(job, occasion)


def is_late(one: Due, frame: Frame, now: datetime) -> bool:
    """The work was to be done long before; what was due before the office began is not late."""
    return frame.began is not None and now - one.occasion.since > LATE
