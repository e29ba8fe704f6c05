"""A deadline that nothing outlives: connecting, sending, each piece of a header or a body is waited for within it."""

import io
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from http.client import HTTPResponse
from typing import Any

from requests import Response
from requests.adapters import HTTPAdapter
from urllib3 import PoolManager, ProxyManager
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.exceptions import HTTPError

MOST_BYTES = 512 * 1024 * 1024
"""Of one answer; ten million cells of a spreadsheet are fewer."""

_UNTIL: ContextVar[float | None] = ContextVar("until", default=None)
"""The moment of the computer's own clock; a time-out of a socket starts anew with every byte, this does not."""


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Whatever is sent or received inside ends in so many seconds or raises TimeoutError; the nearest end holds."""
    outer, own = _UNTIL.get(), time.monotonic() + seconds
    token = _UNTIL.set(own if outer is None else min(own, outer))
    try:
        yield
    finally:
        _UNTIL.reset(token)


def _left(patience: float | None) -> float | None:
    """Seconds for the next wait: `patience`, or what the deadline leaves of it."""
    until = _UNTIL.get()
    if until is None:
        return patience
    rest = until - time.monotonic()
    if rest <= 0:
        raise TimeoutError
    return rest if patience is None else min(rest, patience)


class _Reader(io.RawIOBase):
    """What comes from a socket, each piece waited for within the deadline."""

    def __init__(self, raw: io.RawIOBase, sock: socket.socket) -> None:
        super().__init__()
        self._raw, self._sock, self._patience = raw, sock, sock.gettimeout()

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int | None:  # Any: a writable buffer, which typing can't name before 3.12
        self._sock.settimeout(_left(self._patience))
        count: int | None = self._raw.readinto(buffer)
        return count

    def close(self) -> None:
        self._raw.close()
        super().close()


class _Response(HTTPResponse):
    """An answer whose status, headers and body come through the reader."""

    def __init__(self, sock: socket.socket, *args: Any, **more: Any) -> None:  # Any: those of http.client
        super().__init__(sock, *args, **more)
        self.fp = io.BufferedReader(_Reader(self.fp.detach(), sock))


class _Plain(HTTPConnection):
    """A connection that is made and sends within the deadline."""

    response_class = _Response

    def connect(self) -> None:
        self.timeout = _left(self.timeout if isinstance(self.timeout, int | float) else None)
        super().connect()

    def send(self, data: Any) -> None:  # Any: as http.client says
        if self.sock is None:
            self.connect()
        self.sock.settimeout(_left(None))
        super().send(data)


class _Secure(_Plain, HTTPSConnection):
    """The same over TLS."""


class _PlainPool(HTTPConnectionPool):
    ConnectionCls = _Plain


class _SecurePool(HTTPSConnectionPool):
    ConnectionCls = _Secure


_POOLS: dict[str, type[HTTPConnectionPool]] = {"http": _PlainPool, "https": _SecurePool}


class InTime(HTTPAdapter):
    """Makes a session of requests keep to the deadline of `within`. It never tries again by itself."""

    def init_poolmanager(self, *args: Any, **more: Any) -> None:  # Any: as requests says
        """The pools of direct connections."""
        super().init_poolmanager(*args, **more)
        self.poolmanager.pool_classes_by_scheme = _POOLS

    def proxy_manager_for(self, proxy: str, **more: Any) -> PoolManager:  # Any: as requests says
        """The pools of connections through a proxy of HTTP; other proxies keep their own."""
        manager: PoolManager = super().proxy_manager_for(proxy, **more)
        if isinstance(manager, ProxyManager):
            manager.pool_classes_by_scheme = _POOLS
        return manager


def read_whole(response: Response) -> None:
    """Reads the body of a streamed answer into it. Raises what urllib3 raises, HTTPError for an endless one."""
    with response:
        body: bytes = response.raw.read(MOST_BYTES + 1, decode_content=True)
    if len(body) > MOST_BYTES:
        raise HTTPError
    response._content = body  # noqa: SLF001  how requests keeps a body that was read apart
