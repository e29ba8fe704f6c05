"""Drafts of the documents for a period that is over lie ready on the first working day after it."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from config.calendar import add_working_days
from config.periods import is_stage
from reports.documents import DOCUMENTS
from sync.asked_documents import documents_of
from sync.asked_reports import Asking
from sync.desk import Desk
from sync.document_files import put_documents
from sync.lock import only_one
from sync.look import look_once
from sync.service.job import Frame, Job, Occasion, Said
from sync.service.times import next_last_day, periods_over

_ALWAYS, _OF_STAGE = ("Д2",), ("Д1", "Д2")
_FORMATS = ("docx", "pdf")
_YEAR = timedelta(days=400)


def _asked(frame: Frame, now: datetime) -> Iterator[Occasion]:
    """The last period of each kind: nobody waits for the drafts of earlier ones any more."""
    seen: set[str] = set()
    for name, end in reversed(periods_over(frame.began, frame.stages, now.date())):
        if now.date() - end > _YEAR:
            return
        since = datetime.combine(add_working_days(end, 1), frame.schedule.drafts)
        if _kind(name) not in seen and now >= since:
            yield Occasion(name, since)
        seen.add(_kind(name))


def _upcoming(frame: Frame, now: datetime) -> datetime:
    waiting = (end for _, end in periods_over(frame.began, frame.stages, now.date()))
    ends = (*waiting, next_last_day(frame.stages, now.date()))
    moments = (datetime.combine(add_working_days(end, 1), frame.schedule.drafts) for end in ends)
    return min(moment for moment in moments if moment > now)


def _kind(period: str) -> str:
    return "stage" if is_stage(period) else "quarter" if "К" in period else "month" if "-" in period else "year"


def _run(desk: Desk, period: str) -> Said:
    """The documents of the period; the package for the federal office is a person's to make and to send."""
    codes = _OF_STAGE if is_stage(period) else _ALWAYS
    recipes = [one for one in DOCUMENTS if one.code in codes]
    documents = documents_of(desk, recipes, Asking(period), lambda: look_once(desk, quiet=True).facts)
    desk.writer.go_on()
    with only_one(desk.state.parent):
        made = put_documents(desk, documents, _FORMATS, desk.reports)
    return {"documents": len(documents), "files": len(made.written), "kept": len(made.kept)}


DRAFTS = Job("drafts", "Проекты документов за период", _asked, _upcoming, _run, trusts_the_clock=True)
