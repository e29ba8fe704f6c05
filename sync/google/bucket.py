"""A bucket of calls: half of what Google allows an account in a minute, so that others' programs have room."""

from collections import deque
from dataclasses import dataclass, field

from sync.google.ports import Ports

A_MINUTE = 30
"""Reads a minute, and as many writes: half of Google's 60 (decisions.md 32)."""


@dataclass
class Bucket:
    """Holds `size` calls; each comes back a minute after it was taken, so no minute ever sees more of them."""

    ports: Ports
    size: int = A_MINUTE
    _taken: deque[float] = field(default_factory=deque)

    def take(self) -> float:
        """Waits for the right to one call; the seconds waited."""
        waited = 0.0
        if len(self._taken) >= self.size:
            waited = max(self._taken.popleft() + 60 - self.ports.monotonic(), 0.0)
        if waited:
            self.ports.sleep(waited)
        self._taken.append(self.ports.monotonic())
        return waited
