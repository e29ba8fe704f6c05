"""Made-up offices for the tests of the demo; RPO_SEEDS in the environment says how many of them are tried."""

import os
from collections.abc import Callable
from functools import lru_cache

import pytest

from sync.demo.office import DemoOffice, office

SEEDS = range(1, int(os.environ.get("RPO_SEEDS", "1")) + 1)
cached = lru_cache(maxsize=2)(office)


@pytest.fixture(params=SEEDS, ids=lambda seed: f"seed {seed}")
def seed(request: pytest.FixtureRequest) -> int:
    """The seed of an office."""
    return int(request.param)


@pytest.fixture
def clean(seed: int) -> DemoOffice:
    """The office of the seed before faults are planted; nobody may change it."""
    return cached(seed)


@pytest.fixture
def office_of() -> Callable[[int], DemoOffice]:
    """Makes an office anew."""
    return office
