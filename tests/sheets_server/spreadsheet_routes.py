"""The Sheets API's methods: what each reads from a call and gives back."""

from tests.sheets_server import answers, batch, masks, proto, values, writing
from tests.sheets_server.call import Answer, Call, answered
from tests.sheets_server.errors import bad_payload, invalid
from tests.sheets_server.plain import Json
from tests.sheets_server.requests import sheets as sheet_requests
from tests.sheets_server.world import World


def create(world: World, call: Call) -> Answer:
    """spreadsheets.create: with the properties and sheets of the body."""
    body = proto.parsed("Spreadsheet", call.json())
    properties: Json = body.get("properties", {})
    book = world.create(properties.get("title", "Untitled spreadsheet"), owner=call.email)
    book.properties = book.properties | {key: value for key, value in properties.items() if key in book.properties}
    edit = world.edit(book.id, call.email)
    for sheet in body.get("sheets", []):
        sheet_requests.add(edit, sheet)
    if body.get("sheets"):
        sheet_requests.delete(edit, {"sheetId": book.sheets[0].id})
    world.commit(edit)
    return cut(call, "Spreadsheet", answers.spreadsheet(edit.book, [], grid=False, email=call.email))


def get(world: World, call: Call, book_id: str) -> Answer:
    """spreadsheets.get: a mask of fields decides about the grid, and includeGridData only when there is none."""
    book = world.book(book_id, call.email)
    fields = call.first("fields")
    mask = masks.read(fields, "Spreadsheet") if fields else None
    grid = mask is not None or call.first("includeGridData").lower() == "true"
    ranges = call.query.get("ranges", [])
    return answered(answers.spreadsheet(book, ranges, grid=grid, mask=mask, email=world.viewer(book_id, call.email)))


def batch_update(world: World, call: Call, book_id: str) -> Answer:
    """spreadsheets.batchUpdate: all of it or nothing."""
    edit = world.edit(book_id, call.email)
    body = batch.read(call.json())
    replies = batch.perform(edit, body)
    answer = batch.answer(edit, body, replies, call.first("fields"))
    world.commit(edit)
    return answered(answer)


def copy_sheet(world: World, call: Call, book_id: str, sheet_id: str) -> Answer:
    """spreadsheets.sheets.copyTo: the copy is called "Copy of …" and stands last."""
    body = proto.parsed("CopySheetToAnotherSpreadsheetRequest", call.json())
    sheet = world.book(book_id, call.email).sheet(int(sheet_id))
    if sheet is None:
        raise invalid(f"The sheet ({sheet_id}) does not exist.")
    edit = world.edit(body.get("destinationSpreadsheetId", ""), call.email)
    copied = sheet_requests.copied(edit, sheet)
    world.commit(edit)
    return answered(copied.properties)


def values_get(world: World, call: Call, book_id: str, text: str) -> Answer:
    book = world.book(book_id, call.email)
    return cut(call, "ValueRange", values.get(book, text, values.Rendering.of_call(call)))


def values_batch_get(world: World, call: Call, book_id: str) -> Answer:
    book = world.book(book_id, call.email)
    found = values.batch_get(book, call.query.get("ranges", []), values.Rendering.of_call(call))
    return cut(call, "BatchGetValuesResponse", found)


def values_update(world: World, call: Call, book_id: str, text: str) -> Answer:
    edit = world.edit(book_id, call.email)
    data = proto.parsed("ValueRange", call.json(), "data")
    if data.get("range", text) != text:
        raise invalid(f"Requested writing within range [{data['range']}], but the path says [{text}]")
    found = writing.update(edit, text, data, _input(call))
    world.commit(edit)
    return cut(call, "UpdateValuesResponse", found)


def values_append(world: World, call: Call, book_id: str, text: str) -> Answer:
    edit = world.edit(book_id, call.email)
    data = proto.parsed("ValueRange", call.json(), "data")
    insert = values.choice(call.first("insertDataOption"), "insertDataOption") == "INSERT_ROWS"
    found = writing.append(edit, text, data, _input(call), insert=insert)
    world.commit(edit)
    return cut(call, "AppendValuesResponse", found)


def values_batch_update(world: World, call: Call, book_id: str) -> Answer:
    edit = world.edit(book_id, call.email)
    body = proto.parsed("BatchUpdateValuesRequest", call.json())
    given = typed_in(body)
    responses = [writing.update(edit, data.get("range", ""), data, given) for data in body.get("data", [])]
    world.commit(edit)
    return cut(call, "BatchUpdateValuesResponse", writing.totals(edit.book, responses))


def values_clear(world: World, call: Call, book_id: str, text: str) -> Answer:
    edit = world.edit(book_id, call.email)
    cleared = writing.clear(edit, text)
    world.commit(edit)
    return cut(call, "ClearValuesResponse", {"spreadsheetId": book_id, "clearedRange": cleared})


def values_batch_clear(world: World, call: Call, book_id: str) -> Answer:
    edit = world.edit(book_id, call.email)
    body = proto.parsed("BatchClearValuesRequest", call.json())
    cleared = [writing.clear(edit, text) for text in body.get("ranges", [])]
    world.commit(edit)
    return cut(call, "BatchClearValuesResponse", {"spreadsheetId": book_id, "clearedRanges": cleared})


def typed_in(body: Json) -> writing.Input:
    """How the values of a body come in: BatchUpdateValuesRequest and its twin by data filters."""
    option = _option(body.get("valueInputOption", ""))
    return writing.Input(option, bool(body.get("includeValuesInResponse")), values.Rendering.of_body(body))


def cut(call: Call, message: str, document: Json) -> Answer:
    """The answer with just the `fields` that the call wants."""
    fields = call.first("fields")
    return answered(masks.cut_document(document, masks.read(fields, message) if fields else None))


def _input(call: Call) -> writing.Input:
    give_back = call.first("includeValuesInResponse").lower() == "true"
    render = values.choice(call.first("responseValueRenderOption"), "valueRenderOption")
    dates = values.choice(call.first("responseDateTimeRenderOption"), "dateTimeRenderOption")
    return writing.Input(_option(call.first("valueInputOption")), give_back, values.Rendering(render, dates))


def _option(option: str) -> bool:
    """Whether values are typed in; the option must be given."""
    if option in {"RAW", "USER_ENTERED"}:
        return option == "USER_ENTERED"
    if option in {"", "INPUT_VALUE_OPTION_UNSPECIFIED"}:
        raise invalid("'valueInputOption' is required but not specified")
    kind = "type.googleapis.com/google.apps.sheets.v4.ValueInputOption"
    raise bad_payload([("value_input_option", f"Invalid value at 'value_input_option' ({kind}), \"{option}\"")])
