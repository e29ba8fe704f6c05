"""Quotas refuse as Google was recorded to, and fill again with time."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.sheets_server.clock import VirtualClock
from tests.sheets_server.errors import ApiError
from tests.sheets_server.plain import Json
from tests.sheets_server.quota import PROJECT, READ, WRITE, Limits, Quota, exceeded

RECORDED = Path(__file__).parents[3] / "shared" / "sheets_api" / "error_bodies.txt"


def taken(
    quota: Quota, clock: VirtualClock, kind: str = READ, email: str = "robot@example.ru", calls: int = 1000
) -> int:
    """How many calls in a row pass."""
    for count in range(calls):
        try:
            quota.take(kind, email, clock.now())
        except ApiError:
            return count
    return calls


def test_without_limits_everything_passes() -> None:
    assert taken(Quota(), VirtualClock()) == 1000


def test_a_user_has_sixty_reads_and_sixty_writes_a_minute() -> None:
    quota, clock = Quota(Limits()), VirtualClock()
    assert taken(quota, clock, READ) == 60
    assert taken(quota, clock, WRITE) == 60
    assert taken(quota, clock, READ) == 0


def test_the_bucket_fills_evenly_and_is_full_after_a_minute() -> None:
    quota, clock = Quota(Limits()), VirtualClock()
    taken(quota, clock)
    clock.advance(10)
    assert taken(quota, clock) == 10
    clock.advance(3600)
    assert taken(quota, clock) == 60


def test_five_users_share_what_the_project_has() -> None:
    quota, clock = Quota(Limits(user=60, project=150)), VirtualClock()
    assert [taken(quota, clock, email=f"robot{n}@example.ru") for n in range(4)] == [60, 60, 30, 0]


def test_a_refused_call_takes_nothing() -> None:
    quota, clock = Quota(Limits(user=1, project=300)), VirtualClock()
    assert taken(quota, clock) == 1
    assert taken(quota, clock) == 0
    clock.advance(60)
    assert taken(quota, clock) == 1
    assert quota.refused == 3


def test_another_program_of_the_account_eats_its_share() -> None:
    quota, clock = Quota(), VirtualClock()
    quota.foreign(0.8)
    assert taken(quota, clock) == 12
    clock.advance(30)
    assert taken(quota, clock) == 6


def test_a_share_of_more_than_everything_is_refused() -> None:
    with pytest.raises(ValueError, match="share"):
        Quota().foreign(1.5)


def test_a_clock_set_back_gives_nothing() -> None:
    quota, clock = Quota(Limits()), VirtualClock()
    taken(quota, clock)
    clock.advance(-3600)
    assert taken(quota, clock) == 0


def recorded() -> Iterator[Json]:
    """The recorded 429 bodies of today's form."""
    if not RECORDED.exists():
        pytest.skip("the recorded answers of Google are not beside this checkout")
    for line in RECORDED.read_text(encoding="utf-8").splitlines():
        body = line.strip().replace("<PROJ>", PROJECT)
        if body.startswith('{"error": {"code": 429') and "ErrorInfo" in body:
            yield json.loads(body)


def test_the_refusals_are_the_recorded_ones_word_for_word() -> None:
    bodies = [exceeded(READ).body, exceeded(WRITE).body]
    found = list(recorded())
    assert len(found) == 5
    assert all(body in bodies for body in found)
    assert all(body in found for body in bodies)


def test_no_refusal_says_when_to_come_back() -> None:
    assert exceeded(READ).headers == {}
