"""Writing values: update, batchUpdate, append, clear and batchClear."""

from dataclasses import dataclass

from tests.sheets_server import engine, tables, values
from tests.sheets_server.edit import Edit
from tests.sheets_server.errors import TOO_LONG, Refused, invalid
from tests.sheets_server.lookup import beyond, bounded, found
from tests.sheets_server.model import COLUMNS, ROWS, Sheet, Spreadsheet
from tests.sheets_server.plain import Json, Position, Value, number, without
from tests.sheets_server.ranges import Area, a1, letters, quoted
from tests.sheets_server.shifts import Inserted, shift

_LIMIT = 50_000


@dataclass(frozen=True)
class Input:
    """How values come in and whether they are wanted back."""

    typed: bool
    give_back: bool = False
    rendering: values.Rendering = values.Rendering()


def update(edit: Edit, text: str, data: Json, given: Input) -> Json:
    """values.update: the cells that were written; the range shrinks to the data, null is skipped, "" clears."""
    sheet, wanted = found(edit.book, text)
    if (wanted.top or 0) >= sheet.rows or (wanted.left or 0) >= sheet.columns:
        raise beyond(sheet, text)
    rows = _by_rows(data)
    _fits(sheet, sheet.area(wanted), rows)
    area = _written(wanted.top or 0, wanted.left or 0, rows)
    return _put(edit, sheet, area, rows, data, given)


def append(edit: Edit, text: str, data: Json, given: Input, *, insert: bool) -> Json:
    """values.append: writes below the last table that the range touches, from the table's first column on."""
    sheet, area = bounded(edit.book, text)
    table = tables.last_table(sheet, area)
    rows = _by_rows(data)
    top, left = (area.top, area.left) if table is None else (table.bottom, table.left)
    target = _written(top, left, rows)
    if insert and table is not None and target.rows:
        shift(edit.book, sheet, Inserted(ROWS, top, target.rows))
    edit.grow(sheet, max(sheet.rows, target.bottom), max(sheet.columns, target.right))
    answer: Json = {"spreadsheetId": edit.book.id}
    if table is not None:
        answer["tableRange"] = a1(sheet.title, table)
    return answer | {"updates": _put(edit, sheet, target, rows, data, given)}


def clear(edit: Edit, text: str) -> str:
    """values.clear: takes the values of a range away and nothing else; the canonical name of the range."""
    sheet, area = bounded(edit.book, text)
    edit.writes(sheet, area)
    for position in [each for each in sheet.cells if area.holds(each)]:
        sheet.enter(position, None)
    return a1(sheet.title, area)


def totals(book: Spreadsheet, responses: list[Json]) -> Json:
    """The answer of values.batchUpdate; a row or column that two ranges share counts once."""
    places = [bounded(book, each["updatedRange"]) for each in responses if each.get("updatedCells")]
    rows = {(sheet.id, row) for sheet, area in places for row in range(area.top, area.bottom)}
    columns = {(sheet.id, column) for sheet, area in places for column in range(area.left, area.right)}
    found = {
        "totalUpdatedRows": len(rows),
        "totalUpdatedColumns": len(columns),
        "totalUpdatedCells": sum(each.get("updatedCells", 0) for each in responses),
        "totalUpdatedSheets": len({sheet.id for sheet, _ in places}),
    }
    return {"spreadsheetId": book.id} | {key: value for key, value in found.items() if value} | {"responses": responses}


def _by_rows(data: Json) -> list[list[Value]]:
    rows: list[list[Value]] = data.get("values", [])
    for place, row in enumerate(rows):
        for index, value in enumerate(row):
            if isinstance(value, dict | list):
                kind = "struct_value" if isinstance(value, dict) else "list_value"
                raise invalid(f"Invalid values[{place}][{index}]: {kind} {{\n}}\n")
    if data.get("majorDimension") != COLUMNS:
        return rows
    height = max(map(len, rows), default=0)
    return [[row[i] if i < len(row) else None for row in rows] for i in range(height)]


def _written(top: int, left: int, rows: list[list[Value]]) -> Area:
    return Area(top, left, top + len(rows), left + max(map(len, rows), default=0))


def _fits(sheet: Sheet, area: Area, rows: list[list[Value]]) -> None:
    """Refuses data that is larger than its range; a single cell stands for everything right of it and below."""
    single = area.rows == area.columns == 1
    bottom, right = (sheet.rows, sheet.columns) if single else (area.bottom, area.right)
    wanted = _written(area.top, area.left, rows)
    name = f"{quoted_always(sheet.title)}!{a1(sheet.title, area).rpartition('!')[2]}"
    if wanted.bottom > bottom:
        raise invalid(f"Requested writing within range [{name}], but tried writing to row [{bottom + 1}]")
    if wanted.right > right:
        raise invalid(f"Requested writing within range [{name}], but tried writing to column [{letters(right)}]")


def quoted_always(title: str) -> str:
    """The title in quotes, needed or not."""
    found = quoted(title)
    return found if found.startswith("'") else f"'{found}'"


def _put(edit: Edit, sheet: Sheet, area: Area, rows: list[list[Value]], data: Json, given: Input) -> Json:
    edit.writes(sheet, area)
    count = 0
    touched: set[int] = set()
    columns: set[int] = set()
    for row, line in enumerate(rows, area.top):
        for column, value in enumerate(line, area.left):
            if value is not None:
                _enter(edit, sheet, (row, column), value, typed=given.typed)
                count += 1
                touched.add(row)
                columns.add(column)
    answer: Json = {"spreadsheetId": edit.book.id, "updatedRange": a1(sheet.title, area)}
    sizes = {"updatedRows": len(touched), "updatedColumns": len(columns), "updatedCells": count}
    answer |= {key: value for key, value in sizes.items() if value}
    if given.give_back:
        edit.recalculate()
        rendering = values.Rendering(given.rendering.values, given.rendering.dates, data.get("majorDimension", ROWS))
        answer["updatedData"] = values.value_range(edit.book, sheet, area, rendering)
    return answer


def _enter(edit: Edit, sheet: Sheet, position: Position, value: Value, *, typed: bool) -> None:
    if isinstance(value, bool):
        sheet.enter(position, {"boolValue": value})
    elif isinstance(value, int | float):
        sheet.enter(position, {"numberValue": number(float(value))})
    elif len(value) > _LIMIT:
        raise Refused(TOO_LONG)
    elif typed:
        _type(edit, sheet, position, value)
    else:
        sheet.enter(position, {"stringValue": value} if value else None)


def _type(edit: Edit, sheet: Sheet, position: Position, text: str) -> None:
    shape = sheet.cell(position).get("userEnteredFormat", {})
    present = shape.get("numberFormat", {})
    value, number_format = engine.typed(
        text, edit.book.locale, as_text=present.get("type") == "TEXT", today=edit.moment.date()
    )
    sheet.enter(position, value)
    if number_format is not None and not present:
        cell = without(sheet.cell(position), "userEnteredFormat")
        sheet.put(position, cell | {"userEnteredFormat": shape | {"numberFormat": number_format}})
