"""A share of all calls of Google fails, half of them after their effect: nobody sees a half, and it all comes right."""

from collections.abc import Iterator

import pytest

from tests.sync.google.at_work import opened
from tests.sync.google.stage import Moment, Stage, stage
from tests.sync.google.sweeps import MOST_CALLS, RATES, swept

SEEDS = range(2)


@pytest.fixture(scope="module")
def played() -> Iterator[tuple[Stage, Moment]]:
    with stage() as one:
        yield one, opened(one)


@pytest.mark.parametrize("rate", RATES)
def test_faults_of_every_kind_end_in_the_result_without_faults(played: tuple[Stage, Moment], rate: float) -> None:
    found = [swept(*played, rate, seed) for seed in SEEDS]
    calls, planned = sum(one.calls for one in found), sum(one.planned for one in found)
    failed = sum(sum(one.fired.values()) for one in found)
    print(f"{failed} faults, {sum(one.took_effect for one in found)} after the effect")
    assert [one.wrong for one in found] == [[]] * len(found)
    assert max(one.cycles for one in found) <= RATES[rate]
    assert calls <= MOST_CALLS * planned
    assert failed > 0
    assert rate < max(RATES) or any(one.took_effect for one in found)
