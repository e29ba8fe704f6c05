"""The doubt of the clock as the history keeps it: it outlives the process that began it."""

from datetime import timedelta

from sync.logs import note
from sync.service.clock import DOUBT, MARK, went_back
from sync.service.unit import AtWork
from sync.state.jobs import DONE, JobRun, forget_wrong_times, record_job

_LASTS = timedelta(seconds=DOUBT)


def recall(office: AtWork, *, ends: bool) -> None:
    """Distrusts a clock that was moved before this process began, or that is behind what the history has seen.

    `ends` — the doubt that the history keeps is over a day after it began, by that clock: so it is for a process that
    works for a moment only. A service that goes on counts the day by its own steady clock.
    """
    known, now = office.known(), office.premises.now
    marked = known.last.get(MARK)
    back = office.premises.settled.settings.office.today is None and went_back(known.latest, now)
    kept = marked is not None and marked.result != DONE
    over = ends and marked is not None and now - marked.finished > _LASTS
    if back or (kept and not over):
        office.clock.distrust()


def keep(office: AtWork) -> None:
    """Writes the doubt down when it begins and when it ends. Raises StateError."""
    doubtful, now = office.clock.is_doubtful, office.premises.now
    marked = office.known().last.get(MARK)
    if doubtful:
        with office.store.changing("forget wrong times") as connection:
            forget_wrong_times(connection, now)
    if doubtful == (marked is not None and marked.result != DONE):
        return
    note("clock.doubt" if doubtful else "clock.trusted")
    with office.store.changing("note the clock") as connection:
        record_job(connection, JobRun(MARK, "moved", "doubt" if doubtful else DONE, now, now))
