"""Drop-downs and other rules of what may be typed into cells."""

from tests.sheets_server import conditions
from tests.sheets_server.edit import Edit
from tests.sheets_server.errors import Refused
from tests.sheets_server.model import Sheet, Spreadsheet
from tests.sheets_server.plain import Json, without
from tests.sheets_server.ranges import Area, GridRange

TYPED_COLUMN = "This operation is not allowed on cells in typed columns."


def set_rule(edit: Edit, request: Json) -> None:
    """setDataValidation: without a rule the cells lose theirs; a rule never looks at what the cells hold already."""
    sheet, area = edit.place(request.get("range", {}))
    edit.writes(sheet, area)
    if _meets_typed_column(sheet, area):
        raise Refused(TYPED_COLUMN)
    rule: Json | None = request.get("rule")
    if rule is not None:
        check(edit.book, rule)
    for position in area.positions():
        cell = without(sheet.cell(position), "dataValidation")
        sheet.put(position, cell | ({"dataValidation": rule} if rule else {}))


def check(book: Spreadsheet, rule: Json) -> None:
    """Refuses a rule whose condition Google refuses."""
    conditions.check(book, rule.get("condition", {}), conditions.VALIDATION)


def _meets_typed_column(sheet: Sheet, area: Area) -> bool:
    """A column of a table that has a type carries rules of its own [seen: "not allowed on cells in typed columns"]."""
    for table in sheet.tables:
        whole = sheet.area(GridRange.of(table["range"]))
        for column in table.get("columnProperties", []):
            if column.get("columnType"):
                left = whole.left + column.get("columnIndex", 0)
                if Area(whole.top + 1, left, whole.bottom, left + 1).meets(area):
                    return True
    return False
