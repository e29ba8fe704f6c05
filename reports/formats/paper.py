"""Pages → sheets of A4: the blocks flow from sheet to sheet, headings of tables are repeated, rows stay whole."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from reports.formats.charted import marks_of
from reports.formats.jumps import Place
from reports.formats.marks import Bar, Dot, Mark, Stroke, Text
from reports.formats.page import Page
from reports.formats.palette import GREY, INK
from reports.formats.paper_table import Cells, Table, table_of
from reports.formats.wrapping import Measure, wrapped
from reports.report import Chart, Listing, Words

_LONG, _SHORT, MARGIN = 841.89, 595.28, 32.0
_LINE = 12.9
_WORDS = {
    "title": (15.0, True, INK),
    "subtitle": (9.0, False, GREY),
    "heading": (12.0, True, "#1F4E79"),
    "plain": (9.5, False, INK),
    "small": (8.0, False, GREY),
}
_SCALES = (1.0, 0.92, 0.85, 0.78, 0.7, 0.64, 1.0)
"""How much smaller everything may become for a report to find room on one sheet; what never does stays readable."""


class Margins(NamedTuple):
    """Points left free around what is printed."""

    left: float
    top: float
    right: float
    bottom: float


_USUAL = Margins(MARGIN, MARGIN, MARGIN, 36.0)


@dataclass
class Paper:
    """One sheet of paper: of which page it is, how it lies, what is on it."""

    page: int
    tab: str
    lies: bool
    marks: list[Mark] = field(default_factory=list)

    @property
    def size(self) -> tuple[float, float]:
        """Width and height in points."""
        return (_LONG, _SHORT) if self.lies else (_SHORT, _LONG)


@dataclass
class Papers:
    """The sheets so far, and where on them each place stands: number of the sheet, points from its top."""

    measure: Measure
    sheets: list[Paper] = field(default_factory=list)
    places: dict[Place, tuple[int, float]] = field(default_factory=dict)
    y: float = 0.0
    scale: float = 1.0
    margins: Margins = _USUAL

    @property
    def width(self) -> float:
        """Between the margins."""
        return self.sheets[-1].size[0] - self.margins.left - self.margins.right

    @property
    def room(self) -> float:
        """What is left on the sheet."""
        return self.sheets[-1].size[1] - self.margins.bottom - self.y

    @property
    def is_fresh(self) -> bool:
        """Nothing stands on the sheet yet."""
        return self.y == self.margins.top

    def turn(self, page: int, tab: str, *, lies: bool) -> None:
        """Begins another sheet."""
        self.sheets.append(Paper(page, tab, lies))
        self.y = self.margins.top

    def next(self) -> None:
        """Begins another sheet of the same page."""
        last = self.sheets[-1]
        self.turn(last.page, last.tab, lies=last.lies)

    def put(self, marks: Sequence[Mark], height: float) -> None:
        """Lays the marks at the place of now, which goes down by the height."""
        self.sheets[-1].marks += [_moved(one, self.margins.left, self.y) for one in marks]
        self.y += height

    def here(self, place: Place) -> None:
        """Remembers that a place stands here."""
        self.places.setdefault(place, (len(self.sheets) - 1, self.y))


def papers_of(pages: Sequence[Page], measure: Measure) -> Papers:
    """All pages, each from a new sheet; what must be one sheet is made smaller until it is."""
    done = Papers(measure)
    for number, page in enumerate(pages):
        for scale in _SCALES if page.report.one_page else _SCALES[:1]:
            tried = Papers(measure, list(done.sheets), dict(done.places), scale=scale)
            _page(tried, pages, number)
            if len(tried.sheets) == len(done.sheets) + 1:
                break
        done = tried
    return done


def _page(papers: Papers, pages: Sequence[Page], number: int) -> None:
    page = pages[number]
    papers.turn(number, page.report.tab, lies=page.report.landscape)
    papers.here(Place(number))
    for at, block in enumerate(page.blocks):
        match block:
            case Words():
                _words(papers, block)
            case Chart() if not block.is_blank:
                _chart(papers, block)
            case Listing():
                _listing(papers, pages, Place(number, at), block)


def _words(papers: Papers, words: Words) -> None:
    size, bold, colour = _WORDS[words.size]
    size *= papers.scale
    if words.size in {"heading", "small"} and not papers.is_fresh:
        papers.y += 5 * papers.scale
    for line in wrapped(words.text, papers.width, lambda one: papers.measure(one, size, bold)):
        if papers.room < size * 1.4:
            papers.next()
        papers.put([Text(0, size, line, size, colour, bold=bold)], size * 1.32)
    papers.y += 2 * papers.scale


def _chart(papers: Papers, chart: Chart) -> None:
    height = chart.lines * _LINE * papers.scale
    if papers.room < height + 8 and not papers.is_fresh:
        papers.next()
    papers.y += 8 * papers.scale
    papers.put(marks_of(chart, papers.width, min(height, papers.room)), height)


def _listing(papers: Papers, pages: Sequence[Page], place: Place, listing: Listing) -> None:
    table = table_of(listing, papers.width, papers.scale, papers.measure, pages)
    head = table.height(table.head)
    first = table.height(table.rows[0]) if table.rows else 0
    if not listing.bare and not papers.is_fresh:
        papers.y += 8 * papers.scale
    if papers.room < min(head + first + 24 * papers.scale, 200) and not papers.is_fresh:
        papers.next()
    papers.here(place)
    if listing.title:
        _words(papers, Words(listing.title, "heading"))
    papers.put(table.drawn(table.head), head)
    for number, row in enumerate(table.rows):
        lay_row(papers, table, row, place._replace(row=number))


def lay_row(papers: Papers, table: Table, row: Cells, place: Place, *, below: float = 0.0) -> None:
    """A row stays whole unless a whole sheet is too low for it. `below` is what must stand under it on its sheet."""
    while table.height(row) + below > papers.room:
        if not papers.is_fresh and papers.y > papers.margins.top + table.height(table.head):
            papers.next()
            papers.put(table.drawn(table.head), table.height(table.head))
            continue
        papers.here(place)
        below = 0.0
        if table.height(row) <= papers.room:
            break
        part, row = table.cut(row, papers.room)
        papers.put(table.drawn(part), table.height(part))
        papers.next()
        papers.put(table.drawn(table.head), table.height(table.head))
    papers.here(place)
    papers.put(table.drawn(row), table.height(row))


def _moved(mark: Mark, right: float, down: float) -> Mark:
    match mark:
        case Stroke(points=points):
            return mark._replace(points=tuple((x + right, y + down) for x, y in points))
        case Bar(x=x, y=y) | Dot(x=x, y=y) | Text(x=x, y=y):
            return mark._replace(x=x + right, y=y + down)
        case _:
            return mark._replace(x=mark.x + right, y=mark.y + down)
