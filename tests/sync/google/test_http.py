"""The client through the real local server: what each outcome of a call leads to, and where calls may go."""

from collections.abc import Callable
from pathlib import Path

import pytest

from config.errors import SettingsError
from config.google import GoogleSection
from sync.google.credentials import account_of
from sync.google.failures import AmbiguousWriteError, GoogleError
from sync.google.http import SheetsHTTP
from tests.sheets_server.call import Answer, answered
from tests.sync.google.bench import LATER, PASSING, Bench, always


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


@pytest.mark.parametrize(("call", "code"), [(Bench.read, "not_shared"), (Bench.write, "view_only")])
def test_a_refusal_is_final_and_a_write_that_was_refused_is_not_ambiguous(
    bench: Bench, call: Callable[[Bench], object], code: str
) -> None:
    bench.server.world.files[bench.id]["permissions"].pop()
    with pytest.raises(GoogleError) as found:
        call(bench)
    assert type(found.value) is GoogleError
    assert (found.value.failure.code, sum(bench.tries.values()), bench.times.slept) == (code, 1, [])


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
