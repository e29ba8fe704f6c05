"""Sheet → requests of the Sheets API that put a tab of ours into exactly this state, whatever stood there.

Every request says what should be and not what should change, so a batch that is sent twice leaves what it left once.
"""

import json
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import TypeVar

from reports.formats.cell_text import clean, is_a_day
from reports.formats.google_charts import drawn, removed, with_values
from reports.formats.google_looks import Cell, Request, coloured, high, range_of, sizes, wide
from reports.formats.google_paint import merged, painted
from reports.formats.palette import LIGHTS
from reports.freshness import stale_formula
from reports.report import Jump, Light, Link, Slot, Value
from reports.sheet import Box, Sheet

_Cell = TypeVar("_Cell")

_FIELDS = "userEnteredValue,userEnteredFormat,note,dataValidation,textFormatRuns"
_EPOCH = date(1899, 12, 30)
_MIDNIGHT = datetime(1899, 12, 30)  # noqa: DTZ001  a cell knows no time zones
_USUAL_HEIGHT = 21
"""Pixels of a row that nobody has touched."""
_SPARE_ROWS = 1


def requests_for(sheet: Sheet, sheet_id: int, charts: Container[int] = (), rules: int = 0) -> list[Request]:
    """All requests for one tab, in the order in which they must be applied.

    `charts` are those that stand over it, `rules` is the number of its conditional formats.
    """
    cells = (*filled(sheet, sheet_id), *painted(sheet, sheet_id))
    return [*emptied(sheet_id, charts, rules), shaped(sheet, sheet_id), *cells, *dressed(sheet, sheet_id)]


def prepared(sheet: Sheet) -> Sheet:
    """The sheet as it stands in a tab: with the cells that its charts are drawn from."""
    return with_values(sheet) if sheet.drawings else sheet


def led(sheet: Sheet, tabs: Mapping[str, int]) -> Sheet:
    """The sheet whose jumps lead to tabs of the same spreadsheet, by title and sheetId; other jumps are plain words.

    They lead to the tab and not to a row: the rows of a tab move when nothing is written into this one.
    """
    if not any(isinstance(box.value, Jump) for box in sheet.boxes):
        return sheet
    boxes = (
        box._replace(value=_to_tab(box.value, tabs)) if isinstance(box.value, Jump) else box for box in sheet.boxes
    )
    return replace(sheet, boxes=tuple(boxes))


def _to_tab(jump: Jump, tabs: Mapping[str, int]) -> Value:
    return Link(jump.words, "", jump.tab, "", f"#gid={tabs[jump.tab]}") if jump.tab in tabs else jump.words


def emptied(sheet_id: int, charts: Container[int] = (), rules: int = 0) -> list[Request]:
    """What stands in the way of a new shape is taken away: filter, merged cells, conditional formats, our charts."""
    filters: Request = {"clearBasicFilter": {"sheetId": sheet_id}}
    unruled: list[Request] = [{"deleteConditionalFormatRule": {"sheetId": sheet_id, "index": 0}}] * rules
    return [filters, {"unmergeCells": {"range": {"sheetId": sheet_id}}}, *unruled, *removed(sheet_id, charts)]


def shaped(sheet: Sheet, sheet_id: int) -> Request:
    """The size of the grid and what stays in sight."""
    rows, columns = size_of(sheet)
    size = {"rowCount": rows, "columnCount": columns}
    grid = {**size, "frozenRowCount": sheet.freeze, "frozenColumnCount": 0, "hideGridlines": True}
    fields = "gridProperties(rowCount,columnCount,frozenRowCount,frozenColumnCount,hideGridlines)"
    return {"updateSheetProperties": {"properties": {"sheetId": sheet_id, "gridProperties": grid}, "fields": fields}}


def filled(sheet: Sheet, sheet_id: int, limit: int | None = None) -> list[Request]:
    """The values of every cell; what had stood in other cells, and every format, is cleared.

    With a limit the rows are divided so that one request takes about so many bytes of JSON.
    """
    rows = _rows(sheet)
    count, columns = size_of(sheet)
    rows += [{"values": []}] * (count - len(rows))
    requests = []
    for first, part in _parts(rows, limit):
        place = {
            "sheetId": sheet_id,
            "startRowIndex": first,
            "endRowIndex": first + len(part),
            "startColumnIndex": 0,
            "endColumnIndex": columns,
        }
        requests.append({"updateCells": {"range": place, "rows": part, "fields": _FIELDS}})
    return requests


def dressed(sheet: Sheet, sheet_id: int) -> list[Request]:
    """Merged cells, widths and heights, the filter, the stamp that turns red, the charts."""
    heights = [high(height) for height in sheet.heights]
    heights += [_USUAL_HEIGHT] * (size_of(sheet)[0] - len(heights))
    filters = []
    if sheet.filtered is not None:
        first, last = sheet.filtered
        place = range_of(sheet_id, first, last, 0, max(sheet.filter_width, 1) - 1)
        filters = [{"setBasicFilter": {"filter": {"range": place}}}]
    return [
        *merged(sheet, sheet_id),
        *sizes(sheet_id, "COLUMNS", list(map(wide, sheet.widths)), sheet.hidden),
        *sizes(sheet_id, "ROWS", heights),
        *filters,
        *_turning_red(sheet, sheet_id),
        *drawn(sheet, sheet_id),
    ]


def _turning_red(sheet: Sheet, sheet_id: int) -> list[Request]:
    if sheet.fresh is None:
        return []
    place = range_of(sheet_id, sheet.fresh.row, sheet.fresh.row, 0, max(len(sheet.widths) - 1, 0))
    condition = {"type": "CUSTOM_FORMULA", "values": [{"userEnteredValue": stale_formula(sheet.fresh)}]}
    rule = {
        "ranges": [place],
        "booleanRule": {"condition": condition, "format": coloured(LIGHTS[Light.RED], bold=True)},
    }
    return [{"addConditionalFormatRule": {"rule": rule, "index": 0}}]


def size_of(sheet: Sheet) -> tuple[int, int]:
    """Rows and columns of the grid: one row more than there is, so that not all of it is frozen."""
    return max(len(sheet.heights), sheet.freeze) + _SPARE_ROWS, max(len(sheet.widths), 1)


def values_of(sheet: Sheet) -> tuple[tuple[str | int | float | None, ...], ...]:
    """What `values:batchGet` answers of the finished tab, numbers as numbers, dates as serials, None for empty cells.

    Empty cells at the end of a row and empty rows at the end are left out, as there.
    """
    rows: list[list[str | int | float | None]] = [[] for _ in sheet.heights]
    for box in sheet.boxes:
        row = rows[box.row]
        row.extend([None] * (box.left + 1 - len(row)))
        row[box.left] = _plain(box.value)
    return _trimmed([_trimmed(row) for row in rows])


def weight(requests: Sequence[Request]) -> int:
    """Bytes of the requests as JSON."""
    return len(json.dumps(requests, ensure_ascii=False).encode())


def _trimmed(cells: Sequence[_Cell]) -> tuple[_Cell, ...]:
    """Without the empty ones at the end, as Google answers."""
    last = max((number for number, cell in enumerate(cells, 1) if cell not in (None, ())), default=0)
    return tuple(cells[:last])


def _plain(value: Value) -> str | int | float | None:
    match value:
        case Light(value=words) | Link(words=words) | Jump(words=words) | Slot(words=words) | str(words):
            return clean(words) or None
        case datetime() if is_a_day(value):
            return (value.replace(tzinfo=None) - _MIDNIGHT).total_seconds() / 86400
        case date() if is_a_day(value):
            return (value - _EPOCH).days
        case date():
            return f"{value:%d.%m.%Y}"
        case _:
            return value


def _rows(sheet: Sheet) -> list[Cell]:
    rows: list[list[Cell]] = [[] for _ in sheet.heights]
    for box in sheet.boxes:
        row = rows[box.row]
        row.extend({} for _ in range(box.left + 1 - len(row)))
        row[box.left] = _cell(box)
    return [{"values": row} for row in rows]


def _cell(box: Box) -> Cell:
    value = _plain(box.value)
    match value:
        case _ if isinstance(box.value, Slot):
            words = {"userEnteredValue": {"stringValue": value}} if value is not None else {}
            return words | _offered(box.value)
        case None:
            return {}
        case str() if isinstance(box.value, Link) and box.value.address:
            runs = [{"format": {"link": {"uri": box.value.address}}}]
            return {"userEnteredValue": {"stringValue": value}, "textFormatRuns": runs}
        case str():
            return {"userEnteredValue": {"stringValue": value}}
        case _:
            return {"userEnteredValue": {"numberValue": value}}


def _offered(slot: Slot) -> Cell:
    """What helps to fill the cell: the list with a hint, or the hint as a note. What is not in the list stays, too."""
    if not slot.choices:
        return {"note": slot.hint} if slot.hint else {}
    condition = {"type": "ONE_OF_LIST", "values": [{"userEnteredValue": one} for one in slot.choices]}
    rule = {"condition": condition, "inputMessage": slot.hint, "strict": False, "showCustomUi": True}
    return {"dataValidation": rule}


def _parts(rows: Sequence[Cell], limit: int | None) -> Iterable[tuple[int, list[Cell]]]:
    if limit is None:
        yield 0, list(rows)
        return
    first, size = 0, 0
    part: list[Cell] = []
    for number, row in enumerate(rows):
        bytes_of = weight([row])
        if part and size + bytes_of > limit:
            yield first, part
            first, size, part = number, 0, []
        part.append(row)
        size += bytes_of
    yield first, part
