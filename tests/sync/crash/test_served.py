"""A service killed in the midst of any job catches up once: each occasion is done, each period closed once."""

import os
from collections.abc import Iterator

import pytest

from tests.sync.crash.again import Played
from tests.sync.crash.served import SERVED, WORK, monthly, once_a_job
from tests.sync.mail.post_office import post_office

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="forks of a warm process are POSIX")


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Played]:
    with post_office() as post:
        yield Played.of(SERVED, monthly(tmp_path_factory.mktemp("served") / "office", post))


def test_a_day_of_the_service_does_each_job_once(known: Played) -> None:
    jobs = known.seen["table jobs"]
    assert isinstance(jobs, list)
    assert sorted(job for job, *_ in jobs) == sorted(set(WORK) - {"close"})
    assert {(result, tries) for *_, result, tries in jobs} == {("done", 1)}
    closed = known.seen["table periods"]
    assert isinstance(closed, list)
    assert len(closed) == 1


def test_killed_at_any_effect_of_a_job_it_catches_up_once_after_the_start(known: Played) -> None:
    every = once_a_job(known)
    assert {known.steps[one.number][1] for one in every} >= {"close a period", "record", "made.json", "keep letters"}
    assert [one for point in every for one in known.wrong_at(point)] == []
