"""The lease of a service: waited for, then kept alive by a thread of its own while long work goes on."""

import threading
from collections.abc import Callable

from config.errors import OfficeError
from sync.lease import RENEWED, Contender, Lease
from sync.logs import note_trouble
from sync.service.stopping import Stop
from sync.state.lease_rows import LeaseLostError
from sync.state.store import Store

WAITS = 5.0
"""Seconds between two tries to get the lease that another machine holds."""


def obtained(store: Store, stop: Stop, told: Callable[[], None], holder: str | None = None) -> Lease | None:
    """The lease, as soon as nobody else holds it; None when somebody asks to stop first. `told` — it must be waited."""
    contender, waits = Contender(store, holder), False
    while not stop():
        lease = contender.attempt(joining=False)
        if lease is not None:
            return lease
        if not waits:
            told()
            waits = True
        stop.wait(WAITS)
    return None


class Keeper:
    """Renews a lease in the background. What it can't renew for a while is found out by whoever writes next."""

    def __init__(self, lease: Lease) -> None:
        """The thread begins with `start`."""
        self._lease, self._over = lease, threading.Event()
        self._thread = threading.Thread(target=self._keep, name="lease", daemon=True)

    def start(self) -> None:
        """Begins to renew."""
        self._thread.start()

    def end(self) -> None:
        """Ends it."""
        self._over.set()
        self._thread.join(timeout=RENEWED)

    def _keep(self) -> None:
        while not self._over.wait(RENEWED / 4):
            try:
                self._lease.keep()
            except LeaseLostError as lost:
                note_trouble("lease.lost", lost)
                return
            except OfficeError as trouble:
                note_trouble("lease.not_renewed", trouble)
