"""What every answer of the page bears, and what every request must be: from our own address, and over https outside."""

from collections.abc import Iterable
from dataclasses import dataclass

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
"""No script of anybody, no style but our file, nothing from outside, in nobody's frame."""
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cache-Control": "no-store",
}
WATCHED = frozenset({"/healthz", "/metrics"})
"""What a program on this machine asks for: by plain http, whatever stands in front."""
FORWARDED = ("x-forwarded-for", "x-forwarded-proto", "forwarded")


@dataclass(frozen=True)
class Armour:
    """`hosts` are the names by which the page may be called; `behind_proxy` — only https from the server in front."""

    app: ASGIApp
    hosts: frozenset[str]
    behind_proxy: bool = False

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuses what comes under a strange name (DNS rebinding) or by http, and adds the headers to every answer."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def armoured(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in self._headers():
                    headers.setdefault(name, value)
            await send(message)

        refused = self._refused(Headers(scope=scope), scope["path"])
        await (refused or self.app)(scope, receive, armoured)

    def _headers(self) -> Iterable[tuple[str, str]]:
        yield from HEADERS.items()
        if self.behind_proxy:
            yield "Strict-Transport-Security", "max-age=31536000"

    def _refused(self, headers: Headers, path: str) -> PlainTextResponse | None:
        if name_in(headers.get("host", "")) not in self.hosts:
            return PlainTextResponse("Страница открывается по другому адресу.\n", 421)
        if not self.behind_proxy:
            return None
        if path in WATCHED:
            outside = any(name in headers for name in FORWARDED)
            return PlainTextResponse("Отсюда этого не видно.\n", 404) if outside else None
        if headers.get("x-forwarded-proto", "").lower() != "https":
            return PlainTextResponse("Страница открывается только по https.\n", 403)
        return None


def name_in(host: str) -> str:
    """The name in a Host header, without the port."""
    name = host.rpartition(":")[0] if host.rpartition(":")[2].isdecimal() else host
    return name.strip("[]").lower()
