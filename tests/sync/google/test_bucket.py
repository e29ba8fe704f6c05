"""No minute sees more calls than half of what Google allows."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from sync.google.bucket import A_MINUTE, Bucket
from tests.sync.google.times import Times


@given(st.lists(st.floats(0, 90) | st.just(0.0), max_size=150))
def test_no_minute_sees_more_than_thirty_calls(pauses: list[float]) -> None:
    times, taken = Times(), list[float]()
    bucket = Bucket(times.ports)
    for pause in pauses:
        times.pass_by(pause)
        bucket.take()
        taken.append(times.now)
    gaps = [later - earlier for earlier, later in zip(taken, taken[A_MINUTE:], strict=False)]
    assert all(gap >= 60 - 1e-6 for gap in gaps)
    assert all(earlier <= later for earlier, later in pairwise(taken))


@given(st.lists(st.floats(2.0, 90), min_size=40, max_size=80))
def test_who_calls_every_two_seconds_never_waits(pauses: list[float]) -> None:
    times = Times()
    bucket = Bucket(times.ports)
    for pause in pauses:
        times.pass_by(pause)
        assert bucket.take() < 1e-6


def test_what_was_waited_is_told() -> None:
    times = Times()
    bucket = Bucket(times.ports, size=2)
    assert [bucket.take(), bucket.take()] == [0.0, 0.0]
    times.pass_by(20)
    assert bucket.take() == 40.0
    assert times.slept == [40.0]
