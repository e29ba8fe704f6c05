"""A server in a thread of this very process, for tests."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Thread

from tests.sheets_server.checking import Checked
from tests.sheets_server.http import Gate, Listener, straight_through
from tests.sheets_server.server import SheetsServer
from tests.sheets_server.world import World


@dataclass(frozen=True)
class Running:
    """A server that listens: its address, its world, and what is wrong with its answers by Google's description."""

    url: str
    sheets: SheetsServer
    checked: Checked

    @property
    def world(self) -> World:
        return self.sheets.world


@contextmanager
def running(
    world: World | None = None, *, gate: Gate = straight_through, port: int = 0, strict: bool = False
) -> Iterator[Running]:
    """A server on a free port of the loopback while the block lasts.

    At the end it raises AssertionError when an answer of 200 broke Google's description; with `strict` also when a
    request did (nulls left out, and the one parameter that gspread makes up).
    """
    sheets = SheetsServer(world)
    checked = Checked(sheets.answer, strict=strict)
    listener = Listener(checked, port, gate)
    thread = Thread(target=listener.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield Running(listener.url, sheets, checked)
    finally:
        listener.shutdown()
        listener.server_close()
        thread.join()
    checked.demand()
