"""Neither a log nor an exception tells an id, a title or a value."""

import logging
import traceback
from collections.abc import Iterator
from pathlib import Path

import pytest

from sync.google.failures import GoogleError
from sync.google.http import SheetsHTTP, route_of
from tests.sheets_server.faults import Rule
from tests.sheets_server.running import Running
from tests.sheets_server.surroundings import Surroundings
from tests.sync.google.bench import PASSING, Bench, client_of
from tests.sync.google.offices import make_spreadsheet
from tests.sync.google.times import Times


def spoken(client: SheetsHTTP, spreadsheet: str) -> None:
    """Reads and writes with titles and values that must not be told."""
    cells = [{"values": [{"userEnteredValue": {"stringValue": "Горин Марк"}}]}]
    start = {"sheetId": 0, "rowIndex": 0, "columnIndex": 0}
    update = {"updateCells": {"start": start, "rows": cells, "fields": "userEnteredValue"}}
    client.batch(spreadsheet, {"requests": [update]}, "spreadsheetId")
    client.values(spreadsheet, ["'Sheet1'!A1:B2"])


@pytest.fixture
def everybody_talks() -> Iterator[None]:
    """Every logger says all it has; afterwards it is as talkative as it was."""
    levels = {name: logging.getLogger(name).level for name in [*logging.root.manager.loggerDict]}
    for name in levels:
        logging.getLogger(name).setLevel(logging.NOTSET)
    yield
    for name, level in levels.items():
        logging.getLogger(name).setLevel(level)


@pytest.mark.usefixtures("everybody_talks")
def test_no_log_tells_an_id_a_title_or_a_value(
    tmp_path: Path, server: Running, around: Surroundings, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    client = client_of(tmp_path, server.url, Times().ports)
    spreadsheet = make_spreadsheet(server, "Команды")
    reads = Rule(("503", "cut", "429"), method="GET", first=2, route="/*")
    around.faults.set(
        (reads, Rule(("429",), method="POST", first=1, route="/*"), Rule(("cut",), first=1, route="/token"))
    )
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
