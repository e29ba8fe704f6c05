"""A small office whose registers stand in the local Sheets server, for tests of whole updates."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from time import time
from typing import Any

from sync.backends.folder import FolderBackend
from sync.demo.in_google import entered
from sync.desk import Desk
from tests.sheets_server.call import Call
from tests.sheets_server.keys import key_file
from tests.sheets_server.running import Running
from tests.sync.google.virtual import VirtualTime
from tests.sync.offices import STAFF, Rows, desk_of, mentor, team, write_book
from validators.grid import Grid

OWNER = "owner@example.ru"
ACCOUNT = "rpo@rpo-test.iam.gserviceaccount.com"
SETTINGS = """
[office]
region = "Приозёрская область"
today = 2026-04-15
{zone}
[registers]
kept = ["STAFF", "TEAM", "MENT"]

[storage]
kind = "{kind}"

[personal_data]
mode = "{mode}"

[limits]
vanish_rows = 2

[google]
endpoint = "{url}"
{reports}
{spreadsheets}
"""


@dataclass(frozen=True)
class GoogleOfficeOnTest:
    """The office: its folder, the server, and the ids of its spreadsheets by what people call them."""

    folder: Path
    server: Running
    ids: Mapping[str, str]

    def desk(self) -> Desk:
        """The office as a new process opens it; its pauses last no time."""
        return replace(desk_of(self.folder), ports=VirtualTime(time()).ports)

    def ask(
        self, method: str, path: str, body: object = None, query: Mapping[str, str] | None = None
    ) -> Any:  # Any: JSON
        """A call made by the owner of the spreadsheets, past HTTP. Fails the test when it is refused."""
        data = json.dumps(body).encode() if body is not None else b""
        call = Call(method, path, {key: [value] for key, value in (query or {}).items()}, data, email=OWNER)
        answer = self.server.sheets.answer(call)
        assert answer.status < 300, answer.body.decode()
        return json.loads(answer.body) if answer.body else None

    def batch(self, name: str, requests: Sequence[Mapping[str, Any]]) -> Any:  # Any: JSON
        """A batchUpdate by the owner."""
        return self.ask("POST", f"/v4/spreadsheets/{self.ids[name]}:batchUpdate", {"requests": list(requests)})

    def tabs(self, name: str) -> dict[str, int]:
        """Title → sheetId."""
        got = self.ask("GET", f"/v4/spreadsheets/{self.ids[name]}")
        return {one["properties"]["title"]: one["properties"].get("sheetId", 0) for one in got["sheets"]}

    def values(self, name: str, tab: str) -> list[list[Any]]:  # Any: what a cell holds
        """The values of a tab, as a person's program would read them."""
        path = f"/v4/spreadsheets/{self.ids[name]}/values/'{tab}'"
        return list(self.ask("GET", path, query={"valueRenderOption": "UNFORMATTED_VALUE"}).get("values", []))

    def type(self, name: str, cell: str, value: object) -> None:
        """A person types into a cell, as the keyboard would."""
        path = f"/v4/spreadsheets/{self.ids[name]}/values/{cell}"
        self.ask("PUT", path, {"values": [[value]]}, {"valueInputOption": "USER_ENTERED"})


def write_key(path: Path, url: str, **changed: object) -> Path:
    """The key of the test account, whose token address is the server."""
    path.parent.mkdir(parents=True, exist_ok=True)
    key_file(path, ACCOUNT, f"{url}/token")
    if changed:
        path.write_text(json.dumps(json.loads(path.read_text(encoding="utf-8")) | changed), encoding="utf-8")
    return path


def make_spreadsheet(server: Running, name: str, role: str = "writer") -> str:
    """A spreadsheet that a person made and shared with the account of the service."""
    book = server.world.create(name, owner=OWNER, locale="ru_RU", zone="Europe/Moscow")
    if role:
        server.world.files[book.id]["permissions"].append(server.world.permission(role, ACCOUNT))
    return book.id


def fill(office: GoogleOfficeOnTest, name: str, grids: Sequence[Grid]) -> None:
    """Staff fill a spreadsheet: a tab for every grid, in place of the first empty one."""
    requests: list[dict[str, Any]] = []
    for number, grid in enumerate(grids, start=1):
        size = {"rowCount": max(len(grid.rows) + 20, 50), "columnCount": max(grid.width + 2, 5)}
        properties = {"sheetId": number, "title": grid.tab, "gridProperties": size}
        requests.append({"addSheet": {"properties": properties}})
        rows = [{"values": [entered(cell) for cell in row]} for row in grid.rows]
        start = {"sheetId": number, "rowIndex": 0, "columnIndex": 0}
        requests.append({"updateCells": {"start": start, "rows": rows, "fields": "userEnteredValue"}})
    office.batch(name, [*requests, {"deleteSheet": {"sheetId": 0}}])


def build(
    folder: Path, server: Running, *, kind: str = "google", mode: str = "in_sheet", teams: Rows | None = None
) -> GoogleOfficeOnTest:
    """Three registers in two spreadsheets, and one for reports; in a mixed office mentors stay in the folder."""
    folder.mkdir(exist_ok=True)
    write_key(folder / "private" / "google-key.json", server.url)
    books = {"РПО": {"STAFF": STAFF}, "Команды": {"TEAM": teams or [team(number) for number in range(1, 7)]}}
    mentors = {"MENT": [mentor(number) for number in range(1, 7)]}
    if kind == "google":
        books["Команды"] |= mentors
    else:
        write_book(folder, ["MENT"], mentors)
    ids = {name: make_spreadsheet(server, name) for name in (*books, "Отчёты РПО")}
    parts = [
        f'[[google.spreadsheet]]\nid = "{ids[name]}"\nname = "{name}"\nregisters = {json.dumps([*rows])}\n'
        for name, rows in books.items()
    ]
    reports = f'reports_spreadsheet = "{ids["Отчёты РПО"]}"'
    text = SETTINGS.format(
        kind=kind, mode=mode, url=server.url, reports=reports, spreadsheets="\n".join(parts), zone=""
    )
    (folder / "office.toml").write_text(text, encoding="utf-8")
    office = GoogleOfficeOnTest(folder, server, ids)
    for name, rows in books.items():
        draft = folder / "draft"
        write_book(draft, [*rows], rows)
        (read,) = FolderBackend(draft / "registers", desk_of(folder).settings).read()
        fill(office, name, read.grids)
        next((draft / "registers").iterdir()).unlink()
    return office
