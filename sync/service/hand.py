"""A process that visits offices for another one: calls come in as lines of JSON, an answer goes out for each.

What hangs in an office hangs here, where it can be ended. The end of the input is the end of the one who asks: then
the work in hand is put off at the next step, and the process goes.
"""

import json
import os
import queue
import signal
import sys
import threading
from typing import Any, TextIO

from sync.service.call import as_json, call_of
from sync.service.stopping import PATIENCE
from sync.service.visit import visit

STOP = "stop"

Calls = queue.SimpleQueue[dict[str, Any] | None]  # Any: a JSON object


def main() -> None:
    """Answers until the input ends."""
    for name in ("SIGTERM", "SIGINT", "SIGBREAK"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.SIG_IGN)  # the one who asks says when it is time to stop
    out, stop = _own_output(), threading.Event()
    calls: Calls = queue.SimpleQueue()
    threading.Thread(target=_listen, args=(calls, stop), name="calls", daemon=True).start()
    while (given := calls.get()) is not None:
        answer = visit(call_of(given), stop.is_set)
        try:
            out.write(json.dumps(as_json(answer), ensure_ascii=False) + "\n")
            out.flush()
        except OSError:
            return  # nobody asks any more


def _own_output() -> TextIO:
    """Where answers go; whatever else is printed goes where errors go."""
    out = os.fdopen(os.dup(sys.stdout.fileno()), "w", encoding="utf-8")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    return out


def _listen(calls: Calls, stop: threading.Event) -> None:
    for line in sys.stdin:
        if line.strip() == STOP:
            stop.set()
        else:
            calls.put(json.loads(line))
    stop.set()
    calls.put(None)
    leaving = threading.Timer(PATIENCE, os._exit, (0,))
    leaving.daemon = True
    leaving.start()


if __name__ == "__main__":
    main()
