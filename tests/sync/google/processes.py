"""One office in Google, opened by one process after another."""

from dataclasses import dataclass
from pathlib import Path

from sync.google.office import GoogleOffice
from tests.sync.google.offices import GoogleOfficeOnTest
from tests.sync.google.times import Times

TEAMS = "Команды"
TAB = "Команды и проекты"


@dataclass
class Processes:
    """One office, opened by one process after another."""

    office: GoogleOfficeOnTest
    times: Times

    def new(self) -> GoogleOffice:
        desk = self.office.desk()
        return GoogleOffice(desk.settings.google, desk.root, self.memory, self.times.ports)

    @property
    def memory(self) -> Path:
        return self.office.folder / "state" / "google.json"

    @property
    def id(self) -> str:
        return self.office.ids[TEAMS]


def asked(google: GoogleOffice) -> tuple[int, int]:
    """How often metadata and values were asked for in this process."""
    return google.http.calls.tries["metadata"], google.http.calls.tries["read"]


def titles(google: GoogleOffice, spreadsheet_id: str) -> list[str]:
    return [tab.title for tab in google.read(spreadsheet_id).spreadsheet.tabs]


def rename(processes: Processes, title: str) -> None:
    properties = {"sheetId": processes.office.tabs(TEAMS)[TAB], "title": title}
    processes.office.batch(TEAMS, [{"updateSheetProperties": {"properties": properties, "fields": "title"}}])


def add(processes: Processes, title: str) -> None:
    processes.office.batch(TEAMS, [{"addSheet": {"properties": {"title": title}}}])
