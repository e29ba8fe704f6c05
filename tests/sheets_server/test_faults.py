"""Faults happen in the way they are called, and it is known which of them took effect after all."""

import json
from collections import Counter
from collections.abc import Iterator

import pytest
import requests

from tests.sheets_server.call import Answer, Call
from tests.sheets_server.clock import VirtualClock
from tests.sheets_server.faults import Rule, sweep
from tests.sheets_server.gate import surrounded, through
from tests.sheets_server.human import HumanHand
from tests.sheets_server.plain import Json, Value
from tests.sheets_server.server import SheetsServer
from tests.sheets_server.surroundings import Surroundings
from tests.sheets_server.world import World

CUT = (requests.ConnectionError, requests.exceptions.ChunkedEncodingError)


class Client:
    """A spreadsheet behind the gate and somebody who reads and writes its first cell over HTTP."""

    def __init__(self, url: str, around: Surroundings) -> None:
        self.around = around
        self.id = around.world.create("Реестр").id
        self.base = f"{url}/v4/spreadsheets/{self.id}"
        self.session = requests.Session()

    def read(self, timeout: float = 5) -> requests.Response:
        return self.session.get(f"{self.base}/values/A1:B9", timeout=timeout)

    def write(self, value: str, timeout: float = 5) -> requests.Response:
        body = {"values": [[value]]}
        return self.session.put(f"{self.base}/values/A1?valueInputOption=RAW", json=body, timeout=timeout)

    def value(self) -> Value:
        """What really stands in A1, past every fault."""
        return (self.around.world.books[self.id].sheets[0].entered((0, 0)) or {}).get("stringValue")

    def rule(self, *kinds: str, **more: Value) -> None:
        self.around.faults.set([Rule(kinds, **more)])


@pytest.fixture
def client() -> Iterator[Client]:
    around = Surroundings(World(VirtualClock()))
    with surrounded(around) as server:
        client = Client(server.url, around)
        yield client
        client.session.close()


REFUSALS: tuple[tuple[str, int, str], ...] = (
    ("429", 429, "RESOURCE_EXHAUSTED"),
    ("500", 500, "INTERNAL"),
    ("503", 503, "UNAVAILABLE"),
    ("401", 401, "UNAUTHENTICATED"),
)


@pytest.mark.parametrize("after", [0.0, 1.0])
@pytest.mark.parametrize(("kind", "code", "status"), REFUSALS)
def test_a_refusal_before_its_effect_and_after_it(
    client: Client, kind: str, code: int, status: str, after: float
) -> None:
    client.rule(kind, method="PUT", after=after)
    answer = client.write("x")
    assert answer.status_code == code
    assert answer.json()["error"]["status"] == status
    assert client.value() == ("x" if after else None)
    assert client.around.faults.took_effect == int(after)
    assert client.around.faults.fired == {kind: 1}
    assert client.read().status_code == 200


@pytest.mark.parametrize("after", [0.0, 1.0])
@pytest.mark.parametrize("kind", ["cut", "hang"])
def test_a_connection_that_ends_without_a_word(client: Client, kind: str, after: float) -> None:
    client.rule(kind, method="PUT", after=after, wait=0.01)
    with pytest.raises(CUT):
        client.write("x")
    assert client.value() == ("x" if after else None)
    assert client.around.counts.statuses == {0: 1}


def test_a_hang_outlasts_an_impatient_caller(client: Client) -> None:
    client.rule("hang", wait=1.0)
    with pytest.raises(requests.ReadTimeout):
        client.read(timeout=0.05)


def test_an_answer_cut_at_half_never_comes_whole(client: Client) -> None:
    client.write("x" * 500)
    client.rule("half")
    with pytest.raises(CUT):
        client.read()


def test_a_truncated_answer_has_status_200_and_no_json(client: Client) -> None:
    client.write("x" * 500)
    client.rule("truncated")
    answer = client.read()
    assert answer.status_code == 200
    assert int(answer.headers["Content-Length"]) == len(answer.content)
    with pytest.raises(ValueError, match=r"Unterminated|Expecting"):
        json.loads(answer.content)


def test_a_slow_answer_comes_byte_by_byte_and_whole(client: Client) -> None:
    client.write("x")
    client.rule("slow", wait=0.0)
    assert client.read().json()["values"] == [["x"]]
    client.rule("slow", wait=0.2)
    with pytest.raises((requests.ReadTimeout, *CUT)):
        client.read(timeout=0.05)


@pytest.mark.parametrize(("kind", "status"), [("502", 502), ("portal", 200)])
def test_a_page_of_html_in_place_of_an_answer(client: Client, kind: str, status: int) -> None:
    client.rule(kind)
    answer = client.read()
    assert answer.status_code == status
    assert answer.headers["Content-Type"].startswith("text/html")
    assert answer.text.startswith("<!DOCTYPE html>")


def test_json_of_somebody_elses(client: Client) -> None:
    client.rule("stranger")
    assert client.read().json() == {"status": "ok"}


def test_the_drive_refuses_too_many_calls_in_its_own_way(client: Client) -> None:
    address = client.base.replace(f"/v4/spreadsheets/{client.id}", f"/drive/v3/files/{client.id}")
    for kind, reason in (("429", "userRateLimitExceeded"), ("usage", "rateLimitExceeded")):
        client.rule(kind, route="/drive/*")
        answer = client.session.get(address, timeout=5)
        assert answer.status_code == 403
        assert answer.json()["error"]["errors"][0] | {"message": ""} == {
            "message": "",
            "domain": "usageLimits",
            "reason": reason,
        }
    client.rule("503", route="/drive/*")
    assert client.session.get(address, timeout=5).json()["error"]["errors"][0]["reason"] == "backendError"


def test_a_call_repeated_by_a_proxy_takes_effect_twice(client: Client) -> None:
    client.rule("twice", method="POST")
    body = {"requests": [{"insertDimension": {"range": {"dimension": "ROWS", "startIndex": 0, "endIndex": 1}}}]}
    assert client.session.post(f"{client.base}:batchUpdate", json=body, timeout=5).status_code == 200
    assert client.around.world.books[client.id].sheets[0].rows == 1002


def test_a_stale_read_gives_what_stood_there_before_the_last_change(client: Client) -> None:
    client.write("первое")
    client.write("второе")
    client.rule("stale", first=1)
    assert client.read().json()["values"] == [["первое"]]
    assert client.read().json()["values"] == [["второе"]]
    client.rule("stale")
    client.write("третье")
    assert client.value() == "третье"


def test_a_stale_file_has_an_older_version(client: Client) -> None:
    address = client.base.replace(f"/v4/spreadsheets/{client.id}", f"/drive/v3/files/{client.id}?fields=version")
    client.write("первое")
    client.write("второе")
    fresh = int(client.session.get(address, timeout=5).json()["version"])
    client.rule("stale")
    assert int(client.session.get(address, timeout=5).json()["version"]) == fresh - 1


@pytest.mark.parametrize(("after", "read"), [(0.0, [["человек"]]), (1.0, None)])
def test_somebody_edits_between_two_calls(client: Client, after: float, read: Value) -> None:
    hand = HumanHand(client.around.world, client.id)
    client.rule("human", method="GET", nth=1, after=after, deed=lambda _: hand.do("type", cell="A1", text="человек"))
    assert client.read().json().get("values") == read
    assert client.value() == "человек"
    assert len(hand.journal) == 1


def test_a_tab_is_renamed_just_before_the_write(client: Client) -> None:
    hand = HumanHand(client.around.world, client.id)
    client.rule("human", method="PUT", deed=lambda _: hand.do("rename_tab", title="Иначе"))
    answer = client.session.put(
        f"{client.base}/values/Sheet1!A1?valueInputOption=RAW", json={"values": [["x"]]}, timeout=5
    )
    assert answer.status_code == 400
    assert answer.json()["error"]["message"] == "Unable to parse range: Sheet1!A1"


def test_the_token_endpoint_fails_too(client: Client) -> None:
    client.rule("503", route="/token")
    answer = client.session.post(client.base.partition("/v4")[0] + "/token", timeout=5)
    assert answer.status_code == 503


@pytest.mark.parametrize("rate", [0.1, 0.3, 0.5])
def test_a_sweep_fails_its_share_of_calls_and_half_of_those_take_effect(rate: float) -> None:
    world = World(VirtualClock())
    around = Surroundings(world)
    server = SheetsServer(world)
    path = f"/v4/spreadsheets/{world.create('Реестр').id}/values/A1:append"
    around.faults.set(sweep(rate), seed=3)
    body = json.dumps({"values": [["строка"]]}).encode()
    told: Counter[bool] = Counter()
    for _ in range(400):
        found = through(around, Call("POST", path, {"valueInputOption": ["RAW"]}, body), server.answer)
        told[isinstance(found, Answer) and found.status == 200 and _whole(found)] += 1
    (book,) = world.books.values()
    rows = len(book.sheets[0].cells)
    fired = around.faults.fired.total()
    assert told[False] == fired
    assert rows == told[True] + around.faults.took_effect
    assert abs(fired / 400 - rate) < 0.08
    assert 0.3 < around.faults.took_effect / fired < 0.8


def _whole(answer: Answer) -> bool:
    """The answer is what the method gives."""
    try:
        found: Json = answer.json()
    except ValueError:
        return False
    return "updates" in found
