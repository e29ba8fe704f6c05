"""Protected ranges."""

from tests.sheets_server import masks
from tests.sheets_server.edit import Edit
from tests.sheets_server.errors import PROTECTED, Refused
from tests.sheets_server.model import Sheet
from tests.sheets_server.plain import Json
from tests.sheets_server.ranges import GridRange


def add(edit: Edit, request: Json) -> Json:
    """addProtectedRange: a sheet as a whole can be protected only once; the caller may always edit."""
    wanted: Json = request.get("protectedRange", {})
    sheet = edit.sheet(GridRange.of(wanted.get("range", {})).sheet_id)
    _check(edit, sheet, wanted)
    taken = {each["protectedRangeId"] for other in edit.book.sheets for each in other.protected}
    found_id = wanted.get("protectedRangeId") or edit.new_id(taken)
    if found_id in taken:
        raise Refused(f"Duplicate protected range id: {found_id}")
    found: Json = {"editors": {}} | wanted | {"protectedRangeId": found_id, "requestingUserCanEdit": True}
    found.setdefault("range", {})
    sheet.protected.append(_with_caller(edit, found))
    return {"protectedRange": found}


def update(edit: Edit, request: Json) -> None:
    """updateProtectedRange: only by who may edit what is protected."""
    mask = masks.update(request.get("fields"), "ProtectedRange")
    new: Json = request.get("protectedRange", {})
    sheet, old = _protection(edit, new.get("protectedRangeId", 0))
    found = masks.updated(old, new, mask) | {"protectedRangeId": old["protectedRangeId"]}
    sheet.protected[sheet.protected.index(old)] = _with_caller(edit, found)


def delete(edit: Edit, request: Json) -> None:
    """deleteProtectedRange: only by who may edit what is protected."""
    sheet, old = _protection(edit, request.get("protectedRangeId", 0))
    sheet.protected.remove(old)


def _protection(edit: Edit, wanted: int) -> tuple[Sheet, Json]:
    for sheet in edit.book.sheets:
        for each in sheet.protected:
            if each["protectedRangeId"] == wanted:
                if not edit.passes(each):
                    raise Refused(PROTECTED)
                return sheet, each
    raise Refused(f"No protected range with id: {wanted}")


def _check(edit: Edit, sheet: Sheet, wanted: Json) -> None:
    if wanted.get("warningOnly") and wanted.get("editors", {}).keys() & {"users", "groups"}:
        raise Refused("Cannot specify editors for a warning only protected range.")
    if _is_whole(wanted) and any(_is_whole(each) for each in sheet.protected):
        raise Refused(f'Sheet "{sheet.title}" already has sheet protection.')
    edit.writes(sheet, sheet.area(GridRange.of(wanted.get("range", {}))))


def _is_whole(protection: Json) -> bool:
    bounds = protection.get("range", {}).keys() - {"sheetId"}
    return not bounds and "namedRangeId" not in protection and "tableId" not in protection


def _with_caller(edit: Edit, protection: Json) -> Json:
    """The caller who protects can't shut themselves out."""
    editors: Json = protection.get("editors", {})
    users: list[str] = editors.get("users", [])
    if edit.email is None or edit.email in users:
        return protection
    return protection | {"editors": editors | {"users": [*users, edit.email]}}
