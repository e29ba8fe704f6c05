"""batchUpdate: every request of a batch carried out on a copy, all of them or none."""

from tests.sheets_server import answers, masks, proto
from tests.sheets_server.discovery import request_kinds
from tests.sheets_server.edit import Edit
from tests.sheets_server.errors import Refused, invalid, unbuilt
from tests.sheets_server.plain import Json, Value
from tests.sheets_server.requests import KINDS


def read(body: Value) -> Json:
    """The body as BatchUpdateSpreadsheetRequest; raises Google's 400, or our own 501 for a kind not built yet."""
    found = proto.parsed("BatchUpdateSpreadsheetRequest", body)
    for request in found.get("requests", []):
        for kind in request.keys() & request_kinds() - KINDS.keys():
            raise unbuilt(kind)
    return found


def perform(edit: Edit, body: Json) -> list[Json]:
    """Carries out the requests in their order; a reply for each. Raises 400 that names the one refused."""
    requests: list[Json] = body.get("requests", [])
    if not requests:
        raise invalid("Must specify at least one request.")
    replies = [_reply(edit, index, request) for index, request in enumerate(requests)]
    edit.recalculate()
    return replies


def answer(edit: Edit, body: Json, replies: list[Json], fields: str) -> Json:
    """The answer: replies and, when asked for, the spreadsheet as it is after the batch."""
    found: Json = {"spreadsheetId": edit.book.id, "replies": replies}
    mask = masks.read(fields, "BatchUpdateSpreadsheetResponse") if fields else None
    if body.get("includeSpreadsheetInResponse") and masks.wants(mask, "updatedSpreadsheet"):
        ranges: list[str] = body.get("responseRanges", [])
        grid = mask is not None or bool(body.get("responseIncludeGridData"))
        inner = masks.below(mask, "updatedSpreadsheet")
        found["updatedSpreadsheet"] = answers.spreadsheet(edit.book, ranges, grid=grid, mask=inner, email=edit.viewer)
    return masks.cut_document(found, mask)


def _reply(edit: Edit, index: int, request: Json) -> Json:
    if not request:
        raise invalid(f"Invalid requests[{index}]: No request set.")
    ((kind, content),) = request.items()
    try:
        reply = KINDS[kind](edit, content)
    except Refused as wrong:
        raise invalid(f"Invalid requests[{index}].{kind}: {wrong}") from wrong
    return {} if reply is None else {kind: reply}
