"""Closed periods in the history: kept for ever, told as they were reported last, and not known before they were closed."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from sqlalchemy.exc import IntegrityError

from config.errors import StateError
from sync.state.address import Place
from sync.state.periods import Period
from sync.state.store import Store
from tests.sync.state.outcomes import accepted, outcome
from validators.counting.count import Count, Way

COUNTS = {
    "K02": Count(2.0, ("ШК-0001", "ШК-0002"), ("ШК-0003",)),
    "K24": Count(50.0, ("ФН-0001",), ("ФН-0001",), "", Way.SHARE, {"ФН-0001": 5.0}, {"ФН-0001": 10.0}),
    "K13": Count(why="не ведётся"),
}
APRIL = Period(
    "2026-04",
    date(2026, 4, 30),
    datetime(2026, 5, 5, 9, 0, tzinfo=UTC),
    run=1,
    known_run=1,
    digests={"TEAM": "d"},
    figures={"K02": 2.0, "K13": None},
    counts=COUNTS,
    files={"Отчёты.xlsx": b"book", "manifest.json": b"{}"},
    settings=b"{}",
    reports=b"[]",
)


@pytest.fixture
def store(place: Place) -> Iterator[Store]:
    """A history with two updates."""
    opened = Store.open(place)
    for run, day in ((1, date(2026, 4, 20)), (2, date(2026, 5, 10))):
        opened.record(outcome(run, day, accepted=(accepted("TEAM", [[f"КМ-000{run}"]]),)))
    yield opened
    opened.close()


def test_a_period_comes_back_as_it_was_kept(store: Store) -> None:
    store.close_period(APRIL)
    assert store.period("2026-04") == APRIL
    assert store.period("2026-04", 0) == APRIL
    assert store.period("2026-04", 1) is None
    assert store.period("2026-05") is None


def test_the_last_correction_is_the_period(store: Store) -> None:
    store.close_period(APRIL)
    first = replace(APRIL, correction=1, reason="опечатка", known_run=2)
    store.close_period(first)
    assert store.period("2026-04") == first
    assert store.period("2026-04", 0) == APRIL
    (closed,) = store.before(date(2026, 5, 11)).closed
    assert (closed.period, closed.correction, closed.cut, closed.counts) == ("2026-04", 1, date(2026, 4, 30), COUNTS)


def test_the_same_report_is_not_kept_twice(store: Store) -> None:
    store.close_period(APRIL)
    with pytest.raises((IntegrityError, StateError)):
        store.close_period(APRIL)


def test_after_a_closing_the_next_update_is_not_a_quiet_one(store: Store) -> None:
    assert store.before(date(2026, 5, 11)).last_key == "key-2"
    store.close_period(replace(APRIL, known_run=2))
    assert store.before(date(2026, 5, 11)).last_key == ""
    store.record(outcome(3, date(2026, 5, 11)))
    assert store.before(date(2026, 5, 11)).last_key == "key-3"


def test_a_period_is_not_known_before_it_was_closed(store: Store) -> None:
    store.close_period(APRIL)
    assert store.then(1, date(2026, 4, 20)).before.closed == ()
    assert [one.period for one in store.then(2, date(2026, 5, 10)).before.closed] == ["2026-04"]


def test_the_history_of_an_earlier_update_knows_nothing_of_later_ones(store: Store) -> None:
    store.record(outcome(3, date(2026, 5, 12), answers={("TEAM", "ромашка"): "КМ-0001"}, files={"Отчёты.xlsx": "s3"}))
    store.record(outcome(4, date(2026, 5, 13)))
    then = store.then(3, date(2026, 5, 12)).before
    assert (then.last_run, then.answers, then.files) == (3, {("TEAM", "ромашка"): "КМ-0001"}, {"Отчёты.xlsx": "s3"})
    assert store.then(2, date(2026, 5, 12)).before.answers == {}
    assert store.before(date(2026, 5, 13)).answers == {}


@pytest.mark.parametrize(
    ("day", "run"), [(date(2026, 4, 19), None), (date(2026, 4, 20), 1), (date(2026, 5, 9), 1), (date(2026, 6, 1), 2)]
)
def test_the_last_update_by_a_day_is_found(store: Store, day: date, run: int | None) -> None:
    assert store.run_by(day) == run


def test_an_update_that_accepted_nothing_is_no_knowledge(tmp_path: Path) -> None:
    with Store.open(tmp_path / "rpo.sqlite") as empty:
        empty.record(outcome(1, date(2026, 4, 20)))
        assert empty.run_by(date(2026, 5, 1)) is None
