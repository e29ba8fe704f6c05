"""Groups of rows and columns that can be folded: each row has a depth, and the groups follow from the depths."""

from collections.abc import Iterator

from tests.sheets_server.edit import Edit
from tests.sheets_server.errors import Refused
from tests.sheets_server.model import Sheet
from tests.sheets_server.plain import Json
from tests.sheets_server.requests.dimensions import stretch

_DEEPEST = 8
_CONTROL = {"ROWS": "rowGroupControlAfter", "COLUMNS": "columnGroupControlAfter"}


def add(edit: Edit, request: Json) -> Json:
    """addDimensionGroup: one level deeper; all groups of the dimension come back."""
    sheet, dimension, start, end = stretch(edit, request.get("range", {}))
    depths = _depths(sheet, dimension)
    for index in range(start, end):
        depths[index] = depths.get(index, 0) + 1
    if max(depths.values()) > _DEEPEST:
        raise Refused(f"Cannot add a dimension group with depth greater than {_DEEPEST}.")
    grid = sheet.properties["gridProperties"] | {_CONTROL[dimension]: True}
    sheet.properties = sheet.properties | {"gridProperties": grid}
    return _regrouped(sheet, dimension, depths)


def delete(edit: Edit, request: Json) -> Json:
    """deleteDimensionGroup: one level up; the groups that are left come back."""
    sheet, dimension, start, end = stretch(edit, request.get("range", {}))
    depths = _depths(sheet, dimension)
    if not any(depths.get(index) for index in range(start, end)):
        raise Refused("Cannot delete a dimension group that doesn't exist.")
    for index in range(start, end):
        depths[index] = max(depths.get(index, 0) - 1, 0)
    return _regrouped(sheet, dimension, depths)


def _depths(sheet: Sheet, dimension: str) -> dict[int, int]:
    found: dict[int, int] = {}
    for group in sheet.groups[dimension]:
        for index in range(group["range"].get("startIndex", 0), group["range"]["endIndex"]):
            found[index] = max(found.get(index, 0), group["depth"])
    return found


def _regrouped(sheet: Sheet, dimension: str, depths: dict[int, int]) -> Json:
    folded = {str(group["range"]) for group in sheet.groups[dimension] if group.get("collapsed")}
    groups: list[Json] = []
    for depth in range(1, max(depths.values(), default=0) + 1):
        for start, end in _runs(sorted(index for index, found in depths.items() if found >= depth)):
            sheet_id = {"sheetId": sheet.id} if sheet.id else {}
            place = sheet_id | {"dimension": dimension, "startIndex": start, "endIndex": end}
            groups.append({"range": place, "depth": depth} | ({"collapsed": True} if str(place) in folded else {}))
    sheet.groups[dimension] = groups
    return {"dimensionGroups": groups} if groups else {}


def _runs(indices: list[int]) -> Iterator[tuple[int, int]]:
    start = 0
    for place, index in enumerate(indices):
        if place + 1 == len(indices) or indices[place + 1] != index + 1:
            yield indices[start], index + 1
            start = place + 1
