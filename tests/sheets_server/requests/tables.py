"""Tables: a heading, typed columns and a body; each shows as alternating colours as well."""

from tests.sheets_server import masks
from tests.sheets_server.edit import Edit
from tests.sheets_server.errors import Refused
from tests.sheets_server.model import ROWS, Sheet
from tests.sheets_server.plain import Json
from tests.sheets_server.ranges import Area, GridRange
from tests.sheets_server.requests.banding import check_free
from tests.sheets_server.requests.dimensions import extend
from tests.sheets_server.requests.table_columns import columns_of

_COLOURS = {
    "header": {"red": 0.20784314, "green": 0.40784314, "blue": 0.32941177},
    "firstBand": {"red": 1, "green": 1, "blue": 1},
    "secondBand": {"red": 0.9647059, "green": 0.972549, "blue": 0.9764706},
}


def add(edit: Edit, request: Json) -> Json:
    """addTable: names of columns go into the heading and come out of it; a heading in row 1 is frozen."""
    wanted: Json = request.get("table", {})
    if "range" not in wanted:
        raise Refused("No range specified.")
    sheet, area = edit.place(wanted["range"])
    edit.writes(sheet, area)
    check_free(sheet, area)
    taken = {int(each["tableId"]) for other in edit.book.sheets for each in other.tables if each["tableId"].isdigit()}
    found_id = wanted.get("tableId") or str(edit.new_id(taken))
    if any(each["tableId"] == found_id for other in edit.book.sheets for each in other.tables):
        raise Refused(f"Duplicate table id: {found_id}")
    named = {"tableId": found_id, "name": free_name(edit, wanted.get("name", ""))}
    found = wanted | named | {"range": sheet.ranged(area).json()}
    found["columnProperties"] = columns_of(sheet, area, wanted.get("columnProperties", []), new=True)
    sheet.tables.append(found)
    sheet.banded.append(_band(found))
    _freeze_heading(sheet, area)
    return {"table": found}


def update(edit: Edit, request: Json) -> None:
    """updateTable: its name, range, columns (all of them are replaced) or colours."""
    mask = masks.update(request.get("fields"), "Table")
    new: Json = request.get("table", {})
    sheet, old = table_of(edit, new.get("tableId", ""))
    found = masks.updated(old, new, mask) | {"tableId": old["tableId"]}
    if found.get("name") != old["name"]:
        found["name"] = free_name(edit, found.get("name", ""))
    _, area = edit.place(found["range"])
    edit.writes(sheet, area)
    found["range"] = sheet.ranged(area).json()
    if masks.wants(mask, "columnProperties"):
        found["columnProperties"] = columns_of(sheet, area, new.get("columnProperties", []), new=False)
    replace(sheet, old, found)


def delete(edit: Edit, request: Json) -> None:
    """deleteTable: the values of its cells go with it [seen by three projects], their formats stay [?]."""
    sheet, old = table_of(edit, request.get("tableId", ""))
    area = sheet.area(GridRange.of(old["range"]))
    edit.writes(sheet, area)
    for position in [each for each in sheet.cells if area.holds(each)]:
        sheet.enter(position, None)
    replace(sheet, old, None)


def table_of(edit: Edit, wanted: str) -> tuple[Sheet, Json]:
    """The table of that id and its sheet; raises Refused."""
    for sheet in edit.book.sheets:
        for each in sheet.tables:
            if each["tableId"] == wanted:
                return sheet, each
    raise Refused(f"No table with id: {wanted}")


def body(sheet: Sheet, table: Json) -> Area:
    """The rows under the heading."""
    area = sheet.area(GridRange.of(table["range"]))
    return area._replace(top=area.top + 1)


def lengthened(edit: Edit, sheet: Sheet, table: Json, bottom: int) -> None:
    """Makes the table reach down to `bottom`: into empty rows, or into rows put in before what stands below it."""
    area = sheet.area(GridRange.of(table["range"]))
    count = bottom - area.bottom
    if count <= 0:
        return
    below = Area(area.bottom, 0, min(bottom, sheet.rows), sheet.columns)
    if any(below.holds(position) for position in sheet.used()):
        extend(edit, sheet, ROWS, area.bottom, count)
    else:
        edit.grow(sheet, max(sheet.rows, bottom), sheet.columns)
    (table,) = [each for each in sheet.tables if each["tableId"] == table["tableId"]]
    replace(sheet, table, table | {"range": sheet.ranged(area._replace(bottom=bottom)).json()})


def replace(sheet: Sheet, old: Json, new: Json | None) -> None:
    """Puts another table, or none, in the place of one, and its colours with it."""
    place = sheet.tables.index(old)
    sheet.tables[place : place + 1] = [] if new is None else [new]
    key = _band_key(old)
    bands = [(each, key.items() <= each.items()) for each in sheet.banded]
    sheet.banded = [_band(new) if ours and new else each for each, ours in bands if new or not ours]


def free_name(edit: Edit, wanted: str) -> str:
    """The name, or "Table1" and so on for none; raises Refused when another table bears it."""
    taken = {each["name"].lower() for sheet in edit.book.sheets for each in sheet.tables}
    if wanted:
        if wanted.lower() in taken:
            raise Refused(f'A table with the name "{wanted}" already exists. Please enter another name.')
        return wanted
    count = 1
    while f"table{count}" in taken:
        count += 1
    return f"Table{count}"


def _band_key(table: Json) -> Json:
    """What the colours of a table are known by: its id, or a reference when the id is no number of 32 bits."""
    found: str = table["tableId"]
    if found.isdigit() and int(found) < 2**31:
        return {"bandedRangeId": int(found)}
    return {"bandedRangeReference": found}


def _band(table: Json) -> Json:
    """The table as a banded range of the same id [seen]."""
    told: Json = table.get("rowsProperties", {})
    properties: Json = {}
    for name, usual in _COLOURS.items():
        style = told.get(f"{name}ColorStyle", {"rgbColor": usual})
        properties |= {f"{name}Color": style.get("rgbColor", usual), f"{name}ColorStyle": style}
    return _band_key(table) | {"range": table["range"], "rowProperties": properties}


def _freeze_heading(sheet: Sheet, area: Area) -> None:
    """A heading in the first row is frozen, when nothing is frozen yet [recorded]."""
    grid: Json = sheet.properties["gridProperties"]
    if area.top == 0 and not grid.get("frozenRowCount"):
        sheet.properties = sheet.properties | {"gridProperties": grid | {"frozenRowCount": 1}}
