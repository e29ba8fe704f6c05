"""The page as a server in the thread that runs it, until it is told to stop."""

import asyncio
import socket
import threading

import uvicorn

from config.errors import OfficeError
from sync.desk import Desk
from sync.page.app import check, make_app
from sync.page.office import Office, renewed

_GRACE = 20
_PAUSE = 0.2


class PageError(OfficeError):
    """Страница не запущена."""


def run_page(desk: Desk, stop: threading.Event) -> None:
    """Answers until `stop` is set, then lets what is being done be finished, at most 20 seconds.

    Raises SettingsError when the page may not stand there, PageError when the port is taken.
    """
    settings = desk.settings.page
    check(settings)
    listening = _listen(settings.host, settings.port)
    app = make_app(Office(lambda: renewed(desk)), stopping=stop)
    config = uvicorn.Config(
        app,
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=False,
        lifespan="off",
        ws="none",
        timeout_graceful_shutdown=_GRACE,
        limit_concurrency=100,
        h11_max_incomplete_event_size=32 * 1024,
    )
    try:
        asyncio.run(_serve(uvicorn.Server(config), listening, stop))
        app.state.site.worker.wait(_GRACE)
    finally:
        listening.close()


async def _serve(server: uvicorn.Server, listening: socket.socket, stop: threading.Event) -> None:
    serving = asyncio.create_task(server.serve(sockets=[listening]))
    while not stop.is_set() and not serving.done():
        await asyncio.sleep(_PAUSE)
    server.should_exit = True
    await serving


def _listen(host: str, port: int) -> socket.socket:
    try:
        kind, _, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)[0]
        listening = socket.socket(kind, socket.SOCK_STREAM)
    except OSError as error:
        raise _taken(host, port) from error
    try:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind(address)
        listening.listen(128)
    except OSError as error:
        listening.close()
        raise _taken(host, port) from error
    return listening


def _taken(host: str, port: int) -> PageError:
    return PageError(
        f"Страница не запущена: адрес {host}, порт {port} занят или недоступен.",
        advice="Остановите программу, которая его занимает, или укажите другой: [page] port.",
    )
