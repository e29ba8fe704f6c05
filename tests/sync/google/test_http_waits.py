"""How long the client waits before it tries again, and how many calls a minute sees."""

import pytest

from sync.google.failures import GoogleError
from tests.sheets_server.call import Call, answered
from tests.sheets_server.errors import error
from tests.sync.google.bench import Bench, always


def test_a_pause_is_any_part_of_a_bound_that_doubles(bench: Bench) -> None:
    bench.wrong("503")
    for bench.times.chance in (0.0, 0.5, 1.0):
        with pytest.raises(GoogleError):
            bench.read()
    assert bench.times.slept == [0.0, 0.0, 0.5, 1.0, 1.0, 2.0]


def test_a_used_up_quota_is_waited_for_longer(bench: Bench) -> None:
    bench.wrong("429")
    bench.times.chance = 1.0
    with pytest.raises(GoogleError):
        bench.read()
    assert bench.times.slept == [16.0, 32.0]


@pytest.mark.parametrize("status", [429, 503])
@pytest.mark.parametrize(
    ("told", "waited"),
    [
        ("7", [7.0, 7.0]),
        ("0", [0.0, 0.0]),
        ("100000", [64.0, 64.0]),
        ("Mon, 02 Feb 2026 02:40:12 GMT", [12.0, 0.0]),
        ("Mon, 02 Feb 2025 02:40:10 GMT", [0.0, 0.0]),
    ],
    ids=["seconds", "at once", "more than the cap", "a moment", "a moment gone by"],
)
def test_google_is_left_alone_for_as_long_as_it_asks(bench: Bench, status: int, told: str, waited: list[float]) -> None:
    bench.times.wall = 1_770_000_000.0  # 2026-02-02 02:40:00
    refusal = error(status, "UNAVAILABLE", "wait").body
    bench.faults.faults.append(always(answered(refusal, status, {"Retry-After": told})))
    with pytest.raises(GoogleError):
        bench.read()
    assert bench.times.slept == waited


@pytest.mark.parametrize("told", ["soon", "-5", "", "²"])
def test_a_wait_that_makes_no_sense_is_not_heeded(bench: Bench, told: str) -> None:
    refusal = error(503, "UNAVAILABLE", "wait").body
    bench.faults.faults.append(always(answered(refusal, 503, {"Retry-After": told.replace("²", "soon")})))
    with pytest.raises(GoogleError):
        bench.read()
    assert bench.times.slept == [0.5, 1.0]


def test_a_minute_has_thirty_reads_and_thirty_writes(bench: Bench) -> None:
    at: dict[str, list[float]] = {"GET": [], "POST": []}

    def noted(call: Call, _answer: object) -> None:
        if call.path.startswith("/v4/"):
            at[call.method].append(bench.times.now)

    bench.faults.faults.append(noted)
    for _ in range(70):
        bench.read()
        bench.write()
    for moments in at.values():
        assert all(later - earlier >= 60 for earlier, later in zip(moments, moments[30:], strict=False))


def test_tries_that_failed_count_in_the_minute_too(bench: Bench) -> None:
    bench.wrong("503")
    for _ in range(11):
        with pytest.raises(GoogleError):
            bench.read()
    assert bench.tries == {"metadata": 33}
    assert bench.times.now >= 60
