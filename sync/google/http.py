"""The only place that touches HTTP: gspread's client with deadlines, a quota of its own, few tries, and a log."""

import json as jsons
import logging
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from email.utils import parsedate_to_datetime
from typing import Any

from gspread.http_client import FileType, HTTPClient, ParamsType
from gspread.urls import SPREADSHEET_BATCH_UPDATE_URL, SPREADSHEET_URL
from requests import Response
from requests.exceptions import ReadTimeout

from config.errors import SettingsError
from config.google import is_loopback
from sync.google.bucket import Bucket
from sync.google.calls import Calls
from sync.google.credentials import Account
from sync.google.failures import AmbiguousWriteError, Failure, GoogleError, Kind, Reply, failure_of
from sync.google.ports import Ports
from sync.google.troubles import TROUBLES, trouble_of

LOG = logging.getLogger("rpo.google")
TRIES = 3
CONNECT, READ, WHOLE = 5.0, 60.0, 120.0
"""Seconds to connect, between two pieces of an answer, and for a try as a whole."""
WRITE_READ, WRITE_WHOLE = 185.0, 190.0
"""The same for a write: Google itself gives up after 180 s."""

_HOSTS = ("https://sheets.googleapis.com", "https://www.googleapis.com")
_PIECE = 65_536
_LONGEST_WAIT = 64.0
_ROUTES = (
    (re.compile(r"/spreadsheets/[^/:?]+"), "/spreadsheets/{id}"),
    (re.compile(r"/values/[^:?]+"), "/values/{range}"),
    (re.compile(r"/files/[^/?]+"), "/files/{id}"),
)


class SheetsHTTP(HTTPClient):
    """gspread's client for one account. Every call ends in time: with an answer, or with a GoogleError.

    `endpoint` is the address of a server on this machine that stands for Google; only tests have one.
    """

    def __init__(self, account: Account, ports: Ports | None = None, endpoint: str | None = None) -> None:
        """Signs in at the first call. Raises SettingsError when `endpoint` is another machine."""
        if endpoint is not None and not is_loopback(endpoint):
            raise SettingsError("Адрес в [google] endpoint — не этот компьютер.", advice="Уберите ключ endpoint.")
        super().__init__(auth=account.credentials)
        self.account = account.email
        self.calls = Calls()
        self.skew: float | None = None
        self._ports = ports or Ports()
        self._endpoint = (endpoint or "").rstrip("/")
        self._reads, self._writes = Bucket(self._ports), Bucket(self._ports)
        self._repeatable = False

    @contextmanager
    def repeatable(self) -> Iterator[None]:
        """Within it a write may be sent again although the first may have taken effect: it would change nothing."""
        self._repeatable = True
        try:
            yield
        finally:
            self._repeatable = False

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
        bucket = self._writes if writes else self._reads
        for number in range(1, TRIES + 1):
            bucket.take()
            self.calls.tries[kind] += 1
            outcome = self._once((method, endpoint), params, body, more, files)
            if isinstance(outcome, Response):
                return outcome
            self.calls.failed += 1
            may_repeat = not writes or not outcome.unknown or self._repeatable
            if writes and not may_repeat:
                raise AmbiguousWriteError(outcome)
            if outcome.kind not in {Kind.PASSING, Kind.QUOTA} or number == TRIES:
                raise AmbiguousWriteError(outcome) if writes and outcome.unknown else GoogleError(outcome)
            self._ports.sleep(self._pause(outcome, number))
        raise AssertionError  # the last try has returned or raised

    def _pause(self, failure: Failure, number: int) -> float:
        """Full jitter: anything up to a bound that doubles; a quota is refilled within a minute."""
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
            deadline = began + (WRITE_WHOLE if writes else WHOLE)
            response._content = self._whole(response, deadline)  # noqa: SLF001  how requests keeps a body read apart
        except TROUBLES as error:
            failure = trouble_of(error)
            self._log(what, 0, began, failure.code)
            return failure
        self._log(what, response.status_code, began, str(len(response.content)))
        self.skew = _skew(response, self._ports.wall())
        return response if _is_good(response) else failure_of(_reply(response), self.account)

    def _whole(self, response: Response, deadline: float) -> bytes:
        """The body, piece by piece as it comes, so that a drip can't outlive the deadline."""
        pieces = []
        with response:
            while piece := response.raw.read1(_PIECE, decode_content=True):
                pieces.append(piece)
                if self._ports.monotonic() > deadline:
                    raise ReadTimeout
        return b"".join(pieces)

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


def _skew(response: Response, now: float) -> float | None:
    """Seconds by which the clock here is ahead of Google's; None when Google does not tell the time."""
    told = response.headers.get("Date")
    try:
        return now - parsedate_to_datetime(told).timestamp() if told else None
    except ValueError:
        return None


def _is_metadata(address: str) -> bool:
    return re.search(r"/spreadsheets/[^/:]+$", address) is not None


def _is_good(response: Response) -> bool:
    """A success whose body is whole JSON, or has no body at all."""
    if not response.ok or 300 <= response.status_code < 400:
        return False
    if response.status_code == 204:
        return True
    if "json" not in response.headers.get("Content-Type", ""):
        return not response.content and response.request.method != "GET"
    try:
        jsons.loads(response.content)
    except ValueError:
        return False
    return True


def _reply(response: Response) -> Reply:
    text = response.content.decode("utf-8", "replace")
    return Reply(response.status_code, response.headers.get("Content-Type", ""), text)
