"""Charts of a tab in Google: drawn over their place from values that stand at the right in hidden columns."""

import hashlib
from collections.abc import Container, Iterator, Mapping
from dataclasses import replace

from reports.formats.chart_rows import rows_of
from reports.formats.google_looks import Cell, Request, colour_of, high, range_of, wide
from reports.formats.palette import GREY, INK, series_look
from reports.report import Chart, ChartKind, Form
from reports.sheet import Box, Drawing, Sheet, Tone

_WIDTH, _HEIGHT = 12.0, 15.0
_MOST = 64
"""No tab has more charts: so many of its numbers are ours."""
_KINDS: Mapping[ChartKind, str] = {
    ChartKind.BAR: "BAR",
    ChartKind.COLUMN: "COLUMN",
    ChartKind.STACKED: "COLUMN",
    ChartKind.LINE: "LINE",
}
_DASHES = {
    "solid": "SOLID",
    "dash": "MEDIUM_DASHED",
    "round_dot": "DOTTED",
    "long_dash": "LONG_DASHED",
    "dash_dot": "MEDIUM_DASHED_DOTTED",
    "square_dot": "LONG_DASHED_DOTTED",
}


def with_values(sheet: Sheet) -> Sheet:
    """The sheet with the values of its charts in hidden columns at the right; the same when it has no chart."""
    boxes: list[Box] = []
    heights, widths = list(sheet.heights), list(sheet.widths)
    for drawing in sheet.drawings:
        table, left = rows_of(drawing.chart), len(widths)
        heights += [_HEIGHT] * (len(table) - len(heights))
        widths += [_WIDTH] * len(table[0])
        boxes += [
            Box(row, left + at, left + at, value, Tone.CELL, Form.NUMBER if row and at else Form.TEXT)
            for row, cells in enumerate(table)
            for at, value in enumerate(cells)
            if value is not None
        ]
    hidden = sheet.hidden | frozenset(range(len(sheet.widths), len(widths)))
    whole = (*sheet.boxes, *boxes)
    return replace(sheet, boxes=whole, heights=tuple(heights), widths=tuple(widths), hidden=hidden)


def chart_id_of(sheet_id: int, number: int) -> int:
    """The chartId that a chart of our tab gets: the same every time, so that no repeated request makes a second."""
    return int.from_bytes(hashlib.sha256(f"rpo chart {sheet_id} {number}".encode()).digest()[:4]) % 2_000_000_000 + 1


def removed(sheet_id: int, standing: Container[int]) -> list[Request]:
    """Takes away the charts of an earlier update; what staff have laid over the tab is left."""
    ours = (chart_id_of(sheet_id, number) for number in range(_MOST))
    return [{"deleteEmbeddedObject": {"objectId": one}} for one in ours if one in standing]


def drawn(sheet: Sheet, sheet_id: int) -> list[Request]:
    """Every chart of a sheet `with_values`, in its place."""
    left = len(sheet.widths) - sum(len(one.chart.series) + 1 for one in sheet.drawings)
    seen = left
    requests: list[Request] = []
    for number, drawing in enumerate(sheet.drawings[:_MOST]):
        chart: Request = {
            "chartId": chart_id_of(sheet_id, number),
            "spec": _spec(drawing.chart, sheet_id, left),
            "position": {"overlayPosition": _place(sheet, sheet_id, drawing, seen)},
        }
        requests.append({"addChart": {"chart": chart}})
        left += len(drawing.chart.series) + 1
    return requests


def _place(sheet: Sheet, sheet_id: int, drawing: Drawing, seen: int) -> Cell:
    widths = (width for number, width in enumerate(sheet.widths[:seen]) if number not in sheet.hidden)
    return {
        "anchorCell": {"sheetId": sheet_id, "rowIndex": drawing.top, "columnIndex": 0},
        "widthPixels": sum(map(wide, widths)),
        "heightPixels": sum(map(high, sheet.heights[drawing.top : drawing.bottom + 1])),
    }


def _spec(chart: Chart, sheet_id: int, left: int) -> Cell:
    lies = chart.kind is ChartKind.BAR
    at_left = {"position": "LEFT_AXIS"}
    below = {"position": "BOTTOM_AXIS"}
    (below if lies else at_left).update({"title": chart.unit} if chart.unit else {})
    basic: Cell = {
        "chartType": _KINDS[chart.kind],
        "legendPosition": "TOP_LEGEND" if len(chart.series) > 1 else "NO_LEGEND",
        "headerCount": 1,
        "axis": [below, at_left],
        "domains": [{"domain": _source(chart, sheet_id, left)}],
        "series": list(_series(chart, sheet_id, left)),
    }
    if chart.kind is ChartKind.STACKED:
        basic["stackedType"] = "STACKED"
    return {
        "title": chart.title,
        "altText": chart.title,
        "titleTextFormat": {"bold": True, "fontSize": 12, "foregroundColorStyle": {"rgbColor": colour_of(INK)}},
        "hiddenDimensionStrategy": "SHOW_ALL",
        "basicChart": basic,
    }


def _series(chart: Chart, sheet_id: int, left: int) -> Iterator[Cell]:
    for number, _ in enumerate(chart.series):
        look = series_look(number)
        one: Cell = {
            "series": _source(chart, sheet_id, left + 1 + number),
            "targetAxis": "BOTTOM_AXIS" if chart.kind is ChartKind.BAR else "LEFT_AXIS",
            "colorStyle": {"rgbColor": colour_of(look.colour)},
        }
        if chart.kind is ChartKind.LINE:
            one["lineStyle"] = {"type": _DASHES[look.dash], "width": 2}
            one["pointStyle"] = {"shape": look.shape.upper(), "size": 5}
        elif len(chart.series) == 1:
            grey = {"foregroundColorStyle": {"rgbColor": colour_of(GREY)}, "fontSize": 9}
            one["dataLabel"] = {"type": "DATA", "textFormat": grey}
        yield one


def _source(chart: Chart, sheet_id: int, column: int) -> Cell:
    """A column of values under its name."""
    return {"sourceRange": {"sources": [range_of(sheet_id, 0, len(chart.categories), column, column)]}}
