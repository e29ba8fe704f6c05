"""The service's own tabs in a spreadsheet: known by metadata, never by title, and nothing else is ever written."""

import hashlib
import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from config.errors import OfficeError
from reports.sheet import Room

TAB_KEY = "rpo.tab"
"""Sheet-level metadata that makes a tab ours; its value is the tab's service name."""
MARK_KEY = "rpo.mark"
"""Sheet-level metadata with the generation: `run:digest:token` of the update that wrote the tab last."""

Request = dict[str, Any]  # Any: a request of the Sheets API


class ForeignTabError(OfficeError):
    """Служба едва не записала в лист сотрудников: запись остановлена, ничего не изменено."""

    exit_code = 3


@dataclass(frozen=True)
class Mark:
    """Which update wrote a tab: the number of the run and the first digits of the digest of what it wrote.

    `token` is that of the lease under which it wrote (sync/lease.py), 0 when there was none.
    """

    run: int
    digest: str
    token: int = 0

    def __str__(self) -> str:
        """As it stands in the metadata."""
        return f"{self.run}:{self.digest[:16]}" + (f":{self.token}" if self.token else "")


def mark_of(text: str) -> Mark | None:
    """The mark from the metadata; None when it is not one of ours."""
    run, _, rest = text.partition(":")
    digest, _, token = rest.partition(":")
    return Mark(int(run), digest, int(token) if token.isdecimal() else 0) if run.isdecimal() and digest else None


_TURNS = 8


def sheet_id_of(name: str, turn: int = 0) -> int:
    """The sheetId that a tab of this service name gets: the same every time, so a repeated request makes no second.

    `turn` — how many tabs that bear no name of ours have such a number already.
    """
    told = f"rpo tab {name}" + (f" {turn}" if turn else "")
    return int.from_bytes(hashlib.sha256(told.encode()).digest()[:4]) % 2_000_000_000 + 1_000


def free_id(name: str, taken: Collection[int]) -> int:
    """The first number for a new tab of ours that no tab has: one that lost its name keeps its number."""
    numbers = (sheet_id_of(name, turn) for turn in range(_TURNS))
    return next((one for one in numbers if one not in taken), sheet_id_of(name))


def is_own_id(name: str, sheet_id: int) -> bool:
    """The number is one that a tab of this service name gets, and no copy of it."""
    return any(sheet_id == sheet_id_of(name, turn) for turn in range(_TURNS))


def added(name: str, title: str, index: int | None, sheet_id: int) -> list[Request]:
    """Requests that make our tab: the sheet itself (at the end without an index), and whose it is."""
    properties = {"sheetId": sheet_id, "title": title} | ({} if index is None else {"index": index})
    return [{"addSheet": {"properties": properties}}, _metadata(sheet_id, TAB_KEY, name)]


def protected(sheet_id: int, account: str | None, rooms: Iterable[Room] = ()) -> Request:
    """The request that closes the whole tab for everybody but our account (and the owner of the spreadsheet).

    The rooms stay open: there staff write.
    """
    editors = {"users": [account]} if account else {}
    words = "Лист заполняет сервис: исправляйте в реестре"
    closed = {"range": {"sheetId": sheet_id}, "description": words, "warningOnly": False, "editors": editors}
    opened = [
        {
            "sheetId": sheet_id,
            "startRowIndex": room.top,
            "startColumnIndex": room.left,
            "endColumnIndex": room.right + 1,
        }
        for room in rooms
    ]
    return {"addProtectedRange": {"protectedRange": closed | ({"unprotectedRanges": opened} if opened else {})}}


def marked(sheet_id: int, mark: Mark, metadata_id: int | None) -> Request:
    """The request that puts the mark on a tab: a new one, or a new value of the one that is there."""
    if metadata_id is None:
        return _metadata(sheet_id, MARK_KEY, str(mark))
    return {
        "updateDeveloperMetadata": {
            "dataFilters": [{"developerMetadataLookup": {"metadataId": metadata_id}}],
            "developerMetadata": {"metadataValue": str(mark)},
            "fields": "metadataValue",
        }
    }


def _metadata(sheet_id: int, key: str, value: str) -> Request:
    return {
        "createDeveloperMetadata": {
            "developerMetadata": {
                "metadataKey": key,
                "metadataValue": value,
                "location": {"sheetId": sheet_id},
                "visibility": "DOCUMENT",
            }
        }
    }


def check_only_ours(requests: Iterable[Request], ours: frozenset[int]) -> None:
    """Raises ForeignTabError when a request names a sheet that is not ours; sheet 0 is named by silence, too."""
    for request in requests:
        for sheet_id in _sheets_in(request):
            if sheet_id not in ours:
                raise ForeignTabError


_RANGE_KEYS = frozenset({"startRowIndex", "endRowIndex", "startColumnIndex", "endColumnIndex", "dimension", "rowIndex"})


def _sheets_in(value: object) -> Iterator[int]:
    if isinstance(value, Mapping):
        if "sheetId" in value:
            yield int(value["sheetId"])
        elif _RANGE_KEYS & value.keys():
            yield 0
        for inner in value.values():
            yield from _sheets_in(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _sheets_in(inner)


def content_digest(rows: Iterable[Iterable[object]]) -> str:
    """The digest of a tab's values, as `values:batchGet` gives them: trailing empty cells and rows do not count."""
    plain = [_trimmed([_plain(cell) for cell in row]) for row in rows]
    while plain and not plain[-1]:
        plain.pop()
    return hashlib.sha256(json.dumps(plain, ensure_ascii=False).encode("utf-8", "surrogatepass")).hexdigest()


def _trimmed(cells: list[object]) -> list[object]:
    while cells and cells[-1] == "":
        cells.pop()
    return cells


def _plain(cell: object) -> object:
    match cell:
        case None | "":
            return ""
        case bool() | str():
            return cell
        case int() | float():
            return f"{cell:.12g}"
        case _:
            return str(cell)
