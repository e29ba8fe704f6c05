"""Texts of one column parted into several columns."""

from collections.abc import Mapping

from tests.sheets_server import engine
from tests.sheets_server.edit import Edit
from tests.sheets_server.errors import Refused
from tests.sheets_server.model import Sheet
from tests.sheets_server.plain import Json, Position
from tests.sheets_server.ranges import Area

_MARKS: Mapping[str, str] = {"COMMA": ",", "SEMICOLON": ";", "PERIOD": ".", "SPACE": " "}


def text_to_columns(edit: Edit, request: Json) -> None:
    """textToColumns: each text is parted at every mark, the parts are read as if typed, from the column on rightwards.

    AUTODETECT takes the mark that parts the most texts; parts write over what stands right of the column.
    """
    sheet, area = edit.place(request.get("source", {}))
    if area.columns != 1:
        raise Refused("The source range must span exactly one column.")
    texts = {
        position: engine.shown(sheet.effective(position), None, edit.book.locale)
        for position in area.positions()
        if sheet.effective(position)
    }
    mark = _mark(request, list(texts.values()))
    parts = {position: text.split(mark) for position, text in texts.items()}
    width = max((len(each) for each in parts.values()), default=1)
    edit.grow(sheet, sheet.rows, max(sheet.columns, area.left + width))
    edit.writes(sheet, Area(area.top, area.left, area.bottom, area.left + width))
    for (row, column), found in parts.items():
        if len(found) > 1:
            for place, text in enumerate(found, column):
                _type(edit, sheet, (row, place), text)


def _mark(request: Json, texts: list[str]) -> str:
    kind = request.get("delimiterType", "DELIMITER_TYPE_UNSPECIFIED")
    if kind == "CUSTOM":
        found: str = request.get("delimiter", "")
        if not found:
            raise Refused("No delimiter specified.")
        return found
    if kind == "AUTODETECT":
        return max(_MARKS.values(), key=lambda mark: sum(mark in text for text in texts))
    if kind not in _MARKS:
        raise Refused("No delimiter type specified.")
    return _MARKS[kind]


def _type(edit: Edit, sheet: Sheet, position: Position, text: str) -> None:
    shape: Json = sheet.cell(position).get("userEnteredFormat", {})
    present: Json = shape.get("numberFormat", {})
    value, brought = engine.typed(text, edit.book.locale, as_text=present.get("type") == "TEXT")
    sheet.enter(position, value)
    if brought and not present:
        sheet.put(position, sheet.cell(position) | {"userEnteredFormat": shape | {"numberFormat": brought}})
