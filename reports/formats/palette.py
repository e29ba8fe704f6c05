"""How the cells of a report look, in the words of XlsxWriter; other formats translate them."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from reports.report import Form, Jump, Light, Link, Slot, Value
from reports.sheet import Box, Tone

Look = Mapping[str, object]

INK, GREY, LINE = "#1F2933", "#5F6B7A", "#C9D1DA"
_CELL = {
    "border": 1,
    "border_color": LINE,
    "text_wrap": True,
    "align": "left",
    "indent": 1,
    "valign": "vcenter",
    "font_color": INK,
}
TONES: Mapping[Tone, Look] = {
    Tone.TITLE: {"bold": True, "font_size": 16, "font_color": INK, "text_wrap": True, "valign": "vcenter"},
    Tone.SUBTITLE: {"font_color": GREY, "text_wrap": True, "valign": "top"},
    Tone.HEADING: {"bold": True, "font_size": 12, "font_color": "#1F4E79", "text_wrap": True, "valign": "vcenter"},
    Tone.PLAIN: {"font_color": INK, "text_wrap": True, "valign": "top"},
    Tone.SMALL: {"font_size": 9, "font_color": GREY, "text_wrap": True, "valign": "top"},
    Tone.HEAD_CELL: {**_CELL, "bold": True, "bg_color": "#DFE8F2"},
    Tone.CELL: _CELL,
    Tone.STRONG: {**_CELL, "bg_color": "#F2F6FA"},
    Tone.INPUT: {**_CELL, "bg_color": "#FFFCEB"},
    Tone.EMPTY: {**_CELL, "font_color": GREY, "italic": True},
}
FORMS: Mapping[Form, Look] = {
    Form.TEXT: {},
    Form.WHOLE: {"num_format": "#,##0", "align": "right", "indent": 0},
    Form.NUMBER: {"num_format": "#,##0.0", "align": "right", "indent": 0},
    Form.CHANGE: {"num_format": "+#,##0.0;\u2212#,##0.0;0", "align": "right", "indent": 0},
    Form.PERCENT: {"num_format": '#,##0.0"\u00a0%"', "align": "right", "indent": 0},
    Form.DATE: {"num_format": "dd.mm.yyyy", "align": "left"},
}
WHOLE: Mapping[Form, Look] = {
    Form.NUMBER: {"num_format": "#,##0"},
    Form.PERCENT: {"num_format": '#,##0"\u00a0%"'},
    Form.CHANGE: {"num_format": "+#,##0;\u2212#,##0;0"},
}
"""A whole number shows no empty decimals."""

LIGHTS: Mapping[Light, Look] = {
    Light.GREEN: {"bg_color": "#DDF0DD", "font_color": "#1E5B2A"},
    Light.YELLOW: {"bg_color": "#FFF1C9", "font_color": "#6B4E00"},
    Light.RED: {"bg_color": "#F9D6D2", "font_color": "#8A1C12"},
    Light.GREY: {"bg_color": "#ECEFF2", "font_color": "#4A5560"},
}


class SeriesLook(NamedTuple):
    """How a series of a chart looks: its colour, the dash of its line (XlsxWriter's word), the shape of its points."""

    colour: str
    dash: str
    shape: str


SERIES: tuple[SeriesLook, ...] = (
    SeriesLook("#123A5E", "solid", "circle"),
    SeriesLook("#F2B84B", "dash", "square"),
    SeriesLook("#3C8D7C", "round_dot", "diamond"),
    SeriesLook("#A3AEBA", "long_dash", "triangle"),
    SeriesLook("#8C3A2B", "dash_dot", "circle"),
    SeriesLook("#8FB8DE", "square_dot", "square"),
)
"""The series of a chart in their order: neighbours differ in lightness, too, for those who print in black and white."""

PLAIN_TEXT: Look = {"num_format": "@"}
"""What is typed stays as it was typed: `2026-04` becomes no day."""

LINK: Look = {"font_color": "#0B5CAD", "underline": 1}


def form_of(box: Box) -> Form:
    """The form of the column; a date is a date in a column of any words."""
    return Form.DATE if isinstance(box.value, date) and box.form is Form.TEXT else box.form


def is_whole(value: Value) -> bool:
    """A number that shows no decimals: `100 %`, not `100,0 %`."""
    return isinstance(value, int | float) and round(float(value), 1).is_integer()


def look_of(box: Box) -> Look:
    """Everything about how a cell looks."""
    form = form_of(box)
    number = WHOLE.get(box.form, {}) if is_whole(box.value) else {}
    return {**TONES[box.tone], **FORMS[form], **number, **_painted(box.value)}


def _painted(value: Value) -> Look:
    match value:
        case Light():
            return LIGHTS[value]
        case Link() | Jump():
            return LINK
        case Slot():
            return PLAIN_TEXT
        case _:
            return {}


def series_look(number: int) -> SeriesLook:
    """The look of a series by its number, 0-based; the seventh looks as the first."""
    return SERIES[number % len(SERIES)]
