"""The only place that touches HTTP: gspread's client with deadlines, a quota of its own, few tries, and a log."""

import json as jsons
import logging
import re
from collections.abc import Mapping, Sequence
from contextlib import nullcontext
from dataclasses import replace
from typing import Any

from google.auth.transport.requests import AuthorizedSession
from gspread.http_client import FileType, HTTPClient, ParamsType
from gspread.urls import SPREADSHEET_BATCH_UPDATE_URL, SPREADSHEET_URL
from requests import Response

from config.errors import SettingsError
from config.google import is_loopback
from sync.google.bucket import Bucket, ProcessQuota, Quota
from sync.google.calls import Calls
from sync.google.credentials import Account
from sync.google.deadlines import InTime, read_whole, within
from sync.google.failures import AmbiguousWriteError, Failure, GoogleError, Kind
from sync.google.ports import Ports
from sync.google.replies import asked_to_wait, failure_of, is_good, reply_of, skew_of
from sync.google.signing_in import TokenRequest
from sync.google.troubles import TROUBLES, trouble_of
from sync.steps import step

LOG = logging.getLogger("rpo.google")
TRIES = 3
CONNECT, READ, WHOLE = 5.0, 60.0, 120.0
"""Seconds to connect, between two pieces of an answer, and for a try as a whole."""
WRITE_READ, WRITE_WHOLE = 185.0, 190.0
"""The same for a write: Google itself gives up after 180 s."""
CALL = 240.0
"""Seconds for a call with all its tries and pauses, but without its waits for a place in the quota."""

_HOSTS = ("https://sheets.googleapis.com", "https://www.googleapis.com")
_LONGEST_WAIT = 64.0
_PASSING = frozenset({Kind.PASSING, Kind.QUOTA, Kind.EXPIRED})
_TALKATIVE = ("urllib3", "requests", "google")
"""Loggers of libraries: they write addresses with ids and titles in them, and bodies."""
_ROUTES = (
    (re.compile(r"/spreadsheets/[^/:?]+"), "/spreadsheets/{id}"),
    (re.compile(r"/values/[^:?]+"), "/values/{range}"),
    (re.compile(r"/files/[^/?]+"), "/files/{id}"),
)


class SheetsHTTP(HTTPClient):
    """gspread's client for one account. Every call ends in time: with an answer, or with a GoogleError.

    `endpoint` is the address of a server on this machine that stands for Google; only tests have one.
    """

    def __init__(
        self,
        account: Account,
        ports: Ports | None = None,
        endpoint: str | None = None,
        quota: Quota | None = None,
    ) -> None:
        """Signs in at the first call. Raises SettingsError when `endpoint` is another machine.

        Without a `quota` that others share the client has one for itself.
        """
        if endpoint is not None and not is_loopback(endpoint):
            raise SettingsError("Адрес в [google] endpoint — не этот компьютер.", advice="Уберите ключ endpoint.")
        self._ports = ports or Ports()
        super().__init__(auth=account.credentials, session=_session(account, loopback=endpoint is not None))
        self.account, self._credentials = account.email, account.credentials
        self.calls = Calls()
        self.skew: float | None = None
        self._endpoint = (endpoint or "").rstrip("/")
        self._bucket = Bucket(quota or ProcessQuota(), self._ports, account.email or "", account.project or "")

    def metadata(self, spreadsheet_id: str, fields: str) -> Mapping[str, Any]:  # Any: what the API gives
        """One read of what `fields` name."""
        return dict(self.request("get", SPREADSHEET_URL % spreadsheet_id, params={"fields": fields}).json())

    def values(self, spreadsheet_id: str, ranges: Sequence[str]) -> Mapping[str, Any]:  # Any: what the API gives
        """One read of many ranges: numbers as numbers, dates as serials."""
        params: ParamsType = {
            "valueRenderOption": "UNFORMATTED_VALUE",
            "dateTimeRenderOption": "SERIAL_NUMBER",
            "majorDimension": "ROWS",
        }
        return dict(self.values_batch_get(spreadsheet_id, list(ranges), params=params))

    def batch(self, spreadsheet_id: str, body: Mapping[str, Any], fields: str) -> Mapping[str, Any]:  # Any: as above
        """One atomic write, answered with what `fields` name."""
        address = SPREADSHEET_BATCH_UPDATE_URL % spreadsheet_id
        return dict(self.request("post", address, params={"fields": fields}, json=body).json())

    def request(  # noqa: PLR0913, PLR0917  the signature is gspread's
        self,
        method: str,
        endpoint: str,
        params: ParamsType | None = None,
        data: bytes | None = None,
        json: Mapping[str, Any] | None = None,  # Any: a body of the Sheets API
        files: FileType = None,
        headers: Any = None,  # Any: gspread's own type of headers
    ) -> Response:
        """One call of at most three tries. Raises GoogleError, AmbiguousWriteError for a write that may be done."""
        writes = method.lower() != "get"
        body = data if json is None else jsons.dumps(json, ensure_ascii=False, allow_nan=False).encode()
        kind = "write" if writes else "metadata" if _is_metadata(endpoint) else "read"
        more = {**(headers or {}), **({"Content-Type": "application/json"} if json is not None else {})}
        expired, until = 0, self._ports.monotonic() + CALL
        for number in range(1, TRIES + 1):
            until += self._bucket.take(writes=writes)
            self.calls.tries[kind] += 1
            named = step("google.write", route_of(endpoint)) if writes else nullcontext()
            with within(until - self._ports.monotonic()), named:
                outcome = self._once((method, endpoint), params, body, more, files)
            if isinstance(outcome, Response):
                return outcome
            self.calls.failed += 1
            expired += outcome.kind is Kind.EXPIRED
            unsure = writes and outcome.unknown
            pause = self._pause(outcome, number)
            late = self._ports.monotonic() + pause >= until
            ends = outcome.kind not in _PASSING or number == TRIES or expired > 1 or late
            if ends or unsure:
                raise AmbiguousWriteError(outcome) if unsure else GoogleError(outcome)
            self._before_the_next(outcome, pause)
        raise AssertionError  # the last try has returned or raised

    def _before_the_next(self, failure: Failure, pause: float) -> None:
        """An expired token is thrown away, and a new one asked for by the next try; anything else takes a pause."""
        if failure.kind is Kind.EXPIRED:
            self._credentials.token = None
        else:
            self._ports.sleep(pause)

    def _pause(self, failure: Failure, number: int) -> float:
        """What Google asks for; else full jitter: anything up to a bound that doubles, for a quota within a minute."""
        if failure.after is not None:
            return min(failure.after, _LONGEST_WAIT)
        first = 16.0 if failure.kind is Kind.QUOTA else 1.0
        longest: float = min(first * 2.0 ** (number - 1), _LONGEST_WAIT)
        return longest * self._ports.chance()

    def _once(
        self,
        what: tuple[str, str],
        params: ParamsType | None,
        body: bytes | None,
        headers: Mapping[str, str],
        files: FileType,
    ) -> Response | Failure:
        method, address = what
        began = self._ports.monotonic()
        writes = method.lower() != "get"
        try:
            with within(WRITE_WHOLE if writes else WHOLE):
                response = self.session.request(
                    method=method,
                    url=self._address(address),
                    params=params,
                    data=body,
                    files=files,
                    headers=dict(headers),
                    timeout=(CONNECT, WRITE_READ if writes else READ),
                    allow_redirects=False,
                    stream=True,
                )
                read_whole(response)
        except TROUBLES as error:
            failure = trouble_of(error)
            self._log(what, 0, began, failure.code)
            return failure
        self._log(what, response.status_code, began, str(len(response.content)))
        self.skew = skew_of(response, self._ports.wall())
        if is_good(response):
            return response
        failure = failure_of(reply_of(response), self.account, writes=writes)
        return replace(failure, after=asked_to_wait(response, self._ports.wall()))

    def _address(self, address: str) -> str:
        host = next((one for one in _HOSTS if address.startswith(f"{one}/")), None)
        if host is None:
            raise SettingsError("Запрос не в Google остановлен.", advice="Это ошибка программы, сообщите о ней.")
        return self._endpoint + address.removeprefix(host) if self._endpoint else address

    def _log(self, what: tuple[str, str], status: int, began: float, told: str) -> None:
        """One line a try: method, route, status, milliseconds, bytes or the code of the failure; no id, no value."""
        milliseconds = round((self._ports.monotonic() - began) * 1000)
        LOG.info("%s %s %s %s ms %s", what[0].upper(), route_of(what[1]), status, milliseconds, told)


def route_of(address: str) -> str:
    """The address with what is the office's own cut out of it."""
    route = next((address.removeprefix(one) for one in _HOSTS if address.startswith(one)), "/")
    for pattern, words in _ROUTES:
        route = pattern.sub(words, route)
    return route.split("?")[0]


def _session(account: Account, *, loopback: bool) -> AuthorizedSession:
    """Signs calls; it repeats nothing by itself, and its libraries write no log. This machine is asked directly."""
    for name in _TALKATIVE:
        logging.getLogger(name).setLevel(logging.CRITICAL)
    asking = TokenRequest(loopback=loopback)
    session = AuthorizedSession(account.credentials, refresh_status_codes=(), auth_request=asking)  # type: ignore[no-untyped-call]  # google-auth has no types here
    session.trust_env = not loopback
    for scheme in ("https://", "http://"):
        session.mount(scheme, InTime())
    return session


def _is_metadata(address: str) -> bool:
    return re.search(r"/spreadsheets/[^/:]+$", address) is not None
