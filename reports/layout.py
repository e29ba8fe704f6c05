"""Report → Sheet: the blocks stand one under another on one grid of columns, and every row is as high as its words."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import lru_cache

from reports import wording
from reports.columns import Columns, columns_for
from reports.report import Block, Chart, Field, Form, Jump, Light, Link, Listing, Report, Slot, Stamp, Value, Words
from reports.sheet import Box, Drawing, Room, Sheet, Tone

IN_SHEET = "Имена хранятся в Google Таблицах: так решено в настройках ([personal_data] mode = «in_sheet»)."
"""The notice on every tab of an office that keeps names in Google."""

_TONES = {
    "title": Tone.TITLE,
    "subtitle": Tone.SUBTITLE,
    "heading": Tone.HEADING,
    "plain": Tone.PLAIN,
    "small": Tone.SMALL,
}
_LINE = {Tone.TITLE: 22.0, Tone.SUBTITLE: 14.5, Tone.HEADING: 17.0, Tone.SMALL: 12.5}
_LETTER = {Tone.TITLE: 1.7, Tone.HEADING: 1.25, Tone.SMALL: 0.95, Tone.HEAD_CELL: 1.06}
_USUAL_LINE = 12.9
_PADDING = 4.6
_INDENT = 2.0
_TALLEST = 400.0
_GAP = 8.0
_MOST_FROZEN = 150.0


@dataclass
class _Page:
    """The sheet while it is being laid out."""

    columns: Columns
    boxes: list[Box] = field(default_factory=list)
    heights: list[float] = field(default_factory=list)
    freeze: int = 0
    filtered: tuple[int, int] | None = None
    repeated: int | None = None
    rooms: list[Room] = field(default_factory=list)
    hidden: set[int] = field(default_factory=set)
    drawings: list[Drawing] = field(default_factory=list)

    def row(self, cells: Sequence[tuple[int, int, Value, Tone, Form]]) -> int:
        """Adds a row of cells, as high as the highest of them in sight needs; gives its number."""
        number = len(self.heights)
        self.boxes.extend(Box(number, left, right, value, tone, form) for left, right, value, tone, form in cells)
        heights = [
            height_of(value, self.columns.width(left, right), tone)
            for left, right, value, tone, _ in cells
            if left not in self.hidden or right > left
        ]
        self.heights.append(min(max(heights), _TALLEST))
        return number

    def gap(self) -> None:
        """Adds an empty row, lower than the others."""
        self.heights.append(_GAP)


def lay_out(report: Report, stamp: Stamp | None) -> Sheet:
    """The report as a sheet. Without a stamp the line under the title holds only the report's own words."""
    page = _Page(columns_for([block for block in report.blocks if isinstance(block, Listing)]))
    blocks = blocks_of(report, stamp)
    for block in blocks:
        match block:
            case Words():
                _words(page, block)
            case Chart() if not block.is_blank:
                _chart(page, block)
            case Listing():
                _listing(page, block)
    if sum(isinstance(block, Listing) for block in blocks) > 1:
        page.freeze, page.repeated = 0, None
    return Sheet(
        workbook=report.workbook,
        tab=report.tab,
        widths=page.columns.widths,
        heights=tuple(page.heights),
        boxes=tuple(page.boxes),
        freeze=page.freeze,
        filtered=page.filtered,
        filter_width=len(page.columns.widths),
        repeated=page.repeated,
        landscape=report.landscape,
        one_page=report.one_page,
        rooms=tuple(page.rooms),
        hidden=frozenset(page.hidden),
        drawings=tuple(page.drawings),
    )


def blocks_of(report: Report, stamp: Stamp | None) -> tuple[Block, ...]:
    """What stands on the tab from top to bottom: the blocks of the report, the stamp and the notice of the office."""
    return tuple(_noticed(report, list(_stamped(report, stamp))))


def content_digest(report: Report) -> str:
    """The digest of everything in a report but its stamp (decisions.md 29)."""
    return hashlib.sha256(repr(report).encode()).hexdigest()


def stamp_words(stamp: Stamp) -> str:
    """«Обновление № 17 от 15.04.2026 02:00»."""
    return f"Обновление №{wording.NBSP}{stamp.run} от {wording.moment(stamp.moment)}"


def _stamped(report: Report, stamp: Stamp | None) -> Iterator[Block]:
    blocks = list(report.blocks)
    if stamp is None or not report.stamped:
        yield from blocks
        return
    words = stamp_words(stamp)
    for index, block in enumerate(blocks[:2]):
        if isinstance(block, Words) and block.size == "subtitle":
            blocks[index] = Words(f"{block.text} · {words}", "subtitle")
            break
    else:
        first = 1 if blocks and isinstance(blocks[0], Words) and blocks[0].size == "title" else 0
        blocks.insert(first, Words(words, "subtitle"))
    yield from blocks


def _noticed(report: Report, blocks: list[Block]) -> list[Block]:
    """The blocks with the notice of the office under the title and the stamp."""
    if not report.notice:
        return blocks
    tops = [at for at, one in enumerate(blocks[:2]) if isinstance(one, Words) and one.size in {"title", "subtitle"}]
    at = tops[-1] + 1 if tops else 0
    return [*blocks[:at], Words(report.notice, "subtitle"), *blocks[at:]]


def _words(page: _Page, words: Words) -> None:
    if words.size in {"heading", "small"} and page.heights:
        page.gap()
    page.row([(0, len(page.columns.widths) - 1, words.text, _TONES[words.size], Form.TEXT)])


def _chart(page: _Page, chart: Chart) -> None:
    """Leaves as many empty lines as the chart is high."""
    page.gap()
    top = len(page.heights)
    page.heights += [_USUAL_LINE] * chart.lines
    page.drawings.append(Drawing(top, len(page.heights) - 1, chart))


def _listing(page: _Page, listing: Listing) -> None:
    if page.heights and not listing.bare:
        page.gap()
    last = len(page.columns.widths) - 1
    if listing.title:
        page.row([(0, last, listing.title, Tone.HEADING, Form.TEXT)])
    spans = page.columns.spans(listing.fields)
    page.hidden |= {left for (left, _), one in zip(spans, listing.fields, strict=True) if one.hidden}
    heading = len(page.heights) - 1
    if not listing.bare:
        heading = page.row(_heads(spans, listing.fields))
    page.rooms += _rooms(spans, listing.fields, heading + 1)
    for number, row in enumerate(listing.rows):
        tone = Tone.STRONG if number < listing.leading else Tone.CELL
        cells = zip(spans, row, listing.fields, strict=True)
        page.row([(*span, value, _tone(one, value, tone), one.form) for span, value, one in cells])
    if not listing.rows:
        page.row([(0, last, listing.empty, Tone.EMPTY, Form.TEXT)])
        return
    if listing.filtered and not listing.bare:
        page.filtered = (heading, len(page.heights) - 1)
    if listing.frozen and not listing.bare:
        page.repeated = heading
        page.freeze = heading + 1 if sum(page.heights[: heading + 1]) <= _MOST_FROZEN else 0


def _tone(one: Field, value: Value, usual: Tone) -> Tone:
    return Tone.INPUT if one.typed or isinstance(value, Slot) else usual


def _rooms(spans: Sequence[tuple[int, int]], fields: Sequence[Field], top: int) -> list[Room]:
    """Where staff write below the heading, columns that stand side by side as one."""
    rooms: list[Room] = []
    for (left, right), one in zip(spans, fields, strict=True):
        if one.typed and rooms and rooms[-1].right == left - 1:
            rooms[-1] = Room(top, rooms[-1].left, right)
        elif one.typed:
            rooms.append(Room(top, left, right))
    return rooms


@lru_cache(maxsize=65_536)
def _heads(spans: Sequence[tuple[int, int]], fields: Sequence[Field]) -> list[tuple[int, int, Value, Tone, Form]]:
    """The cells of the heading row; a field without a heading stands under the one before it."""
    heads: list[tuple[int, int, Value, Tone, Form]] = []
    for (left, right), one in zip(spans, fields, strict=True):
        if not one.heading and heads:
            heads[-1] = (heads[-1][0], right, *heads[-1][2:])
        else:
            heads.append((left, right, one.heading, Tone.HEAD_CELL, one.form))
    return heads


def height_of(value: Value, width: float, tone: Tone) -> float:
    """How many points a cell needs for its words to be seen whole in so many characters of width."""
    line = _LINE.get(tone, _USUAL_LINE)
    letters = max((1.04 * width - _INDENT) / _LETTER.get(tone, 1.0), 1)
    return lines_of(shown(value), letters) * line + _PADDING


def lines_of(text: str, letters: float) -> int:
    """In how many lines a text is wrapped when a line holds so many letters; a long word is broken."""
    return sum(_wrapped(paragraph, letters) for paragraph in (text.split("\n") or [""]))


def _wrapped(text: str, letters: float) -> int:
    if len(text) <= letters:
        return 1
    lines, used = 1, 0.0
    for word in text.split(" "):
        size = len(word)
        if used and used + 1 + size > letters:
            lines, used = lines + 1, 0.0
        used += size + (1 if used else 0)
        while used > letters:
            lines, used = lines + 1, used - letters
    return lines


def shown(value: Value) -> str:
    """The words by which a value takes place in a cell."""
    match value:
        case Link(words=words) | Jump(words=words) | Slot(words=words) | Light(value=words):
            return words
        case datetime():
            return wording.moment(value)
        case date():
            return wording.day(value)
        case int() | float():
            return wording.decimal(value)
        case _:
            return value or ""
