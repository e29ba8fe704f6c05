"""Reading values: values.get and values.batchGet with every way of rendering."""

from dataclasses import dataclass

from tests.sheets_server import engine, showing
from tests.sheets_server.call import Call
from tests.sheets_server.errors import bad_payload
from tests.sheets_server.lookup import bounded
from tests.sheets_server.model import COLUMNS, ROWS, Sheet, Spreadsheet
from tests.sheets_server.plain import Json, Position, Value
from tests.sheets_server.ranges import Area, a1

_DATES = frozenset({"DATE", "TIME", "DATE_TIME"})
FORMATTED, UNFORMATTED, FORMULA = "FORMATTED_VALUE", "UNFORMATTED_VALUE", "FORMULA"
_CHOICES = {
    "valueRenderOption": (FORMATTED, UNFORMATTED, FORMULA),
    "dateTimeRenderOption": ("SERIAL_NUMBER", "FORMATTED_STRING"),
    "majorDimension": (ROWS, COLUMNS, "DIMENSION_UNSPECIFIED"),
    "valueInputOption": ("", "RAW", "USER_ENTERED", "INPUT_VALUE_OPTION_UNSPECIFIED"),
    "insertDataOption": ("OVERWRITE", "INSERT_ROWS"),
}


@dataclass(frozen=True)
class Rendering:
    """How values are wanted."""

    values: str = FORMATTED
    dates: str = "SERIAL_NUMBER"
    major: str = ROWS

    @classmethod
    def of_call(cls, call: Call) -> "Rendering":
        """From the query of a call; raises 400 for a choice that there isn't."""
        major = choice(call.first("majorDimension"), "majorDimension")
        return cls(
            choice(call.first("valueRenderOption"), "valueRenderOption"),
            choice(call.first("dateTimeRenderOption"), "dateTimeRenderOption"),
            COLUMNS if major == COLUMNS else ROWS,
        )

    @classmethod
    def of_choices(cls, body: Json) -> "Rendering":
        """From the fields of a body that have the names of the query's."""
        major = COLUMNS if body.get("majorDimension") == COLUMNS else ROWS
        return cls(body.get("valueRenderOption", FORMATTED), body.get("dateTimeRenderOption", "SERIAL_NUMBER"), major)

    @classmethod
    def of_body(cls, body: Json, major: str = ROWS) -> "Rendering":
        """From the response… fields of a body."""
        values = choice(body.get("responseValueRenderOption", ""), "valueRenderOption")
        return cls(values, choice(body.get("responseDateTimeRenderOption", ""), "dateTimeRenderOption"), major)


def choice(value: str, name: str) -> str:
    """The value, or the usual one for an empty text; raises 400 when it is none of the choices."""
    known = _CHOICES[name]
    if value == "":
        return known[0]
    if value not in known:
        field = "".join("_" + letter.lower() if letter.isupper() else letter for letter in name)
        kind = f"type.googleapis.com/google.apps.sheets.v4.{name[:1].upper()}{name[1:]}"
        raise bad_payload([(field, f"Invalid value at '{field}' ({kind}), \"{value}\"")])
    return value


def get(book: Spreadsheet, text: str, rendering: Rendering) -> Json:
    """values.get: a ValueRange whose range is cut to the grid; `values` is absent when there are none."""
    sheet, area = bounded(book, text)
    return value_range(book, sheet, area, rendering)


def batch_get(book: Spreadsheet, ranges: list[str], rendering: Rendering) -> Json:
    """values.batchGet: a ValueRange each, in the order asked for."""
    return {"spreadsheetId": book.id, "valueRanges": [get(book, text, rendering) for text in ranges]}


def value_range(book: Spreadsheet, sheet: Sheet, area: Area, rendering: Rendering) -> Json:
    """The area as a ValueRange, without the empty cells and rows at the end."""
    rows = _rows(book, sheet, area, rendering)
    found: Json = {"range": a1(sheet.title, area), "majorDimension": rendering.major}
    if rendering.major == COLUMNS:
        rows = [
            _trimmed([row[i] if i < len(row) else "" for row in rows]) for i in range(max(map(len, rows), default=0))
        ]
    while rows and not rows[-1]:
        rows.pop()
    return found | ({"values": rows} if rows else {})


def _rows(book: Spreadsheet, sheet: Sheet, area: Area, rendering: Rendering) -> list[list[Value]]:
    filled: dict[int, dict[int, Value]] = {}
    for position in sheet.used():
        if area.holds(position):
            value = _value(book, sheet, position, rendering)
            if value != "":
                filled.setdefault(position[0], {})[position[1]] = value
    rows = []
    for row in range(area.top, max(filled, default=area.top - 1) + 1):
        cells = filled.get(row, {})
        rows.append([cells.get(column, "") for column in range(area.left, max(cells, default=area.left - 1) + 1)])
    return rows


def _value(book: Spreadsheet, sheet: Sheet, position: Position, rendering: Rendering) -> Value:
    if rendering.values == FORMULA:
        entered = sheet.entered(position) or {}
        if "formulaValue" in entered:
            return entered["formulaValue"]
    value = sheet.effective(position)
    if rendering.values == FORMATTED or (rendering.dates == "FORMATTED_STRING" and _dated(book, sheet, position)):
        return showing.text(book, sheet, position)
    return engine.plain(value)


def _dated(book: Spreadsheet, sheet: Sheet, position: Position) -> bool:
    return (showing.number_format(book, sheet, position) or {}).get("type") in _DATES


def _trimmed(row: list[Value]) -> list[Value]:
    while row and row[-1] == "":
        row.pop()
    return row
