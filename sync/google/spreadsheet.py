"""What is known of a spreadsheet besides its values: its tabs, whose they are, merged and hidden cells, its locale."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from reports.sheet import Room
from sync.google.own_tabs import MARK_KEY, TAB_KEY, Mark, is_own_id, mark_of
from validators.grid import Area

Json = Mapping[str, Any]  # Any: what the Sheets API answers
_T = TypeVar("_T")

_PROTECTED = (
    "protectedRanges(protectedRangeId,range,unprotectedRanges,warningOnly,requestingUserCanEdit,editors(users))"
)
METADATA_FIELDS = (
    "spreadsheetId,properties(title,locale,timeZone),sheets(properties(sheetId,title,sheetType,hidden),"
    "merges,charts(chartId),conditionalFormats(ranges(sheetId)),developerMetadata(metadataId,metadataKey,metadataValue),"
    f"{_PROTECTED},"
    "data(startRow,startColumn,rowMetadata(hiddenByUser,hiddenByFilter),columnMetadata(hiddenByUser)))"
)
"""Everything but values: one call gives it."""

OWN_FIELDS = (
    "replies,updatedSpreadsheet(sheets(properties(sheetId,title,hidden),charts(chartId),"
    "conditionalFormats(ranges(sheetId)),"
    f"developerMetadata(metadataId,metadataKey,metadataValue),{_PROTECTED},"
    "data(startRow,startColumn,rowData(values(effectiveValue)))))"
)
"""What is asked back of a write: the marks and the values of the tabs that it wrote."""


@dataclass(frozen=True)
class Lock:
    """A protected range: whether our account may edit it, and whether it is named among its editors."""

    editable: bool
    editors: frozenset[str]


@dataclass(frozen=True)
class Tab:
    """One tab. `name` is the service name of a tab of ours, None for one of staff; hidden ones are counted from 1.

    `mark_id` is the metadataId of the mark; `locked` — the whole tab is protected and only our account may edit it,
    by the protection `lock_id`, but for the `rooms` that are left open; `charts` — the numbers of charts over it;
    `rules` — how many conditional formats it has.
    """

    sheet_id: int
    title: str
    is_grid: bool = True
    hidden: bool = False
    name: str | None = None
    mark: Mark | None = None
    mark_id: int | None = None
    locked: bool = False
    lock_id: int | None = None
    rooms: tuple[Room, ...] = ()
    locks: tuple[Lock, ...] = ()
    merges: tuple[Area, ...] = ()
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    charts: frozenset[int] = frozenset()
    rules: int = 0


@dataclass(frozen=True)
class Spreadsheet:
    """A spreadsheet as its metadata tell it."""

    id: str
    title: str
    locale: str
    time_zone: str
    tabs: tuple[Tab, ...]

    @property
    def ours(self) -> dict[str, Tab]:
        """Service name → our tab; a copy that somebody made of it is theirs, though it bears the same metadata."""
        return {tab.name: tab for tab in self.tabs if tab.name is not None and is_own_id(tab.name, tab.sheet_id)}

    @property
    def staffs(self) -> tuple[Tab, ...]:
        """The tabs in which staff type."""
        return tuple(tab for tab in self.tabs if tab.name is None and tab.is_grid)

    def foreign_locks(self, account: str | None) -> tuple[Lock, ...]:
        """Ranges that staff have protected, and not for our account."""
        return tuple(lock for tab in self.staffs for lock in tab.locks if lock.editors and account not in lock.editors)

    def address(self, tab: Tab) -> str:
        """The tab in the browser."""
        return f"https://docs.google.com/spreadsheets/d/{self.id}/edit#gid={tab.sheet_id}"


def spreadsheet_of(body: Json) -> Spreadsheet:
    """The metadata of an answer; what it leaves out is as Google leaves it out. Raises ValueError for another thing."""
    properties, sheets = _one(body, "properties"), _many(body, "sheets")
    if not sheets:
        msg = "a spreadsheet without a single tab is half an answer"
        raise ValueError(msg)
    return Spreadsheet(
        _told(body, "spreadsheetId", str),
        _told(properties, "title", str),
        _told(properties, "locale", str, "en_US"),
        _told(properties, "timeZone", str, "Etc/GMT"),
        tuple(map(_tab, sheets)),
    )


def _told(of: Json, key: str, kind: type[_T], default: _T | None = None) -> _T:
    """What stands under the key; without a default it must be there. Raises ValueError."""
    value = of.get(key)
    found = default if value is None else value
    if not isinstance(found, kind):
        msg = f"{key} is no {kind.__name__}"
        raise ValueError(msg)  # noqa: TRY004  an answer of another shape, not a mistake of the program
    return found


def _one(of: Json, key: str) -> Json:
    return _told(of, key, dict, {})


def _many(of: Json, key: str) -> list[Json]:
    found = _told(of, key, list, [])
    if not all(isinstance(one, dict) for one in found):
        msg = f"{key} holds other things than objects"
        raise ValueError(msg)
    return found


def _tab(sheet: Json) -> Tab:
    properties = _one(sheet, "properties")
    metadata = {_told(one, "metadataKey", str, ""): one for one in _many(sheet, "developerMetadata")}
    mark, name = metadata.get(MARK_KEY, {}), metadata.get(TAB_KEY)
    data, protected = _many(sheet, "data"), _many(sheet, "protectedRanges")
    lock = next(filter(_locks, protected), None)
    return Tab(
        sheet_id=_told(properties, "sheetId", int, 0),
        title=_told(properties, "title", str),
        is_grid=_told(properties, "sheetType", str, "GRID") == "GRID",
        hidden=_told(properties, "hidden", bool, default=False),
        name=_told(name, "metadataValue", str, "") if name is not None else None,
        mark=mark_of(_told(mark, "metadataValue", str, "")),
        mark_id=_told(mark, "metadataId", int, 0) or None,
        locks=tuple(map(_lock, protected)),
        locked=lock is not None,
        lock_id=_told(lock, "protectedRangeId", int, 0) if lock is not None else None,
        rooms=tuple(map(_room, _many(lock, "unprotectedRanges"))) if lock is not None else (),
        merges=tuple(map(_area, _many(sheet, "merges"))),
        hidden_rows=frozenset(_hidden(data, "startRow", "rowMetadata")),
        hidden_columns=frozenset(_hidden(data, "startColumn", "columnMetadata")),
        charts=frozenset(_told(one, "chartId", int, 0) for one in _many(sheet, "charts")),
        rules=len(_many(sheet, "conditionalFormats")),
    )


def _locks(protected: Json) -> bool:
    ends = {"startRowIndex", "endRowIndex", "startColumnIndex", "endColumnIndex"}
    return not ends & _one(protected, "range").keys() and not _told(protected, "warningOnly", bool, default=False)


def _room(place: Json) -> Room:
    left = _told(place, "startColumnIndex", int, 0)
    return Room(_told(place, "startRowIndex", int, 0), left, _told(place, "endColumnIndex", int, left) - 1)


def _lock(protected: Json) -> Lock:
    warns = _told(protected, "warningOnly", bool, default=False)
    editors = frozenset(one for one in _told(_one(protected, "editors"), "users", list, []) if isinstance(one, str))
    return Lock(_told(protected, "requestingUserCanEdit", bool, default=False) and not warns, editors)


def _area(merge: Json) -> Area:
    return Area(
        _told(merge, "startRowIndex", int, 0) + 1,
        _told(merge, "startColumnIndex", int, 0) + 1,
        _told(merge, "endRowIndex", int),
        _told(merge, "endColumnIndex", int),
    )


def _hidden(data: Iterable[Json], start: str, key: str) -> Iterator[int]:
    for block in data:
        for number, one in enumerate(_many(block, key), start=_told(block, start, int, 0) + 1):
            if one.get("hiddenByUser") or one.get("hiddenByFilter"):
                yield number
