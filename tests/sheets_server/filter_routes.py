"""The Sheets API's methods that select by data filters, and the search of developer metadata."""

from tests.sheets_server import answers, data_filters, masks, proto, values, writing
from tests.sheets_server.call import Answer, Call, answered
from tests.sheets_server.errors import not_found
from tests.sheets_server.plain import Json
from tests.sheets_server.spreadsheet_routes import cut, typed_in
from tests.sheets_server.world import World


def get(world: World, call: Call, book_id: str) -> Answer:
    """spreadsheets.getByDataFilter: the sheets that the filters touch, with just the cells they name."""
    book = world.book(book_id, call.email)
    body = proto.parsed("GetSpreadsheetByDataFilterRequest", call.json())
    fields = call.first("fields")
    mask = masks.read(fields, "Spreadsheet") if fields else None
    grid = mask is not None or bool(body.get("includeGridData"))
    filters: list[Json] = body.get("dataFilters", [])
    ranges = [each.name for each in data_filters.cells(book, filters)]
    found = answers.spreadsheet(book, ranges, grid=grid, mask=mask, email=world.viewer(book.id, call.email))
    if filters and not ranges:
        found.pop("sheets", None)
    return answered(found)


def values_batch_get(world: World, call: Call, book_id: str) -> Answer:
    """values.batchGetByDataFilter: each range once, with all filters that name it."""
    book = world.book(book_id, call.email)
    body = proto.parsed("BatchGetValuesByDataFilterRequest", call.json())
    rendering = values.Rendering.of_choices(body)
    found = [
        {
            "valueRange": values.value_range(book, each.sheet, each.area, rendering),
            "dataFilters": each.filters,
        }
        for each in data_filters.cells(book, body.get("dataFilters", []))
    ]
    return cut(call, "BatchGetValuesByDataFilterResponse", {"spreadsheetId": book_id, "valueRanges": found})


def values_batch_update(world: World, call: Call, book_id: str) -> Answer:
    """values.batchUpdateByDataFilter: the values go into every range that the filter names."""
    edit = world.edit(book_id, call.email)
    body = proto.parsed("BatchUpdateValuesByDataFilterRequest", call.json())
    given = typed_in(body)
    responses: list[Json] = []
    for data in body.get("data", []):
        for each in data_filters.cells(edit.book, [data.get("dataFilter", {})]):
            found = writing.update(edit, each.name, data, given)
            responses.append({"dataFilter": data.get("dataFilter", {})} | masks.cut_document(found, _UPDATED))
    world.commit(edit)
    return cut(call, "BatchUpdateValuesByDataFilterResponse", writing.totals(edit.book, responses))


def values_batch_clear(world: World, call: Call, book_id: str) -> Answer:
    """values.batchClearByDataFilter: values go, all else stays."""
    edit = world.edit(book_id, call.email)
    body = proto.parsed("BatchClearValuesByDataFilterRequest", call.json())
    cleared = [writing.clear(edit, each.name) for each in data_filters.cells(edit.book, body.get("dataFilters", []))]
    world.commit(edit)
    found: Json = {"spreadsheetId": book_id} | ({"clearedRanges": cleared} if cleared else {})
    return cut(call, "BatchClearValuesByDataFilterResponse", found)


def metadata_get(world: World, call: Call, book_id: str, metadata_id: str) -> Answer:
    """developerMetadata.get."""
    book = world.book(book_id, call.email)
    for entry in book.metadata:
        if str(entry["metadataId"]) == metadata_id:
            return cut(call, "DeveloperMetadata", entry)
    raise not_found()


def metadata_search(world: World, call: Call, book_id: str) -> Answer:
    """developerMetadata.search: each entry once, with all filters that select it."""
    book = world.book(book_id, call.email)
    body = proto.parsed("SearchDeveloperMetadataRequest", call.json())
    filters: list[Json] = body.get("dataFilters", [])
    selected = [(each, data_filters.metadata(book, each)) for each in filters]
    found = [
        {"developerMetadata": entry, "dataFilters": [each for each, entries in selected if entry in entries]}
        for entry in book.metadata
        if any(entry in entries for _, entries in selected)
    ]
    return cut(call, "SearchDeveloperMetadataResponse", {"matchedDeveloperMetadata": found} if found else {})


_UPDATED: masks.Mask = {
    name: {} for name in ("updatedRange", "updatedRows", "updatedColumns", "updatedCells", "updatedData")
}
