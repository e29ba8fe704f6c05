"""What a picture or a page of paper is drawn with. Points of 1/72 inch, counted from the upper left corner."""

from typing import NamedTuple

from reports.formats.jumps import Place


class Bar(NamedTuple):
    """A filled rectangle; an empty colour leaves out the filling or the line around."""

    x: float
    y: float
    width: float
    height: float
    colour: str = ""
    line: str = ""


class Stroke(NamedTuple):
    """A line through points; `dash` is lengths of strokes and spaces, empty for a solid one."""

    points: tuple[tuple[float, float], ...]
    colour: str
    width: float = 0.6
    dash: tuple[float, ...] = ()


class Dot(NamedTuple):
    """A point of a line: a circle, square, diamond or triangle as high as two radii."""

    x: float
    y: float
    radius: float
    colour: str
    shape: str = "circle"


class Text(NamedTuple):
    """Words on one line, `y` is its baseline; `anchor` tells what of the words stands at `x`: start, middle, end."""

    x: float
    y: float
    words: str
    size: float
    colour: str
    anchor: str = "start"
    bold: bool = False


class Way(NamedTuple):
    """An area that leads somewhere when it is pressed: to another place of the document, or to an address."""

    x: float
    y: float
    width: float
    height: float
    to: Place | str


Mark = Bar | Stroke | Dot | Text | Way


def corners(dot: Dot) -> tuple[tuple[float, float], ...]:
    """The corners of a dot that is not a circle."""
    x, y, r = dot.x, dot.y, dot.radius
    match dot.shape:
        case "square":
            return ((x - r, y - r), (x + r, y - r), (x + r, y + r), (x - r, y + r))
        case "diamond":
            return ((x, y - r), (x + r, y), (x, y + r), (x - r, y))
        case _:
            return ((x, y - r), (x + r, y + r), (x - r, y + r))
