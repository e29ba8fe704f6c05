"""A copy of a sheet whose ranges, filters and protections point at the copy and bear ids of their own."""

from dataclasses import replace

from tests.sheets_server.model import Sheet
from tests.sheets_server.plain import Json, Value, without

_LISTS = ("protected", "filter_views", "conditional", "banded", "tables", "charts", "slicers")
_IDS = frozenset(
    {"protectedRangeId", "filterViewId", "bandedRangeId", "chartId", "slicerId", "tableId", "bandedRangeReference"}
)
_PLACES = frozenset({"range", "ranges", "unprotectedRanges", "sources", "anchorCell"})
"""Names under which ranges and cells stand; of sheet 0 they may say nothing at all."""


def pointed(sheet: Sheet, sheet_id: int) -> Sheet:
    """The copy; what hung on the old sheet hangs on the new one."""
    found = sheet.copy()
    found.merges = [replace(merge, sheet_id=sheet_id) for merge in sheet.merges]
    for name in _LISTS:
        setattr(found, name, [_own(_turned(each, sheet.id, sheet_id), sheet_id) for each in getattr(sheet, name)])
    found.groups = {
        dimension: [_turned(each, sheet.id, sheet_id) for each in groups] for dimension, groups in sheet.groups.items()
    }
    found.basic_filter = _turned(sheet.basic_filter, sheet.id, sheet_id)
    return found


def _turned(value: Value, old: int, new: int, name: str = "") -> Value:
    if isinstance(value, list):
        return [_turned(each, old, new, name) for each in value]
    if not isinstance(value, dict):
        return value
    found = {key: _turned(inner, old, new, key) for key, inner in value.items()}
    if found.get("sheetId", 0) == old and (name in _PLACES or "sheetId" in found):
        found = {"sheetId": new} | without(found, "sheetId")
    return found


def _own(document: Json, sheet_id: int) -> Json:
    """Ids that differ from the old ones and stay the same for the same copy."""
    return {key: _other_id(value, sheet_id) if key in _IDS else value for key, value in document.items()}


def _other_id(value: Value, sheet_id: int) -> Value:
    """A number stays a number; the id of a table is a text, and of digits when it was."""
    if isinstance(value, str):
        return str(_other_id(int(value), sheet_id)) if value.isdigit() else f"{value}-{sheet_id}"
    return (value * 31 + sheet_id) % (2**31 - 1) + 1
