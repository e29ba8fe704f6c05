"""Alternating colours of a range."""

from tests.sheets_server import masks
from tests.sheets_server.edit import Edit
from tests.sheets_server.errors import Refused
from tests.sheets_server.model import Sheet
from tests.sheets_server.plain import Json
from tests.sheets_server.ranges import Area, GridRange

TWICE = "You cannot add alternating background colors to a range that already has alternating background colors."


def add(edit: Edit, request: Json) -> Json:
    """addBanding: an id is found when none is given; two bandings may not share a cell."""
    wanted: Json = request.get("bandedRange", {})
    taken = {each.get("bandedRangeId", 0) for sheet in edit.book.sheets for each in sheet.banded}
    found_id = wanted.get("bandedRangeId") or edit.new_id(taken)
    if found_id in taken:
        raise Refused(f"Duplicate banded range id: {found_id}")
    sheet, found = _checked(edit, wanted | {"bandedRangeId": found_id})
    sheet.banded.append(found)
    return {"bandedRange": found}


def update(edit: Edit, request: Json) -> None:
    """updateBanding: its colours or its range, on the same sheet."""
    mask = masks.update(request.get("fields"), "BandedRange")
    new: Json = request.get("bandedRange", {})
    sheet, old = _banded(edit, new.get("bandedRangeId", 0))
    sheet.banded.remove(old)
    target, found = _checked(edit, masks.updated(old, new, mask) | {"bandedRangeId": old["bandedRangeId"]})
    target.banded.append(found)


def delete(edit: Edit, request: Json) -> None:
    """deleteBanding: what the cells hold stays."""
    sheet, old = _banded(edit, request.get("bandedRangeId", 0))
    sheet.banded.remove(old)


def check_free(sheet: Sheet, area: Area) -> None:
    """Refuses colours over colours."""
    if any(sheet.area(GridRange.of(each["range"])).meets(area) for each in sheet.banded):
        raise Refused(TWICE)


def _checked(edit: Edit, wanted: Json) -> tuple[Sheet, Json]:
    sheet, area = edit.place(wanted.get("range", {}))
    properties = [wanted[name] for name in ("rowProperties", "columnProperties") if name in wanted]
    if not properties:
        raise Refused("At least one of rowProperties and columnProperties must be specified.")
    if any(not {"firstBandColorStyle", "secondBandColorStyle"} <= each.keys() for each in properties):
        raise Refused("The colors of the first and of the second band must be specified.")
    edit.writes(sheet, area)
    check_free(sheet, area)
    return sheet, wanted | {"range": sheet.ranged(area).json()}


def _banded(edit: Edit, wanted: int) -> tuple[Sheet, Json]:
    for sheet in edit.book.sheets:
        for each in sheet.banded:
            if each.get("bandedRangeId") == wanted:
                return sheet, each
    raise Refused(f"No banded range with id: {wanted}")
