"""A tab ready to be rendered: a plain grid of styled cells with widths, heights and everything that printing needs."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from reports.report import Chart, Form, Value


class Tone(StrEnum):
    """What a cell is; each format paints it in its own way."""

    TITLE = "title"
    SUBTITLE = "subtitle"
    HEADING = "heading"
    PLAIN = "plain"
    SMALL = "small"
    HEAD_CELL = "head_cell"
    CELL = "cell"
    STRONG = "strong"
    EMPTY = "empty"
    INPUT = "input"


class Box(NamedTuple):
    """A cell: 0-based row, first and last column (merged when they differ), what it holds and how it looks."""

    row: int
    left: int
    right: int
    value: Value
    tone: Tone = Tone.PLAIN
    form: Form = Form.TEXT


class Room(NamedTuple):
    """Where staff may write: 0-based first row, first and last column; down to the end of the tab."""

    top: int
    left: int
    right: int


class Drawing(NamedTuple):
    """A chart and its place: 0-based first and last row, over the whole width."""

    top: int
    bottom: int
    chart: Chart


class Freshness(NamedTuple):
    """How long a stamp is fresh: its 0-based row, and the last day on which it is; after it the row turns red."""

    row: int
    until: date


@dataclass(frozen=True)
class Sheet:
    """A tab. `widths` are in characters, `heights` in points; rows are 0-based, ends included.

    `freeze` is the number of rows that stay in sight; `filtered` the heading row and the last row of the filter;
    `repeated` the heading row printed on every page; `rooms` — where staff write; `hidden` — columns out of sight;
    `drawings` — charts in the order of the page; `fresh` — how long the stamp is, None for what is not kept up to date.
    """

    workbook: str
    tab: str
    widths: tuple[float, ...]
    heights: tuple[float, ...]
    boxes: tuple[Box, ...]
    freeze: int = 0
    filtered: tuple[int, int] | None = None
    filter_width: int = 0
    repeated: int | None = None
    landscape: bool = True
    one_page: bool = False
    rooms: tuple[Room, ...] = ()
    hidden: frozenset[int] = frozenset()
    drawings: tuple[Drawing, ...] = ()
    fresh: Freshness | None = None
