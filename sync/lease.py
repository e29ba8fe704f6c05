"""The right to write when several machines share a history: a lease of 30 seconds with a token that only grows.

No two clocks are ever compared: a machine that wants the lease watches, by its own steady clock, whether the holder
still renews it, and takes it when it has not been renewed for 30 seconds.
"""

import hashlib
import socket
import threading
import time
import uuid
from collections.abc import Callable

from config.errors import BusyError
from sync.state.lease_rows import LeaseLostError, LeaseRow, free_lease, lease_row, renew_lease, take_lease
from sync.state.store import Store

LASTS, RENEWED = 30.0, 10.0
"""Seconds after which a lease that is not renewed may be taken, and how often it is renewed."""

_LOOKS = 1.0


def steady() -> float:
    """Seconds that only grow, those for which the machine slept among them where the system counts them."""
    clock = getattr(time, "CLOCK_BOOTTIME", None)
    return time.monotonic() if clock is None else time.clock_gettime(clock)


def this_machine() -> str:
    """A name of this machine that tells nothing of it."""
    return hashlib.sha256(f"{socket.gethostname()} {uuid.getnode()}".encode()).hexdigest()[:16]


class Lease:
    """A lease that is held. It is renewed by whoever asks, and is lost for ever once another machine has taken it."""

    def __init__(self, store: Store, token: int, *, joined: bool, clock: Callable[[], float] = steady) -> None:
        """`joined` — another process of this machine has taken it and will let it go."""
        self.token = token
        self._store, self._joined, self._clock = store, joined, clock
        self._renewed = clock()
        self._guard = threading.Lock()
        self._lost = False

    @property
    def age(self) -> float:
        """Seconds since it was renewed last."""
        return self._clock() - self._renewed

    def keep(self) -> None:
        """Renews the lease when it is time. Raises LeaseLostError when another machine has it."""
        with self._guard:
            if not self._lost and self.age > RENEWED:
                self._renew()
            if self._lost:
                raise LeaseLostError

    def release(self) -> None:
        """Lets the next one take it at once."""
        if not self._joined and not self._lost:
            with self._store.changing("free the lease") as connection:
                free_lease(connection, self.token)

    def _renew(self) -> None:
        began = self._clock()
        with self._store.changing("renew the lease") as connection:
            self._lost = not renew_lease(connection, self.token)
        self._renewed = began


class Contender:
    """Somebody who wants the lease and watches the one who has it."""

    def __init__(self, store: Store, holder: str | None = None, clock: Callable[[], float] = steady) -> None:
        """`holder` is the machine; processes of one machine share its lease, the lock of the office parts them."""
        self._store, self._holder, self._clock = store, holder or this_machine(), clock
        self._seen: LeaseRow | None = None
        self._since = clock()

    def attempt(self, *, joining: bool) -> Lease | None:
        """The lease when it is to be had now. `joining` shares the one that this machine has; else it is taken anew."""
        with self._store.asking() as connection:
            now = lease_row(connection)
        if now != self._seen:
            self._seen, self._since = now, self._clock()
        mine = now is not None and now.holder == self._holder
        if now is not None and mine and joining:
            return Lease(self._store, now.token, joined=True, clock=self._clock)
        if now is not None and now.holder and not mine and self._clock() - self._since < LASTS:
            return None
        with self._store.changing("take the lease") as connection:
            token = take_lease(connection, self._holder, now)
        return None if token is None else Lease(self._store, token, joined=False, clock=self._clock)


def lease_for_a_while(store: Store, sleep: Callable[[float], None] = time.sleep) -> Lease:
    """The lease for one piece of work. Raises BusyError when another machine holds it and lives."""
    contender = Contender(store)
    first = _beat(store)
    while True:
        lease = contender.attempt(joining=True)
        if lease is not None:
            return lease
        if _beat(store) != first:
            raise BusyError(
                "Этот офис сейчас ведёт служба на другой машине.",
                advice="Остановите её (rpo serve) или выполните команду на той машине.",
            )
        sleep(_LOOKS)


def _beat(store: Store) -> LeaseRow | None:
    with store.asking() as connection:
        return lease_row(connection)
