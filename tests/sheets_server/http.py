"""The server on a port: HTTP/1.1 with kept connections, every answer in one packet."""

import socket
from collections.abc import Callable
from contextlib import suppress
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, unquote, urlsplit

from tests.sheets_server.call import Answer, Call

Write = Callable[[bytes], object]
Delivery = Callable[[Write], None]
"""Sends what it likes by itself; the connection is closed afterwards."""
Gate = Callable[[Call, Callable[[Call], Answer]], Answer | Delivery]
"""Stands before the server: may answer by itself, wait, call through (before or after), or deliver in its own way.

It is called without the server's lock, in a thread of the connection's own.
"""


def straight_through(call: Call, answer: Callable[[Call], Answer]) -> Answer:
    """The gate that does nothing."""
    return answer(call)


def wire(answer: Answer) -> bytes:
    """An answer as it goes over the wire."""
    phrase = HTTPStatus(answer.status).phrase
    lines = [f"HTTP/1.1 {answer.status} {phrase}"]
    lines += [f"{name}: {value}" for name, value in answer.headers.items()]
    lines += [f"Content-Length: {len(answer.body)}", "", ""]
    return "\r\n".join(lines).encode("latin-1") + answer.body


class Listener(ThreadingHTTPServer):
    """Listens on a port of the loopback; 0 finds a free one."""

    daemon_threads = True
    request_queue_size = 64

    def __init__(self, answer: Callable[[Call], Answer], port: int = 0, gate: Gate = straight_through) -> None:
        super().__init__(("127.0.0.1", port), _Connection)
        self.answer = answer
        self.gate = gate
        self.live: set[socket.socket] = set()

    def server_close(self) -> None:
        """Stops listening and hangs up on everybody."""
        super().server_close()
        for connection in list(self.live):
            with suppress(OSError):  # it has hung up by itself
                connection.shutdown(socket.SHUT_RDWR)

    @property
    def url(self) -> str:
        """Where it listens, without a slash at the end."""
        return f"http://127.0.0.1:{self.server_address[1]}"


class _Connection(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    @property
    def _listener(self) -> Listener:
        assert isinstance(self.server, Listener)  # nobody else makes connections of this kind
        return self.server

    def setup(self) -> None:
        super().setup()
        self._listener.live.add(self.connection)

    def finish(self) -> None:
        self._listener.live.discard(self.connection)
        super().finish()

    def _serve(self) -> None:
        listener = self._listener
        found = listener.gate(self._call(), listener.answer)
        if isinstance(found, Answer):
            self.wfile.write(wire(found))
        else:
            self.close_connection = True
            found(self.wfile.write)

    do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = _serve  # noqa: N815 — the library's names

    def _call(self) -> Call:
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        address = urlsplit(self.path)
        query = address.query
        method = self.headers.get("X-HTTP-Method-Override") or self.command
        if method != self.command:
            query, body = body.decode(), b""  # a GET too long for an address
        kind, _, token = (self.headers.get("Authorization") or "").partition(" ")
        return Call(
            method=method,
            path=unquote(address.path),
            query=parse_qs(query, keep_blank_values=True),
            body=body,
            token=token if kind.lower() == "bearer" else None,
            content_type=self.headers.get("Content-Type") or "",
        )

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 — the library's name
        """Says nothing."""
