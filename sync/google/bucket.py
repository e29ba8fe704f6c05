"""A token bucket: half of what Google allows an account in a minute, so that others' programs have room."""

from dataclasses import dataclass, field

from sync.google.ports import Ports

A_MINUTE = 30
"""Reads a minute, and as many writes: half of Google's 60 (decisions.md 32)."""


@dataclass
class Bucket:
    """Holds up to `size` calls and fills again within a minute."""

    ports: Ports
    size: int = A_MINUTE
    _left: float = field(init=False)
    _at: float = field(init=False)

    def __post_init__(self) -> None:
        """Begins full."""
        self._left, self._at = float(self.size), self.ports.monotonic()

    def take(self) -> float:
        """Waits for the right to one call; the seconds waited."""
        self._fill()
        waited = 0.0
        if self._left < 1:
            waited = (1 - self._left) * 60 / self.size
            self.ports.sleep(waited)
            self._fill()
        self._left = max(self._left - 1, 0.0)
        return waited

    def _fill(self) -> None:
        now = self.ports.monotonic()
        self._left = min(float(self.size), self._left + (now - self._at) * self.size / 60)
        self._at = now
