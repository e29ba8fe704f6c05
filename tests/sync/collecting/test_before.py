"""An earlier collection is compared with one of the same period only."""

import pytest

from config.errors import UsageError
from reports.collected.collection import Collected
from sync.collecting.before import Before
from sync.collecting.given import Period

APRIL, MARCH = Period("2025/2026", "2026-04"), Period("2025/2026", "2026-03")
HELD = {"Москва": Collected(0, 1, "ab")}


def test_of_the_same_period_the_packages_are_told() -> None:
    assert Before("свод.xlsx", frozenset({APRIL}), HELD).of(APRIL) == HELD


def test_of_another_period_it_is_refused_with_its_name() -> None:
    with pytest.raises(UsageError) as told:
        Before("свод.xlsx", frozenset({MARCH}), HELD).of(APRIL)
    assert "март 2026 г." in told.value.sentence


def test_an_earlier_collection_that_held_nothing_is_of_any_period() -> None:
    assert Before("свод.xlsx", frozenset(), {}).of(APRIL) == {}
