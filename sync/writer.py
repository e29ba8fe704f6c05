"""Who may write into the office now: one process of one machine, as long as it holds the lock and the lease."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from config.errors import OfficeError
from sync.lease import Lease, lease_for_a_while
from sync.state.store import Store


class StoppedError(OfficeError):
    """Служба останавливается, начатое обновление отложено до следующего запуска."""


def _never() -> bool:
    return False


def _nothing() -> None:
    """No one is told of progress."""


class Writer:
    """The right of this process to write. A service gives it a lease of its own; a command takes one for its work."""

    def __init__(
        self,
        lease: Lease | None = None,
        stopping: Callable[[], bool] = _never,
        step: Callable[[], None] = _nothing,
    ) -> None:
        """`stopping` — a person or the system has asked to stop; `step` is told of every step that was made."""
        self._lease = lease
        self._stopping, self._step = stopping, step

    @property
    def token(self) -> int:
        """The token that marks what is written; 0 without a lease."""
        return 0 if self._lease is None else self._lease.token

    def check(self) -> None:
        """Right before anything is written: raises LeaseLostError when another machine writes by now."""
        self._step()
        if self._lease is not None:
            self._lease.keep()

    def go_on(self) -> None:
        """Between two pieces of work, where nothing is half done: raises StoppedError when it is time to stop."""
        if self._stopping():
            raise StoppedError(advice="Ничего не потеряно: следующее обновление сделает всё заново.")
        self.check()

    @contextmanager
    def at_work(self, store: Store) -> Iterator[None]:
        """Holds the lease for a piece of work on the history."""
        if self._lease is not None:
            self._lease.keep()
            store.fence(self._lease.token)
            yield
            return
        self._lease = lease_for_a_while(store)
        store.fence(self._lease.token)
        try:
            yield
        finally:
            store.fence(None)
            self._lease.release()
            self._lease = None
