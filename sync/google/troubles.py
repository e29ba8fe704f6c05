"""What it means when no answer came: an exception of the network or of signing in → a failure."""

import re
import ssl
from collections.abc import Iterator
from dataclasses import replace

from google.auth.exceptions import RefreshError, TransportError
from requests import exceptions as network
from urllib3.exceptions import HTTPError, NewConnectionError, ReadTimeoutError

from sync.google.failures import (
    CERTIFICATE,
    CLOSED,
    CUT,
    LOST,
    PROXY,
    REVOKED,
    SIGN_IN,
    SKEW,
    SLOW,
    Failure,
    Kind,
)

TROUBLES = (network.RequestException, HTTPError, RefreshError, TransportError)
"""Everything that a call may raise instead of giving an answer."""


class SignInError(TransportError):
    """No token was given, by no fault of the key; the call itself was never sent."""

    def __init__(self, failure: Failure) -> None:
        """What happened on the way to the token."""
        self.failure = replace(failure, unknown=False)
        super().__init__(failure.code)  # type: ignore[no-untyped-call]  # google-auth has no types here


_BY_CLASS: tuple[tuple[type[Exception], Failure], ...] = (
    (network.ProxyError, PROXY),
    (network.ConnectTimeout, CLOSED),
    (network.ReadTimeout, SLOW),
    (ReadTimeoutError, SLOW),
    (network.ChunkedEncodingError, CUT),
    (network.RequestException, LOST),
    (TransportError, CLOSED),
    (HTTPError, CUT),
)
"""The first class that fits says what happened."""


def trouble_of(error: Exception) -> Failure:
    """What an exception means. A connection that was never made has done nothing."""
    chain = tuple(_chain(error))
    told = next((one for one in chain if isinstance(one, SignInError)), None)
    if told is not None:
        return told.failure
    if isinstance(error, RefreshError):
        return _sign_in(error)
    if any(isinstance(one, ssl.SSLCertVerificationError) for one in chain):
        return CERTIFICATE
    if any(isinstance(one, NewConnectionError) for one in chain) and not isinstance(error, network.ProxyError):
        return CLOSED
    found = next((failure for kind, failure in _BY_CLASS if isinstance(error, kind)), LOST)
    return SLOW if found is LOST and any(isinstance(one, TimeoutError) for one in chain) else found


def _sign_in(error: RefreshError) -> Failure:
    words = str(error).lower()
    if re.search(r"reasonable timeframe|\bclock\b|\biat\b", words):
        return SKEW
    return REVOKED if "invalid_grant" in words or "invalid_client" in words else replace(SIGN_IN, kind=Kind.LASTING)


def _chain(error: BaseException) -> Iterator[BaseException]:
    """The exception and those inside it, as urllib3 and requests wrap them."""
    inner: BaseException | None = error
    while inner is not None:
        yield inner
        reasons = (getattr(inner, "reason", None), *inner.args, inner.__cause__)
        inner = next((one for one in reasons if isinstance(one, BaseException)), None)
