"""Deadlines for an answer as a whole: neither its head nor its body may drip for longer, however the bytes come."""

import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from http.client import HTTPException
from threading import Event, Timer
from typing import Any

from requests import Response
from requests.adapters import HTTPAdapter
from requests.exceptions import ReadTimeout
from urllib3 import HTTPConnectionPool, HTTPSConnectionPool, PoolManager, ProxyManager
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import HTTPError
from urllib3.response import HTTPResponse

_PIECE = 65_536


def read_whole(response: Response, deadline: float, monotonic: Callable[[], float]) -> None:
    """Reads the body of a streamed answer into it. Raises ReadTimeout past the deadline, else what urllib3 raises."""
    pieces = []
    with response:
        while piece := response.raw.read1(_PIECE, decode_content=True):
            pieces.append(piece)
            if monotonic() > deadline:
                raise ReadTimeout
    response._content = b"".join(pieces)  # noqa: SLF001  how requests keeps a body that was read apart


class InTime(HTTPAdapter):
    """Connections on which the head of an answer comes within the time for reading, or not at all."""

    def init_poolmanager(self, *sizes: Any, **more: Any) -> None:  # Any: as in requests
        """The pools of direct connections."""
        super().init_poolmanager(*sizes, **more)
        self.poolmanager.pool_classes_by_scheme = _POOLS

    def proxy_manager_for(self, proxy: str, **more: Any) -> PoolManager:  # Any: as in requests
        """The pools of connections through a proxy of HTTP; other proxies keep their own."""
        manager: PoolManager = super().proxy_manager_for(proxy, **more)
        if isinstance(manager, ProxyManager):
            manager.pool_classes_by_scheme = _POOLS
        return manager


@contextmanager
def _hung_up(connection: HTTPConnection) -> Iterator[None]:
    """Hangs up when the head has not come in time. Raises TimeoutError then, as a silent server would."""
    line, late = connection.sock, Event()
    if line is None or not isinstance(connection.timeout, int | float):
        yield
        return

    def hang_up() -> None:
        late.set()
        with suppress(OSError):  # it has hung up by itself
            socket.socket.shutdown(line, socket.SHUT_RDWR)

    timer = Timer(connection.timeout, hang_up)
    timer.daemon = True
    timer.start()
    try:
        yield
    except (OSError, HTTPException, HTTPError):
        if not late.is_set():
            raise
    finally:
        timer.cancel()
    if late.is_set():
        raise TimeoutError  # also when half a head passed for a whole one


class _Plain(HTTPConnection):
    def getresponse(self) -> HTTPResponse:  # type: ignore[override]  # as in urllib3
        with _hung_up(self):
            return super().getresponse()


class _Secure(HTTPSConnection):
    def getresponse(self) -> HTTPResponse:  # type: ignore[override]  # as in urllib3
        with _hung_up(self):
            return super().getresponse()


class _PlainPool(HTTPConnectionPool):
    ConnectionCls = _Plain


class _SecurePool(HTTPSConnectionPool):
    ConnectionCls = _Secure


_POOLS: dict[str, type[HTTPConnectionPool]] = {"http": _PlainPool, "https": _SecurePool}
