"""The client through the real local server: every outcome of a call, and how often and after what wait it is repeated."""

import logging
import time
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from config.errors import SettingsError
from config.google import GoogleSection
from sync.google import http, signing_in
from sync.google.credentials import account_of
from sync.google.failures import AmbiguousWriteError, GoogleError
from sync.google.http import SheetsHTTP, route_of
from sync.google.ports import Ports
from tests.sheets_server.call import Answer, Call, answered
from tests.sheets_server.errors import error
from tests.sheets_server.faults import Rule
from tests.sheets_server.http import Delivery
from tests.sheets_server.running import Running, running
from tests.sheets_server.surroundings import Surroundings
from tests.sync.google.conftest import Faults
from tests.sync.google.offices import make_spreadsheet, write_key
from tests.sync.google.proxies import made_up_certificate, proxy
from tests.sync.google.times import Times

CALLS = "/v4/*"
GOOGLES = "https://oauth2.googleapis.com/token"
LATER = "Новое название"


@dataclass
class Bench:
    """One spreadsheet, a client of it, and what the client's clock and the server's faults do."""

    server: Running
    around: Surroundings
    faults: Faults
    times: Times
    client: SheetsHTTP
    id: str

    def read(self) -> Any:  # Any: JSON
        return self.client.metadata(self.id, "spreadsheetId,properties.title")["properties"]["title"]

    def write(self) -> Any:  # Any: JSON
        named = {"updateSpreadsheetProperties": {"properties": {"title": LATER}, "fields": "title"}}
        return self.client.batch(self.id, {"requests": [named]}, "spreadsheetId")

    @property
    def title(self) -> str:
        """How the spreadsheet is called in fact."""
        return str(self.server.world.books[self.id].properties["title"])

    @property
    def tries(self) -> dict[str, int]:
        return dict(self.client.calls.tries)

    def wrong(self, kind: str, route: str = CALLS, **more: Any) -> None:  # Any: the fields of a rule
        self.around.faults.set((Rule((kind,), route=route, **more),))


def client_of(folder: Path, url: str, ports: Ports) -> SheetsHTTP:
    write_key(folder / "private" / "google-key.json", url)
    google = GoogleSection(endpoint=url)
    return SheetsHTTP(account_of(google, folder), ports, google.endpoint)


@pytest.fixture
def bench(tmp_path: Path, server: Running, around: Surroundings, faults: Faults) -> Bench:
    times = Times()
    spreadsheet = make_spreadsheet(server, "Команды")
    return Bench(server, around, faults, times, client_of(tmp_path, server.url, times.ports), spreadsheet)


@pytest.fixture
def hurried(bench: Bench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Bench:
    """The same with a real clock and short deadlines."""
    for module in (http, signing_in):
        monkeypatch.setattr(module, "READ", 0.15)
        monkeypatch.setattr(module, "WHOLE", 0.3)
    monkeypatch.setattr(http, "WRITE_READ", 0.15)
    monkeypatch.setattr(http, "WRITE_WHOLE", 0.3)
    bench.client = client_of(tmp_path, bench.server.url, Ports(sleep=bench.times.sleep))
    return bench


@pytest.fixture
def elsewhere() -> Iterator[tuple[str, list[str]]]:
    """Another machine, so to say: its address and the paths of the calls that came there."""
    came: list[str] = []

    def gate(call: Call, _answer: Callable[[Call], Answer]) -> Answer:
        came.append(call.path)
        return answered({"access_token": "x", "expires_in": 3600})

    with running(gate=gate) as other:
        yield other.url, came


def always(answer: Answer, path: str = "/v4/") -> Callable[[Call, object], Answer | None]:
    return lambda call, _answer: answer if call.path.startswith(path) else None


PASSING = {
    "429": "quota",
    "500": "server_500",
    "503": "server_503",
    "502": "server_502",
    "cut": "lost",
    "half": "cut",
    "truncated": "cut",
    "portal": "portal",
}


@pytest.mark.parametrize("kind", [*PASSING, "401"])
def test_a_read_that_failed_once_is_repeated(bench: Bench, kind: str) -> None:
    bench.wrong(kind, first=1)
    assert bench.read() == "Команды"
    assert bench.tries == {"metadata": 2}


@pytest.mark.parametrize(("kind", "code"), PASSING.items())
def test_a_read_is_tried_three_times_and_then_told_what_is_wrong(bench: Bench, kind: str, code: str) -> None:
    bench.wrong(kind)
    with pytest.raises(GoogleError) as found:
        bench.read()
    assert (found.value.failure.code, bench.tries, bench.client.calls.failed) == (code, {"metadata": 3}, 3)
    assert not isinstance(found.value, AmbiguousWriteError)


@pytest.mark.parametrize("kind", [kind for kind in PASSING if kind != "429"])
@pytest.mark.parametrize("after", [0.0, 1.0])
def test_a_write_that_may_be_done_is_not_repeated_blindly(bench: Bench, kind: str, after: float) -> None:
    bench.wrong(kind, after=after)
    with pytest.raises(AmbiguousWriteError):
        bench.write()
    assert bench.tries == {"write": 1}
    done = after == 1.0 or kind in {"half", "truncated"}
    assert bench.title == (LATER if done else "Команды")


@pytest.mark.parametrize("kind", ["429", "401"])
def test_a_write_that_was_certainly_not_done_is_repeated(bench: Bench, kind: str) -> None:
    bench.wrong(kind, first=1)
    bench.write()
    assert (bench.title, bench.tries) == (LATER, {"write": 2})


@pytest.mark.parametrize("kind", [*PASSING])
def test_a_write_that_would_change_nothing_more_may_be_repeated(bench: Bench, kind: str) -> None:
    bench.wrong(kind, first=2, after=1.0)
    with bench.client.repeatable():
        bench.write()
    assert bench.tries == {"write": 3}
    bench.wrong("503")
    with pytest.raises(AmbiguousWriteError):
        bench.write()


def test_a_repeated_write_stays_unsure_though_its_last_try_was_surely_not_done(bench: Bench) -> None:
    bench.around.faults.set((Rule(("503",), first=1, after=1.0, route=CALLS), Rule(("429",), route=CALLS)))
    with bench.client.repeatable(), pytest.raises(AmbiguousWriteError):
        bench.write()
    assert bench.title == LATER


@pytest.mark.parametrize("call", [Bench.read, Bench.write])
def test_a_refusal_is_final_and_a_write_that_was_refused_is_not_ambiguous(
    bench: Bench, call: Callable[[Bench], object]
) -> None:
    bench.server.world.files[bench.id]["permissions"].pop()
    with pytest.raises(GoogleError) as found:
        call(bench)
    assert type(found.value) is GoogleError
    assert (found.value.failure.code, sum(bench.tries.values()), bench.times.slept) == ("not_shared", 1, [])


# How long it waits


def test_a_pause_is_any_part_of_a_bound_that_doubles(bench: Bench) -> None:
    bench.wrong("503")
    for bench.times.chance in (0.0, 0.5, 1.0):
        with pytest.raises(GoogleError):
            bench.read()
    assert bench.times.slept == [0.0, 0.0, 0.5, 1.0, 1.0, 2.0]


def test_a_used_up_quota_is_waited_for_longer(bench: Bench) -> None:
    bench.wrong("429")
    bench.times.chance = 1.0
    with pytest.raises(GoogleError):
        bench.read()
    assert bench.times.slept == [16.0, 32.0]


@pytest.mark.parametrize("status", [429, 503])
@pytest.mark.parametrize(
    ("told", "waited"),
    [
        ("7", [7.0, 7.0]),
        ("0", [0.0, 0.0]),
        ("100000", [64.0, 64.0]),
        ("Mon, 02 Feb 2026 02:40:12 GMT", [12.0, 0.0]),
        ("Mon, 02 Feb 2025 02:40:10 GMT", [0.0, 0.0]),
    ],
    ids=["seconds", "at once", "more than the cap", "a moment", "a moment gone by"],
)
def test_google_is_left_alone_for_as_long_as_it_asks(bench: Bench, status: int, told: str, waited: list[float]) -> None:
    bench.times.wall = 1_770_000_000.0  # 2026-02-02 02:40:00
    refusal = error(status, "UNAVAILABLE", "wait").body
    bench.faults.faults.append(always(answered(refusal, status, {"Retry-After": told})))
    with pytest.raises(GoogleError):
        bench.read()
    assert bench.times.slept == waited


@pytest.mark.parametrize("told", ["soon", "-5", "", "²"])
def test_a_wait_that_makes_no_sense_is_not_heeded(bench: Bench, told: str) -> None:
    refusal = error(503, "UNAVAILABLE", "wait").body
    bench.faults.faults.append(always(answered(refusal, 503, {"Retry-After": told.replace("²", "soon")})))
    with pytest.raises(GoogleError):
        bench.read()
    assert bench.times.slept == [0.5, 1.0]


def test_a_minute_has_thirty_reads_and_thirty_writes(bench: Bench) -> None:
    at: dict[str, list[float]] = {"GET": [], "POST": []}

    def noted(call: Call, _answer: object) -> None:
        if call.path.startswith("/v4/"):
            at[call.method].append(bench.times.now)

    bench.faults.faults.append(noted)
    for _ in range(70):
        bench.read()
        bench.write()
    for moments in at.values():
        assert all(later - earlier >= 60 for earlier, later in zip(moments, moments[30:], strict=False))


def test_tries_that_failed_count_in_the_minute_too(bench: Bench) -> None:
    bench.wrong("503")
    for _ in range(11):
        with pytest.raises(GoogleError):
            bench.read()
    assert bench.tries == {"metadata": 33}
    assert bench.times.now >= 60


# Deadlines


@pytest.mark.parametrize("route", [CALLS, "/token"])
def test_a_server_that_says_nothing_is_left(hurried: Bench, route: str) -> None:
    hurried.wrong("hang", route=route, wait=0.5)
    with pytest.raises(GoogleError) as found:
        hurried.read()
    assert (found.value.failure.code, hurried.tries) == ("slow", {"metadata": 3})


def dripped(call: Call, answer: Callable[[Call], Answer]) -> Answer | Delivery:
    """The head at once, then a byte every now and then for a second."""
    found = answer(call)

    def deliver(write: Callable[[bytes], object]) -> None:
        head = f"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {len(found.body)}\r\n\r\n"
        write(head.encode())
        for place in range(20):
            try:
                write(found.body[place : place + 1])
            except OSError:
                return
            time.sleep(0.05)

    return deliver


@pytest.mark.parametrize("path", ["/v4/", "/token"])
def test_a_body_that_drips_past_the_deadline_is_left(hurried: Bench, path: str) -> None:
    hurried.faults.faults.append(lambda call, answer: dripped(call, answer) if call.path.startswith(path) else None)
    with pytest.raises(GoogleError) as found:
        hurried.read()
    assert found.value.failure.code == "slow"


@pytest.mark.parametrize("kind", ["hang", "slow"])
def test_a_write_whose_answer_was_not_waited_for_may_be_done(hurried: Bench, kind: str) -> None:
    hurried.wrong(kind, after=1.0, wait=0.3)
    with pytest.raises(AmbiguousWriteError):
        hurried.write()
    assert hurried.title == LATER


# Signing in


def test_a_token_is_asked_for_once_and_kept(bench: Bench) -> None:
    bench.read()
    bench.write()
    assert bench.around.counts.routes["POST /token"] == 1


def test_a_token_that_is_refused_again_and_again_is_renewed_once(bench: Bench) -> None:
    bench.wrong("401")
    with pytest.raises(GoogleError) as found:
        bench.read()
    assert (found.value.failure.code, bench.tries) == ("sign_in", {"metadata": 2})
    assert bench.around.counts.routes["POST /token"] == 2


@pytest.mark.parametrize(("kind", "code"), (PASSING | {"401": "sign_in"}).items())
def test_a_write_for_which_no_token_was_given_was_never_sent(bench: Bench, kind: str, code: str) -> None:
    bench.wrong(kind, route="/token")
    with pytest.raises(GoogleError) as found:
        bench.write()
    assert type(found.value) is GoogleError
    assert found.value.failure.code == code
    assert bench.around.counts.routes["POST /token"] <= 3
    assert bench.title == "Команды"


@pytest.mark.parametrize("kind", PASSING)
def test_a_token_that_failed_once_is_asked_for_again(bench: Bench, kind: str) -> None:
    bench.wrong(kind, route="/token", first=1)
    assert bench.read() == "Команды"


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("invalid_grant: Invalid JWT Signature.", "key"),
        ("invalid_grant: Invalid grant: account not found", "key"),
        ("invalid_grant: Invalid JWT: Token must be a short-lived token and in a reasonable timeframe.", "clock"),
        ("invalid_scope: Invalid OAuth scope or ID token audience provided.", "sign_in"),
        ("unauthorized_client: The associated client is not valid.", "sign_in"),
    ],
)
def test_a_refused_sign_in_tells_the_key_from_the_clock(bench: Bench, words: str, code: str) -> None:
    kind, _, description = words.partition(": ")
    refusal = answered({"error": kind, "error_description": description}, 400)
    bench.faults.faults.append(always(refusal, "/token"))
    with pytest.raises(GoogleError) as found:
        bench.read()
    assert (found.value.failure.code, bench.tries) == (code, {"metadata": 1})


# Where it goes


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
@pytest.mark.parametrize("path", ["/v4/", "/token"])
def test_a_redirect_is_not_followed(bench: Bench, elsewhere: tuple[str, list[str]], status: int, path: str) -> None:
    url, came = elsewhere
    bench.faults.faults.append(always(Answer(status, b"", {"Location": f"{url}/v4/spreadsheets/x"}), path))
    with pytest.raises(GoogleError) as found:
        bench.read()
    assert (found.value.failure.code, came) == ("portal", [])


@pytest.mark.parametrize(
    "address",
    [
        "https://example.ru/v4/spreadsheets/x",
        "https://sheets.googleapis.com.example.ru/x",
        "http://sheets.googleapis.com/x",
    ],
)
def test_a_call_to_another_host_is_stopped(bench: Bench, address: str) -> None:
    with pytest.raises(SettingsError):
        bench.client.request("get", address)
    assert bench.around.counts.routes == {}


@pytest.mark.parametrize(
    "endpoint", ["http://example.ru", "https://127.0.0.1:1", "http://127.0.0.1.example.ru", "ftp://localhost"]
)
def test_an_endpoint_on_another_machine_is_refused(bench: Bench, tmp_path: Path, endpoint: str) -> None:
    account = account_of(GoogleSection(endpoint=bench.server.url), tmp_path)
    with pytest.raises(SettingsError, match="не этот компьютер"):
        SheetsHTTP(account, endpoint=endpoint)


def test_a_closed_port_is_no_network_and_nothing_was_done(tmp_path: Path) -> None:
    times = Times()
    with running() as gone:
        url = gone.url
    with pytest.raises(GoogleError) as found:
        client_of(tmp_path, url, times.ports).batch("x" * 30, {"requests": []}, "spreadsheetId")
    assert type(found.value) is GoogleError
    assert (found.value.failure.code, len(times.slept)) == ("network", 2)


def through_proxy(folder: Path, monkeypatch: pytest.MonkeyPatch, url: str) -> str:
    """The code of the failure when Google's real addresses are asked for through a proxy on the loopback."""
    monkeypatch.setenv("HTTPS_PROXY", url)
    for name in ("NO_PROXY", "no_proxy", "https_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
    write_key(folder / "private" / "google-key.json", "", token_uri=GOOGLES)
    client = SheetsHTTP(account_of(GoogleSection(), folder), Times().ports)
    with pytest.raises(GoogleError) as found:
        client.batch("x" * 30, {"requests": []}, "spreadsheetId")
    assert type(found.value) is GoogleError
    return found.value.failure.code


def test_a_proxy_that_lets_nobody_in_is_told_from_a_lost_network(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with proxy() as url:
        assert through_proxy(tmp_path, monkeypatch, url) == "proxy"
    assert through_proxy(tmp_path, monkeypatch, url) == "proxy"


def test_a_certificate_of_somebody_else_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with proxy(made_up_certificate(tmp_path / "made-up.pem")) as url:
        assert through_proxy(tmp_path, monkeypatch, url) == "certificate"


# What is told


def spoken(client: SheetsHTTP, spreadsheet: str) -> None:
    """Reads and writes with titles and values that must not be told."""
    cells = [{"values": [{"userEnteredValue": {"stringValue": "Горин Марк"}}]}]
    start = {"sheetId": 0, "rowIndex": 0, "columnIndex": 0}
    update = {"updateCells": {"start": start, "rows": cells, "fields": "userEnteredValue"}}
    client.batch(spreadsheet, {"requests": [update]}, "spreadsheetId")
    client.values(spreadsheet, ["'Sheet1'!A1:B2"])


def test_no_log_tells_an_id_a_title_or_a_value(
    tmp_path: Path, server: Running, around: Surroundings, caplog: pytest.LogCaptureFixture
) -> None:
    for name in [*logging.root.manager.loggerDict]:
        logging.getLogger(name).setLevel(logging.NOTSET)
    caplog.set_level(logging.DEBUG)
    client = client_of(tmp_path, server.url, Times().ports)
    spreadsheet = make_spreadsheet(server, "Команды")
    around.faults.set((Rule(("503", "cut", "429"), first=2, route="/*"), Rule(("cut",), first=1, route="/token")))
    with client.repeatable():
        spoken(client, spreadsheet)
    assert "POST /v4/spreadsheets/{id}:batchUpdate 200" in caplog.text
    assert "GET /v4/spreadsheets/{id}/values:batchGet 200" in caplog.text
    told = caplog.text + "".join(str(vars(record)) for record in caplog.records)
    for secret in (spreadsheet, "Sheet1", "Горин", "local.", "PRIVATE", "assertion", "127.0.0.1"):
        assert secret not in told


@pytest.mark.parametrize("kind", [*PASSING, "401"])
def test_an_exception_names_no_spreadsheet_and_no_value(bench: Bench, kind: str) -> None:
    bench.wrong(kind)
    with pytest.raises(GoogleError) as found:
        spoken(bench.client, bench.id)
    told = "".join(traceback.format_exception(found.value)) + repr(found.value)
    assert not any(secret in told for secret in (bench.id, "Горин", "127.0.0.1"))


@pytest.mark.parametrize(
    ("address", "route"),
    [
        ("https://sheets.googleapis.com/v4/spreadsheets/abc", "/v4/spreadsheets/{id}"),
        (
            "https://sheets.googleapis.com/v4/spreadsheets/abc/values/'Люди'!A1:B2",
            "/v4/spreadsheets/{id}/values/{range}:B2",
        ),
        (
            "https://sheets.googleapis.com/v4/spreadsheets/abc/values:batchGet?ranges=x",
            "/v4/spreadsheets/{id}/values:batchGet",
        ),
        ("https://www.googleapis.com/drive/v3/files/abc?fields=id", "/drive/v3/files/{id}"),
        ("https://example.ru/secret", "/"),
    ],
)
def test_a_route_is_an_address_without_what_is_the_offices_own(address: str, route: str) -> None:
    assert route_of(address) == route


def test_an_answer_of_json_that_is_no_object_is_no_answer(bench: Bench) -> None:
    bench.faults.faults.append(always(Answer(200, b"[1, 2]", {"Content-Type": "application/json"})))
    with pytest.raises(GoogleError) as found:
        bench.read()
    assert found.value.failure.code == "cut"


def test_the_clock_is_compared_with_googles(bench: Bench) -> None:
    bench.read()
    assert bench.client.skew is None
    body = {"spreadsheetId": bench.id, "properties": {"title": "Команды"}}
    bench.faults.faults.append(always(answered(body, headers={"Date": "Mon, 02 Feb 2026 02:40:00 GMT"})))
    bench.times.wall = 1_770_000_000.0 + 90
    bench.read()
    assert bench.client.skew == 90
