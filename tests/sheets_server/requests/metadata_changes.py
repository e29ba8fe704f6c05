"""Developer metadata found by filters and changed or deleted."""

from tests.sheets_server import data_filters, masks
from tests.sheets_server.edit import Edit
from tests.sheets_server.errors import Refused
from tests.sheets_server.plain import Json
from tests.sheets_server.requests.metadata import located


def update(edit: Edit, request: Json) -> Json:
    """updateDeveloperMetadata: every entry that one of the filters selects gets the masked fields; its id stays."""
    mask = masks.update(request.get("fields"), "DeveloperMetadata")
    new: Json = request.get("developerMetadata", {})
    filters: list[Json] = request.get("dataFilters", [])
    if not filters:
        raise Refused("At least one DataFilter must be specified.")
    selected = [entry["metadataId"] for each in filters for entry in data_filters.metadata(edit.book, each)]
    changed = []
    for place, old in enumerate(edit.book.metadata):
        if old["metadataId"] in selected:
            found = masks.updated(old, new, mask) | {"metadataId": old["metadataId"]}
            if not found.get("metadataKey"):
                raise Refused("Developer metadata key must be specified.")
            edit.book.metadata[place] = found | {"location": located(edit, found.get("location", {}))}
            changed.append(edit.book.metadata[place])
    return {"developerMetadata": changed} if changed else {}


def delete(edit: Edit, request: Json) -> Json:
    """deleteDeveloperMetadata: every entry that the filter selects; they come back."""
    gone = data_filters.metadata(edit.book, request.get("dataFilter", {}))
    edit.book.metadata = [entry for entry in edit.book.metadata if entry not in gone]
    return {"deletedDeveloperMetadata": gone} if gone else {}
