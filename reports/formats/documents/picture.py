"""A chart as a picture for a document: our own SVG drawn in our own letters, so that every machine draws the same."""

from reports.formats.letters import FAMILY, font_files
from reports.formats.svg import svg_of
from reports.report import Chart

_ZOOM = 3
"""Dots of a point: about 200 an inch, enough for paper."""


def png_of(chart: Chart, width: float) -> bytes:
    """The picture of a chart so many points wide, on white."""
    from resvg_py import svg_to_bytes

    return bytes(
        svg_to_bytes(
            svg_string=svg_of(chart, width),
            zoom=_ZOOM,
            background="#ffffff",
            skip_system_fonts=True,
            font_family=FAMILY,
            sans_serif_family=FAMILY,
            font_files=[str(one) for one in font_files()],
        )
    )


def said(chart: Chart) -> str:
    """What the picture shows, in words, for those who can't see it."""
    names = ", ".join(one.name for one in chart.series)
    unit = f" ({chart.unit})" if chart.unit else ""
    return f"Диаграмма «{chart.title}»{unit}: {names}." if names else f"Диаграмма «{chart.title}»."
