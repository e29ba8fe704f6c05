"""A process that visits offices for another one: calls come in as lines of JSON, an answer goes out for each.

What hangs in an office hangs here, where it can be ended. The end of the input is the end of the one who asks: then
the work in hand is put off at the next step, and the process goes. Places in the queues of Google's calls are asked
of him, too: all his offices share them.
"""

import json
import os
import queue
import signal
import sys
import threading
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import astuple, dataclass
from typing import Any, TextIO

from sync.google.failures import NO_QUEUE, GoogleError
from sync.google.tickets import Line
from sync.service.call import as_json, call_of
from sync.service.stopping import PATIENCE
from sync.service.visit import visit

STOP, READY, BOOK, TURN = "stop", "ready", "book", "turn"

Json = dict[str, Any]  # Any: a JSON object
Heard = queue.SimpleQueue[Json | None]


def main() -> None:
    """Answers until the input ends."""
    for name in ("SIGTERM", "SIGINT", "SIGBREAK"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.SIG_IGN)  # the one who asks says when it is time to stop
    stop, calls = threading.Event(), Heard()
    quota = AskedQuota(Told(_own_output()), Heard())
    quota.told({READY: True})
    threading.Thread(target=_listen, args=(calls, quota.turns, stop), name="calls", daemon=True).start()
    while (given := calls.get()) is not None:
        quota.told(as_json(visit(call_of(given), stop.is_set, quota)))


@dataclass(frozen=True)
class Told:
    """Lines of JSON to the one who asks."""

    out: TextIO

    def __call__(self, what: Json) -> None:
        """Says one line. When nobody listens any more, the end of the input says so."""
        with suppress(OSError):
            self.out.write(json.dumps(what, ensure_ascii=False) + "\n")
            self.out.flush()


@dataclass(frozen=True)
class AskedQuota:
    """The queues of Google's calls of the one who asks."""

    told: Told
    turns: Heard

    def book(self, lines: Sequence[Line], now: float) -> float:  # noqa: ARG002  the clock is that of the other process
        """In how many seconds the turn comes. Raises GoogleError."""
        self.told({BOOK: [list(line) for line in map(astuple, lines)]})
        answer = self.turns.get()
        if answer is None or answer[TURN] is None:
            raise GoogleError(NO_QUEUE)
        return float(answer[TURN])


def _own_output() -> TextIO:
    """Where answers go; whatever else is printed goes where errors go."""
    out = os.fdopen(os.dup(sys.stdout.fileno()), "w", encoding="utf-8")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    return out


def _listen(calls: Heard, turns: Heard, stop: threading.Event) -> None:
    for line in sys.stdin:
        if line.strip() == STOP:
            stop.set()
        else:
            given = json.loads(line)
            (turns if TURN in given else calls).put(given)
    stop.set()
    for heard in (calls, turns):
        heard.put(None)
    leaving = threading.Timer(PATIENCE, os._exit, (0,))
    leaving.daemon = True
    leaving.start()


if __name__ == "__main__":
    main()
