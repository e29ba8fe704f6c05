"""A stage for histories: one server and one small office, put back to their start before each of them."""

import copy
import re
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from reports.row_mark import mark_of
from sync.google.names import REPORTS_TITLE
from sync.google.spreadsheet import Spreadsheet, spreadsheet_of
from sync.result import Result
from sync.run import update
from tests.sheets_server.gate import through
from tests.sheets_server.model import Sheet
from tests.sheets_server.model import Spreadsheet as Book
from tests.sheets_server.plain import Json
from tests.sheets_server.revisions import Revisions
from tests.sheets_server.running import running
from tests.sheets_server.surroundings import Surroundings
from tests.sheets_server.world import World
from tests.sync.google.offices import GoogleOfficeOnTest, build
from tests.sync.google.virtual import A_CALL, VirtualTime
from tests.sync.offices import desk_of, team

TEAMS = [team(number, **({"Стадия": "Почти"} if number % 4 == 3 else {})) for number in range(1, 9)]
BOOKS = ("РПО", "Команды", REPORTS_TITLE)
_WORDS = ("userEnteredValue", "textFormatRuns")
_STAMP = re.compile(r"Обновление №.*")


@dataclass(frozen=True)
class Moment:
    """Everything that an office in Google is made of at one time: its spreadsheets, and its folder on the machine.

    The server never changes a spreadsheet in place, it puts a changed copy there: so these stay what they were.
    """

    books: Mapping[str, Book]
    files: Mapping[str, Json]
    revisions: Revisions
    folder: Path


@dataclass
class Stage:
    """The server with everything around it, the office as it is now, and its time."""

    around: Surroundings
    office: GoogleOfficeOnTest
    shelf: Path
    time: VirtualTime = field(default_factory=VirtualTime)
    _folders: int = 0

    @property
    def world(self) -> World:
        return self.around.world

    def save(self) -> Moment:
        """Keeps the present, so that it can be put back."""
        self._folders += 1
        kept = self.shelf / f"moment {self._folders}"
        shutil.copytree(self.office.folder, kept)
        return Moment(dict(self.world.books), copy.deepcopy(self.world.files), self.around.revisions.copy(), kept)

    def put_back(self, moment: Moment, seed: int = 0) -> None:
        """Makes everything what it was; nobody disturbs and nothing fails until somebody says so again."""
        with self.world.lock:
            self.world.books = dict(moment.books)
            self.world.files = copy.deepcopy(dict(moment.files))
        self.around.revisions = moment.revisions.copy()
        self.around.faults.set(())
        self.around.counts.clear()
        shutil.rmtree(self.office.folder)
        shutil.copytree(moment.folder, self.office.folder)
        self.time = VirtualTime(seed=seed)

    def drop(self, moment: Moment) -> None:
        """It will not be put back any more."""
        shutil.rmtree(moment.folder)

    def update(self, force: str | None = None) -> Result:
        """One update by a new process."""
        return update(replace(desk_of(self.office.folder), ports=self.time.ports), force=force)

    def book(self, name: str) -> Book:
        """A spreadsheet of the office as it is now."""
        return self.world.books[self.office.ids[name]]

    def known(self, name: str) -> Spreadsheet:
        """The same as the service would learn it from metadata."""
        return spreadsheet_of(self.office.ask("GET", f"/v4/spreadsheets/{self.office.ids[name]}"))

    def ours(self) -> dict[str, Sheet]:
        """Service name → our tab as it stands now."""
        found: dict[str, Sheet] = {}
        for name in BOOKS:
            for key, tab in self.known(name).ours.items():
                sheet = self.book(name).sheet(tab.sheet_id)
                assert sheet is not None, key
                found[key] = sheet
        return found

    def told(self, *, looks: bool = True) -> dict[str, Any]:  # Any: whatever a cell holds
        """What our tabs say by their service names, but for the stamp of the update and the marks of rows: every cell
        with its value and its link, with `looks` its format, too.
        """
        return {name: _said(sheet, looks=looks) for name, sheet in self.ours().items()}


def _said(sheet: Sheet, *, looks: bool) -> dict[str, Any]:  # Any: whatever a cell holds
    cells = {place: _without_stamp(cell) for place, cell in sheet.cells.items() if not _is_mark(cell)}
    if not looks:
        cells = {at: {key: one[key] for key in _WORDS if key in one} for at, one in cells.items() if _WORDS[0] in one}
    found = {key: sheet.properties.get(key) for key in ("title", "hidden")}
    closed = [one.get("warningOnly", False) for one in sheet.protected if len(one["range"]) == 1]
    return {"cells": cells, "merges": sheet.merges if looks else [], "closed": closed, **found}


def _is_mark(cell: Json) -> bool:
    """The hidden mark of a row counts updates, as the stamp does."""
    return mark_of(cell.get("userEnteredValue", {}).get("stringValue")) is not None


def _without_stamp(cell: Json) -> Json:
    text = cell.get("userEnteredValue", {}).get("stringValue", "")
    if "Обновление №" not in text:
        return cell
    return cell | {"userEnteredValue": {"stringValue": _STAMP.sub("", text)}}


@contextmanager
def stage(*, strict: bool = True) -> Iterator[Stage]:
    """An empty stage while the block lasts: the office has been built, and not updated."""
    around = Surroundings(World())
    with tempfile.TemporaryDirectory() as name:
        shelf = Path(name)
        holder: list[Stage] = []

        def gate(call: Any, answer: Any) -> Any:  # Any: as the server's gates have it
            if holder:
                holder[0].time.pass_by(A_CALL)
            return through(around, call, answer)

        with running(around.world, gate=gate, strict=strict) as server:
            one = Stage(around, build(shelf / "office", server, teams=TEAMS), shelf)
            holder.append(one)
            yield one
