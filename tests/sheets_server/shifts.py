"""Everything that hangs on a grid goes along when its rows or columns do."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from tests.sheets_server import engine
from tests.sheets_server.changes import Change, Deleted, Inserted, Moved
from tests.sheets_server.model import COLUMNS, ROWS, Sheet, Spreadsheet
from tests.sheets_server.plain import Json, Position, Value, without
from tests.sheets_server.ranges import GridRange

__all__ = ["Change", "Deleted", "Inserted", "Moved", "shift"]
_EDGES = {ROWS: ("startRowIndex", "endRowIndex"), COLUMNS: ("startColumnIndex", "endColumnIndex")}
_RANGE_KEYS = frozenset({"sheetId", "startRowIndex", "endRowIndex", "startColumnIndex", "endColumnIndex"})
_POINT = {ROWS: "rowIndex", COLUMNS: "columnIndex"}
_WHOLE = frozenset({"range", "ranges"})
"""A thing whose range is gone, or all of whose ranges are, is gone itself."""


class _Gone:
    """Stands for a part of a document that was taken out together with its rows."""


_GONE = _Gone()
_T = TypeVar("_T")


def shift(book: Spreadsheet, sheet: Sheet, change: Change) -> None:
    """Carries out the change on the sheet and on whatever points into it; the grid grows or shrinks with it."""
    _resize(sheet, change)
    sheet.cells = _moved_cells(sheet.cells, change)
    sheet.sized[change.dimension] = _moved_sizes(sheet.sized[change.dimension], change)
    sheet.merges = [found for found in _kept(_range(each, change) for each in sheet.merges) if _more_than_a_cell(found)]
    sheet.groups[change.dimension] = list(_kept(_dimension(each, change) for each in sheet.groups[change.dimension]))
    for name in ("protected", "conditional", "banded", "tables"):
        setattr(sheet, name, moved_documents(getattr(sheet, name), sheet.id, change))
    sheet.basic_filter = next(iter(_filters([sheet.basic_filter] if sheet.basic_filter else [], sheet, change)), None)
    sheet.filter_views = _filters(sheet.filter_views, sheet, change)
    book.named = moved_documents(book.named, sheet.id, change)
    book.metadata = list(_kept(_metadata(each, sheet, change) for each in book.metadata))
    for other in book.sheets:
        other.charts = moved_documents(other.charts, sheet.id, change)
    engine.shift_formulas(book, sheet, change)


def moved_documents(documents: Iterable[Json], sheet_id: int, change: Change) -> list[Json]:
    """The documents with every GridRange of that sheet where it is after the change; what lost its range is gone."""
    found = (_walk(each, sheet_id, change) for each in documents)
    return [each for each in found if each is not _GONE]


def _resize(sheet: Sheet, change: Change) -> None:
    added = 0
    match change:
        case Inserted(count=count):
            added = count
        case Deleted(count=count):
            added = -count
    if change.dimension == ROWS:
        sheet.resize(rows=sheet.rows + added)
    else:
        sheet.resize(columns=sheet.columns + added)


def _moved_cells(cells: dict[Position, Json], change: Change) -> dict[Position, Json]:
    found = {}
    for (row, column), cell in cells.items():
        place = change.index(row if change.dimension == ROWS else column)
        if place is not None:
            found[(place, column) if change.dimension == ROWS else (row, place)] = cell
    return found


def _moved_sizes(sizes: dict[int, Json], change: Change) -> dict[int, Json]:
    places = ((change.index(index), size) for index, size in sizes.items())
    return {place: size for place, size in places if place is not None}


def _kept(found: Iterable[_T | None]) -> Iterable[_T]:
    return (each for each in found if each is not None)


def _more_than_a_cell(merge: GridRange) -> bool:
    area = merge.area(2**31, 2**31)
    return area.rows > 1 or area.columns > 1


def _range(old: GridRange, change: Change) -> GridRange | None:
    found = _walk(old.json() | {"sheetId": old.sheet_id}, old.sheet_id, change)
    return None if found is _GONE else GridRange.of(found)


def _walk(value: Value, sheet_id: int, change: Change) -> Value:
    if isinstance(value, list):
        return [each for each in (_walk(each, sheet_id, change) for each in value) if each is not _GONE]
    if not isinstance(value, dict):
        return value
    if value and value.keys() <= _RANGE_KEYS:
        return _walked_range(value, sheet_id, change)
    if value and value.keys() <= {"sheetId", "rowIndex", "columnIndex"}:
        return _walked_point(value, sheet_id, change)
    found = {
        key: _walked_point(inner, sheet_id, change) if key == "anchorCell" else _walk(inner, sheet_id, change)
        for key, inner in value.items()
    }
    lost = [key for key, inner in found.items() if inner is _GONE or (key == "ranges" and not inner and value[key])]
    return _GONE if _WHOLE & set(lost) else without(found, *lost)


def _walked_range(value: Json, sheet_id: int, change: Change) -> Value:
    first, last = _EDGES[change.dimension]
    if value.get("sheetId", 0) != sheet_id or (first not in value and last not in value):
        return value
    stretch = change.stretch((value.get(first, 0), value.get(last, 2**31 - 1)))
    if stretch is None:
        return _GONE
    edges = dict(zip((first, last), stretch, strict=True))
    return value | {key: edge for key, edge in edges.items() if key in value}


def _walked_point(value: Json, sheet_id: int, change: Change) -> Value:
    name = _POINT[change.dimension]
    if value.get("sheetId", 0) != sheet_id:
        return value
    place = change.index(value.get(name, 0))
    return value if place is None else without(value, name) | ({name: place} if place else {})


def _dimension(group: Json, change: Change) -> Json | None:
    old: Json = group["range"]
    found = change.stretch((old.get("startIndex", 0), old["endIndex"]))
    return None if found is None else group | {"range": old | {"startIndex": found[0], "endIndex": found[1]}}


def _metadata(entry: Json, sheet: Sheet, change: Change) -> Json | None:
    """Metadata of a row or column goes along with it and dies with it."""
    where: Json = entry["location"].get("dimensionRange", {})
    if where.get("sheetId", 0) != sheet.id or where.get("dimension") != change.dimension:
        return entry
    place = change.index(where.get("startIndex", 0))
    if place is None:
        return None
    moved = where | {"startIndex": place, "endIndex": place + 1}
    return entry | {"location": entry["location"] | {"dimensionRange": moved}}


def _filters(filters: list[Json], sheet: Sheet, change: Change) -> list[Json]:
    found = moved_documents(filters, sheet.id, change)
    return found if change.dimension == ROWS else [_filter_columns(each, change.index) for each in found]


def _filter_columns(found: Json, place: Callable[[int], int | None]) -> Json:
    """Criteria and sorting name columns by their index in the sheet."""
    changed = dict(found)
    if "criteria" in found:
        pairs = ((place(int(key)), value) for key, value in found["criteria"].items())
        changed["criteria"] = {str(key): value for key, value in pairs if key is not None}
    for name, key in (("filterSpecs", "columnIndex"), ("sortSpecs", "dimensionIndex")):
        if name in found:
            moved = (each | {key: place(each.get(key, 0))} for each in found[name])
            changed[name] = [each for each in moved if each[key] is not None]
    return changed
