"""What a process that visits offices says to the one who asks it: answers, and questions for places in Google's queues."""

import io
import json
import queue

import pytest

from sync.google.failures import GoogleError
from sync.google.tickets import Line
from sync.service.hand import AskedQuota, Heard, Told

LINES = (Line("read a", 30), Line("project p", 150))


def asked(turn: dict[str, object] | None) -> tuple[AskedQuota, io.StringIO]:
    """The queues of another process that answers so."""
    out = io.StringIO()
    turns: Heard = queue.SimpleQueue()
    turns.put(turn)
    return AskedQuota(Told(out), turns), out


def test_a_place_in_the_queues_is_asked_of_the_one_who_asks() -> None:
    quota, out = asked({"turn": 1.5})
    assert quota.book(LINES, 0.0) == 1.5
    assert json.loads(out.getvalue()) == {"book": [["read a", 30], ["project p", 150]]}


@pytest.mark.parametrize("turn", [{"turn": None}, None], ids=["nobody can say", "nobody is there"])
def test_without_an_answer_nothing_is_asked_of_google(turn: dict[str, object] | None) -> None:
    quota, _ = asked(turn)
    with pytest.raises(GoogleError):
        quota.book(LINES, 0.0)
