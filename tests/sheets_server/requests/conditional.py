"""Conditional formats: rules of a sheet in their order; the first that holds wins."""

from tests.sheets_server import conditions
from tests.sheets_server.edit import Edit
from tests.sheets_server.errors import Refused
from tests.sheets_server.locales import locale_of
from tests.sheets_server.model import Sheet
from tests.sheets_server.plain import Json, without
from tests.sheets_server.ranges import GridRange
from tests.sheets_server.typed_input import typed

_NO_VALUE = frozenset({"MIN", "MAX"})


def add(edit: Edit, request: Json) -> None:
    """addConditionalFormatRule: at the index; the rules from there on move down by one."""
    sheet, rule = _checked(edit, request.get("rule", {}))
    index = request.get("index", 0)
    if not 0 <= index <= len(sheet.conditional):
        raise Refused(f"The index {index} is out of bounds: the sheet has {len(sheet.conditional)} rules.")
    sheet.conditional.insert(index, rule)


def update(edit: Edit, request: Json) -> Json:
    """updateConditionalFormatRule: another rule at the index, or the same rule at another index."""
    index = request.get("index", 0)
    if "rule" in request:
        sheet, rule = _checked(edit, request["rule"])
        old = _at(edit, sheet, index)
        sheet.conditional[index] = rule
        return {"newRule": rule, "newIndex": index, "oldRule": old}
    sheet = edit.sheet(request.get("sheetId", 0))
    old = _at(edit, sheet, index)
    place = request.get("newIndex", 0)
    _at(edit, sheet, place)
    sheet.conditional.insert(place, sheet.conditional.pop(index))
    return {"newRule": old, "newIndex": place, "oldIndex": index}


def delete(edit: Edit, request: Json) -> Json:
    """deleteConditionalFormatRule: the rules after it move up by one; the rule comes back."""
    sheet = edit.sheet(request.get("sheetId", 0))
    index = request.get("index", 0)
    rule = _at(edit, sheet, index)
    del sheet.conditional[index]
    return {"rule": rule}


def _at(edit: Edit, sheet: Sheet, index: int) -> Json:
    """The rule at the index; raises Refused when there is none or when a protection keeps the caller from its cells."""
    if not 0 <= index < len(sheet.conditional):
        raise Refused(f"No conditional format on sheet: {sheet.id} at index: {index}")
    for each in sheet.conditional[index]["ranges"]:
        edit.writes(sheet, sheet.area(GridRange.of(each)))
    return sheet.conditional[index]


def _checked(edit: Edit, rule: Json) -> tuple[Sheet, Json]:
    """The sheet of the rule and the rule as it is kept: ranges cut to the grid, idle values of a scale dropped."""
    ranges = [GridRange.of(each) for each in rule.get("ranges", [])]
    if not ranges:
        raise Refused("No ranges specified.")
    if len({each.sheet_id for each in ranges}) > 1:
        raise Refused("All ranges of a conditional format must be on the same sheet.")
    sheet = edit.sheet(ranges[0].sheet_id)
    areas = [edit.place(each)[1] for each in rule["ranges"]]
    for area in areas:
        edit.writes(sheet, area)
    kept = rule | {"ranges": [sheet.ranged(area).json() for area in areas]}
    match rule:
        case {"booleanRule": boolean}:
            condition = boolean.get("condition", {})
            conditions.check(edit.book, condition, conditions.FORMATTING)
            conditions.check_own_sheet(edit.book, condition, sheet)
        case {"gradientRule": scale}:
            kept["gradientRule"] = _scale(scale, edit.book.locale)
        case _:
            raise Refused("No rule specified: exactly one of booleanRule and gradientRule is required.")
    return sheet, kept


def _scale(scale: Json, tag: str) -> Json:
    """A colour scale needs both ends; the least and the greatest value need no number and keep none [seen]."""
    names = [name for name in ("minpoint", "midpoint", "maxpoint") if name != "midpoint" or name in scale]
    return scale | {name: _point(scale.get(name, {}), tag) for name in names}


def _point(point: Json, tag: str) -> Json:
    kind = point.get("type")
    if kind is None:
        raise Refused("No interpolationPointType specified.")
    if kind in _NO_VALUE:
        return without(point, "value")
    value = point.get("value", "")
    if not value:
        raise Refused("InterpolationPoint.value is required.")
    if not value.startswith("=") and typed(value, locale_of(tag)).kind != "numberValue":
        raise Refused(f"Invalid InterpolationPoint.value: {value}")
    return point
