"""The desk of one run: the office folder, its settings, the day and the moment, and where everything lies."""

import os
from argparse import Namespace
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from zoneinfo import ZoneInfo

from config import apart
from config.errors import SettingsError, UsageError
from config.exports import check_headings
from config.imports import FOLDER
from config.placing import check_spreadsheets, with_sources
from config.registers import REGISTERS
from config.settings import Settings, parse
from sync.answers import only_answers
from sync.backends import BACKENDS
from sync.backends.base import Backend
from sync.backends.folder import FolderBackend
from sync.google.office import GoogleOffice
from sync.google.ports import Ports
from sync.google.shelf import GoogleShelf
from sync.shelves.folder import FolderShelf
from sync.shelves.shelves import Shelves
from sync.state.address import SQLITE, Place, Server
from sync.writer import Writer

SETTINGS_FILE = "office.toml"


@dataclass(frozen=True)
class Desk:
    """One office as a command sees it. `moment` is the time in the office's zone; `today` may be set by a person.

    `ports` are the time and the chance by which Google is waited for; `writer` is the right to write of this process.
    """

    root: Path
    settings: Settings
    settings_text: str
    today: date
    moment: datetime
    ports: Ports = field(default_factory=Ports)
    writer: Writer = field(default_factory=Writer)

    @property
    def now(self) -> datetime:
        """The clock of the office as it goes on; `moment` is when the command began."""
        return datetime.now(ZoneInfo(self.settings.office.time_zone))

    @property
    def registers(self) -> Path:
        """The staff's workbooks: read, never written."""
        return self.root / self.settings.storage.folder

    @property
    def reports(self) -> Path:
        """What the service makes."""
        return self.root / "reports"

    @property
    def named_documents(self) -> Path:
        """Documents that name people: they stay on this machine."""
        return self.root / apart.FOLDER / apart.DOCUMENTS

    @property
    def made(self) -> Path:
        """The file that knows which files were made on demand, and what was in them."""
        return self.state.parent / "made.json"

    @property
    def templates(self) -> Path:
        """The office's own templates of documents."""
        return self.root / "templates"

    @property
    def state(self) -> Path:
        """The file of the history; beside it the machine keeps what is its own, wherever the history is."""
        url = self.settings.state.url
        return self.root / (url.removeprefix(SQLITE) if url.startswith(SQLITE) else "state/rpo.sqlite")

    @property
    def history(self) -> Place:
        """Where the history is kept: that file, or a server."""
        state = self.settings.state
        if state.url.startswith(SQLITE):
            return self.state
        return Server(state.url, self.root / state.password_file if state.password_file else None)

    def backend(self) -> Backend:
        """The backend that the settings name."""
        return BACKENDS[self.settings.storage.kind](self.registers, self.settings, self.google)

    @cached_property
    def google(self) -> GoogleOffice:
        """The office's spreadsheets; nothing is asked of Google until somebody looks."""
        return GoogleOffice(self.settings.google, self.root, self.state.parent / "google.json", self.ports)

    @property
    def calls(self) -> dict[str, int]:
        """How often Google was asked and told in this process; empty for an office in a folder."""
        if self.settings.storage.kind == "folder":
            return {}
        tries = self.google.http.calls.tries
        return {kind: tries[kind] for kind in ("metadata", "read", "write")}

    @cached_property
    def shelves(self) -> Shelves:
        """Where the reports stand."""
        folder = FolderShelf(self.reports, only_answers, self.writer.check)
        if self.settings.storage.kind == "folder":
            return Shelves((folder,))
        return Shelves((GoogleShelf(self.google, self.settings, self.reports, only_answers, self.writer), folder))

    def exports(self) -> Backend | None:
        """Where the exports of other systems lie: always a folder on this machine; None while there is none."""
        folder = self.root / FOLDER
        return FolderBackend(folder, self.settings) if folder.is_dir() else None

    def private(self) -> Backend | None:
        """Where names are kept by codes: always a folder on this machine; None in an office that has none apart."""
        folder = self.root / apart.FOLDER
        if self.settings.personal_data.mode != "codes" or not folder.is_dir():
            return None
        return FolderBackend(folder, self.settings, apart.DOCUMENTS)


def open_desk(options: Namespace) -> Desk:
    """Finds the office (option, RPO_OFFICE, the nearest office.toml upwards) and reads its settings."""
    file = _find(options.office)
    try:
        text = file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(
            f"Файл настроек {file} не читается.", advice="Проверьте права на файл и сохраните его в кодировке UTF-8."
        ) from error
    settings = parse(text, os.environ, tuple(one.key for one in REGISTERS))
    check_headings(text, settings.imports)
    check_spreadsheets(text, settings)
    settings = with_sources(settings)
    now = datetime.now(ZoneInfo(settings.office.time_zone))
    today = _day(options.today) or settings.office.today or now.date()
    return Desk(file.parent, settings, text, today, now)


def _find(given: str | None) -> Path:
    named = given or os.environ.get("RPO_OFFICE")
    if named:
        path = Path(named)
        file = path / SETTINGS_FILE if path.is_dir() else path
        if not file.is_file():
            raise SettingsError(
                f"Файла настроек {file} нет.", advice="Укажите путь к office.toml или создайте офис: rpo init ПАПКА."
            )
        return file.resolve()
    for folder in (Path.cwd(), *Path.cwd().parents):
        if (folder / SETTINGS_FILE).is_file():
            return folder / SETTINGS_FILE
    raise SettingsError(
        "Здесь нет офиса: файл office.toml не найден ни в этой папке, ни выше.",
        advice="Перейдите в папку офиса, укажите --office ПУТЬ или создайте офис: rpo init ПАПКА.",
    )


def _day(text: str | None) -> date | None:
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise UsageError(f"«{text}» — не дата.", advice="Дата пишется так: 2026-04-15.") from error
