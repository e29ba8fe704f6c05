"""A listing on paper: the widths of its columns and every cell in lines."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from reports.formats.cell_words import headings, in_sight, stands_right, words_of
from reports.formats.jumps import Place, place_among
from reports.formats.marks import Bar, Mark, Text, Way
from reports.formats.page import Page
from reports.formats.palette import GREY, INK, LIGHTS, LINE, LINK, TONES
from reports.formats.wrapping import Measure, column_widths, wrapped
from reports.report import Field, Jump, Light, Link, Listing, Value
from reports.sheet import Tone

_PAD = 0.35
"""Between letters and the edge of a cell, as a share of the height of the font; so is the usual width of a letter."""
_LARGEST, _SMALLEST = 8.5, 6.0
_LETTER = 0.53


class Cell(NamedTuple):
    """A cell: its lines, where it begins, how wide it is, its colours, where it leads."""

    lines: tuple[str, ...]
    x: float
    width: float
    colour: str = INK
    fill: str = ""
    at_right: bool = False
    bold: bool = False
    to: Place | str | None = None


Cells = tuple[Cell, ...]


@dataclass(frozen=True)
class Table:
    """The rows ready to be drawn, in letters of `size` points."""

    size: float
    head: Cells
    rows: tuple[Cells, ...]

    @property
    def line(self) -> float:
        """From line to line."""
        return self.size * 1.25

    @property
    def pad(self) -> float:
        """Between the letters and the edge of the cell."""
        return self.size * _PAD

    def height(self, row: Cells) -> float:
        """As high as its highest cell; an empty row (no heading) takes no place."""
        return max((len(cell.lines) for cell in row), default=0) * self.line + 2 * self.pad * bool(row)

    def cut(self, row: Cells, room: float) -> tuple[Cells, Cells]:
        """What finds room, at least one line, and the rest."""
        most = max(int((room - 2 * self.pad) / self.line), 1)
        return (
            tuple(cell._replace(lines=cell.lines[:most]) for cell in row),
            tuple(cell._replace(lines=cell.lines[most:]) for cell in row),
        )

    def drawn(self, row: Cells) -> list[Mark]:
        """The marks of a row whose upper left corner is the corner of the paper."""
        return list(self._drawn(row))

    def _drawn(self, row: Cells) -> Iterator[Mark]:
        height = self.height(row)
        for cell in row:
            yield Bar(cell.x, 0, cell.width, height, cell.fill, LINE)
            top = (height - len(cell.lines) * self.line) / 2 + self.size
            x = cell.x + cell.width - self.pad if cell.at_right else cell.x + self.pad
            anchor = "end" if cell.at_right else "start"
            for number, words in enumerate(cell.lines):
                yield Text(x, top + number * self.line, words, self.size, cell.colour, anchor, cell.bold)
            if cell.to is not None and any(cell.lines):
                yield Way(cell.x, 0, cell.width, height, cell.to)


def table_of(
    listing: Listing,
    width: float,
    scale: float,
    measure: Measure,
    pages: Sequence[Page],
    sizes: Sequence[float] = (),
) -> Table:
    """The listing in so many points of width: in the first of the sizes in which every word finds room.

    Without sizes as large as the widths of the columns, which are in letters, want them.
    """
    fields, rows = in_sight(listing)
    said = [[words_of(value, one.form) for value, one in zip(row, fields, strict=True)] for row in rows]
    usual = min(max(width / (sum(one.width for one in fields) * _LETTER), _SMALLEST), _LARGEST) * scale
    for size in sizes or (usual,):
        longest = [one + 2 * _PAD * size + 0.1 for one in longest_words(fields, said, size, measure)]
        if sum(longest) <= width:
            break
    widths = column_widths([one.width for one in fields], longest, width)
    lefts = [sum(widths[:at]) for at in range(len(widths))]
    head = tuple(_heads(fields, widths, size, measure))
    body = [
        tuple(
            _cell(value, words, x, wide, pages)._replace(
                lines=_lines(words, wide, size, measure), at_right=stands_right(value, one.form)
            )
            for value, words, x, wide, one in zip(row, line, lefts, widths, fields, strict=True)
        )
        for row, line in zip(rows, said, strict=True)
    ]
    leading = _fill(Tone.STRONG)
    body = [
        tuple(cell._replace(fill=cell.fill or leading) for cell in row) if number < listing.leading else row
        for number, row in enumerate(body)
    ]
    if not rows:
        body = [(Cell(_lines(listing.empty, width, size, measure), 0, width, GREY),)]
    return Table(size, () if listing.bare else head, tuple(body))


def _heads(fields: Sequence[Field], widths: Sequence[float], size: float, measure: Measure) -> Iterator[Cell]:
    at = 0
    for heading, span in headings(fields):
        width = sum(widths[at : at + span])
        lines = _lines(heading, width, size, measure, bold=True)
        yield Cell(lines, sum(widths[:at]), width, fill=_fill(Tone.HEAD_CELL), bold=True)
        at += span


def _cell(value: Value, words: str, x: float, width: float, pages: Sequence[Page]) -> Cell:
    cell = Cell((words,), x, width)
    match value:
        case Light():
            look = LIGHTS[value]
            return cell._replace(colour=str(look["font_color"]), fill=str(look["bg_color"]))
        case Jump():
            place = place_among(pages, value)
            return cell if place is None else cell._replace(colour=str(LINK["font_color"]), to=place)
        case Link(address=address) if address.startswith("https://"):
            return cell._replace(colour=str(LINK["font_color"]), to=address)
        case _:
            return cell


def _fill(tone: Tone) -> str:
    return str(TONES[tone].get("bg_color", ""))


def longest_words(fields: Sequence[Field], said: Sequence[Sequence[str]], size: float, measure: Measure) -> list[float]:
    """How wide the longest word of each column is, its heading's in bold."""
    return [
        max(_longest(one.heading, size, measure, bold=True), *(_longest(row[at], size, measure) for row in said), 0)
        for at, one in enumerate(fields)
    ]


def _longest(text: str, size: float, measure: Measure, *, bold: bool = False) -> float:
    return max((measure(word, size, bold) for word in re.split(r"[ \n]", text)), default=0)


def _lines(text: str, width: float, size: float, measure: Measure, *, bold: bool = False) -> tuple[str, ...]:
    return tuple(wrapped(text, width - 2 * _PAD * size, lambda one: measure(one, size, bold)))
