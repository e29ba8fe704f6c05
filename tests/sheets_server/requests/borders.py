"""Borders around and within a range."""

from collections.abc import Iterator, Mapping

from tests.sheets_server.edit import Edit
from tests.sheets_server.errors import Refused
from tests.sheets_server.plain import Json, Position, without
from tests.sheets_server.ranges import Area

_WIDTHS: Mapping[str, int] = {"SOLID_MEDIUM": 2, "SOLID_THICK": 3, "DOUBLE": 3}
_BLACK: Json = {"color": {}, "colorStyle": {"rgbColor": {}}}


def update(edit: Edit, request: Json) -> None:
    """updateBorders: a side that isn't named stays, the style NONE erases; only cells of the range get borders."""
    sheet, area = edit.place(request.get("range", {}))
    edit.writes(sheet, area)
    drawn = {name: _border(request[name]) for name in request if name != "range"}
    for position in area.positions():
        cell = sheet.cell(position)
        shape: Json = cell.get("userEnteredFormat", {})
        borders: Json = dict(shape.get("borders", {}))
        for side, name in _sides(position, area):
            if name in drawn:
                borders[side] = drawn[name]
        kept = {side: border for side, border in borders.items() if border is not None}
        shape = without(shape, "borders") | ({"borders": kept} if kept else {})
        sheet.put(position, without(cell, "userEnteredFormat") | ({"userEnteredFormat": shape} if shape else {}))


def _sides(position: Position, area: Area) -> Iterator[tuple[str, str]]:
    """Each side of a cell and which border of the request falls on it."""
    row, column = position
    yield "top", "top" if row == area.top else "innerHorizontal"
    yield "bottom", "bottom" if row == area.bottom - 1 else "innerHorizontal"
    yield "left", "left" if column == area.left else "innerVertical"
    yield "right", "right" if column == area.right - 1 else "innerVertical"


def _border(border: Json) -> Json | None:
    """The border as it is kept; None erases."""
    style = border.get("style", "STYLE_UNSPECIFIED")
    if style == "STYLE_UNSPECIFIED":
        raise Refused("No border style specified.")
    if style == "NONE":
        return None
    return _BLACK | border | {"width": _WIDTHS.get(style, 1)}
