"""What conditional formats make of a cell's look; colour scales are kept and not worked out."""

from tests.sheets_server.holding import Spot, holds
from tests.sheets_server.model import Sheet, Spreadsheet
from tests.sheets_server.plain import Json, Position
from tests.sheets_server.ranges import GridRange


def conditional(book: Spreadsheet, sheet: Sheet, position: Position, shape: Json) -> Json:
    """The format entered, with those of the rules that hold over it; where two say the same, the earlier rule wins.

    A formula is written for the upper left cell of the rule's first range. CellData.effectiveFormat in the discovery
    document: "This includes the results of applying any conditional formatting".
    """
    for rule in reversed(sheet.conditional):
        if "booleanRule" in rule and _is_over(sheet, rule, position):
            first = sheet.area(GridRange.of(rule["ranges"][0]))
            spot = Spot(book, sheet, position, (first.top, first.left))
            if holds(spot, rule["booleanRule"].get("condition", {})):
                shape = _over(shape, rule["booleanRule"].get("format", {}))
    return shape


def _is_over(sheet: Sheet, rule: Json, position: Position) -> bool:
    return any(sheet.area(GridRange.of(each)).holds(position) for each in rule["ranges"])


def _over(shape: Json, look: Json) -> Json:
    found = shape | look
    if "textFormat" in look:
        found["textFormat"] = shape.get("textFormat", {}) | look["textFormat"]
    return found
