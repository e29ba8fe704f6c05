"""The unit of work: the one function by which a service, a visit and a queue do anything in an office."""

import inspect
from datetime import datetime, timedelta
from pathlib import Path

from config.errors import StateError
from config.schedule import ScheduleSection
from sync.service import loop, visit
from sync.service.due import FIRST, LONGEST, rest_of, rests
from sync.service.job import Due, Frame, Job, Occasion, Said
from sync.service.unit import Asked, run
from sync.state.jobs import DONE, FAILED, JobRun
from tests.sync.service.premises import service_at

NOW = datetime(2026, 4, 15, 12)  # noqa: DTZ001  local, without a zone


def job(name: str, *, fails: bool = False) -> Job:
    """A job that is due once."""

    def work(_desk: object, _occasion: str) -> Said:
        if fails:
            raise StateError
        return {}

    return Job(name, name, lambda _frame, now: [Occasion("a", now)], lambda _frame, _now: None, work)


def test_every_engine_calls_the_same_function() -> None:
    engines = [getattr(loop, "run"), getattr(visit, "run")]  # noqa: B009  what these modules have taken in
    assert engines == [run, run]
    assert "due(" not in inspect.getsource(loop), "what is due is decided in one place"


def test_a_look_does_nothing_and_tells_what_is_due_in_order(tmp_path: Path) -> None:
    with service_at(tmp_path / "office", [job("one"), job("two")]) as service:
        for _ in range(2):
            assert [one.job.name for one in run(service.office).due] == ["one", "two"]
        assert service.known().last == {}


def test_only_what_is_due_is_done(tmp_path: Path) -> None:
    with service_at(tmp_path / "office", [job("one")]) as service:
        assert run(service.office, Asked("one", "of last year")).ended is None
        assert run(service.office, Asked("another", "a")).ended is None
        outcome = run(service.office, Asked("one", "a"))
        assert outcome.ended is not None
        assert (outcome.ended.result, outcome.due) == (DONE, ())
        assert run(service.office, Asked("one", "a")).ended is None


def test_a_job_that_failed_is_told_apart_and_may_still_be_asked_for(tmp_path: Path) -> None:
    with service_at(tmp_path / "office", [job("bad", fails=True), job("good")]) as service:
        outcome = run(service.office, Asked("bad", "a"))
        assert [one.job.name for one in outcome.resting] == ["bad"]
        assert [one.job.name for one in outcome.due] == ["good"]
        again = run(service.office, Asked("bad", "a")).ended
        assert again is not None
        assert again.result == FAILED


def test_rests_double_up_to_an_hour() -> None:
    moment = NOW.astimezone()
    lasts = [rest_of(JobRun("a", "a", FAILED, moment, moment, tries=tries)) for tries in (1, 2, 3, 7, 40)]
    assert lasts == [FIRST, 2 * FIRST, 4 * FIRST, LONGEST, LONGEST]


def test_a_clock_that_was_set_back_makes_nobody_wait() -> None:
    one = Due(job("a"), Occasion("a", NOW))
    frame = Frame(ScheduleSection(), rests={("a", "a"): (NOW, NOW + FIRST)})
    assert rests(one, frame, NOW)
    assert not rests(one, frame, NOW + FIRST)
    assert not rests(one, frame, NOW - timedelta(days=1))
