"""Faults of a test's own: code that answers a call in the server's place."""

from collections.abc import Callable

from tests.sheets_server.call import Answer, Call
from tests.sheets_server.http import Delivery

Fault = Callable[[Call, Callable[[Call], Answer]], Answer | Delivery | None]
"""Answers in the server's place, or gives None to let the call through."""


class Faults:
    """What happens to calls on their way to the server: the first fault that answers, else the server itself."""

    def __init__(self) -> None:
        self.faults: list[Fault] = []

    def gate(self, call: Call, answer: Callable[[Call], Answer]) -> Answer | Delivery | None:
        return next((found for fault in self.faults if (found := fault(call, answer)) is not None), None)
