"""Marks → SVG that stands inside a page: no scripts, no fonts of its own, read aloud by its title."""

from collections.abc import Iterable
from html import escape

from reports.formats.charted import marks_of
from reports.formats.marks import Bar, Dot, Mark, Stroke, Text, corners
from reports.report import Chart

_LINE = 13.5
"""Points of one usual line of the page."""


def svg_of(chart: Chart, width: float) -> str:
    """The chart as an `svg` element of this width in points."""
    height = chart.lines * _LINE
    words = escape(chart.title)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_n(width)} {_n(height)}" role="img" '
        f'aria-label="{words}"><title>{words}</title>{"".join(_drawn(marks_of(chart, width, height)))}</svg>'
    )


def _drawn(marks: Iterable[Mark]) -> Iterable[str]:
    for mark in marks:
        match mark:
            case Bar(x, y, width, height, colour, line):
                size = f'x="{_n(x)}" y="{_n(y)}" width="{_n(width)}" height="{_n(height)}"'
                around = f' stroke="{line}" stroke-width="0.4"' if line else ""
                yield f'<rect {size} fill="{colour or "none"}"{around}/>'
            case Stroke(points, colour, width, dash):
                dashed = f' stroke-dasharray="{" ".join(map(_n, dash))}"' if dash else ""
                yield (
                    f'<polyline points="{_path(points)}" fill="none" stroke="{colour}" '
                    f'stroke-width="{_n(width)}"{dashed}/>'
                )
            case Dot(x, y, radius, colour, "circle"):
                yield f'<circle cx="{_n(x)}" cy="{_n(y)}" r="{_n(radius)}" fill="{colour}"/>'
            case Dot(colour=colour):
                yield f'<polygon points="{_path(corners(mark))}" fill="{colour}"/>'
            case Text(x, y, words, size, colour, anchor, bold):
                where = "" if anchor == "start" else f' text-anchor="{anchor}"'
                weight = ' font-weight="bold"' if bold else ""
                yield (
                    f'<text x="{_n(x)}" y="{_n(y)}" font-size="{_n(size)}" fill="{colour}"{where}{weight}>'
                    f"{escape(words)}</text>"
                )


def _path(points: Iterable[tuple[float, float]]) -> str:
    return " ".join(f"{_n(x)},{_n(y)}" for x, y in points)


def _n(number: float) -> str:
    """Two digits are more than an eye sees."""
    return f"{number:.2f}".rstrip("0").rstrip(".")
