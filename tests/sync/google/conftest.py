"""A running Sheets server and a small office in it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.sheets_server.call import Answer, Call
from tests.sheets_server.http import Delivery
from tests.sheets_server.running import Running, running
from tests.sync.google.offices import GoogleOfficeOnTest, build

Fault = Callable[[Call, Callable[[Call], Answer]], Answer | Delivery | None]
"""Answers in the server's place, or gives None to let the call through."""


class Faults:
    """What happens to calls on their way to the server: the first fault that answers, else the server itself."""

    def __init__(self) -> None:
        self.faults: list[Fault] = []

    def gate(self, call: Call, answer: Callable[[Call], Answer]) -> Answer | Delivery:
        for fault in self.faults:
            found = fault(call, answer)
            if found is not None:
                return found
        return answer(call)


@pytest.fixture
def faults() -> Faults:
    return Faults()


@pytest.fixture
def server(faults: Faults) -> Iterator[Running]:
    with running(gate=faults.gate, strict=True) as one:
        yield one


@pytest.fixture
def office(tmp_path: Path, server: Running) -> GoogleOfficeOnTest:
    return build(tmp_path / "office", server)
