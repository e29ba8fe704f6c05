"""Asking for a token: google-auth's request with our deadlines, without redirects and without tries of its own."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace

from google.auth.transport import Request
from requests import Response, Session
from requests import exceptions as network
from urllib3.exceptions import HTTPError

from sync.google.deadlines import InTime, read_whole, within
from sync.google.failures import CUT, Failure
from sync.google.replies import failure_of, reply_of
from sync.google.troubles import SignInError, trouble_of

CONNECT, READ, WHOLE = 5.0, 20.0, 30.0
"""Seconds to connect, between two pieces of an answer, and for the whole of it."""


@dataclass(frozen=True)
class Granted:
    """The answer as google-auth wants to see it."""

    status: int
    headers: Mapping[str, str]
    data: bytes


class TokenRequest(Request):
    """One request for a token. What passes by itself is raised as SignInError: our own client tries again."""

    def __init__(self, *, loopback: bool = False) -> None:
        """Connections are kept from one token to the next; this machine is asked directly, past any proxy."""
        self._session = Session()
        self._session.trust_env = not loopback
        for scheme in ("https://", "http://"):
            self._session.mount(scheme, InTime())

    def __call__(
        self,
        url: str,
        method: str = "GET",
        body: bytes | None = None,
        headers: Mapping[str, str] | None = None,
        timeout: object = None,  # noqa: ARG002  ours are shorter
        **_more: object,
    ) -> Granted:
        """Raises SignInError; a refusal in words of OAuth is an answer."""
        try:
            with within(WHOLE):
                response = self._session.request(
                    method,
                    url,
                    data=body,
                    headers=dict(headers or {}),
                    timeout=(CONNECT, READ),
                    allow_redirects=False,
                    stream=True,
                )
                read_whole(response)
        except (network.RequestException, HTTPError) as error:
            raise SignInError(trouble_of(error)) from None
        failure = _failure(response, method)
        if failure is not None:
            raise SignInError(replace(failure, unknown=False))
        return Granted(response.status_code, response.headers, response.content)


def _failure(response: Response, method: str) -> Failure | None:
    """None for a token, and for a refusal of which google-auth knows more."""
    reply = reply_of(response)
    if "html" in reply.content_type or reply.status in {407, 429} or reply.status >= 500 or 300 <= reply.status < 400:
        return failure_of(reply, None)
    return CUT if method == "POST" and not _is_object(reply.text) else None


def _is_object(text: str) -> bool:
    try:
        return isinstance(json.loads(text), dict)
    except ValueError:
        return False
