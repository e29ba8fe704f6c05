"""No minute sees more calls than half of what Google allows, and whoever came first calls first."""

from collections.abc import Sequence
from functools import partial
from threading import Thread

from hypothesis import given, settings
from hypothesis import strategies as st

from sync.google.bucket import A_MINUTE, PROJECT, Bucket, ProcessQuota
from sync.google.ports import Ports
from sync.google.tickets import GOOD_FOR, MINUTE, Line
from tests.sync.google.queueing import ARRIVALS, Asked, is_crowded, turns, wrong_in
from tests.sync.google.times import Times
from tests.sync.google.together import Together


@given(ARRIVALS)
@settings(max_examples=60)
def test_turns_are_given_in_order_leave_room_and_come_as_early_as_they_can(arrivals: list[Asked]) -> None:
    assert wrong_in(turns(ProcessQuota(), arrivals)) == []


@given(st.lists(st.floats(0, 90) | st.just(0.0), max_size=120))
def test_no_minute_sees_more_than_thirty_calls_of_a_kind(pauses: list[float]) -> None:
    times, taken = Times(), list[float]()
    bucket = Bucket(ProcessQuota(), times.ports)
    for pause in pauses:
        times.pass_by(pause)
        bucket.take(writes=False)
        taken.append(times.now)
    assert not is_crowded(taken, A_MINUTE, 60)


@given(st.lists(st.floats(MINUTE / A_MINUTE + 1e-6, 90), min_size=40, max_size=80))
@settings(max_examples=40)
def test_who_calls_every_two_seconds_never_waits(pauses: list[float]) -> None:
    times = Times()
    bucket = Bucket(ProcessQuota(), times.ports)
    for pause in pauses:
        times.pass_by(pause)
        assert bucket.take(writes=True) < 1e-6


def test_what_was_waited_is_told() -> None:
    times = Times()
    bucket = Bucket(ProcessQuota(), times.ports)
    assert {bucket.take(writes=False) for _ in range(A_MINUTE)} == {0.0}
    times.pass_by(20)
    assert bucket.take(writes=True) == 0.0
    assert bucket.take(writes=False) == MINUTE - 20
    assert times.slept == [MINUTE - 20]


def test_offices_of_one_account_share_a_bucket_and_those_of_others_do_not() -> None:
    times, quota = Times(), ProcessQuota()
    one, other, stranger = (Bucket(quota, times.ports, name, "project") for name in ("a@b", "a@b", "c@d"))
    for bucket in (one, other) * (A_MINUTE // 2):
        bucket.take(writes=False)
    assert stranger.take(writes=False) == 0.0
    assert other.take(writes=False) == MINUTE


def test_accounts_of_one_project_share_what_the_project_has() -> None:
    times, quota = Times(), ProcessQuota()
    buckets = [Bucket(quota, times.ports, f"{number}@b", "project") for number in range(5)]
    waits = [bucket.take(writes=writes) for writes in (False, True) for _ in range(A_MINUTE) for bucket in buckets]
    assert [wait > 0 for wait in waits].index(True) == PROJECT
    assert Bucket(quota, times.ports, "f@g", "another project").take(writes=False) == 0.0


def test_who_waits_for_a_long_time_does_not_hold_back_others_of_the_project() -> None:
    times, quota = Times(), ProcessQuota()
    busy, calm = (Line(name, 1) for name in ("busy", "calm"))
    project = Line("project", 5)
    assert [quota.book([busy, project], times.now) for _ in range(4)] == [0.0, MINUTE, 2 * MINUTE, 3 * MINUTE]
    assert quota.book([calm, project], times.now) == 0.0


@given(st.lists(st.lists(st.sampled_from((0.0, 0.9, 5.0, 400.0)), min_size=6, max_size=6), min_size=3, max_size=3))
@settings(max_examples=15)
def test_a_machine_that_oversleeps_does_not_call_more_often(lateness: list[list[float]]) -> None:
    together, quota, taken = Together(), ProcessQuota(), list[float]()

    def call(late: Sequence[float]) -> None:
        bucket = Bucket(quota, _oversleeping(together, late), "a@b")
        for _ in range(35):
            bucket.take(writes=False)
            taken.append(together.at)

    together.run([partial(call, late) for late in lateness])
    assert len(taken) == 105
    assert not is_crowded(taken, A_MINUTE, 60)


class _Full:
    """A quota in which others always stand before."""

    def __init__(self) -> None:
        self.booked = 0

    def book(self, lines: Sequence[Line], now: float) -> float:  # noqa: ARG002  whoever asks, whenever
        self.booked += 1
        return 10.0


def test_a_machine_that_is_always_late_calls_all_the_same() -> None:
    times, quota = Times(), _Full()
    ports = Ports(lambda: times.now, sleep=lambda seconds: times.pass_by(seconds + 500))
    assert (Bucket(quota, ports).take(writes=False), quota.booked) == (3 * 510.0, 3)


def test_threads_that_ask_at_once_get_a_turn_each() -> None:
    quota, line, found = ProcessQuota(), Line("read", A_MINUTE), list[float]()
    threads = [Thread(target=lambda: found.extend(quota.book([line], 0.0) for _ in range(20))) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(found) == [minute * MINUTE for minute in range(4) for _ in range(A_MINUTE)]


def _oversleeping(together: Together, late: Sequence[float]) -> Ports:
    """Sleeps so much longer than it was asked to, but for every third time."""
    slept = list[float]()

    def sleep(seconds: float) -> None:
        slept.append(seconds)
        together.sleep(seconds + (late[len(slept) % len(late)] if len(slept) % 3 else GOOD_FOR / 2))

    return Ports(lambda: together.at, lambda: together.at, sleep)
