"""Rows that are wiped, at once or a few a day, wait for a person; ordinary editing does not."""

from tests.validators.drift.outcomes import MOST_FALSE_HOLDS, wiped

CASES = range(60)


def test_nothing_above_the_limit_is_accepted_and_hardly_anything_below_it_is_held() -> None:
    stories = [wiped(seed) for seed in CASES]
    assert [wrong for one in stories for wrong in one.wrong] == []
    ordinary, above = sum(one.ordinary for one in stories), sum(one.wiped for one in stories)
    assert ordinary > 100
    assert above > 20
    assert sum(len(one.false) for one in stories) <= ordinary * MOST_FALSE_HOLDS
