"""Ranges: A1 notation, the API's GridRange and the area of a grid that they mean."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

from tests.sheets_server.plain import Json, Position

_BOUNDS = (
    ("startRowIndex", "top"),
    ("endRowIndex", "bottom"),
    ("startColumnIndex", "left"),
    ("endColumnIndex", "right"),
)
_CORNER = re.compile(r"^\$?([A-Za-z]{0,3})\$?([0-9]*)$")
_R1C1 = re.compile(r"^R(\d+)?C(\d+)?$", re.IGNORECASE)
_PLAIN_TITLE = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_LIKE_A_CELL = re.compile(r"[A-Za-z]{1,3}\d+|R\d*C\d*|TRUE|FALSE", re.IGNORECASE)


class Area(NamedTuple):
    """A rectangle of cells with all four bounds, the last two not included."""

    top: int
    left: int
    bottom: int
    right: int

    @property
    def rows(self) -> int:
        return self.bottom - self.top

    @property
    def columns(self) -> int:
        return self.right - self.left

    def positions(self) -> Iterator[Position]:
        """Its cells, row by row."""
        for row in range(self.top, self.bottom):
            for column in range(self.left, self.right):
                yield row, column

    def holds(self, position: Position) -> bool:
        return self.top <= position[0] < self.bottom and self.left <= position[1] < self.right

    def meets(self, other: "Area") -> bool:
        """They share a cell."""
        rows = max(self.top, other.top) < min(self.bottom, other.bottom)
        return rows and max(self.left, other.left) < min(self.right, other.right)

    def shared(self, other: "Area") -> "Area":
        """The cells of both; of no rows or columns when there are none."""
        top, left = max(self.top, other.top), max(self.left, other.left)
        return Area(top, left, max(min(self.bottom, other.bottom), top), max(min(self.right, other.right), left))

    def less(self, other: "Area") -> list["Area"]:
        """The cells that the other doesn't have, as rectangles: above it, below it, left and right of it."""
        hole = self.shared(other)
        if not hole.rows or not hole.columns:
            return [self]
        beside = (self._replace(bottom=hole.top), self._replace(top=hole.bottom))
        middle = Area(hole.top, self.left, hole.bottom, self.right)
        parts = (*beside, middle._replace(right=hole.left), middle._replace(left=hole.right))
        return [part for part in parts if part.rows and part.columns]

    def covers(self, other: "Area") -> bool:
        """Every cell of the other is a cell of this one."""
        rows = self.top <= other.top and other.bottom <= self.bottom
        return rows and self.left <= other.left and other.right <= self.right


@dataclass(frozen=True, slots=True)
class GridRange:
    """A rectangle of one sheet; a bound that is None reaches to the edge of the grid, whatever it is then."""

    sheet_id: int
    top: int | None = None
    left: int | None = None
    bottom: int | None = None
    right: int | None = None

    @classmethod
    def of(cls, document: Json) -> "GridRange":
        """From the API's JSON."""
        return cls(document.get("sheetId", 0), **{name: document.get(key) for key, name in _BOUNDS})

    def json(self) -> Json:
        """As the API prints it: sheet 0 is left out, an index of 0 is not."""
        found: Json = {"sheetId": self.sheet_id} if self.sheet_id else {}
        bounds = ((key, getattr(self, name)) for key, name in _BOUNDS)
        return found | {key: value for key, value in bounds if value is not None}

    def area(self, rows: int, columns: int) -> Area:
        """The part that lies in a grid of so many rows and columns; may be empty."""
        top, left = min(self.top or 0, rows), min(self.left or 0, columns)
        bottom = rows if self.bottom is None else min(self.bottom, rows)
        right = columns if self.right is None else min(self.right, columns)
        return Area(top, left, max(bottom, top), max(right, left))

    def on(self, sheet_id: int) -> "GridRange":
        """The same rectangle of another sheet."""
        return replace(self, sheet_id=sheet_id)


def ranged(sheet_id: int, area: Area) -> GridRange:
    """The area as a range of a sheet."""
    return GridRange(sheet_id, area.top, area.left, area.bottom, area.right)


def letters(column: int) -> str:
    """0 → A, 26 → AA."""
    found = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        found = chr(ord("A") + rest) + found
    return found


def column_of(text: str) -> int:
    """A → 0, AA → 26."""
    found = 0
    for letter in text.upper():
        found = found * 26 + ord(letter) - ord("A") + 1
    return found - 1


def quoted(title: str) -> str:
    """The title as it stands before the `!`: in quotes unless it is a plain Latin word that no cell and no truth value is
    called (recorded for ranges: sheets_api.md §1.3; for TRUE and FALSE not proven).
    """
    if _PLAIN_TITLE.fullmatch(title) and not _LIKE_A_CELL.fullmatch(title):
        return title
    return "'" + title.replace("'", "''") + "'"


def a1(title: str, area: Area) -> str:
    """The canonical name of an area: `Sheet1!A1:T1`, one cell as `Sheet1!A1`."""
    first = f"{letters(area.left)}{area.top + 1}"
    last = f"{letters(max(area.right, area.left + 1) - 1)}{max(area.bottom, area.top + 1)}"
    return f"{quoted(title)}!{first}" + ("" if first == last else f":{last}")


def split(text: str) -> tuple[str | None, str, bool]:
    """Title of the sheet or None, the rest, and whether the title stood in quotes."""
    if text.startswith("'"):
        match = re.match(r"^'((?:[^']|'')*)'(?:!(.*))?$", text, re.DOTALL)
        if match:
            return match[1].replace("''", "'"), match[2] or "", True
    title, mark, rest = text.rpartition("!")
    return (title, rest, False) if mark else (None, text, False)


def corners(text: str) -> tuple[int | None, int | None, int | None, int | None] | None:
    """Top, left, bottom, right of `B2:C`, `A:A`, `2:3`, `B2` or `R1C1:R2C2`; None when it is no such thing."""
    first, _, last = text.partition(":")
    one, two = _corner(first), _corner(last or first)
    if one is None or two is None or (not last and ":" in text) or (not last and None in one):
        return None
    top, bottom = _ordered(one[0], two[0])
    left, right = _ordered(one[1], two[1])
    return top, left, bottom, right


def _ordered(one: int | None, two: int | None) -> tuple[int | None, int | None]:
    """Start and end of a side: the smaller one first, an open end stays open."""
    if one is None and two is None:
        return None, None
    if one is None or two is None:
        return (one if two is None else two), None
    return min(one, two), max(one, two) + 1


def _corner(text: str) -> tuple[int | None, int | None] | None:
    match = _R1C1.match(text)
    if match and (match[1] or match[2]):
        return (int(match[1]) - 1 if match[1] else None, int(match[2]) - 1 if match[2] else None)
    match = _CORNER.match(text)
    if not match or not (match[1] or match[2]) or match[2] == "0":
        return None
    return (int(match[2]) - 1 if match[2] else None, column_of(match[1]) if match[1] else None)
