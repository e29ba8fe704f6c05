"""Looks, sizes and places of cells in the words of the Sheets API."""

from collections.abc import Container, Iterator, Sequence
from functools import cache
from itertools import groupby
from typing import Any

from reports.formats.palette import Look

Request = dict[str, Any]  # Any: a request of the Sheets API
Cell = dict[str, Any]  # Any: a cell of the Sheets API

_LETTER, _MARGIN = 7, 5
"""Pixels of a character's width, and of a column's margins."""
_PIXELS_A_POINT = 96 / 72


def format_of(look: Look) -> Cell:
    """A look in the words of the Sheets API: `userEnteredFormat` of a cell."""
    text: Cell = {"foregroundColorStyle": {"rgbColor": colour_of(str(look["font_color"]))}}
    text["fontSize"] = look.get("font_size", 10)
    text |= {name: True for name in ("bold", "italic", "underline") if look.get(name)}
    cell: Cell = {
        "textFormat": text,
        "wrapStrategy": "WRAP" if look.get("text_wrap") else "OVERFLOW_CELL",
        "verticalAlignment": "MIDDLE" if look.get("valign") == "vcenter" else "TOP",
        "horizontalAlignment": "RIGHT" if look.get("align") == "right" else "LEFT",
    }
    if "bg_color" in look:
        cell["backgroundColorStyle"] = {"rgbColor": colour_of(str(look["bg_color"]))}
    if "border" in look:
        line = {"style": "SOLID", "colorStyle": {"rgbColor": colour_of(str(look["border_color"]))}}
        cell["borders"] = dict.fromkeys(("top", "bottom", "left", "right"), line)
    if "num_format" in look:
        cell["numberFormat"] = number_format(str(look["num_format"]))
    return cell


def coloured(look: Look, *, bold: bool = False) -> Cell:
    """The colours of a look, as a conditional format has them: it knows no sizes, borders and numbers."""
    whole = format_of(look)
    words = {"foregroundColorStyle": whole["textFormat"]["foregroundColorStyle"]} | ({"bold": True} if bold else {})
    return {"backgroundColorStyle": whole["backgroundColorStyle"], "textFormat": words}


def number_format(pattern: str) -> Cell:
    """The pattern with the type that belongs to it: text, date, percent or number."""
    kind = "TEXT" if pattern == "@" else "DATE" if "yy" in pattern else "PERCENT" if pattern == "0%" else "NUMBER"
    return {"type": kind, "pattern": pattern}


@cache
def colour_of(code: str) -> dict[str, float]:
    """`#1F2933` as the API says it: shares of red, green and blue."""
    parts = {"red": code[1:3], "green": code[3:5], "blue": code[5:7]}
    return {name: round(int(part, 16) / 255, 4) for name, part in parts.items()}


def wide(characters: float) -> int:
    """The pixels of a column in which so many characters stand."""
    return round(characters * _LETTER) + _MARGIN


def high(points: float) -> int:
    """The pixels of a row of so many points."""
    return round(points * _PIXELS_A_POINT)


def sizes(
    sheet_id: int, dimension: str, pixels: Sequence[int], hidden: Container[int] = frozenset()
) -> Iterator[Request]:
    """One request for each run of rows or columns of the same size; only what is named is out of sight."""
    at = 0
    for (size, unseen), run in groupby((one, number in hidden) for number, one in enumerate(pixels)):
        end = at + len(list(run))
        place = {"sheetId": sheet_id, "dimension": dimension, "startIndex": at, "endIndex": end}
        size_and_sight = {"pixelSize": size, "hiddenByUser": unseen}
        fields = "pixelSize,hiddenByUser"
        yield {"updateDimensionProperties": {"range": place, "properties": size_and_sight, "fields": fields}}
        at = end


def range_of(sheet_id: int, top: int, bottom: int, left: int, right: int) -> Request:
    """The cells of these rows and columns, 0-based, both ends included, as a GridRange."""
    return {
        "sheetId": sheet_id,
        "startRowIndex": top,
        "endRowIndex": bottom + 1,
        "startColumnIndex": left,
        "endColumnIndex": right + 1,
    }
