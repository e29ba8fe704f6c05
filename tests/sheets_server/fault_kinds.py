"""The kinds of faults: what a caller gets instead of its answer."""

import time
from collections.abc import Callable, Mapping

from tests.sheets_server.admission import Kind
from tests.sheets_server.call import Answer, answered, refused
from tests.sheets_server.errors import ApiError, error, unauthenticated
from tests.sheets_server.http import wire
from tests.sheets_server.identities import DRIVE, drive_quota
from tests.sheets_server.quota import exceeded

Write = Callable[[bytes], object]
Outcome = Callable[[Write], None]
"""A delivery of its own: writes what it likes to the connection, which is closed afterwards."""

_PAGE = """<!DOCTYPE html>
<html lang=en>
  <meta charset=utf-8>
  <title>Error 502 (Server Error)!!1</title>
  <p><b>502.</b> <ins>That’s an error.</ins>
  <p>The server encountered a temporary error and could not complete your request.<p>Please try again in 30 seconds.
"""
_PORTAL = """<!DOCTYPE html>
<html><head><title>Sign in to the network</title></head>
<body><form action="/login" method="post"><input name="room"><input name="code" type="password"></form></body></html>
"""
_LONGEST = 5.0
"""Seconds after which a slow answer ends all the same, cut off."""


def _too_many(kind: Kind, _wait: float) -> Answer:
    return refused(drive_quota() if kind.service == DRIVE else exceeded(kind.quota))


def _internal(kind: Kind, _wait: float) -> Answer:
    return refused(_backend(kind, error(500, "INTERNAL", "Internal error encountered.")))


def _unavailable(kind: Kind, _wait: float) -> Answer:
    return refused(_backend(kind, error(503, "UNAVAILABLE", "The service is currently unavailable.")))


def _backend(kind: Kind, found: ApiError) -> ApiError:
    if kind.service == DRIVE:
        found.body["error"]["errors"] = [
            {"message": found.body["error"]["message"], "domain": "global", "reason": "backendError"}
        ]
    return found


def _expired(_kind: Kind, _wait: float) -> Answer:
    return refused(unauthenticated())


def _drive_usage(_kind: Kind, _wait: float) -> Answer:
    return refused(drive_quota("rateLimitExceeded"))


def _bad_gateway(_kind: Kind, _wait: float) -> Answer:
    return Answer(502, _PAGE.encode(), {"Content-Type": "text/html; charset=UTF-8"})


def _portal(_kind: Kind, _wait: float) -> Answer:
    return Answer(200, _PORTAL.encode(), {"Content-Type": "text/html; charset=utf-8"})


def _stranger(_kind: Kind, _wait: float) -> Answer:
    return answered({"status": "ok"})


def _cut(_kind: Kind, _wait: float) -> Outcome:
    return _nothing


def _hang(_kind: Kind, wait: float) -> Outcome:
    def deliver(_write: Write) -> None:
        time.sleep(wait)

    return deliver


def _nothing(_write: Write) -> None:
    """The connection is closed without a word."""


def _slow(answer: Answer, wait: float) -> Outcome:
    """A byte at a time; what hasn't gone out in time never does."""
    message = wire(answer)
    start = time.monotonic()

    def deliver(write: Write) -> None:
        for index in range(len(message)):
            if time.monotonic() - start > _LONGEST or not _written(write, message[index : index + 1]):
                return
            time.sleep(wait)

    return deliver


def _half(answer: Answer, _wait: float) -> Outcome:
    """Half of the promised length, then the connection ends."""
    message = wire(answer)

    def deliver(write: Write) -> None:
        _written(write, message[: len(message) - max(len(answer.body) // 2, 1)])

    return deliver


def _truncated(answer: Answer, _wait: float) -> Answer:
    """Half of the body with status 200 and a length that fits it: only its JSON is broken."""
    return Answer(answer.status, answer.body[: len(answer.body) // 2], answer.headers)


def _written(write: Write, part: bytes) -> bool:
    """Whether the caller still listened."""
    try:
        write(part)
    except OSError:
        return False
    return True


REFUSING: Mapping[str, Callable[[Kind, float], Answer | Outcome]] = {
    "429": _too_many,
    "500": _internal,
    "503": _unavailable,
    "502": _bad_gateway,
    "401": _expired,
    "usage": _drive_usage,
    "cut": _cut,
    "hang": _hang,
    "portal": _portal,
    "stranger": _stranger,
}
"""Instead of the answer; before the call's effect, or after it when the rule says so."""

SPOILING: Mapping[str, Callable[[Answer, float], Answer | Outcome]] = {
    "slow": _slow,
    "half": _half,
    "truncated": _truncated,
}
"""The answer itself, spoiled on its way: the call has always taken effect."""

REPEATED, STALE = "twice", "stale"
"""A proxy that sends a call twice; a read answered from an earlier revision."""

DISTURBING = frozenset({"human"})
"""Nothing is wrong with the call, but somebody else was at work just before or after it."""

ALL_KINDS = REFUSING.keys() | SPOILING.keys() | DISTURBING | {REPEATED, STALE}
