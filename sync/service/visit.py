"""An office visited by a process that works for many: opened, one unit of work done, closed; plain values go round."""

from argparse import Namespace
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from config.errors import OfficeError
from sync.desk import SETTINGS_FILE
from sync.google.bucket import Quota
from sync.lock import only_service
from sync.logs import close_log, note_trouble, open_log
from sync.service import doubt
from sync.service.call import Answer, Call, Seen, Wanted
from sync.service.clock import Clock
from sync.service.job import Frame
from sync.service.office import Premises
from sync.service.unit import Asked, AtWork, Outcome, run
from sync.service.watch import GOOGLE_SECONDS, Watch, look_at_files, look_at_reports, mark_of
from sync.state.jobs import FAILED, JobRun, record_job
from sync.state.service_store import ServiceStore
from sync.writer import Writer

MORE_THAN_IT_TOOK = 10
"""A look at Google is not repeated for so many times as long as it took: when its calls queue up, it is more seldom."""
LONGEST = 15 * 60.0
"""Seconds after which the history of a quiet office is asked again, whatever the calendar says."""


def visit(call: Call, stopping: Callable[[], bool], quota: Quota) -> Answer:
    """One unit of work in an office that is opened for it; other offices share the quota. Never raises."""
    folder = Path(call.folder)
    try:
        if not (folder / SETTINGS_FILE).is_file():
            return Answer(is_office=False, seen=call.seen, again=60.0)
        clock = Clock()
        if call.doubtful:
            clock.distrust()
        premises = Premises(Namespace(office=call.folder, today=call.today), clock, quota=quota)
        return _quiet(call, premises) or _visited(call, premises, clock, stopping)
    except OfficeError as trouble:
        return Answer(seen=call.seen, trouble=type(trouble).__name__, words=trouble.sentence)
    except Exception as bug:  # noqa: BLE001  the last resort of a process that works for many offices
        note_trouble("visit.fell", bug)
        return Answer(seen=call.seen, trouble=type(bug).__name__)


def _quiet(call: Call, premises: Premises) -> Answer | None:
    """Nobody has saved anything and nothing is due yet: the history is not even opened."""
    seen, now = call.seen, premises.now.timestamp()
    if call.job or call.doubtful or premises.mark != seen.settings or not seen.began <= now < seen.until:
        return None
    if _google_is_due(premises, seen, now) or _look(premises) != seen.files[0]:
        return None
    return Answer(history=premises.history_mark, seen=seen, again=_again(premises, seen, now))


def _visited(call: Call, premises: Premises, clock: Clock, stopping: Callable[[], bool]) -> Answer:
    now, began = premises.now.timestamp(), clock.steady()
    asks_google = not call.job and _google_is_due(premises, call.seen, now)
    with _opened(premises) as store:
        office = AtWork(premises, store, clock, files=Watch(*call.seen.files), google=Watch(*call.seen.google))
        doubt.recall(office, ends=not call.doubtful)
        doubt.keep(office)
        if call.gave_up:
            _give_up(call, office)
        asked = Asked(call.job, call.occasion, files=not call.job, google=asks_google, wishes=asks_google)
        outcome = run(office) if call.gave_up else _run(office, asked, stopping)
        frame = office.frame()
    before = call.seen
    if asks_google:
        pause = max(GOOGLE_SECONDS, MORE_THAN_IT_TOOK * (clock.steady() - began))
        before = replace(before, google_at=now, google_pause=pause)
    seen = _seen(before, office, frame, outcome)
    ended = outcome.ended
    return Answer(
        history=premises.history_mark,
        result=ended.result if ended else "",
        code=ended.code if ended else "",
        due=tuple(Wanted(one.job.name, one.occasion.name) for one in outcome.due),
        seen=seen,
        again=_again(premises, seen, now),
    )


def _run(office: AtWork, asked: Asked, stopping: Callable[[], bool]) -> Outcome:
    """A job is done under the lease; to look needs none, and a wish takes it for itself."""
    office.premises.writer = Writer(stopping=stopping)
    if not asked.job:
        return run(office, asked)
    with office.premises.writer.at_work(office.store):
        return run(office, asked)


def _give_up(call: Call, office: AtWork) -> None:
    now = office.premises.now
    with office.store.changing("record a job") as connection:
        record_job(connection, JobRun(call.job, call.occasion, FAILED, now, now, "HangingError"))


@contextmanager
def _opened(premises: Premises) -> Iterator[ServiceStore]:
    """The history of the office, nobody else at work there, its log open."""
    with ExitStack() as stack:
        stack.enter_context(only_service(premises.settled.state.parent))
        stack.callback(close_log, open_log(premises.root / "logs"))
        yield stack.enter_context(ServiceStore.open(premises.settled.history))


def _seen(before: Seen, office: AtWork, frame: Frame, outcome: Outcome) -> Seen:
    """What the next visit has to know. While anything is due, nothing is quiet."""
    now = office.premises.now
    return replace(
        before,
        files=(office.files.read, office.files.last),
        google=(office.google.read, office.google.last),
        settings=office.premises.mark,
        began=now.timestamp(),
        until=now.timestamp() if outcome.due else _nothing_until(office, frame, now),
    )


def _nothing_until(office: AtWork, frame: Frame, now: datetime) -> float:
    local = now.replace(tzinfo=None)
    upcoming = [at for job in office.jobs if (at := job.upcoming(frame, local)) is not None]
    upcoming += [until for since, until in frame.rests.values() if since <= local < until]
    moments = (at.replace(tzinfo=now.tzinfo).timestamp() for at in upcoming)
    return min([now.timestamp() + LONGEST, *moments])


def _again(premises: Premises, seen: Seen, now: float) -> float:
    watch = float(premises.settled.settings.schedule.watch_seconds)
    return min(watch, max(seen.until - now, 1.0))


def _google_is_due(premises: Premises, seen: Seen, now: float) -> bool:
    in_google = premises.settled.settings.storage.kind != "folder"
    return in_google and not 0 <= now - seen.google_at < seen.google_pause


def _look(premises: Premises) -> str:
    return mark_of({**look_at_files(premises.settled), **look_at_reports(premises.settled)})
