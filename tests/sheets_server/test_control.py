"""The control of a running server: everything around it can be moved over HTTP."""

from collections.abc import Iterator

import pytest
import requests

from tests.sheets_server.clock import VirtualClock
from tests.sheets_server.gate import surrounded
from tests.sheets_server.hand import ACTIONS
from tests.sheets_server.plain import Json, Value
from tests.sheets_server.surroundings import Surroundings
from tests.sheets_server.world import World

OWNER, ROBOT = "owner@example.ru", "robot@office.iam.gserviceaccount.com"


class Remote:
    """Somebody who has only the server's address."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.session = requests.Session()
        self.token = ""

    def control(self, method: str, name: str, body: Value = None, status: int = 200) -> Json:
        answer = self.session.request(method, f"{self.url}/__emu/{name}", json=body, timeout=5)
        assert answer.status_code == status, answer.text
        found: Json = answer.json()
        return found

    def get(self, path: str) -> requests.Response:
        headers = {"Authorization": f"Bearer {self.token}"} if self.token else {}
        return self.session.get(f"{self.url}{path}", headers=headers, timeout=5)

    def spreadsheet(self) -> str:
        wanted = {"title": "Заявки", "owner": OWNER, "locale": "ru_RU", "share": {ROBOT: "writer"}}
        return str(self.control("POST", "spreadsheets", wanted)["spreadsheetId"])

    def values(self, book_id: str) -> Value:
        return self.get(f"/v4/spreadsheets/{book_id}/values/A1:C9").json().get("values")


@pytest.fixture
def around() -> Surroundings:
    return Surroundings(World(VirtualClock()))


@pytest.fixture
def remote(around: Surroundings) -> Iterator[Remote]:
    with surrounded(around) as server:
        remote = Remote(server.url)
        yield remote
        remote.session.close()


def test_a_person_makes_a_spreadsheet_and_shares_it(remote: Remote) -> None:
    book_id = remote.spreadsheet()
    for email, status in ((ROBOT, 200), ("stranger@example.ru", 403)):
        remote.token = remote.control("POST", "identities", {"token": {"email": email}})["token"]
        answer = remote.get(f"/v4/spreadsheets/{book_id}?fields=properties(title,locale)")
        assert answer.status_code == status
    remote.token = remote.control("POST", "identities", {"token": {"email": ROBOT}})["token"]
    properties = remote.get(f"/v4/spreadsheets/{book_id}?fields=properties(title,locale)").json()["properties"]
    assert properties == {"title": "Заявки", "locale": "ru_RU"}


def test_a_person_types_sorts_and_undoes(remote: Remote) -> None:
    book_id = remote.spreadsheet()
    human = {"spreadsheetId": book_id, "email": OWNER}
    rows = [["б", "1,5"], ["а", "2,5"]]
    assert remote.control("POST", "human", human | {"action": "paste", "arguments": {"cell": "A1", "rows": rows}}) == {
        "changed": True
    }
    remote.control("POST", "human", human | {"action": "sort", "arguments": {"range": "A1:B2", "column": 0}})
    assert remote.values(book_id) == [["а", "2,5"], ["б", "1,5"]]
    remote.control("POST", "human", human | {"action": "undo"})
    assert remote.values(book_id) == rows
    refused = remote.control("POST", "human", human | {"action": "delete_tab"})
    assert refused["changed"] is False
    assert "remove all the sheets" in refused["refused"]
    assert remote.control("GET", "human")["actions"] == [action.name for action in ACTIONS]


def test_time_is_moved_and_a_token_runs_out(remote: Remote) -> None:
    book_id = remote.spreadsheet()
    remote.token = remote.control("POST", "identities", {"token": {"email": ROBOT}})["token"]
    assert remote.get(f"/v4/spreadsheets/{book_id}").status_code == 200
    before = remote.control("GET", "clock")
    assert before == {"now": "2026-03-02T09:00:00.000Z", "virtual": True}
    assert remote.control("POST", "clock", {"advance": 3600})["now"] == "2026-03-02T10:00:00.000Z"
    assert remote.get(f"/v4/spreadsheets/{book_id}").status_code == 401
    assert remote.control("POST", "clock", {"now": "2026-12-31T23:59:59+03:00"})["now"] == "2026-12-31T20:59:59.000Z"


def test_real_time_is_not_moved() -> None:
    with surrounded(Surroundings(World())) as server:
        remote = Remote(server.url)
        wrong = remote.control("POST", "clock", {"advance": 60}, status=400)
        assert "--virtual-clock" in wrong["error"]["message"]
        remote.session.close()


def test_a_quota_is_set_used_up_and_filled_by_time(remote: Remote) -> None:
    book_id = remote.spreadsheet()
    remote.control("POST", "quota", {"user": 3})
    statuses = [remote.get(f"/v4/spreadsheets/{book_id}").status_code for _ in range(5)]
    assert statuses == [200, 200, 200, 429, 429]
    assert remote.control("GET", "quota") == {"limits": {"user": 3, "project": 300, "foreign": 0.0}, "refused": 2}
    assert remote.get(f"/drive/v3/files/{book_id}").status_code == 200
    remote.control("POST", "clock", {"advance": 60})
    assert remote.get(f"/v4/spreadsheets/{book_id}").status_code == 200
    assert remote.control("POST", "quota", {})["limits"] is None


def test_calls_are_counted_by_route_and_kind(remote: Remote) -> None:
    book_id = remote.spreadsheet()
    remote.get(f"/v4/spreadsheets/{book_id}")
    remote.get(f"/v4/spreadsheets/{book_id}/values/A1")
    remote.get("/v4/spreadsheets/unknown")
    remote.session.post(f"{remote.url}/v4/spreadsheets/{book_id}:batchUpdate", json={"requests": []}, timeout=5)
    remote.get(f"/drive/v3/files/{book_id}")
    assert remote.control("GET", "counts") == {
        "reads": 3,
        "writes": 1,
        "routes": {
            "GET /v4/spreadsheets/{id}": 2,
            "GET /v4/spreadsheets/{id}/values/{range}": 1,
            "POST /v4/spreadsheets/{id}:batchUpdate": 1,
            "GET /drive/v3/files/{id}": 1,
        },
        "statuses": {"200": 3, "400": 1, "404": 1},
    }
    assert remote.control("DELETE", "counts") == {"reads": 0, "writes": 0, "routes": {}, "statuses": {}}


def test_faults_are_ordered_and_called_off(remote: Remote) -> None:
    book_id = remote.spreadsheet()
    rule = {"kinds": ["503"], "method": "GET", "route": "/v4/spreadsheets/{id}", "nth": 2}
    assert remote.control("POST", "faults", {"rules": [rule], "seed": 4})["rules"] == 1
    assert [remote.get(f"/v4/spreadsheets/{book_id}").status_code for _ in range(3)] == [200, 503, 200]
    assert remote.control("GET", "faults") == {"rules": 1, "seed": 4, "fired": {"503": 1}, "tookEffect": 0}
    assert remote.control("POST", "faults", {"sweep": 0.3})["rules"] == 1
    assert remote.control("DELETE", "faults")["rules"] == 0


def test_an_edit_by_hand_is_ordered_for_the_next_read(remote: Remote) -> None:
    book_id = remote.spreadsheet()
    deed = {"spreadsheetId": book_id, "action": "type", "arguments": {"cell": "A1", "text": "уже другое"}}
    remote.control("POST", "faults", {"rules": [{"kinds": ["human"], "method": "GET", "nth": 2, "deed": deed}]})
    assert [remote.values(book_id) for _ in range(2)] == [None, [["уже другое"]]]


def test_drive_tells_of_an_edit_by_hand_late(remote: Remote) -> None:
    book_id = remote.spreadsheet()
    remote.control("POST", "lateness", {"seconds": 180})
    path = f"/drive/v3/files/{book_id}?fields=modifiedTime,version"
    before = remote.get(path).json()
    remote.control("POST", "clock", {"advance": 10})
    remote.control(
        "POST", "human", {"spreadsheetId": book_id, "action": "type", "arguments": {"cell": "A1", "text": "x"}}
    )
    assert remote.values(book_id) == [["x"]]
    remote.control("POST", "clock", {"advance": 179})
    assert remote.get(path).json() == before
    remote.control("POST", "clock", {"advance": 1})
    assert remote.get(path).json() == {"modifiedTime": "2026-03-02T09:00:10.000Z", "version": "2"}


def test_identities_are_managed(remote: Remote) -> None:
    book_id = remote.spreadsheet()
    found = remote.control("POST", "identities", {"strict": True, "disable": "drive.googleapis.com"})
    assert found == {"strict": True, "skew": 0.0, "disabled": ["drive.googleapis.com"]}
    assert remote.get(f"/v4/spreadsheets/{book_id}").status_code == 401
    remote.token = remote.control("POST", "identities", {"token": {"email": ROBOT}})["token"]
    assert remote.get(f"/v4/spreadsheets/{book_id}").status_code == 200
    assert remote.get(f"/drive/v3/files/{book_id}").status_code == 403
    assert remote.control("POST", "identities", {"enable": "drive.googleapis.com"})["disabled"] == []


@pytest.mark.parametrize(
    ("method", "name", "body", "status"),
    [
        ("POST", "human", {"spreadsheetId": "unknown", "action": "type"}, 400),
        ("POST", "faults", {"rules": [{"kinds": ["418"]}]}, 400),
        ("POST", "quota", {"users": 3}, 400),
        ("POST", "lateness", {}, 400),
        ("POST", "weather", {}, 404),
        ("DELETE", "clock", None, 404),
    ],
)
def test_what_the_control_does_not_understand_is_refused(
    remote: Remote, method: str, name: str, body: Value, status: int
) -> None:
    assert remote.control(method, name, body, status)["error"]["code"] == status


def test_an_unknown_action_is_refused(remote: Remote) -> None:
    body = {"spreadsheetId": remote.spreadsheet(), "action": "dance"}
    assert "dance" in remote.control("POST", "human", body, status=400)["error"]["message"]


def test_whoever_keeps_the_state_hears_of_changes(around: Surroundings, remote: Remote) -> None:
    heard: list[str] = []
    around.changed = lambda: heard.append("x")
    remote.spreadsheet()
    remote.control("GET", "counts")
    assert heard == ["x"]
