"""The world of one server: its files, its spreadsheets, its clock and its chance."""

import random
import string
from dataclasses import dataclass, field
from datetime import datetime
from threading import RLock
from zoneinfo import ZoneInfo

from tests.sheets_server.clock import Clock, RealClock, stamp
from tests.sheets_server.edit import Edit
from tests.sheets_server.errors import denied, drive_error, drive_not_found, no_spreadsheet, not_found
from tests.sheets_server.identities import Identities
from tests.sheets_server.lateness import Lateness
from tests.sheets_server.model import Sheet, Spreadsheet
from tests.sheets_server.plain import Json

SPREADSHEET = "application/vnd.google-apps.spreadsheet"
FOLDER = "application/vnd.google-apps.folder"
_LETTERS = string.ascii_letters + string.digits + "-_"
_RANKS = {"reader": 1, "commenter": 2, "writer": 3, "fileOrganizer": 4, "organizer": 4, "owner": 5}


@dataclass
class World:
    """Everything the server remembers.

    `files` are Drive's own records (File of v3, with `version` and `permissions`), `books` the spreadsheets among them.
    A file without permissions is open to everybody. The same seed gives the same ids again. Whoever looks at or changes
    the world while it is served holds its lock.
    """

    clock: Clock = field(default_factory=RealClock)
    seed: int = 4
    files: dict[str, Json] = field(default_factory=dict)
    books: dict[str, Spreadsheet] = field(default_factory=dict)
    comments: dict[str, list[Json]] = field(default_factory=dict)
    identities: Identities = field(default_factory=Identities)
    lateness: Lateness = field(default_factory=Lateness)
    lock: RLock = field(default_factory=RLock)
    chance: random.Random = field(init=False)
    root: str = field(init=False)

    def __post_init__(self) -> None:
        self.chance = random.Random(self.seed)
        self.root = "0A" + self._letters(17)

    def create(
        self, name: str, *, owner: str | None = None, locale: str = "en_US", zone: str = "Etc/GMT"
    ) -> Spreadsheet:
        """A new spreadsheet with one empty sheet; without an owner it is open to everybody."""
        record = self.add_file(name, SPREADSHEET, owner=owner)
        properties = {"title": name, "locale": locale, "autoRecalc": "ON_CHANGE", "timeZone": zone}
        book = Spreadsheet(record["id"], properties, [_first_sheet()])
        self.books[book.id] = book
        return book

    def add_file(self, name: str, kind: str, *, owner: str | None = None) -> Json:
        """A new record of a file; its parent is the root folder."""
        now = stamp(self.clock.now())
        record: Json = {
            "kind": "drive#file",
            "id": "1" + self._letters(43),
            "name": name,
            "mimeType": kind,
            "createdTime": now,
            "modifiedTime": now,
            "version": "1",
            "trashed": False,
            "parents": [self.root],
            "permissions": [self.permission("owner", owner)] if owner else [],
        }
        self.files[record["id"]] = record
        return record

    def permission(self, role: str, email: str) -> Json:
        """A permission of one person as Drive prints it."""
        found_id = f"{random.Random(email).randrange(10**19, 10**20)}"
        return {"kind": "drive#permission", "id": found_id, "type": "user", "role": role, "emailAddress": email}

    def rank(self, file_id: str, email: str | None) -> int:
        """What somebody may do with a file: 0 nothing, 1 read, 2 comment, 3 write, 5 owns it."""
        permissions: list[Json] = self.files[file_id].get("permissions", [])
        if email is None or not permissions:
            return _RANKS["owner"]
        ranks = [_RANKS[each["role"]] for each in permissions if _is_for(each, email)]
        return max(ranks, default=0)

    def book(self, book_id: str, email: str | None, *, to_write: bool = False) -> Spreadsheet:
        """The spreadsheet, if the caller may look at it, or write; raises 404, 403 or 400 of the Sheets API."""
        record = self.files.get(book_id)
        if record is None or record.get("trashed"):
            raise not_found()
        if self.rank(book_id, email) < (_RANKS["writer"] if to_write else _RANKS["reader"]):
            raise denied()
        if book_id not in self.books:
            raise no_spreadsheet()
        return self.books[book_id]

    def file(self, file_id: str, email: str | None, *, to_write: bool = False) -> Json:
        """The record of a file, if the caller may see it; raises 404 or 403 of the Drive API."""
        record = self.files.get(file_id)
        if record is None or not self.rank(file_id, email):
            raise drive_not_found(file_id)
        if to_write and self.rank(file_id, email) < _RANKS["writer"]:
            text = "The user does not have sufficient permissions for this file."
            raise drive_error(403, text, "insufficientFilePermissions")
        return record

    def edit(self, book_id: str, email: str | None) -> Edit:
        """An edit of a copy of the spreadsheet; nothing is changed until it is committed."""
        book = self.book(book_id, email, to_write=True)
        owners = [each.get("emailAddress") for each in self.files[book_id]["permissions"] if each["role"] == "owner"]
        return Edit(book.copy(), email, lambda each: each in owners, self.chance, self.moment(book))

    def viewer(self, book_id: str, email: str | None) -> str | None:
        """Whose eyes an answer is for; None for an owner's, which see everything."""
        return None if self.rank(book_id, email) == _RANKS["owner"] else email

    def moment(self, book: Spreadsheet) -> datetime:
        """The time where a spreadsheet is kept."""
        return self.clock.now().astimezone(ZoneInfo(book.properties["timeZone"]))

    def commit(self, edit: Edit) -> None:
        """Makes the edited copy the spreadsheet; its file is renamed with it and counts one version more."""
        if not edit.calculated:
            edit.recalculate()
        self.books[edit.book.id] = edit.book
        self.files[edit.book.id]["name"] = edit.book.properties["title"]
        self.touch(edit.book.id)

    def touch(self, file_id: str) -> None:
        """The file has changed now."""
        record = self.files[file_id]
        self.files[file_id] = record | {
            "version": str(int(record["version"]) + 1),
            "modifiedTime": stamp(self.clock.now()),
        }

    def forget(self, file_id: str) -> None:
        """The file is deleted for good."""
        self.files.pop(file_id, None)
        self.books.pop(file_id, None)
        self.comments.pop(file_id, None)

    def _letters(self, count: int) -> str:
        return "".join(self.chance.choices(_LETTERS, k=count))


def _is_for(permission: Json, email: str) -> bool:
    """The permission is this person's, their domain's or everybody's."""
    if permission["type"] == "domain":
        return email.endswith(f"@{permission['domain']}")
    return bool(permission["type"] == "anyone" or permission.get("emailAddress") == email)


def _first_sheet() -> Sheet:
    grid = {"rowCount": 1000, "columnCount": 26}
    return Sheet({"sheetId": 0, "title": "Sheet1", "index": 0, "sheetType": "GRID", "gridProperties": grid})
