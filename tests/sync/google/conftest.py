"""A running Sheets server with everything that stands around it, and a small office in it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from sync.google import http, signing_in
from sync.google.ports import Ports
from tests.sheets_server.call import Answer, Call, answered
from tests.sheets_server.gate import through
from tests.sheets_server.http import Delivery
from tests.sheets_server.running import Running, running
from tests.sheets_server.surroundings import Surroundings
from tests.sheets_server.world import World
from tests.sync.google.bench import Bench, client_of
from tests.sync.google.faulty import Faults
from tests.sync.google.offices import GoogleOfficeOnTest, build, make_spreadsheet
from tests.sync.google.processes import Processes
from tests.sync.google.times import Times


@pytest.fixture
def faults() -> Faults:
    return Faults()


@pytest.fixture
def around() -> Surroundings:
    """Identities, quotas and faults of the server by rule; at first there is nothing in the way."""
    return Surroundings(World())


@pytest.fixture
def server(faults: Faults, around: Surroundings) -> Iterator[Running]:
    def gate(call: Call, answer: Callable[[Call], Answer]) -> Answer | Delivery:
        return faults.gate(call, answer) or through(around, call, answer)

    with running(around.world, gate=gate, strict=True) as one:
        yield one


@pytest.fixture
def office(tmp_path: Path, server: Running) -> GoogleOfficeOnTest:
    return build(tmp_path / "office", server)


@pytest.fixture
def bench(tmp_path: Path, server: Running, around: Surroundings, faults: Faults) -> Bench:
    times = Times()
    spreadsheet = make_spreadsheet(server, "Команды")
    return Bench(server, around, faults, times, client_of(tmp_path, server.url, times.ports), spreadsheet)


@pytest.fixture
def hurried(bench: Bench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Bench:
    """The same with a real clock and short deadlines."""
    for module in (http, signing_in):
        monkeypatch.setattr(module, "READ", 0.15)
        monkeypatch.setattr(module, "WHOLE", 0.3)
    monkeypatch.setattr(http, "WRITE_READ", 0.15)
    monkeypatch.setattr(http, "WRITE_WHOLE", 0.3)
    bench.client = client_of(tmp_path, bench.server.url, Ports(sleep=bench.times.sleep))
    return bench


@pytest.fixture
def elsewhere() -> Iterator[tuple[str, list[str]]]:
    """Another machine, so to say: its address and the paths of the calls that came there."""
    came: list[str] = []

    def gate(call: Call, _answer: Callable[[Call], Answer]) -> Answer:
        came.append(call.path)
        return answered({"access_token": "x", "expires_in": 3600})

    with running(gate=gate) as other:
        yield other.url, came


@pytest.fixture
def processes(office: GoogleOfficeOnTest) -> Processes:
    return Processes(office, Times())
