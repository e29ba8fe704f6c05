"""The processes that do the work of many offices, as the one that asks them sees it."""

import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field

from config.errors import OfficeError
from sync.google.bucket import Quota
from sync.google.tickets import Line
from sync.lease import steady
from sync.logs import note_trouble
from sync.service.call import Answer, Call, answer_of, as_json
from sync.service.hand import BOOK, READY, STOP, TURN, Json

JOBS_A_HAND = 200
"""Visits after which a process is let go and another takes its place: memory that was lost comes back."""
_BEGINS = 60.0
"""Seconds that a process may take to begin, on a machine that has much to do."""

_LOST = Answer(trouble="LostError", words="Процесс, который обновлял офис, прервался.")


@dataclass
class Hand:
    """A process that does one unit of work at a time. `told` is called by a thread of ours when there is an answer.

    `quota` is that of all hands that work for us; `since` — when its unit of work began; `lives` — when it was heard
    of last or will have had its turn to ask Google, by the steady clock.
    """

    told: Callable[["Hand", Answer], None]
    quota: Quota
    since: float = 0.0
    lives: float = 0.0
    done: int = 0
    _ready: bool = field(default=False, init=False)
    _process: "subprocess.Popen[str]" = field(init=False)
    _listening: threading.Thread = field(init=False)

    def __post_init__(self) -> None:
        """The process begins."""
        self._process = subprocess.Popen(
            [sys.executable, "-m", "sync.service.hand"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            env={**os.environ, "PYTHONIOENCODING": "utf-8"},
        )
        self._listening = threading.Thread(target=self._listen, name="hand", daemon=True)
        self._listening.start()

    @property
    def is_worn(self) -> bool:
        """It has done so much that it is time for another one."""
        return self.done >= JOBS_A_HAND

    @property
    def is_over(self) -> bool:
        """The process has ended."""
        return self._process.poll() is not None

    def ask(self, call: Call) -> None:
        """Begins a unit of work."""
        self.since = steady()
        self.lives = self.since if self._ready else self.since + _BEGINS
        self.done += 1
        self._say(json.dumps(as_json(call), ensure_ascii=False))

    def stop(self) -> None:
        """Asks to end the step in hand and to put the rest off."""
        self._say(STOP)

    def let_go(self) -> None:
        """No more calls: the process ends by itself."""
        with suppress(OSError, ValueError):
            if self._process.stdin is not None:
                self._process.stdin.close()

    def kill(self) -> None:
        """Ends the process at once. Nobody waits for it: what hangs in a dead disk can't be killed."""
        with suppress(OSError):
            self._process.kill()
        self.let_go()

    def ended(self, seconds: float) -> bool:
        """The process is over; waits so long for that."""
        self._listening.join(seconds)
        return not self._listening.is_alive()

    def _listen(self) -> None:
        """Hears everything that the process says, until it ends."""
        out = self._process.stdout
        if out is None:
            return
        with out:
            for line in out:
                self._heard(json.loads(line))
        self._process.wait()
        self.let_go()
        self.told(self, _LOST)

    def _heard(self, said: Json) -> None:
        self.lives, self._ready = steady(), True
        if READY in said:
            self.since = self.lives
        elif BOOK in said:
            self._say(json.dumps({TURN: self._turn([Line(*one) for one in said[BOOK]])}))
        else:
            self.told(self, answer_of(said))

    def _turn(self, lines: Sequence[Line]) -> float | None:
        try:
            turn = self.quota.book(lines, time.monotonic())
        except OfficeError as trouble:
            note_trouble("quota.unknown", trouble)
            return None
        self.lives = steady() + turn
        return turn

    def _say(self, line: str) -> None:
        with suppress(OSError, ValueError):
            if self._process.stdin is not None:
                self._process.stdin.write(f"{line}\n")
                self._process.stdin.flush()
