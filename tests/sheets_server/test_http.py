"""How answers travel: whole, at once, over connections that are kept."""

import json
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import requests
from google.auth.transport.requests import Request
from google.oauth2.service_account import Credentials

from tests.sheets_server.asking import quoted
from tests.sheets_server.call import Answer, Call, answered
from tests.sheets_server.http import Delivery, Write, wire
from tests.sheets_server.keys import key_text
from tests.sheets_server.plain import Json
from tests.sheets_server.running import running
from tests.sheets_server.world import World

SCOPE = "https://www.googleapis.com/auth/drive"
ROOT = Path(__file__).parents[2]


def test_many_calls_go_over_one_connection_and_each_answer_comes_in_one_piece() -> None:
    with running() as server, socket.create_connection(("127.0.0.1", int(server.url.rpartition(":")[2]))) as line:
        book = server.world.create("Т")
        for _ in range(3):
            line.sendall(f"GET /v4/spreadsheets/{book.id}?fields=spreadsheetId HTTP/1.1\r\nHost: x\r\n\r\n".encode())
            assert line.recv(65536).endswith(f'{{"spreadsheetId": "{book.id}"}}'.encode())


@pytest.mark.parametrize("path", ["", "/", "/:batchUpdate"])
def test_a_slash_too_many_does_not_matter(path: str) -> None:
    with running() as server:
        book = server.world.create("Т")
        url = f"{server.url}/v4/spreadsheets/{book.id}{path}"
        body: Json = {"requests": [{"addSheet": {}}]}
        answer = requests.post(url, json=body, timeout=5) if "batch" in path else requests.get(url, timeout=5)
        assert answer.json()["spreadsheetId"] == book.id


def test_a_title_with_any_signs_finds_its_way_through_an_address() -> None:
    with running() as server:
        book = server.world.create("Т")
        title = "Пл/ан: 100 % + «а» & b?#"
        body = {"requests": [{"updateSheetProperties": {"properties": {"title": title}, "fields": "title"}}]}
        requests.post(f"{server.url}/v4/spreadsheets/{book.id}:batchUpdate", json=body, timeout=5)
        place = quoted(f"'{title}'!A1:B2")
        answer = requests.get(f"{server.url}/v4/spreadsheets/{book.id}/values/{place}", timeout=5)
        assert answer.json()["range"] == f"'{title}'!A1:B2"


def test_an_address_that_no_method_has_is_not_found() -> None:
    with running() as server:
        assert requests.get(f"{server.url}/v4/elsewhere", timeout=5).status_code == 404


def test_a_gate_may_answer_by_itself_after_the_call_took_effect() -> None:
    def gate(call: Call, answer: Callable[[Call], Answer]) -> Answer:
        answer(call)
        return answered({"error": {"code": 503, "message": "x", "status": "UNAVAILABLE"}}, 503)

    with running(gate=gate) as server:
        book = server.world.create("Т")
        body = {"requests": [{"addSheet": {"properties": {"title": "Есть"}}}]}
        answer = requests.post(f"{server.url}/v4/spreadsheets/{book.id}:batchUpdate", json=body, timeout=5)
        assert answer.status_code == 503
        assert server.world.books[book.id].titled("Есть") is not None


def test_a_gate_may_cut_the_connection_in_the_middle_of_an_answer() -> None:
    def gate(call: Call, answer: Callable[[Call], Answer]) -> Delivery:
        whole = wire(answer(call))

        def half(write: Write) -> None:
            write(whole[: len(whole) - 10])

        return half

    with running(gate=gate) as server:
        book = server.world.create("Т")
        with pytest.raises(requests.exceptions.ChunkedEncodingError):
            requests.get(f"{server.url}/v4/spreadsheets/{book.id}", timeout=5)


def test_an_answer_that_breaks_googles_description_fails_the_test_that_got_it() -> None:
    world = World()
    book = world.create("Т")
    book.properties = book.properties | {"colour": "none such"}
    with pytest.raises(AssertionError, match="SpreadsheetProperties has no such field"), running(world) as server:
        requests.get(f"{server.url}/v4/spreadsheets/{book.id}", timeout=5)


def test_a_request_that_breaks_googles_description_fails_a_strict_test() -> None:
    world = World()
    body: Json = {"requests": [[{"addSheet": {}}]]}  # Google takes it all the same
    place = f"v4/spreadsheets/{world.create('Т').id}:batchUpdate"
    with pytest.raises(AssertionError, match="Request expected"), running(world, strict=True) as server:
        requests.post(f"{server.url}/{place}", json=body, timeout=5).raise_for_status()


def test_a_token_tells_whose_it_is() -> None:
    with running() as server:
        info = json.loads(key_text("a@office.example", f"{server.url}/token"))
        credentials = Credentials.from_service_account_info(info, scopes=[SCOPE])  # type: ignore[no-untyped-call]  # the library has no types
        credentials.refresh(Request())
        header = {"Authorization": f"Bearer {credentials.token}"}
        body = {"name": "Т", "mimeType": "application/vnd.google-apps.spreadsheet"}
        made = requests.post(f"{server.url}/drive/v3/files", json=body, headers=header, timeout=5).json()
        assert server.world.files[made["id"]]["permissions"][0]["emailAddress"] == "a@office.example"


def test_a_server_started_by_hand_remembers_between_starts(tmp_path: Path) -> None:
    state = tmp_path / "state.json"
    command = [sys.executable, "-m", "tests.sheets_server", "--port", "0", "--state", str(state)]

    def served(act: Callable[[str], str]) -> str:
        with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
            assert process.stdout is not None
            try:
                return act(process.stdout.readline().split()[-1])
            finally:
                process.terminate()

    def make(url: str) -> str:
        made = requests.post(f"{url}/v4/spreadsheets", json={"properties": {"title": "Т"}}, timeout=5).json()
        place = f"{url}/v4/spreadsheets/{made['spreadsheetId']}/values/A1?valueInputOption=USER_ENTERED"
        requests.put(place, json={"values": [["=1+1", "x"]]}, timeout=5)
        return str(made["spreadsheetId"])

    found = served(make)

    def read(url: str) -> str:
        return requests.get(f"{url}/v4/spreadsheets/{found}/values/A1:B1", timeout=5).text

    assert json.loads(served(read))["values"] == [["2", "x"]]
