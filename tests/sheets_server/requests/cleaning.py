"""Rows that say the same and blanks that say nothing, taken out of a range."""

import re

from tests.sheets_server import engine
from tests.sheets_server.edit import Edit
from tests.sheets_server.errors import Refused
from tests.sheets_server.model import Sheet, Spreadsheet
from tests.sheets_server.plain import Json, Value
from tests.sheets_server.ranges import Area

_BLANKS = re.compile(r"[ \t\n\r\f\v]+")


def delete_duplicates(edit: Edit, request: Json) -> Json:
    """deleteDuplicates: of rows alike in the columns compared the first stays, the rest moves up within the range.

    Alike whatever the letters' case, the format and the formula; what stands outside of the range stays.
    """
    sheet, area = edit.place(request.get("range", {}))
    edit.writes(sheet, area)
    columns = _compared(area, request.get("comparisonColumns", []))
    kept, seen = [], set()
    last = max((row for row, column in sheet.used() if area.holds((row, column))), default=area.top - 1)
    for row in range(area.top, last + 1):
        key = tuple(_key(sheet, row, column) for column in columns)
        if key not in seen:
            kept.append(row)
        seen.add(key)
    _pack(edit.book, sheet, area, kept)
    removed = last + 1 - area.top - len(kept)
    return {"duplicatesRemovedCount": removed} if removed else {}


def trim_whitespace(edit: Edit, request: Json) -> Json:
    """trimWhitespace: no blanks at the ends of texts, one blank within; what begins with "=" stays text."""
    sheet, area = edit.place(request.get("range", {}))
    edit.writes(sheet, area)
    count = 0
    for position in [each for each in sheet.cells if area.holds(each)]:
        text = (sheet.entered(position) or {}).get("stringValue", "")
        trimmed = _BLANKS.sub(" ", text).strip(" ")
        if trimmed != text:
            sheet.enter(position, {"stringValue": trimmed} if trimmed else None)
            count += 1
    return {"cellsChangedCount": count} if count else {}


def _compared(area: Area, given: list[Json]) -> list[int]:
    if not given:
        return list(range(area.left, area.right))
    found: set[int] = set()
    for each in given:
        start, end = each.get("startIndex", 0), each.get("endIndex", area.right)
        if each.get("dimension") != "COLUMNS" or start < area.left or end > area.right:
            raise Refused("The comparison columns must be columns of the range.")
        found |= set(range(start, end))
    return sorted(found)


def _key(sheet: Sheet, row: int, column: int) -> tuple[str, Value]:
    value = sheet.effective((row, column))
    if not value:
        return "", ""
    ((kind, found),) = value.items()
    return kind, found.lower() if isinstance(found, str) else str(found)


def _pack(book: Spreadsheet, sheet: Sheet, area: Area, kept: list[int]) -> None:
    """The rows kept, one under another from the top of the area; nothing below them."""
    old = {position: sheet.cells.pop(position) for position in area.positions() if position in sheet.cells}
    for row, source in enumerate(kept, area.top):
        for column in range(area.left, area.right):
            if (source, column) in old:
                cell = engine.carried(old[source, column], book.locale, (source, column), (row, column))
                sheet.put((row, column), cell)
