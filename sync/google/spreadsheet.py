"""What is known of a spreadsheet besides its values: its tabs, whose they are, merged and hidden cells, its locale."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sync.google.own_tabs import MARK_KEY, TAB_KEY, Mark, mark_of, sheet_id_of
from validators.grid import Area

Json = Mapping[str, Any]  # Any: what the Sheets API answers

_PROTECTED = "protectedRanges(protectedRangeId,range,warningOnly,requestingUserCanEdit,editors(users))"
METADATA_FIELDS = (
    "spreadsheetId,properties(title,locale,timeZone),sheets(properties(sheetId,title,index,sheetType,hidden,"
    "gridProperties(rowCount,columnCount)),merges,developerMetadata(metadataId,metadataKey,metadataValue),"
    f"{_PROTECTED},"
    "data(startRow,startColumn,rowMetadata(hiddenByUser,hiddenByFilter),columnMetadata(hiddenByUser)))"
)
"""Everything but values: one call gives it."""

OWN_FIELDS = (
    "replies,updatedSpreadsheet(sheets(properties(sheetId,title,index,hidden,gridProperties(rowCount,columnCount)),"
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
    """One tab. `name` is the service name of a tab of ours, None for one of staff; rows and columns are 1-based.

    `mark_id` is the metadataId of the mark; `locked` — the whole tab is protected and only our account may edit it.
    """

    sheet_id: int
    title: str
    rows: int = 0
    columns: int = 0
    index: int = 0
    is_grid: bool = True
    hidden: bool = False
    name: str | None = None
    mark: Mark | None = None
    mark_id: int | None = None
    locked: bool = False
    locks: tuple[Lock, ...] = ()
    merges: tuple[Area, ...] = ()
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()


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
        return {tab.name: tab for tab in self.tabs if tab.name is not None and tab.sheet_id == sheet_id_of(tab.name)}

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
    """The metadata of an answer. Raises KeyError, TypeError or ValueError when it is not such an answer."""
    properties = body["properties"]
    return Spreadsheet(
        body["spreadsheetId"],
        properties["title"],
        properties.get("locale", "en_US"),
        properties.get("timeZone", "Etc/GMT"),
        tuple(map(_tab, body["sheets"])),
    )


def _tab(sheet: Json) -> Tab:
    properties = sheet["properties"]
    grid = properties.get("gridProperties", {})
    metadata = {one["metadataKey"]: one for one in sheet.get("developerMetadata", ())}
    mark = metadata.get(MARK_KEY, {})
    data = sheet.get("data", ())
    return Tab(
        sheet_id=properties.get("sheetId", 0),
        title=properties["title"],
        rows=grid.get("rowCount", 0),
        columns=grid.get("columnCount", 0),
        index=properties.get("index", 0),
        is_grid=properties.get("sheetType", "GRID") == "GRID",
        hidden=properties.get("hidden", False),
        name=metadata.get(TAB_KEY, {}).get("metadataValue"),
        mark=mark_of(mark.get("metadataValue", "")),
        mark_id=mark.get("metadataId"),
        locks=tuple(map(_lock, sheet.get("protectedRanges", ()))),
        locked=any(_locks(one) for one in sheet.get("protectedRanges", ())),
        merges=tuple(map(_area, sheet.get("merges", ()))),
        hidden_rows=frozenset(_hidden(data, "startRow", "rowMetadata")),
        hidden_columns=frozenset(_hidden(data, "startColumn", "columnMetadata")),
    )


def _locks(protected: Json) -> bool:
    whole = (
        not {"startRowIndex", "endRowIndex", "startColumnIndex", "endColumnIndex"} & protected.get("range", {}).keys()
    )
    return whole and not protected.get("warningOnly", False)


def _lock(protected: Json) -> Lock:
    warns = protected.get("warningOnly", False)
    editors = frozenset(protected.get("editors", {}).get("users", ()))
    return Lock(protected.get("requestingUserCanEdit", False) and not warns, editors)


def _area(merge: Json) -> Area:
    return Area(
        merge.get("startRowIndex", 0) + 1,
        merge.get("startColumnIndex", 0) + 1,
        merge["endRowIndex"],
        merge["endColumnIndex"],
    )


def _hidden(data: Iterable[Json], start: str, key: str) -> Iterator[int]:
    for block in data:
        for number, one in enumerate(block.get(key, ()), start=block.get(start, 0) + 1):
            if one.get("hiddenByUser") or one.get("hiddenByFilter"):
                yield number
