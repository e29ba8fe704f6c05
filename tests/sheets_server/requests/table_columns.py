"""The columns of a table: names that stand in its heading, types and drop-down lists."""

from tests.sheets_server import engine
from tests.sheets_server.errors import Refused
from tests.sheets_server.model import Sheet
from tests.sheets_server.plain import Json
from tests.sheets_server.ranges import Area


def columns_of(sheet: Sheet, area: Area, given: list[Json], *, new: bool) -> list[Json]:
    """TableColumnProperties of every column of the area; names given are written into the heading.

    A column that isn't given is called as its heading says, and "Column 1" and so on when that is empty. On update
    (`new` is false) a column that is given needs a name [seen].
    """
    told: dict[int, Json] = {}
    for column in given:
        index = column.get("columnIndex", 0)
        if not 0 <= index < area.columns:
            raise Refused(f"Column index {index} is outside of the table.")
        if index in told:
            raise Refused(f"Column index {index} is given twice.")
        _check(column, new=new)
        told[index] = column
    names: list[str] = []
    for index in range(area.columns):
        name = _name(sheet, (area.top, area.left + index), told.get(index), names)
        names.append(name)
        if _heading(sheet, (area.top, area.left + index)) != name:
            sheet.enter((area.top, area.left + index), {"stringValue": name})
    return [_column(index, name, told.get(index, {})) for index, name in enumerate(names)]


def _check(column: Json, *, new: bool) -> None:
    is_list = column.get("columnType") == "DROPDOWN"
    condition: Json = column.get("dataValidationRule", {}).get("condition", {})
    if is_list and not condition:
        raise Refused("Condition must be set for dropdown column type.")
    if condition and not is_list:
        raise Refused("Cannot set condition for non-dropdown column type.")
    if condition and (condition.get("type") != "ONE_OF_LIST" or not condition.get("values")):
        raise Refused("The condition of a dropdown column must be ONE_OF_LIST with values.")
    if not new and not column.get("columnName"):
        raise Refused("Table header row cell must have a value.")


def _name(sheet: Sheet, position: tuple[int, int], told: Json | None, taken: list[str]) -> str:
    given: str = (told or {}).get("columnName", "")
    found = given or ("" if told else _heading(sheet, position))
    if found:
        return found
    count = 1
    while f"Column {count}" in taken:
        count += 1
    return f"Column {count}"


def _heading(sheet: Sheet, position: tuple[int, int]) -> str:
    return engine.shown(sheet.effective(position), None, "en_US")


def _column(index: int, name: str, told: Json) -> Json:
    found: Json = {"columnIndex": index} if index else {}
    kept = {key: told[key] for key in ("columnType", "dataValidationRule") if key in told}
    return found | {"columnName": name} | kept
