"""A listing as a table of Word: the heading row on every sheet, rows whole, columns as wide as their words need."""

from collections.abc import Iterator, Sequence

from reports.formats.cell_words import headings, in_sight, stands_right, words_of
from reports.formats.documents.styles import CELL
from reports.formats.documents.wordml import Element, Styles, keep_next, node, paragraph
from reports.formats.letters import usual_measure
from reports.formats.palette import LIGHTS
from reports.formats.paper_table import longest_words
from reports.formats.wrapping import column_widths
from reports.report import Field, Form, Light, Listing, Value

_SIZES = (11.0, 10.0, 9.0, 8.0)
"""From the largest letters of a table to the smallest: the first in which every word finds room."""

_WIDER = {False: 1.03, True: 1.12}
"""Plain and bold letters of the document's font are at most so much wider than those by which words are measured."""
_PAD = 9.5
"""Points between the letters of a cell and both its edges."""
_LEADING, _HEAD = "F2F2F2", "EDEDED"


def table(listing: Listing, width: float, styles: Styles) -> Element:
    """The table in so many points of width."""
    fields, rows = in_sight(listing)
    said = [[words_of(value, one.form) for value, one in zip(row, fields, strict=True)] for row in rows]
    size, widths = _fitted(fields, said, width)
    look = _Look(styles[CELL], size)
    one = node("w:tbl", _properties(width), node("w:tblGrid", *(node("w:gridCol", w=_twips(w)) for w in widths)))
    if not listing.bare:
        one.append(_heading_row(fields, widths, look))
    for number, (row, words) in enumerate(zip(rows, said, strict=True)):
        fill = _LEADING if number < listing.leading else ""
        cells = (
            _cell(text, wide, look, _fill(value, fill), _aligned(value, field))
            for text, wide, value, field in zip(words, widths, row, fields, strict=True)
        )
        one.append(_row(*cells))
    if not rows:
        one.append(_row(_cell(listing.empty, width, look, "", "left", span=len(fields))))
    return one


class _Look:
    """The style of cells and the size of letters, in points."""

    def __init__(self, style: str, size: float) -> None:
        self.style, self.size = style, size

    def words(self, text: str, align: str, *, strong: bool) -> Element:
        keep = (keep_next(),) if strong else ()
        one = paragraph(text, self.style, *keep, node("w:jc", val=align), strong=strong)
        for piece in one.r_lst:
            looks = piece.get_or_add_rPr()
            looks.append(node("w:sz", val=round(self.size * 2)))
            looks.append(node("w:szCs", val=round(self.size * 2)))
        return one


def _fitted(fields: Sequence[Field], said: Sequence[Sequence[str]], width: float) -> tuple[float, list[float]]:
    wanted = [one.width for one in fields]
    for size in _SIZES:
        longest = [one + _PAD for one in longest_words(fields, said, size, _measure)]
        if sum(longest) <= width:
            break
    return size, column_widths(wanted, longest, width)


def _measure(words: str, size: float, bold: bool) -> float:  # noqa: FBT001  the shape of every measure
    return usual_measure()(words, size, bold) * _WIDER[bold]


def _properties(width: float) -> Element:
    edges = ("top", "left", "bottom", "right", "insideH", "insideV")
    borders = (node(f"w:{edge}", val="single", sz=4, space=0, color="000000") for edge in edges)
    return node(
        "w:tblPr",
        node("w:tblW", w=_twips(width), type="dxa"),
        node("w:tblBorders", *borders),
        node("w:tblLayout", type="fixed"),
        node("w:tblCellMar", *(node(f"w:{edge}", w=85, type="dxa") for edge in ("left", "right"))),
    )


def _heading_row(fields: Sequence[Field], widths: Sequence[float], look: _Look) -> Element:
    return _row(*_heads(fields, widths, look), repeated=True)


def _heads(fields: Sequence[Field], widths: Sequence[float], look: _Look) -> Iterator[Element]:
    at = 0
    for heading, span in headings(fields):
        yield _cell(heading, sum(widths[at : at + span]), look, _HEAD, "center", strong=True, span=span)
        at += span


def _row(*cells: Element, repeated: bool = False) -> Element:
    head = (node("w:tblHeader"),) if repeated else ()
    return node("w:tr", node("w:trPr", node("w:cantSplit"), *head), *cells)


def _cell(  # noqa: PLR0913  a cell is its words and all that it looks like
    text: str, width: float, look: _Look, fill: str, align: str, *, strong: bool = False, span: int = 1
) -> Element:
    properties = node("w:tcPr", node("w:tcW", w=_twips(width), type="dxa"))
    if span > 1:
        properties.append(node("w:gridSpan", val=span))
    if fill:
        properties.append(node("w:shd", val="clear", color="auto", fill=fill))
    if strong:
        properties.append(node("w:vAlign", val="center"))
    return node("w:tc", properties, look.words(text, align, strong=strong))


def _fill(value: Value, usual: str) -> str:
    return str(LIGHTS[value]["bg_color"]).removeprefix("#") if isinstance(value, Light) else usual


def _aligned(value: Value, field: Field) -> str:
    if stands_right(value, field.form):
        return "right"
    return "center" if field.form is Form.DATE else "left"


def _twips(points: float) -> int:
    return round(points * 20)
