"""The kinds of requests of a batchUpdate: one file a theme, one line a kind."""

from collections.abc import Callable, Mapping

from tests.sheets_server.edit import Edit
from tests.sheets_server.plain import Json
from tests.sheets_server.requests import (
    cells,
    dimensions,
    filters,
    groups,
    merges,
    metadata,
    named,
    pasting,
    protection,
    sheets,
    sorting,
    validation,
)

Perform = Callable[[Edit, Json], Json | None]
"""Changes `edit.book` and gives the reply's content, None for an empty reply; raises Refused."""

KINDS: Mapping[str, Perform] = {
    "addDimensionGroup": groups.add,
    "addNamedRange": named.add,
    "addProtectedRange": protection.add,
    "addSheet": sheets.add,
    "autoResizeDimensions": dimensions.auto_resize,
    "clearBasicFilter": filters.clear_basic,
    "copyPaste": pasting.copy_paste,
    "createDeveloperMetadata": metadata.create,
    "cutPaste": pasting.cut_paste,
    "deleteDimension": dimensions.delete,
    "deleteDimensionGroup": groups.delete,
    "deleteNamedRange": named.delete,
    "deleteProtectedRange": protection.delete,
    "deleteSheet": sheets.delete,
    "insertDimension": dimensions.insert,
    "mergeCells": merges.merge,
    "repeatCell": cells.repeat,
    "setBasicFilter": filters.set_basic,
    "setDataValidation": validation.set_rule,
    "sortRange": sorting.sort_range,
    "unmergeCells": merges.unmerge,
    "updateCells": cells.update,
    "updateDimensionProperties": dimensions.update_properties,
    "updateNamedRange": named.update,
    "updateProtectedRange": protection.update,
    "updateSheetProperties": sheets.update,
    "updateSpreadsheetProperties": sheets.update_spreadsheet,
}
