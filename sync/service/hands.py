"""The processes that do the work of many offices, as the one that asks them sees it."""

import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field

from sync.service.call import Answer, Call, answer_of, as_json
from sync.service.hand import STOP

JOBS_A_HAND = 200
"""Visits after which a process is let go and another takes its place: memory that was lost comes back."""

_LOST = Answer(trouble="LostError", words="Процесс, который обновлял офис, прервался.")


@dataclass
class Hand:
    """A process that does one unit of work at a time. `told` is called by a thread of ours when there is an answer."""

    told: Callable[["Hand", Answer], None]
    began: float = 0.0
    done: int = 0
    _process: "subprocess.Popen[str]" = field(init=False)

    def __post_init__(self) -> None:
        """The process begins; it is ready when it has answered."""
        self._process = subprocess.Popen(
            [sys.executable, "-m", "sync.service.hand"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            env={**os.environ, "PYTHONIOENCODING": "utf-8"},
        )

    @property
    def is_worn(self) -> bool:
        """It has done so much that it is time for another one."""
        return self.done >= JOBS_A_HAND

    @property
    def pid(self) -> int:
        """The number of the process."""
        return self._process.pid

    def ask(self, call: Call, began: float) -> None:
        """Begins a unit of work; `began` is the moment by the steady clock."""
        self.began, self.done = began, self.done + 1
        threading.Thread(target=self._ask, args=(call,), name="hand", daemon=True).start()

    def stop(self) -> None:
        """Asks to end the step in hand and to put the rest off."""
        self._say(STOP)

    def let_go(self) -> None:
        """No more calls: the process ends by itself."""
        with suppress(OSError):
            if self._process.stdin is not None:
                self._process.stdin.close()

    def kill(self) -> None:
        """Ends the process at once. Nobody waits for it: what hangs in a dead disk can't be killed."""
        with suppress(OSError):
            self._process.kill()
        self.let_go()

    def _ask(self, call: Call) -> None:
        self._say(json.dumps(as_json(call), ensure_ascii=False))
        line = self._process.stdout.readline() if self._process.stdout is not None else ""
        self.told(self, answer_of(json.loads(line)) if line.endswith("\n") else _LOST)

    def _say(self, line: str) -> None:
        with suppress(OSError, ValueError):
            if self._process.stdin is not None:
                self._process.stdin.write(f"{line}\n")
                self._process.stdin.flush()
