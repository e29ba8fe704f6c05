"""A client of one spreadsheet on a bench: the server, its faults, and the client's own clock."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from config.google import GoogleSection
from sync.google.credentials import account_of
from sync.google.http import SheetsHTTP
from sync.google.ports import Ports
from tests.sheets_server.call import Answer, Call
from tests.sheets_server.faults import Rule
from tests.sheets_server.running import Running
from tests.sheets_server.surroundings import Surroundings
from tests.sync.google.faulty import Faults
from tests.sync.google.offices import write_key
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
