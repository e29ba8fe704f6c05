"""A sheet doubled within its spreadsheet."""

from tests.sheets_server.edit import Edit
from tests.sheets_server.errors import Refused
from tests.sheets_server.plain import Json
from tests.sheets_server.requests import sheets


def duplicate(edit: Edit, request: Json) -> Json:
    """duplicateSheet: before the sheet at `insertSheetIndex` (the first, when none is given), "Copy of …" by itself."""
    source = edit.book.sheet(request.get("sourceSheetId", 0))
    if source is None:
        raise Refused(f"Source sheet id {request.get('sourceSheetId', 0)} does not exist.")
    taken = {sheet.id for sheet in edit.book.sheets}
    sheet_id = request.get("newSheetId")
    if sheet_id in taken:
        raise Refused(f"A sheet with id {sheet_id} already exists. Please enter another id.")
    title = request.get("newSheetName") or sheets.title_of_copy(edit, source.title)
    if edit.book.titled(title) is not None:
        raise Refused(f'A sheet with the name "{title}" already exists. Please enter another name.')
    index = request.get("insertSheetIndex", 0)
    if not 0 <= index <= len(edit.book.sheets):
        raise Refused(f"Invalid sheet index: {index}")
    found = sheets.duplicated(edit, source, edit.new_id(taken) if sheet_id is None else sheet_id, title, index)
    return {"properties": found.properties}
