"""Every test of this folder makes as many real SIGKILLs as it has promised."""

from collections.abc import Iterator

import pytest

from tests.sync.crash import killing
from tests.sync.crash.promised import FRESH, WARM


@pytest.fixture(autouse=True)
def _keeps_its_promise(request: pytest.FixtureRequest) -> Iterator[None]:
    before = killing.KILLS.copy()
    yield
    made = killing.KILLS - before
    for kind, promised in ((killing.WARM, WARM), (killing.FRESH, FRESH)):
        assert made[kind] >= promised.get(request.node.name, 0), f"{made[kind]} of {kind}"
