"""A server in a thread of this very process, for tests."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Thread

from tests.sheets_server.http import Gate, Listener, straight_through
from tests.sheets_server.server import SheetsServer
from tests.sheets_server.world import World


@dataclass(frozen=True)
class Running:
    """A server that listens: its address and its world."""

    url: str
    sheets: SheetsServer

    @property
    def world(self) -> World:
        return self.sheets.world


@contextmanager
def running(world: World | None = None, *, gate: Gate = straight_through, port: int = 0) -> Iterator[Running]:
    """A server on a free port of the loopback while the block lasts."""
    sheets = SheetsServer(world)
    listener = Listener(sheets, port, gate)
    thread = Thread(target=listener.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield Running(listener.url, sheets)
    finally:
        listener.shutdown()
        listener.server_close()
        thread.join()
