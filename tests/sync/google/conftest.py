"""A running Sheets server with everything that stands around it, and a small office in it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.sheets_server.call import Answer, Call
from tests.sheets_server.gate import through
from tests.sheets_server.http import Delivery
from tests.sheets_server.running import Running, running
from tests.sheets_server.surroundings import Surroundings
from tests.sheets_server.world import World
from tests.sync.google.offices import GoogleOfficeOnTest, build

Fault = Callable[[Call, Callable[[Call], Answer]], Answer | Delivery | None]
"""Answers in the server's place, or gives None to let the call through."""


class Faults:
    """What happens to calls on their way to the server: the first fault that answers, else the server itself."""

    def __init__(self) -> None:
        self.faults: list[Fault] = []

    def gate(self, call: Call, answer: Callable[[Call], Answer]) -> Answer | Delivery | None:
        return next((found for fault in self.faults if (found := fault(call, answer)) is not None), None)


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
