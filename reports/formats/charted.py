"""A chart as marks: one geometry for every format that draws charts itself."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reports import wording
from reports.formats.axis import Axis, axis_of
from reports.formats.marks import Bar, Dot, Mark, Stroke, Text
from reports.formats.palette import GREY, INK, LINE, series_look
from reports.report import Chart, ChartKind, Series

_SMALL, _TITLE = 8.0, 10.5
_LETTER = 0.56
"""A usual letter's width, as a share of the height of the font."""
_TIGHT = 11.0
_DASHES = {
    "solid": (),
    "dash": (5.0, 2.5),
    "round_dot": (1.2, 2.0),
    "long_dash": (8.0, 2.5),
    "dash_dot": (12.0, 2.5),
    "square_dot": (2.5, 2.5),
}
_MOST_SAID = 24


class Plot(NamedTuple):
    """The field inside the axes."""

    left: float
    top: float
    right: float
    bottom: float
    axis: Axis

    def up(self, value: float) -> float:
        """How high a value stands, when the axis goes up."""
        return self.bottom - self.axis.share(value) * (self.bottom - self.top)

    def along(self, value: float) -> float:
        """How far to the right it stands, when the axis lies."""
        return self.left + self.axis.share(value) * (self.right - self.left)


def marks_of(chart: Chart, width: float, height: float) -> tuple[Mark, ...]:
    """The chart in a frame of this size: title, legend of several series, axes, values."""
    marks: list[Mark] = [Text(0, _TITLE, fitted(chart.title, width, _TITLE), _TITLE, INK, bold=True)]
    top = _TITLE + 8
    if len(chart.series) > 1:
        legend, top = _legend(chart.series, width, top, is_line=chart.kind is ChartKind.LINE)
        marks += legend
    draw = _lying if chart.kind is ChartKind.BAR else _standing
    return (*marks, *draw(chart, top, width, height))


def wide(words: str, size: float) -> float:
    """About how wide the words are."""
    return len(words) * size * _LETTER


def fitted(words: str, width: float, size: float) -> str:
    """The words, cut with an ellipsis where there is no room for all of them."""
    letters = max(int(width / (size * _LETTER)), 2)
    return words if len(words) <= letters else wording.cut(words, 99, letters)


def _legend(series: Sequence[Series], width: float, top: float, *, is_line: bool) -> tuple[list[Mark], float]:
    marks: list[Mark] = []
    x, y = 0.0, top + _SMALL
    for number, one in enumerate(series):
        need = 22 + wide(one.name, _SMALL) + 12
        if x and x + need > width:
            x, y = 0.0, y + _TIGHT + 1
        look = series_look(number)
        if is_line:
            marks.append(Stroke(((x, y - 3), (x + 18, y - 3)), look.colour, 1.8, _DASHES[look.dash]))
            marks.append(Dot(x + 9, y - 3, 2.4, look.colour, look.shape))
        else:
            marks.append(Bar(x + 4, y - 7, 10, 8, look.colour, INK))
        marks.append(Text(x + 22, y, one.name, _SMALL, INK))
        x += need
    return marks, y + 6


def _values(chart: Chart) -> Iterator[float]:
    """What must find room on the axis: in a stack the sums of each side of zero."""
    if chart.kind is not ChartKind.STACKED:
        yield from (value for one in chart.series for value in one.values if value is not None)
        return
    for values in zip(*(one.values for one in chart.series), strict=True):
        yield sum(value for value in values if value is not None and value > 0)
        yield sum(value for value in values if value is not None and value < 0)


def _standing(chart: Chart, top: float, width: float, height: float) -> Iterator[Mark]:
    """Columns, stacks and lines: the axis of values goes up."""
    axis = axis_of(_values(chart))
    left = max(wide(wording.decimal(tick), _SMALL) for tick in axis.ticks) + 6
    if chart.unit:
        yield Text(0, top + _SMALL, fitted(chart.unit, width, _SMALL), _SMALL, GREY)
        top += _TIGHT
    slot = (width - left) / max(len(chart.categories), 1)
    labels = [_wrapped(one, slot * 0.96) for one in chart.categories]
    lines = max(map(len, labels), default=1)
    plot = Plot(left, top + _TIGHT, width, height - 6 - lines * (_SMALL + 1.5), axis)
    for tick in axis.ticks:
        y = plot.up(tick)
        yield Stroke(((left, y), (width, y)), GREY if tick == 0 else LINE, 0.9 if tick == 0 else 0.5)
        yield Text(left - 4, y + 2.8, wording.decimal(tick), _SMALL, GREY, "end")
    every = _every(chart.categories, slot)
    for number, label in enumerate(labels):
        for line, words in enumerate(label if number % every == 0 else ()):
            x, y = left + (number + 0.5) * slot, plot.bottom + 10 + line * (_SMALL + 1.5)
            yield Text(x, y, words, _SMALL, INK, "middle")
    draw = {ChartKind.LINE: _lines, ChartKind.STACKED: _stacks}.get(chart.kind, _columns)
    yield from draw(chart, plot, slot)


def _wrapped(words: str, width: float) -> list[str]:
    """At most three lines, the last of them cut."""
    lines: list[str] = []
    for word in words.split():
        if lines and wide(f"{lines[-1]} {word}", _SMALL) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    kept = [*lines[:2], " ".join(lines[2:])] if len(lines) > 3 else lines
    return [fitted(one, width, _SMALL) for one in kept] or [""]


def _every(categories: Sequence[str], slot: float) -> int:
    """Every which category is named, so that the names do not run into one another."""
    shortest = min((wide(one, _SMALL) for one in categories), default=0)
    return 1 if slot >= min(shortest, 24) else -int(-min(shortest + 6, 48) // slot)


def _columns(chart: Chart, plot: Plot, slot: float) -> Iterator[Mark]:
    each = slot * 0.72 / max(len(chart.series), 1)
    said = len(chart.series) == 1 and len(chart.categories) <= _MOST_SAID
    for number, one in enumerate(chart.series):
        for at, value in enumerate(one.values):
            if value is None:
                continue
            x = plot.left + at * slot + slot * 0.14 + number * each
            top, bottom = sorted((plot.up(value), plot.up(0)))
            yield Bar(x, top, each, bottom - top, series_look(number).colour, INK)
            if said:
                yield Text(x + each / 2, top - 2.5, wording.decimal(value), _SMALL, INK, "middle")


def _stacks(chart: Chart, plot: Plot, slot: float) -> Iterator[Mark]:
    for at in range(len(chart.categories)):
        ends = {True: 0.0, False: 0.0}
        for number, one in enumerate(chart.series):
            value = one.values[at]
            if not value:
                continue
            start = ends[value > 0]
            ends[value > 0] = start + value
            top, bottom = sorted((plot.up(start), plot.up(start + value)))
            x = plot.left + at * slot + slot * 0.18
            yield Bar(x, top, slot * 0.64, bottom - top, series_look(number).colour, INK)


def _lines(chart: Chart, plot: Plot, slot: float) -> Iterator[Mark]:
    for number, one in enumerate(chart.series):
        look, run = series_look(number), []
        for at, value in enumerate((*one.values, None)):
            if value is not None:
                run.append((plot.left + (at + 0.5) * slot, plot.up(value)))
                continue
            if len(run) > 1:
                yield Stroke(tuple(run), look.colour, 1.8, _DASHES[look.dash])
            yield from (Dot(x, y, 2.4, look.colour, look.shape) for x, y in run)
            run = []


def _lying(chart: Chart, top: float, width: float, height: float) -> Iterator[Mark]:
    """Bars: the axis of values lies, the categories stand one under another."""
    axis = axis_of(_values(chart))
    room = min(max((wide(one, _SMALL) for one in chart.categories), default=0), width * 0.4)
    said = len(chart.series) == 1
    longest = max((wide(wording.decimal(value), _SMALL) for value in _values(chart)), default=0) if said else 0
    bottom = height - 12 - (_TIGHT if chart.unit else 0)
    plot = Plot(room + 6, top, width - max(longest, 10) - 4, bottom, axis)
    for tick in axis.ticks:
        x = plot.along(tick)
        yield Stroke(((x, plot.top), (x, bottom)), GREY if tick == 0 else LINE, 0.9 if tick == 0 else 0.5)
        yield Text(x, bottom + 10, wording.decimal(tick), _SMALL, GREY, "middle")
    if chart.unit:
        yield Text(plot.right, height - 2, chart.unit, _SMALL, GREY, "end")
    slot = (bottom - plot.top) / max(len(chart.categories), 1)
    each = slot * 0.72 / max(len(chart.series), 1)
    size = min(_SMALL, slot * 0.95)
    for at, category in enumerate(chart.categories):
        middle = plot.top + (at + 0.5) * slot
        yield Text(room, middle + size * 0.35, fitted(category, room, size), size, INK, "end")
        for number, one in enumerate(chart.series):
            value = one.values[at]
            if value is None:
                continue
            start, end = sorted((plot.along(0), plot.along(value)))
            y = plot.top + at * slot + slot * 0.14 + number * each
            yield Bar(start, y, end - start, each, series_look(number).colour, INK)
            if said:
                yield Text(end + 3, middle + size * 0.35, wording.decimal(value), size, INK)
