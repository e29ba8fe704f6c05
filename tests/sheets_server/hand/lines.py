"""What people do to rows and columns: insert, delete, move, hide, freeze, sort and filter."""

from functools import partial

from tests.sheets_server.errors import Refused
from tests.sheets_server.hand.grip import Action, Glance, Grip
from tests.sheets_server.model import COLUMNS, ROWS
from tests.sheets_server.plain import Json
from tests.sheets_server.ranges import a1


def _insert(dimension: str, grip: Grip) -> None:
    at = grip.number("at")
    where = grip.lines(dimension, at, grip.number("count", 1))
    grip.ask("insertDimension", range=where, inheritFromBefore=at > 0)


def _delete(dimension: str, grip: Grip) -> None:
    grip.ask("deleteDimension", range=grip.lines(dimension, grip.number("at"), grip.number("count", 1)))


def _move(dimension: str, grip: Grip) -> None:
    where = grip.lines(dimension, grip.number("at"), grip.number("count", 1))
    grip.ask("moveDimension", source=where, destinationIndex=grip.number("to"))


def _draw_rows(see: Glance) -> Json:
    return {"at": see.row(), "count": see.chance.randrange(1, 4)}


def _draw_columns(see: Glance) -> Json:
    return {"at": see.column(), "count": see.chance.randrange(1, 3)}


def _draw_to(dimension: str, see: Glance) -> Json | None:
    drawn = _draw_rows(see) if dimension == ROWS else _draw_columns(see)
    to = see.row() if dimension == ROWS else see.column()
    inside = drawn["at"] <= to <= drawn["at"] + drawn["count"]
    return None if inside or drawn["at"] + drawn["count"] > see.sheet.count(dimension) else drawn | {"to": to}


def _draw_deleted(dimension: str, see: Glance) -> Json | None:
    drawn = _draw_rows(see) if dimension == ROWS else _draw_columns(see)
    return drawn if see.sheet.count(dimension) > 8 else None


def _delete_most(grip: Grip) -> None:
    """Deletes every row below the heading that is in use."""
    last = max((row for row, _ in grip.sheet().used()), default=0)
    if last < 1:
        raise Refused("There are no rows to delete.")
    grip.ask("deleteDimension", range=grip.lines(ROWS, 1, last))


def _nothing_to_choose(_see: Glance) -> Json:
    return {}


def _hide(hidden: bool, grip: Grip) -> None:  # noqa: FBT001 — bound by partial
    where = grip.lines(ROWS, grip.number("at"), grip.number("count", 1))
    grip.ask("updateDimensionProperties", range=where, properties={"hiddenByUser": hidden}, fields="hiddenByUser")


def _freeze(grip: Grip) -> None:
    properties = {"sheetId": grip.sheet().id, "gridProperties": {"frozenRowCount": grip.number("count", 1)}}
    grip.ask("updateSheetProperties", properties=properties, fields="gridProperties.frozenRowCount")


def _sort(grip: Grip) -> None:
    order = "DESCENDING" if grip.arguments.get("descending") else "ASCENDING"
    specs = [{"dimensionIndex": grip.number("column"), "sortOrder": order}]
    grip.ask("sortRange", range=grip.grid_range(grip.area()), sortSpecs=specs)


def _draw_sort(see: Glance) -> Json | None:
    table = see.table
    if table.bottom < 3:
        return None
    area = table._replace(top=1)
    descending = see.chance.random() < 0.5
    return {"range": a1("T", area).partition("!")[2], "column": see.column(), "descending": descending}


def _filter(grip: Grip) -> None:
    grip.ask("setBasicFilter", filter={"range": grip.grid_range(grip.area())})


def _filter_sort(grip: Grip) -> None:
    """Sorts by the arrow in a filter's heading: the rows themselves move."""
    order = "DESCENDING" if grip.arguments.get("descending") else "ASCENDING"
    specs = [{"dimensionIndex": grip.number("column"), "sortOrder": order}]
    grip.ask("setBasicFilter", filter={"range": grip.grid_range(grip.area()), "sortSpecs": specs})


def _filter_values(grip: Grip) -> None:
    """Hides rows by their values."""
    criteria = {str(grip.number("column")): {"hiddenValues": [grip.text("text")]}}
    grip.ask("setBasicFilter", filter={"range": grip.grid_range(grip.area()), "criteria": criteria})


def _draw_filter(see: Glance) -> Json | None:
    if see.table.bottom < 3:
        return None
    whole = a1("T", see.table).partition("!")[2]
    return {"range": whole, "column": see.column(), "descending": see.chance.random() < 0.5, "text": "Да"}


def _unfilter(grip: Grip) -> None:
    grip.ask("clearBasicFilter", sheetId=grip.sheet().id)


def _draw_unfilter(see: Glance) -> Json | None:
    return {} if see.sheet.basic_filter else None


LINES: tuple[Action, ...] = (
    Action("insert_rows", partial(_insert, ROWS), _draw_rows),
    Action("insert_columns", partial(_insert, COLUMNS), _draw_columns),
    Action("delete_rows", partial(_delete, ROWS), partial(_draw_deleted, ROWS)),
    Action("delete_columns", partial(_delete, COLUMNS), partial(_draw_deleted, COLUMNS)),
    Action("delete_most_rows", _delete_most, _nothing_to_choose),
    Action("move_rows", partial(_move, ROWS), partial(_draw_to, ROWS)),
    Action("move_columns", partial(_move, COLUMNS), partial(_draw_to, COLUMNS)),
    Action("hide_rows", partial(_hide, True), _draw_rows),  # noqa: FBT003
    Action("show_rows", partial(_hide, False), _draw_rows),  # noqa: FBT003
    Action("freeze_rows", _freeze, lambda see: {"count": see.chance.randrange(3)}),
    Action("sort", _sort, _draw_sort),
    Action("filter", _filter, _draw_filter),
    Action("filter_by_values", _filter_values, _draw_filter),
    Action("filter_sort", _filter_sort, _draw_filter),
    Action("remove_filter", _unfilter, _draw_unfilter),
)
