"""How the service is stopped: the first signal asks it to end the step in hand, a second one ends it at once."""

import os
import signal
import threading
from collections.abc import Callable
from types import FrameType

PATIENCE = 28.0
"""Seconds that a step has to end before the process goes anyway: everything is made to survive that."""

INTERRUPTED = 130


class Stop:
    """Whether somebody has asked to stop."""

    def __init__(self, leave: Callable[[int], object] = os._exit) -> None:
        """`leave` ends the process without any more ado."""
        self._event = threading.Event()
        self._leave = leave

    def __call__(self) -> bool:
        """Somebody has."""
        return self._event.is_set()

    @property
    def event(self) -> threading.Event:
        """For those who wait in threads of their own."""
        return self._event

    def wait(self, seconds: float) -> None:
        """Waits so long, or until somebody asks to stop."""
        self._event.wait(max(seconds, 0.0))

    def ask(self) -> None:
        """Asks to stop; the second time ends the process."""
        if self._event.is_set():
            self._leave(INTERRUPTED)
            return
        self._event.set()
        timer = threading.Timer(PATIENCE, self._leave, (0,))
        timer.daemon = True
        timer.start()

    def listen(self) -> None:
        """From now on signals ask: SIGTERM, Ctrl-C, and Ctrl-Break where there is one."""
        for name in ("SIGTERM", "SIGINT", "SIGBREAK"):
            number = getattr(signal, name, None)
            if number is not None:
                signal.signal(number, self._heard)

    def _heard(self, _number: int, _frame: FrameType | None) -> None:
        self.ask()
