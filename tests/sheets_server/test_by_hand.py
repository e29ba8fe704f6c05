"""The server started by hand, with everything around it, and unmodified gspread signing in."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import gspread
import pytest
import requests

from tests.sheets_server.keys import EMAIL
from tests.sheets_server.loopback import turned

ROOT = Path(__file__).parents[2]
OPTIONS = ("--port", "0", "--strict", "--quota", "--virtual-clock", "--late")
OWNER = "owner@example.ru"


class ByHand:
    """The address of the server and the key file that it wrote."""

    def __init__(self, url: str, key: Path) -> None:
        self.url = url
        self.key = key

    def control(self, name: str, **body: object) -> dict[str, object]:
        found: dict[str, object] = requests.post(f"{self.url}/__emu/{name}", json=body, timeout=5).json()
        return found

    def client(self) -> gspread.Client:
        client = gspread.service_account(str(self.key))
        turned(client.http_client.session, self.url)
        return client


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ByHand]:
    key = tmp_path_factory.mktemp("key") / "key.json"
    command = [sys.executable, "-m", "tests.sheets_server", *OPTIONS, "--key-file", str(key)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        yield ByHand(process.stdout.readline().split()[-1], key)
        process.terminate()


def test_gspread_works_with_the_key_file_on_a_spreadsheet_that_a_person_shared(server: ByHand) -> None:
    assert server.key.stat().st_mode & 0o777 == 0o600
    made = server.control("spreadsheets", title="Реестр", owner=OWNER, locale="ru_RU", share={EMAIL: "writer"})
    typed = {"cell": "A1", "rows": [["Код", "Сумма"], ["ПР-1", "1 500,5"]]}
    done = server.control("human", spreadsheetId=made["spreadsheetId"], email=OWNER, action="paste", arguments=typed)
    assert done == {"changed": True}
    sheet = server.client().open_by_key(str(made["spreadsheetId"])).sheet1
    assert sheet.get_all_records() == [{"Код": "ПР-1", "Сумма": "1\N{NO-BREAK SPACE}500,50"}]
    sheet.update_acell("C1", "Проверено")
    assert sheet.acell("C1").value == "Проверено"


def test_a_client_signs_in_anew_when_its_token_has_run_out(server: ByHand) -> None:
    made = server.control("spreadsheets", title="Реестр", owner=OWNER, share={EMAIL: "writer"})
    sheet = server.client().open_by_key(str(made["spreadsheetId"])).sheet1
    server.control("clock", advance=3600)
    sheet.update_acell("A1", "снова")
    assert sheet.acell("A1").value == "снова"


def test_what_is_not_shared_is_refused_and_so_is_whoever_has_no_token(server: ByHand) -> None:
    made = server.control("spreadsheets", title="Чужое", owner=OWNER)
    with pytest.raises(PermissionError):
        server.client().open_by_key(str(made["spreadsheetId"]))
    assert requests.get(f"{server.url}/v4/spreadsheets/{made['spreadsheetId']}", timeout=5).status_code == 401


def test_the_quota_is_googles(server: ByHand) -> None:
    made = server.control("spreadsheets", title="Реестр", owner=OWNER, share={EMAIL: "writer"})
    server.control("clock", advance=60)
    book = server.client().open_by_key(str(made["spreadsheetId"]))
    with pytest.raises(gspread.exceptions.APIError) as refused:
        for _ in range(61):
            book.fetch_sheet_metadata()
    assert refused.value.code == 429
    server.control("clock", advance=60)
    book.fetch_sheet_metadata()
