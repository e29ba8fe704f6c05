"""When no answer comes at all: a closed port, a proxy, a certificate of somebody else."""

from pathlib import Path

import pytest

from config.google import GoogleSection
from sync.google.credentials import account_of
from sync.google.failures import GoogleError
from sync.google.http import SheetsHTTP
from tests.sheets_server.running import running
from tests.sync.google.bench import GOOGLES, client_of
from tests.sync.google.offices import write_key
from tests.sync.google.proxies import made_up_certificate, proxy
from tests.sync.google.times import Times


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
