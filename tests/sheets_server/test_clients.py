"""Unmodified clients talk to the server over HTTP: gspread with a key of its own, and Google's own client."""

from collections.abc import Iterator
from pathlib import Path

import gspread
import pytest
import requests
from google.auth.crypt import rsa
from google.oauth2.service_account import Credentials
from googleapiclient.discovery import build_from_document  # type: ignore[import-untyped]  # it ships no types
from googleapiclient.errors import HttpError  # type: ignore[import-untyped]  # it ships no types
from gspread.utils import ValueRenderOption
from requests.adapters import HTTPAdapter

from tests.sheets_server.discovery import document
from tests.sheets_server.keys import key_file, private_key
from tests.sheets_server.plain import Value
from tests.sheets_server.running import Running, running

ACCOUNT = "service@office.iam.gserviceaccount.com"


@pytest.fixture
def server() -> Iterator[Running]:
    with running() as server:
        yield server


class _Loopback(HTTPAdapter):
    """Sends what is meant for Google to the server."""

    def __init__(self, url: str) -> None:
        super().__init__()
        self._url = url

    def send(self, request: requests.PreparedRequest, *args: Value, **more: Value) -> requests.Response:
        request.url = self._url + "/" + (request.url or "").split("/", 3)[3]
        return super().send(request, *args, **more)


def gspread_client(server: Running, folder: Path) -> gspread.Client:
    key = key_file(folder / "key.json", ACCOUNT, f"{server.url}/token")
    client = gspread.service_account(str(key))
    for host in ("sheets", "www"):
        client.http_client.session.mount(f"https://{host}.googleapis.com/", _Loopback(server.url))
    return client


def test_gspread_signs_in_with_a_key_file_and_works_on_a_spreadsheet(server: Running, tmp_path: Path) -> None:
    client = gspread_client(server, tmp_path)
    book = client.create("Реестры")
    sheet = book.sheet1
    sheet.update(values=[["Код", "Сумма"], ["ПР-1", 1500.5], ["ПР-2", "=B2*2"]], raw=False)
    assert sheet.get_all_values() == [["Код", "Сумма"], ["ПР-1", "1500.5"], ["ПР-2", "3001"]]
    sheet.insert_row(["ПР-0", 1], 2)
    assert sheet.acell("B4", value_render_option=ValueRenderOption.formula).value == "=B3*2"
    found = sheet.find("ПР-2")
    assert found is not None
    assert found.address == "A4"
    sheet.format("A1:B1", {"textFormat": {"bold": True}})
    sheet.freeze(rows=1)
    other = book.add_worksheet("Ещё", 5, 5)
    book.reorder_worksheets([other, sheet])
    assert [each.title for each in book.worksheets()] == ["Ещё", "Sheet1"]
    assert client.open("Реестры").id == book.id
    copied = client.copy(book.id, "Копия")
    assert copied.worksheet("Sheet1").get_all_values() == sheet.get_all_values()
    assert server.world.files[book.id]["permissions"][0]["emailAddress"] == ACCOUNT
    client.del_spreadsheet(book.id)
    with pytest.raises(gspread.exceptions.SpreadsheetNotFound):
        client.open_by_key(book.id)


def test_gspread_sees_googles_refusals(server: Running, tmp_path: Path) -> None:
    book = gspread_client(server, tmp_path).create("Т")
    with pytest.raises(gspread.exceptions.APIError, match="Unable to parse range: Нет!A1"):
        book.values_get("Нет!A1")


def test_googles_own_client_works_on_a_spreadsheet(server: Running) -> None:
    service = google_client(server, "sheets.v4")
    book = service.spreadsheets().create(body={"properties": {"title": "Т", "locale": "ru_RU"}}).execute()
    values = service.spreadsheets().values()
    body = {"values": [["1,5", "=A1*2"]]}
    where = {"spreadsheetId": book["spreadsheetId"], "range": "A1:B1"}
    assert values.update(**where, body=body, valueInputOption="USER_ENTERED").execute()["updatedCells"] == 2
    assert values.get(**where).execute()["values"] == [["1,5", "3"]]
    many = ["Sheet1!A1", *(f"Sheet1!A{row}:Z{row}" for row in range(1, 300))]  # too long for an address
    assert len(values.batchGet(spreadsheetId=book["spreadsheetId"], ranges=many).execute()["valueRanges"]) == 300
    wrong = {"requests": [{"deleteSheet": {"sheetId": 9}}]}
    call = service.spreadsheets().batchUpdate(spreadsheetId=book["spreadsheetId"], body=wrong)
    with pytest.raises(HttpError, match="No grid with id: 9"):
        call.execute()
    drive = google_client(server, "drive.v3")
    version = drive.files().get(fileId=book["spreadsheetId"], fields="version,modifiedTime").execute()["version"]
    values.clear(**where).execute()
    record = drive.files().get(fileId=book["spreadsheetId"], fields="version").execute()
    assert int(record["version"]) == int(version) + 1
    drive.close()
    service.close()


def google_client(server: Running, name: str) -> Value:
    """Google's client, with the address of its description turned to the server."""
    found = document(name) | {"rootUrl": f"{server.url}/"}
    found.pop("mtlsRootUrl", None)
    signer = rsa.RSASigner.from_string(private_key())  # type: ignore[no-untyped-call]  # the library has no types
    credentials = Credentials(signer, ACCOUNT, f"{server.url}/token", scopes=["https://www.googleapis.com/auth/drive"])  # type: ignore[no-untyped-call]  # the library has no types
    return build_from_document(found, credentials=credentials)
