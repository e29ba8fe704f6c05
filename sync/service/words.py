"""What the service did, in words for people."""

from config.periods import period_words
from reports import wording
from sync.service.jobs import JOBS
from sync.service.jobs.saved import SAVED
from sync.state.jobs import DONE, WAITS, JobRun

TITLES = {one.name: one.title for one in (*JOBS, SAVED)}
_OF_PERIODS = frozenset({"close", "drafts"})


def done_words(run: JobRun) -> str:
    """«Закрытие периода (март 2026 г.): выполнено 01.04.2026 00:00, с опозданием.»"""
    late = ", с опозданием" if run.late and run.result == DONE else ""
    return f"{_title(run)}: {result_words(run)} {wording.moment(run.finished)}{late}."


def result_words(run: JobRun) -> str:
    """«выполнено», «ждёт решения человека», «не удалось (StateError, попыток: 3)»."""
    if run.result == DONE:
        return "выполнено"
    if run.result == WAITS:
        return "ждёт решения человека"
    return f"не удалось ({run.code}, попыток: {run.tries})"


def _title(run: JobRun) -> str:
    title = TITLES.get(run.job, run.job)
    return f"{title} ({period_words(run.occasion)})" if run.job in _OF_PERIODS else title
