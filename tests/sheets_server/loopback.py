"""Unmodified clients turned to a server of the loopback: gspread, Google's own, and plain requests."""

from collections.abc import Iterator
from contextlib import contextmanager
from copy import deepcopy
from pathlib import Path
from urllib.parse import quote

import gspread
import requests
from google.auth.crypt import rsa
from google.oauth2.service_account import Credentials
from googleapiclient.discovery import build_from_document  # type: ignore[import-untyped]  # it ships no types
from requests.adapters import HTTPAdapter

from tests.sheets_server.asking import Office
from tests.sheets_server.call import Answer
from tests.sheets_server.discovery import document
from tests.sheets_server.keys import key_file, private_key
from tests.sheets_server.plain import Value
from tests.sheets_server.running import Running

HOSTS = ("https://sheets.googleapis.com/", "https://www.googleapis.com/")
_SCOPES = ("https://www.googleapis.com/auth/spreadsheets", "https://www.googleapis.com/auth/drive")


class Loopback(HTTPAdapter):
    """Sends what is meant for Google to a server elsewhere; the client notices nothing."""

    def __init__(self, url: str) -> None:
        super().__init__()
        self._url = url

    def send(self, request: requests.PreparedRequest, *args: Value, **more: Value) -> requests.Response:
        request.url = self._url + "/" + (request.url or "").split("/", 3)[3]
        return super().send(request, *args, **more)


def turned(session: requests.Session, url: str) -> requests.Session:
    """The session, whose calls of Google's hosts go to the server."""
    for host in HOSTS:
        session.mount(host, Loopback(url))
    return session


def gspread_client(url: str) -> gspread.Client:
    """gspread as it is, with a session that signs nobody in."""
    session = turned(requests.Session(), url)
    return gspread.Client(auth=None, session=session)  # type: ignore[arg-type]  # a session alone will do


def signed_in_gspread(url: str, folder: Path, email: str) -> gspread.Client:
    """gspread as it is, signed in with a key file that lies in the folder."""
    client = gspread.service_account(str(key_file(folder / "key.json", email, f"{url}/token")))
    turned(client.http_client.session, url)
    return client


@contextmanager
def google_client(server: Running, name: str, email: str) -> Iterator[Value]:
    """google-api-python-client for "sheets.v4" or "drive.v3", signed in with a key file's account."""
    found = deepcopy(document(name)) | {"rootUrl": f"{server.url}/"}  # the client writes into what it is given
    found.pop("mtlsRootUrl", None)
    signer = rsa.RSASigner.from_string(private_key())  # type: ignore[no-untyped-call]  # the library has no types
    credentials = Credentials(signer, email, f"{server.url}/token", scopes=_SCOPES)  # type: ignore[no-untyped-call]  # the library has no types
    with build_from_document(found, credentials=credentials) as service:
        yield service


class OverHttp(Office):
    """An office whose calls go over HTTP to Google's addresses, as plain requests make them."""

    def __init__(self, server: Running, *, locale: str = "en_US") -> None:
        super().__init__(server.world, locale=locale)
        self._session = turned(requests.Session(), server.url)
        self.gspread = gspread_client(server.url)

    def ask(self, method: str, path: str, body: Value = None, **query: str | list[str]) -> Answer:
        """One call; an address that begins with `/v4` or `/drive` is whole."""
        whole = path if path.startswith(("/v4", "/drive")) else f"/v4/spreadsheets/{self.id}{path}"
        host = HOSTS[1] if whole.startswith("/drive") else HOSTS[0]
        address = host + quote(whole.removeprefix("/"), safe="/:!'")
        found = self._session.request(method, address, params=query, json=body)
        return Answer(found.status_code, found.content, dict(found.headers))
