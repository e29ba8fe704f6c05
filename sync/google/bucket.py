"""A bucket of calls: half of what Google allows an account in a minute, shared by all offices that use the account."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from threading import Lock
from typing import Protocol

from sync.google.ports import Ports
from sync.google.tickets import GOOD_FOR, Line, kept, ticket

A_MINUTE = 30
"""Reads a minute of an account, and as many writes: half of Google's 60 (decisions.md 32)."""
PROJECT = 150
"""Calls a minute, reads and writes together, of all accounts of one project: half of Google's 300 of either."""

_TICKETS = 3
"""How often a ticket is taken anew because its time went by: a machine that is always late must get on, too."""


class Quota(Protocol):
    """Where tickets are given. Whoever uses the same one shares what Google allows."""

    def book(self, lines: Sequence[Line], now: float) -> float:
        """A place in all the queues at once; in how many seconds its turn comes.

        Raises GoogleError when nobody can say.
        """


class ProcessQuota:
    """The queues of one process, for all its threads. An office that shares with nobody has one for itself."""

    def __init__(self) -> None:
        """Nobody has asked yet."""
        self._taken: dict[str, list[float]] = {}
        self._lock = Lock()

    def __reduce__(self) -> tuple[type["ProcessQuota"], tuple[()]]:
        """Another process has queues of its own."""
        return ProcessQuota, ()

    def book(self, lines: Sequence[Line], now: float) -> float:
        """The clock is that of the process; `now` is its time."""
        with self._lock:
            queues = [(line, self._taken.get(line.name, [])) for line in lines]
            at = ticket(now, *queues)
            self._taken.update({line.name: kept(now, at, taken) for line, taken in queues})
        return at - now


@dataclass(frozen=True)
class Bucket:
    """The calls of one account. Its name, and that of its project, are nowhere written down but as digests."""

    quota: Quota
    ports: Ports
    account: str = ""
    project: str = ""

    def take(self, *, writes: bool) -> float:
        """Waits for the right to one call; the seconds waited. Raises GoogleError."""
        began = self.ports.monotonic()
        lines = self._lines(writes=writes)
        for _ in range(_TICKETS):
            asked = self.ports.monotonic()
            turn = self.quota.book(lines, asked)
            if turn > 0:
                self.ports.sleep(turn)
            if self.ports.monotonic() - asked - turn <= GOOD_FOR:
                break
        return self.ports.monotonic() - began

    def _lines(self, *, writes: bool) -> tuple[Line, Line]:
        own = f"{'write' if writes else 'read'} {_digest(self.account)}"
        return Line(own, A_MINUTE), Line(f"project {_digest(self.project or self.account)}", PROJECT)


def _digest(name: str) -> str:
    return hashlib.sha256(name.encode()).hexdigest()[:16]
