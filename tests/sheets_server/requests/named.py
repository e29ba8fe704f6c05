"""Named ranges."""

import re

from tests.sheets_server import masks
from tests.sheets_server.edit import Edit
from tests.sheets_server.errors import Refused
from tests.sheets_server.plain import Json
from tests.sheets_server.ranges import GridRange, corners

_NAME = re.compile(r"^[^\W\d]\w*$")


def add(edit: Edit, request: Json) -> Json:
    """addNamedRange: an id is found when none is given."""
    wanted: Json = request.get("namedRange", {})
    taken = {each["namedRangeId"] for each in edit.book.named}
    found_id = wanted.get("namedRangeId") or str(edit.new_id(set()))
    if found_id in taken:
        raise Refused(f"Duplicate named range id: {found_id}")
    _check_name(edit, wanted.get("name", ""), found_id)
    found = wanted | {"namedRangeId": found_id, "range": _range(edit, wanted.get("range", {}))}
    edit.book.named.append(found)
    return {"namedRange": found}


def update(edit: Edit, request: Json) -> None:
    """updateNamedRange: its name or its range."""
    mask = masks.update(request.get("fields"), "NamedRange")
    new: Json = request.get("namedRange", {})
    old = _named(edit, new.get("namedRangeId", ""))
    found = masks.updated(old, new, mask) | {"namedRangeId": old["namedRangeId"]}
    _check_name(edit, found.get("name", ""), old["namedRangeId"])
    edit.book.named[edit.book.named.index(old)] = found | {"range": _range(edit, found.get("range", {}))}


def delete(edit: Edit, request: Json) -> None:
    """deleteNamedRange."""
    edit.book.named.remove(_named(edit, request.get("namedRangeId", "")))


def _named(edit: Edit, wanted: str) -> Json:
    for each in edit.book.named:
        if each["namedRangeId"] == wanted:
            return each
    raise Refused(f"Named range not found: {wanted}")


def _range(edit: Edit, document: Json) -> Json:
    edit.place(document)
    return GridRange.of(document).json()


def _check_name(edit: Edit, name: str, own_id: str) -> None:
    if not _NAME.match(name) or len(name) > 250 or corners(name) is not None or name.lower() in {"true", "false"}:
        raise Refused(f"Named range name {name} is invalid.")
    if any(each["name"].lower() == name.lower() and each["namedRangeId"] != own_id for each in edit.book.named):
        raise Refused(f"A named range with name {name} already exists.")
