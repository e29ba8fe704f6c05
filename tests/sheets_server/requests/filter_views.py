"""Filter views: filters with a name that each viewer switches on alone."""

from tests.sheets_server import conditions, masks
from tests.sheets_server.edit import Edit
from tests.sheets_server.errors import Refused
from tests.sheets_server.model import Sheet
from tests.sheets_server.plain import Json


def add(edit: Edit, request: Json) -> Json:
    """addFilterView: an id and a title are found when none is given."""
    wanted: Json = request.get("filter", {})
    taken = _taken(edit)
    found_id = wanted.get("filterViewId") or edit.new_id(taken)
    if found_id in taken:
        raise Refused(f"Duplicate filter view id: {found_id}")
    sheet, found = _checked(edit, wanted | {"filterViewId": found_id})
    sheet.filter_views.append({"title": _free_title(sheet)} | found)
    return {"filter": sheet.filter_views[-1]}


def update(edit: Edit, request: Json) -> None:
    """updateFilterView: its title, range, criteria or sorting; the rows of the sheet stay where they are."""
    mask = masks.update(request.get("fields"), "FilterView")
    new: Json = request.get("filter", {})
    sheet, old = _view(edit, new.get("filterViewId", 0))
    if masks.wants(mask, "criteria") or masks.wants(mask, "filterSpecs"):
        new, mask = criteria(new), mask | {"criteria": {}, "filterSpecs": {}}
    found = masks.updated(old, new, mask) | {"filterViewId": old["filterViewId"]}
    sheet.filter_views[sheet.filter_views.index(old)] = _checked(edit, found)[1]


def delete(edit: Edit, request: Json) -> None:
    """deleteFilterView."""
    sheet, old = _view(edit, request.get("filterId", 0))
    sheet.filter_views.remove(old)


def duplicate(edit: Edit, request: Json) -> Json:
    """duplicateFilterView: "Copy of …" with an id of its own."""
    sheet, old = _view(edit, request.get("filterId", 0))
    found = old | {"filterViewId": edit.new_id(_taken(edit)), "title": f"Copy of {old['title']}"}
    sheet.filter_views.append(found)
    return {"filter": found}


def criteria(found: Json) -> Json:
    """The filter with `criteria` and `filterSpecs` alike; the latter win (FilterView in the discovery document)."""
    if "filterSpecs" in found:
        pairs = ((each.get("columnIndex", 0), each.get("filterCriteria", {})) for each in found["filterSpecs"])
        return found | {"criteria": {str(column): value for column, value in pairs}}
    if "criteria" in found:
        pairs = ((int(column), value) for column, value in found["criteria"].items())
        specs = [{"columnIndex": column, "filterCriteria": value} for column, value in sorted(pairs)]
        return found | {"filterSpecs": specs}
    return found


def _taken(edit: Edit) -> set[int]:
    return {each["filterViewId"] for sheet in edit.book.sheets for each in sheet.filter_views}


def _view(edit: Edit, wanted: int) -> tuple[Sheet, Json]:
    for sheet in edit.book.sheets:
        for each in sheet.filter_views:
            if each["filterViewId"] == wanted:
                return sheet, each
    raise Refused(f"No filter view with id: {wanted}")


def _checked(edit: Edit, wanted: Json) -> tuple[Sheet, Json]:
    """The sheet of the filter and the filter with its range cut to the grid."""
    if "namedRangeId" in wanted:
        named = [each for each in edit.book.named if each["namedRangeId"] == wanted["namedRangeId"]]
        if not named:
            raise Refused(f"Named range not found: {wanted['namedRangeId']}")
        wanted = wanted | {"range": named[0]["range"]}
    if "range" not in wanted:
        raise Refused("No range specified.")
    sheet, area = edit.place(wanted["range"])
    found = criteria(wanted) | {"range": sheet.ranged(area).json()}
    for spec in found.get("filterSpecs", []):
        if "condition" in spec.get("filterCriteria", {}):
            conditions.check(edit.book, spec["filterCriteria"]["condition"], conditions.FILTERS)
    return sheet, found


def _free_title(sheet: Sheet) -> str:
    taken = {each["title"] for each in sheet.filter_views}
    count = 1
    while f"Filter {count}" in taken:
        count += 1
    return f"Filter {count}"
