"""Which rows the basic filter of a sheet hides."""

from collections.abc import Callable, Iterator, Mapping

from tests.sheets_server import showing
from tests.sheets_server.model import Sheet, Spreadsheet
from tests.sheets_server.plain import Json, Position
from tests.sheets_server.ranges import GridRange

_Test = Callable[[float, float], bool]
_NUMBERS: Mapping[str, _Test] = {
    "NUMBER_GREATER": lambda value, limit: value > limit,
    "NUMBER_GREATER_THAN_EQ": lambda value, limit: value >= limit,
    "NUMBER_LESS": lambda value, limit: value < limit,
    "NUMBER_LESS_THAN_EQ": lambda value, limit: value <= limit,
    "NUMBER_EQ": lambda value, limit: value == limit,
    "NUMBER_NOT_EQ": lambda value, limit: value != limit,
}
_TEXTS: Mapping[str, Callable[[str, str], bool]] = {
    "TEXT_CONTAINS": lambda text, part: part in text,
    "TEXT_NOT_CONTAINS": lambda text, part: part not in text,
    "TEXT_STARTS_WITH": lambda text, part: text.startswith(part),
    "TEXT_ENDS_WITH": lambda text, part: text.endswith(part),
    "TEXT_EQ": lambda text, part: text == part,
    "TEXT_NOT_EQ": lambda text, part: text != part,
}


def hidden_rows(book: Spreadsheet, sheet: Sheet) -> set[int]:
    """Rows below the filter's heading that don't meet its criteria as the cells are now.

    Values are compared as they are shown. Conditions on dates, by formula or by colour hide nothing here.
    """
    if sheet.basic_filter is None:
        return set()
    area = sheet.area(GridRange.of(sheet.basic_filter.get("range", {})))
    criteria = list(_criteria(sheet.basic_filter))
    return {
        row
        for row in range(area.top + 1, area.bottom)
        for column, wanted in criteria
        if not _meets(book, sheet, (row, column), wanted)
    }


def _criteria(found: Json) -> Iterator[tuple[int, Json]]:
    """Columns and what is wanted of them, told in the new way or the old."""
    specs = [(each.get("columnIndex", 0), each.get("filterCriteria", {})) for each in found.get("filterSpecs", [])]
    yield from specs or ((int(column), wanted) for column, wanted in found.get("criteria", {}).items())


def _meets(book: Spreadsheet, sheet: Sheet, position: Position, wanted: Json) -> bool:
    shown = showing.text(book, sheet, position)
    if shown in wanted.get("hiddenValues", []):
        return False
    condition: Json = wanted.get("condition", {})
    kind, given = condition.get("type", ""), [each.get("userEnteredValue", "") for each in condition.get("values", [])]
    match kind:
        case "BLANK" | "NOT_BLANK":
            return (shown == "") == (kind == "BLANK")
        case _ if kind in _TEXTS and given:
            return _TEXTS[kind](shown.lower(), given[0].lower())
        case _ if kind in _NUMBERS and given:
            value = (sheet.effective(position) or {}).get("numberValue")
            return value is not None and _NUMBERS[kind](value, float(given[0].replace(",", ".")))
    return True
