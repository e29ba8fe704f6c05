"""The service's tabs of one spreadsheet → the requests of one atomic batch, and what must be true after it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from reports.formats.google import (
    dressed,
    emptied,
    filled,
    led,
    requests_for,
    shaped,
    size_of,
    values_of,
    weight,
)
from reports.formats.google_paint import painted
from reports.sheet import Sheet
from sync.google.own_tabs import (
    Mark,
    Request,
    added,
    check_only_ours,
    content_digest,
    free_id,
    marked,
    protected,
    sheet_id_of,
)
from sync.google.spreadsheet import Spreadsheet, Tab

MOST_BYTES = 2_500_000
"""Of JSON in one call: Google recommends 2 MB and sets no limit."""

_STAGING = "подготовка"
_BESIDE = "сервис"


@dataclass(frozen=True)
class Desired:
    """A tab as it should be: its service name, what it holds, the run that writes it.

    `index` is its place among the tabs when it is made, None for after all others; `token` is that of the lease.
    """

    name: str
    sheet: Sheet
    run: int
    index: int | None
    token: int = 0

    @cached_property
    def mark(self) -> Mark:
        """The mark that it will bear."""
        return Mark(self.run, content_digest(values_of(self.sheet)), self.token)


@dataclass(frozen=True)
class Batch:
    """One call: its requests, the titles of the tabs that it is about."""

    requests: tuple[Request, ...]
    titles: tuple[str, ...] = ()


def batches(tabs: Sequence[Desired], present: Spreadsheet, account: str | None) -> tuple[Batch, ...]:
    """The calls that put the tabs into one spreadsheet. The last one changes what people see, all of it at once.

    What is too heavy for one call is laid down first in a hidden tab beside, in parts, and copied by the last call.
    Raises ForeignTabError when a request would touch a tab that is not ours.
    """
    numbers = {name.rpartition("#")[2]: tab.sheet_id for name, tab in present.ours.items()}
    numbers |= {tab.sheet.tab: _number(tab.name, present) for tab in tabs}
    whole = [_Publishing(_led(tab, numbers), present, account) for tab in tabs]
    last = [request for one in whole for request in one.requests()]
    early: list[Batch] = []
    if weight(last) > MOST_BYTES:
        early = [batch for one in whole if one.is_heavy for batch in one.staged()]
        last = [request for one in whole for request in (one.swapped() if one.is_heavy else one.requests())]
    done = (*early, Batch(tuple(last), tuple(one.title for one in whole)))
    ours = {tab.sheet_id for tab in present.ours.values()}
    allowed = frozenset(ours | {one.sheet_id for one in whole} | {one.staging for one in whole})
    for batch in done:
        check_only_ours(batch.requests, allowed)
    return done


def _led(tab: Desired, numbers: Mapping[str, int]) -> Desired:
    sheet = led(tab.sheet, numbers)
    return tab if sheet is tab.sheet else replace(tab, sheet=sheet)


def _number(name: str, present: Spreadsheet) -> int:
    """The sheetId of our tab: of the one that stands, or of the one that will be made."""
    standing = present.ours.get(name)
    return standing.sheet_id if standing else free_id(name, {tab.sheet_id for tab in present.tabs})


def title_of(own: str, sheet_id: int, present: Spreadsheet) -> str:
    """The tab's own title, or another one when somebody of the staff has taken it."""
    others = {tab.title.lower() for tab in present.tabs if tab.sheet_id != sheet_id}
    return own if own.lower() not in others else f"{own} ({_BESIDE})"[:100]


@dataclass(frozen=True)
class _Publishing:
    """One tab on its way."""

    tab: Desired
    present: Spreadsheet
    account: str | None

    @property
    def standing(self) -> Tab | None:
        return self.present.ours.get(self.tab.name)

    @property
    def sheet_id(self) -> int:
        return _number(self.tab.name, self.present)

    @property
    def charts(self) -> frozenset[int]:
        return self.standing.charts if self.standing is not None else frozenset()

    @property
    def rules(self) -> int:
        return self.standing.rules if self.standing is not None else 0

    @property
    def staging(self) -> int:
        return sheet_id_of(f"{self.tab.name} {_STAGING}")

    @property
    def is_heavy(self) -> bool:
        return weight(filled(self.tab.sheet, self.sheet_id)) > MOST_BYTES // 4

    @property
    def title(self) -> str:
        return title_of(self.tab.sheet.tab, self.sheet_id, self.present)

    def requests(self) -> list[Request]:
        return [*self._made(), *requests_for(self.tab.sheet, self.sheet_id, self.charts, self.rules), self._marked()]

    def swapped(self) -> list[Request]:
        """The same with the cells taken from the hidden tab, which is thrown away."""
        rows, columns = size_of(self.tab.sheet)
        area = {"startRowIndex": 0, "endRowIndex": rows, "startColumnIndex": 0, "endColumnIndex": columns}
        copied = {
            "source": {"sheetId": self.staging, **area},
            "destination": {"sheetId": self.sheet_id, **area},
            "pasteType": "PASTE_NORMAL",
        }
        return [
            *self._made(),
            *emptied(self.sheet_id, self.charts, self.rules),
            shaped(self.tab.sheet, self.sheet_id),
            {"copyPaste": copied},
            *painted(self.tab.sheet, self.sheet_id),
            *dressed(self.tab.sheet, self.sheet_id),
            {"deleteSheet": {"sheetId": self.staging}},
            self._marked(),
        ]

    def staged(self) -> list[Batch]:
        """The calls that lay the cells down in the hidden tab; one left by an earlier try is thrown away first."""
        name = f"{self.tab.name} {_STAGING}"
        old = any(tab.sheet_id == self.staging for tab in self.present.tabs)
        begin: list[Request] = [{"deleteSheet": {"sheetId": self.staging}}] if old else []
        begin += added(name, f"{self.title} ({_STAGING})"[:100], None, self.staging)
        begin.append(_hidden(self.staging))
        begin.append(shaped(self.tab.sheet, self.staging))
        parts = filled(self.tab.sheet, self.staging, MOST_BYTES // 2)
        return [Batch((*begin, parts[0])), *(Batch((part,)) for part in parts[1:])]

    def _made(self) -> list[Request]:
        """The tab itself when it is not there, its title, and its protection when somebody took it off."""
        rooms = self.tab.sheet.rooms
        closed = protected(self.sheet_id, self.account, rooms)
        if self.standing is None:
            return [*added(self.tab.name, self.title, self.tab.index, self.sheet_id), closed]
        titled: Request = {
            "updateSheetProperties": {
                "properties": {"sheetId": self.sheet_id, "title": self.title, "hidden": False},
                "fields": "title,hidden",
            }
        }
        if self.standing.locked and self.standing.rooms == rooms:
            return [titled]
        old: Request = {"deleteProtectedRange": {"protectedRangeId": self.standing.lock_id}}
        return [titled, old, closed] if self.standing.locked else [titled, closed]

    def _marked(self) -> Request:
        return marked(self.sheet_id, self.tab.mark, self.standing.mark_id if self.standing else None)


def _hidden(sheet_id: int) -> Request:
    return {"updateSheetProperties": {"properties": {"sheetId": sheet_id, "hidden": True}, "fields": "hidden"}}


def digests_after(reply: Mapping[str, Any], tabs: Iterable[Desired]) -> dict[str, str]:  # Any: what the API gives
    """Service name → digest of what stands after a write, for the tabs whose mark came back in the answer."""
    found: dict[str, str] = {}
    marks = {tab.name: str(tab.mark) for tab in tabs}
    for sheet in reply.get("updatedSpreadsheet", {}).get("sheets", ()):
        metadata = {one["metadataKey"]: one.get("metadataValue", "") for one in sheet.get("developerMetadata", ())}
        name = metadata.get("rpo.tab", "")
        if name in marks and metadata.get("rpo.mark") == marks[name]:
            found[name] = content_digest(_values(sheet.get("data", ())))
    return found


def _values(data: Sequence[Mapping[str, Any]]) -> list[list[object]]:  # Any: what the API gives
    rows = data[0].get("rowData", ()) if data else ()
    return [[_value(cell.get("effectiveValue", {})) for cell in row.get("values", ())] for row in rows]


def _value(effective: Mapping[str, Any]) -> object:  # Any: what the API gives
    return next(iter(effective.values()), None)
