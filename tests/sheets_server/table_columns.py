"""The columns of a table: names that stand in its heading, types and drop-down lists."""

from tests.sheets_server import engine
from tests.sheets_server.changes import Change
from tests.sheets_server.errors import Refused
from tests.sheets_server.model import COLUMNS, Sheet, Spreadsheet
from tests.sheets_server.plain import Json
from tests.sheets_server.ranges import Area, GridRange


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


def settle(book: Spreadsheet) -> None:
    """Makes every column be called as its heading says; an empty heading, or a formula there, becomes "Column 2" [seen].

    Called before a change is seen by others, so that it doesn't matter how a heading was written.
    """
    for sheet in book.sheets:
        for place, table in enumerate(sheet.tables):
            area = sheet.area(GridRange.of(table["range"]))
            told = {each.get("columnIndex", 0): each for each in table["columnProperties"]}
            names = [_settled(sheet, (area.top, area.left + index), index) for index in range(area.columns)]
            columns = [_column(index, name, told.get(index, {})) for index, name in enumerate(names)]
            if columns != table["columnProperties"]:
                sheet.tables[place] = table | {"columnProperties": columns}


def moved(old: Json, new: Json, change: Change) -> Json:
    """A table after its sheet's columns changed: each column keeps its type wherever it stands now."""
    if change.dimension != COLUMNS:
        return new
    before, after = old["range"].get("startColumnIndex", 0), new["range"].get("startColumnIndex", 0)
    kept = []
    for column in old["columnProperties"]:
        place = change.index(before + column.get("columnIndex", 0))
        if place is not None:
            kept.append(_column(place - after, column["columnName"], column))
    return new | {"columnProperties": sorted(kept, key=lambda each: each.get("columnIndex", 0))}


def _settled(sheet: Sheet, position: tuple[int, int], index: int) -> str:
    value = sheet.entered(position) or {}
    name = "" if "formulaValue" in value else engine.shown(value, None, "en_US")
    if not name:
        name = f"Column {index + 1}"
        sheet.enter(position, {"stringValue": name})
    return name


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
