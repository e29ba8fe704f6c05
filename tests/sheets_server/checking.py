"""Every answer of the server, and every request of a client that wants it, held against Google's description."""

from collections.abc import Callable

from tests.sheets_server.call import Answer, Call
from tests.sheets_server.methods import answer_problems, request_problems


class Checked:
    """Answers as the server does and writes down what was wrong: with its answers always, with requests if `strict`."""

    def __init__(self, answer: Callable[[Call], Answer], *, strict: bool) -> None:
        self._answer = answer
        self._strict = strict
        self.problems: list[str] = []
        self.answers = 0

    def __call__(self, call: Call) -> Answer:
        if self._strict:
            self.problems += [f"request: {each}" for each in request_problems(call)]
        found = self._answer(call)
        self.answers += 1
        self.problems += [f"answer: {each}" for each in answer_problems(call, found)]
        return found

    def demand(self) -> None:
        """Raises AssertionError when anything was wrong."""
        assert not self.problems, "\n".join(["Against Google's description:", *self.problems[:20]])
