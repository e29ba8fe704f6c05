"""What it means when no answer came: an exception of the network or of signing in → a failure."""

from google.auth.exceptions import RefreshError, TransportError
from requests import exceptions as network
from urllib3.exceptions import HTTPError, NewConnectionError, ReadTimeoutError

from sync.google.failures import (
    CERTIFICATE,
    CLOSED,
    CUT,
    LOST,
    PORTAL,
    PROXY,
    REVOKED,
    SKEW,
    SLOW,
    Failure,
)

TROUBLES = (network.RequestException, HTTPError, RefreshError, TransportError)
"""Everything that a call may raise instead of giving an answer."""

_BY_CLASS: tuple[tuple[type[Exception], Failure], ...] = (
    (network.ProxyError, PROXY),
    (network.SSLError, CERTIFICATE),
    (network.ConnectTimeout, CLOSED),
    (network.ReadTimeout, SLOW),
    (ReadTimeoutError, SLOW),
    (network.ChunkedEncodingError, CUT),
    (network.ConnectionError, LOST),
    (TransportError, CLOSED),
    (HTTPError, CUT),
)
"""The first class that fits says what happened."""


def trouble_of(error: Exception) -> Failure:
    """What an exception means. A connection that was never made has done nothing."""
    if isinstance(error, RefreshError):
        return _sign_in(error)
    if _never_reached(error):
        return CLOSED
    return next((failure for kind, failure in _BY_CLASS if isinstance(error, kind)), LOST)


def _sign_in(error: RefreshError) -> Failure:
    words = str(error).lower()
    if "invalid_grant" not in words and "invalid_client" not in words:
        return PORTAL if "html" in words else CLOSED
    return SKEW if any(word in words for word in ("reasonable timeframe", "clock", "iat")) else REVOKED


def _never_reached(error: BaseException) -> bool:
    inner: BaseException | None = error
    while inner is not None:
        if isinstance(inner, NewConnectionError):
            return True
        reason = getattr(inner, "reason", None) or next(iter(inner.args), None)
        inner = reason if isinstance(reason, BaseException) else None
    return False
