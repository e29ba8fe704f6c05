"""What the service did, in words for people."""

from config.periods import period_words
from reports import wording
from sync.service.jobs import JOBS
from sync.service.jobs.saved import SAVED
from sync.state.jobs import DONE, WAITS, JobRun

_TITLES = {one.name: one.title for one in (*JOBS, SAVED)}
_OF_PERIODS = frozenset({"close", "drafts"})


def done_words(run: JobRun) -> str:
    """«Закрытие периода (март 2026 г.): выполнено 01.04.2026 00:00, с опозданием.»"""
    title = _TITLES.get(run.job, run.job)
    title = f"{title} ({period_words(run.occasion)})" if run.job in _OF_PERIODS else title
    return f"{title}: {ended_words(run)}."


def ended_words(run: JobRun) -> str:
    """«выполнено 01.04.2026 00:00, с опозданием», «ждёт решения человека с …», «не удалось (StateError) …»."""
    moment = wording.moment(run.finished)
    if run.result == DONE:
        return f"выполнено {moment}{', с опозданием' if run.late else ''}"
    tries = wording.counted(run.tries, "попытка", "попытки", "попыток")
    if run.result == WAITS:
        return f"ждёт решения человека ({tries}, последняя {moment})"
    return f"не удалось: {run.code} ({tries}, последняя {moment})"
