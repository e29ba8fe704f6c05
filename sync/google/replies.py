"""What an answer of HTTP says: whether it is one, how long Google asks to wait, and which failure it is."""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from email.utils import parsedate_to_datetime
from typing import Any

from requests import Response

from sync.google.failures import (
    ABSENT,
    CUT,
    LATER,
    NOT_ENABLED,
    NOT_SHARED,
    OFFICE_FILE,
    OUTDATED,
    PORTAL,
    PROTECTED,
    PROXY,
    QUOTA,
    SCOPES,
    SIGN_IN,
    VIEW_ONLY,
    Failure,
    Kind,
)


@dataclass(frozen=True)
class Reply:
    """An answer of HTTP that is no success, or is not what was asked for."""

    status: int
    content_type: str = ""
    text: str = ""


def failure_of(reply: Reply, account: str | None, *, writes: bool = False) -> Failure:
    """What a reply means. `account` is the e-mail with which spreadsheets must be shared.

    To a call that `writes` the same refusal means less: what is closed has been read before.
    """
    error = _error_of(reply.text)
    if error is None:
        return _no_json(reply)
    status, message = reply.status, str(error.get("message", ""))
    reasons = _reasons(error)
    for test, failure in _TABLE:
        if test(status, message, reasons):
            return _named(VIEW_ONLY if writes and failure is NOT_SHARED else failure, account)
    if status >= 500:
        return Failure(Kind.PASSING, f"server_{status}", f"У Google сбой (ответ {status}).", LATER, unknown=True)
    return Failure(
        Kind.LASTING,
        f"refused_{status}",
        f"Google не принял запрос (ответ {status}).",
        "Выполните rpo doctor; если он ничего не нашёл, пришлите разработчикам папку logs.",
    )


def _no_json(reply: Reply) -> Failure:
    if reply.status == 407:
        return PROXY
    if 300 <= reply.status < 500 or reply.status == 200:
        is_page = "html" in reply.content_type or reply.text.lstrip().startswith("<")
        return PORTAL if is_page or 300 <= reply.status < 400 else CUT
    return Failure(
        Kind.PASSING, f"server_{reply.status}", f"У Google сбой (ответ {reply.status}).", LATER, unknown=True
    )


def _error_of(text: str) -> dict[str, Any] | None:  # Any: what JSON gives
    try:
        body = json.loads(text)
    except ValueError:
        return None
    error = body.get("error") if isinstance(body, dict) else None
    return error if isinstance(error, dict) else None


def _reasons(error: dict[str, Any]) -> frozenset[str]:  # Any: what JSON gives
    old = [one.get(key) for one in _objects(error.get("errors")) for key in ("reason", "domain")]
    new = [one.get("reason") for one in _objects(error.get("details"))]
    return frozenset(str(one) for one in (*old, *new, error.get("status")) if one)


def _objects(value: object) -> list[dict[str, Any]]:  # Any: what JSON gives
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def _named(failure: Failure, account: str | None) -> Failure:
    who = account or "служебного аккаунта"
    return replace(failure, advice=failure.advice.replace("{account}", who))


_Test = Callable[[int, str, frozenset[str]], bool]
"""Whether a failure is this one, by its HTTP status, message and reasons."""


def _says(pattern: str, *statuses: int) -> _Test:
    words = re.compile(pattern, re.IGNORECASE)
    return lambda status, message, _reasons: status in statuses and words.search(message) is not None


def _because(*wanted: str) -> _Test:
    return lambda _status, _message, reasons: bool(reasons & frozenset(wanted))


def _is(*statuses: int) -> _Test:
    return lambda status, _message, _reasons: status in statuses


_TABLE: tuple[tuple[_Test, Failure], ...] = (
    (_is(429), QUOTA),
    (_because("SERVICE_DISABLED", "accessNotConfigured"), NOT_ENABLED),
    (_because("usageLimits", "rateLimitExceeded", "userRateLimitExceeded", "RATE_LIMIT_EXCEEDED"), QUOTA),
    (_is(401), SIGN_IN),
    (_because("ACCESS_TOKEN_SCOPE_INSUFFICIENT", "insufficientPermissions"), SCOPES),
    (_says("insufficient authentication scopes", 403), SCOPES),
    (_says("protected cell or object", 400, 403), PROTECTED),
    (_is(403), NOT_SHARED),
    (_is(404), ABSENT),
    (_because("FAILED_PRECONDITION"), OFFICE_FILE),
    (_says("not supported for this document", 400), OFFICE_FILE),
    (_says("unable to parse range|no grid with id|no sheet with id", 400), OUTDATED),
)
"""The first line that fits says what happened."""


def is_good(response: Response) -> bool:
    """A success whose body is a whole object of JSON, or has no body at all."""
    if not response.ok or 300 <= response.status_code < 400:
        return False
    if response.status_code == 204:
        return True
    if "json" not in response.headers.get("Content-Type", ""):
        return not response.content and response.request.method != "GET"
    try:
        return isinstance(json.loads(response.content), dict)
    except ValueError:
        return False


def reply_of(response: Response) -> Reply:
    """What of an answer its meaning is read from."""
    text = response.content.decode("utf-8", "replace")
    return Reply(response.status_code, response.headers.get("Content-Type", ""), text)


def asked_to_wait(response: Response, now: float) -> float | None:
    """`Retry-After` in seconds, told as a number or as a moment; None when it is not told or makes no sense."""
    told = response.headers.get("Retry-After", "").strip()
    if told.isdecimal():
        return float(told)
    try:
        return max(parsedate_to_datetime(told).timestamp() - now, 0.0) if told else None
    except ValueError:
        return None


def skew_of(response: Response, now: float) -> float | None:
    """Seconds by which the clock here is ahead of Google's; None when Google does not tell the time."""
    told = response.headers.get("Date")
    try:
        return now - parsedate_to_datetime(told).timestamp() if told else None
    except ValueError:
        return None
