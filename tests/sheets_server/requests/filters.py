"""The basic filter of a sheet."""

from tests.sheets_server.edit import Edit
from tests.sheets_server.errors import Refused
from tests.sheets_server.plain import Json
from tests.sheets_server.requests.sorting import sort_area


def set_basic(edit: Edit, request: Json) -> None:
    """setBasicFilter: its range is cut to the grid; its sorting is carried out below the heading."""
    wanted: Json = request.get("filter", {})
    if "range" not in wanted and "tableId" not in wanted:
        raise Refused("No range specified.")
    sheet, area = edit.place(wanted.get("range", {}))
    edit.writes(sheet, area)
    sheet.basic_filter = wanted | {"range": sheet.ranged(area).json()}
    if wanted.get("sortSpecs"):
        sort_area(edit.book, sheet, area._replace(top=area.top + 1), wanted["sortSpecs"])


def clear_basic(edit: Edit, request: Json) -> None:
    """clearBasicFilter."""
    edit.sheet(request.get("sheetId", 0)).basic_filter = None
