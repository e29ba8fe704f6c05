"""A history may be a file or a database of a server: the same tests are run on both."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from sync.state.address import Place
from sync.state.store import Store
from tests.sync.state.servers import Cluster, binaries, running

NO_SERVER = "there is no PostgreSQL on this machine: initdb was not found"


@pytest.fixture(scope="session")
def cluster() -> Iterator[Cluster]:
    """A PostgreSQL of its own for this process of the tests."""
    programs = binaries() if os.name == "posix" else None
    if programs is None:
        pytest.skip(NO_SERVER)
    pytest.importorskip("psycopg", reason="the driver of PostgreSQL is not installed")
    with running(programs) as one:
        yield one


@pytest.fixture(params=["a file", "a server"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Place:
    """An empty place for a history, of either kind."""
    if request.param == "a file":
        return tmp_path / "state" / "rpo.sqlite"
    known: Cluster = request.getfixturevalue("cluster")
    return known.server()


@pytest.fixture
def store(place: Place) -> Iterator[Store]:
    """A new history, open for writing."""
    with Store.open(place) as opened:
        yield opened
