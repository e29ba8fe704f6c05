"""Charts of a workbook: drawn by Excel itself from a sheet out of sight that holds their values."""

import re
from collections.abc import Sequence
from typing import Any

from reports.formats.cell_text import clean
from reports.formats.chart_rows import rows_of
from reports.formats.palette import GREY, INK, LINE, series_look
from reports.report import Chart, ChartKind
from reports.sheet import Drawing, Sheet

DATA = "Данные диаграмм"
"""The sheet of values: very hidden, so that nobody sorts or deletes what a chart stands on."""

Book = Any  # XlsxWriter has no types
_KINDS = {
    ChartKind.BAR: {"type": "bar"},
    ChartKind.COLUMN: {"type": "column"},
    ChartKind.STACKED: {"type": "column", "subtype": "stacked"},
    ChartKind.LINE: {"type": "line"},
}
_FONT = {"name": "Calibri", "size": 10, "color": INK}
_POINT, _LETTER, _MARGIN = 96 / 72, 7, 5
"""Pixels of a point, of a character's width, of a column's margins."""
_MOST_SAID = 24
"""More values than these are read at the axis."""
_ADDRESS = re.compile(r"!(?=\$?[A-Z])")
_WHOLE_STEPS = 10
"""An axis that goes so far has steps of whole numbers."""


def draw_all(book: Book, tabs: Sequence[Book], sheets: Sequence[Sheet]) -> None:
    """Every chart in its place. The sheet of values is added last, when there is a chart at all."""
    placed = [(tab, sheet, one) for tab, sheet in zip(tabs, sheets, strict=True) for one in sheet.drawings]
    if not placed:
        return
    data = book.add_worksheet(DATA)
    data.very_hidden()
    row = 0
    for tab, sheet, drawing in placed:
        table = rows_of(drawing.chart)
        for number, cells in enumerate(table):
            data.write_row(row + number, 0, cells)
        chart = _chart(book, drawing.chart, row + 1)
        chart.set_size(_size(sheet, drawing))
        where = {"object_position": 1, "description": drawing.chart.title}
        tab.insert_chart(drawing.top, 0, chart, where)
        row += len(table) + 1


def _size(sheet: Sheet, drawing: Drawing) -> dict[str, float]:
    width = sum(int(one * _LETTER + _MARGIN) for number, one in enumerate(sheet.widths) if number not in sheet.hidden)
    height = sum(sheet.heights[drawing.top : drawing.bottom + 1]) * _POINT
    return {"width": width, "height": round(height)}


def _chart(book: Book, chart: Chart, top: int) -> Book:
    drawn = book.add_chart(dict(_KINDS[chart.kind]))
    last = top + len(chart.categories) - 1
    said = len(chart.series) == 1 and len(chart.categories) <= _MOST_SAID and chart.kind is not ChartKind.LINE
    for number, _ in enumerate(chart.series):
        look = series_look(number)
        looks = _line_look(look.colour, look.dash, look.shape) if chart.kind is ChartKind.LINE else _bar_look(number)
        if said:
            looks["data_labels"] = {"value": True, "num_format": _pattern(chart), "font": _FONT | {"size": 9}}
        column = number + 1
        drawn.add_series(
            {
                "name": [DATA, top - 1, column],
                "categories": [DATA, top, 0, last, 0],
                "values": [DATA, top, column, last, column],
                **looks,
            }
        )
    _dress(drawn, chart)
    return drawn


def _words(text: str) -> str:
    """A title like `Лист!A1` would be taken for the address of a cell: a joiner of no width keeps it a text."""
    return _ADDRESS.sub("!\u2060", clean(text))


def _pattern(chart: Chart) -> str:
    whole = all(value is None or float(value).is_integer() for one in chart.series for value in one.values)
    return "#,##0" if whole else "#,##0.0"


def _axis_pattern(chart: Chart) -> str:
    """Decimals stand at an axis only where its steps may be smaller than one."""
    high = max((abs(value) for one in chart.series for value in one.values if value is not None), default=0.0)
    return "#,##0" if high >= _WHOLE_STEPS else _pattern(chart)


def _line_look(colour: str, dash: str, shape: str) -> dict[str, object]:
    marker = {"type": shape, "size": 6, "fill": {"color": colour}, "border": {"color": colour}}
    return {"line": {"color": colour, "width": 2.25, "dash_type": dash}, "marker": marker}


def _bar_look(number: int) -> dict[str, object]:
    return {"fill": {"color": series_look(number).colour}, "border": {"color": INK, "width": 0.5}, "gap": 60}


def _dress(drawn: Book, chart: Chart) -> None:
    """Title, axes, legend; a bar's categories go down, as they are read."""
    drawn.set_title({"name": _words(chart.title), "name_font": _FONT | {"size": 12, "bold": True}, "overlay": False})
    categories = {"num_font": _FONT, "line": {"color": GREY}}
    values: dict[str, object] = {
        "num_font": _FONT | {"color": GREY},
        "num_format": _axis_pattern(chart),
        "major_gridlines": {"visible": True, "line": {"color": LINE, "width": 0.5}},
        "line": {"none": True},
    }
    if chart.unit:
        values |= {"name": _words(chart.unit), "name_font": _FONT | {"color": GREY, "bold": False}}
    if chart.kind is ChartKind.BAR:
        drawn.set_y_axis(categories | {"reverse": True, "crossing": "max", "major_gridlines": {"visible": False}})
        drawn.set_x_axis(values)
    else:
        drawn.set_x_axis(categories)
        drawn.set_y_axis(values)
    drawn.set_legend({"none": True} if len(chart.series) < 2 else {"position": "top", "font": _FONT})
    drawn.show_blanks_as("gap")
    drawn.set_chartarea({"border": {"color": LINE}})
