"""The kinds of requests of a batchUpdate: one file a theme, one line a kind."""

from collections.abc import Callable, Mapping

from tests.sheets_server.edit import Edit
from tests.sheets_server.plain import Json
from tests.sheets_server.requests import cells, metadata, protection, sheets

Perform = Callable[[Edit, Json], Json | None]
"""Changes `edit.book` and gives the reply's content, None for an empty reply; raises Refused."""

KINDS: Mapping[str, Perform] = {
    "addProtectedRange": protection.add,
    "addSheet": sheets.add,
    "createDeveloperMetadata": metadata.create,
    "deleteProtectedRange": protection.delete,
    "deleteSheet": sheets.delete,
    "repeatCell": cells.repeat,
    "updateCells": cells.update,
    "updateSheetProperties": sheets.update,
    "updateSpreadsheetProperties": sheets.update_spreadsheet,
}
