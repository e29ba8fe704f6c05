"""The queue needs a PostgreSQL of its own."""

import os
from collections.abc import Iterator

import pytest

from tests.sync.state.conftest import NO_SERVER
from tests.sync.state.servers import Cluster, binaries, running


@pytest.fixture(scope="session")
def cluster() -> Iterator[Cluster]:
    """A server for this process of the tests."""
    programs = binaries() if os.name == "posix" else None
    if programs is None:
        pytest.skip(NO_SERVER)
    with running(programs) as one:
        yield one
