"""Pages → one HTML file: everything it needs is in it, nothing runs in it, and it prints as it stands.

A page can stand inside another one, too: `inside` gives it without a file around it.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape

from reports.formats.cell_text import clean
from reports.formats.cell_words import headings, in_sight, is_figure, words_of
from reports.formats.html_style import STYLE
from reports.formats.jumps import Place, place_among
from reports.formats.page import Page
from reports.formats.svg import svg_of
from reports.report import Block, Chart, Field, Form, Jump, Light, Link, Listing, Value, Words

_TAGS = {"title": "h1", "heading": "h2"}
_LIGHTS = {Light.GREEN: "green", Light.YELLOW: "yellow", Light.RED: "red", Light.GREY: "grey"}
_WIDE, _NARROW = 760.0, 520.0
"""Points of a chart's width on a page that lies and on one that stands."""


def render(title: str, pages: Sequence[Page]) -> Mapping[str, bytes]:
    """One file with a section for each page, in their order."""
    return {f"{title}.html": "\n".join(_document(title, pages)).encode("utf-8", "replace")}


def inside(pages: Sequence[Page], number: int, way: Callable[[Place], str]) -> str:
    """The page of this number as a section for somebody else's file: no styles in it, each table in a box of its own.

    `way` gives the address of a place of the other pages, which its jumps lead to.
    """
    return "\n".join(_section(_Paper(pages, way, boxed=True), number))


def _document(title: str, pages: Sequence[Page]) -> Iterator[str]:
    yield "<!DOCTYPE html>"
    yield '<html lang="ru">'
    yield '<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f'<meta name="generator" content="rpo"><title>{_safe(title)}</title>'
    yield f"<style>{STYLE}</style></head>"
    yield "<body>"
    if len(pages) > 1:
        ways = ((anchor_of(Place(at)), _safe(one.report.tab)) for at, one in enumerate(pages))
        items = "".join(f'<li><a href="#{anchor}">{tab}</a></li>' for anchor, tab in ways)
        yield f'<nav aria-label="Отчёты"><ul>{items}</ul></nav>'
    yield "<main>"
    paper = _Paper(pages)
    for number in range(len(pages)):
        yield from _section(paper, number)
    yield "</main></body></html>"


@dataclass(frozen=True)
class _Paper:
    """All pages together, and how their places are addressed. `boxed` — a wide table moves in its own box."""

    pages: Sequence[Page]
    way: Callable[[Place], str] = lambda place: f"#{anchor_of(place)}"
    boxed: bool = False


def _section(paper: _Paper, number: int) -> Iterator[str]:
    report = paper.pages[number].report
    upright = "" if report.landscape else ' class="upright"'
    yield f'<section id="{anchor_of(Place(number))}"{upright} aria-label="{_safe(report.tab)}">'
    for at, block in enumerate(paper.pages[number].blocks):
        yield from _block(paper, Place(number, at), block)
    yield "</section>"


def anchor_of(place: Place) -> str:
    """The name of a place inside its file: `p1`, `p1-b3`, `p1-b3-r7`: counted from 1, as people count."""
    parts = zip("pbr", place, strict=True)
    return "-".join(f"{letter}{number + 1}" for letter, number in parts if number >= 0)


def _block(paper: _Paper, place: Place, block: Block) -> Iterator[str]:
    match block:
        case Words(text=text, size=size):
            tag = _TAGS.get(size, "p")
            style = "" if tag != "p" else f' class="{size}"'
            yield f"<{tag}{style}>{_safe(text)}</{tag}>"
        case Chart() if not block.is_blank:
            lies = paper.pages[place.page].report.landscape
            label = f' class="box" role="group" tabindex="0" aria-label="{_safe(block.title)}"' if paper.boxed else ""
            yield f"<figure{label}>{svg_of(block, _WIDE if lies else _NARROW)}</figure>"
        case Listing():
            yield from _listing(paper, place, block)


def _listing(paper: _Paper, place: Place, listing: Listing) -> Iterator[str]:
    fields, rows = in_sight(listing)
    if paper.boxed:
        label = _safe(listing.title) or f"Таблица {place.block + 1}"
        yield f'<div class="box" role="region" tabindex="0" aria-label="{label}">'
    yield f'<table id="{anchor_of(place)}">'
    if listing.title:
        yield f"<caption>{_safe(listing.title)}</caption>"
    if not paper.boxed:
        total = sum(one.width for one in fields)
        columns = "".join(f'<col style="width:{100 * one.width / total:.1f}%">' for one in fields)
        yield f"<colgroup>{columns}</colgroup>"
    if not listing.bare:
        yield f"<thead><tr>{''.join(_heads(fields))}</tr></thead>"
    yield "<tbody>"
    for number, row in enumerate(rows):
        yield _row(paper, place._replace(row=number), row, fields, leading=number < listing.leading)
    if not rows:
        yield f'<tr><td class="empty" colspan="{len(fields)}">{_safe(listing.empty)}</td></tr>'
    yield "</tbody></table>"
    if paper.boxed:
        yield "</div>"


def _row(paper: _Paper, place: Place, row: Sequence[Value], fields: Sequence[Field], *, leading: bool) -> str:
    style = ' class="leading"' if leading else ""
    cells = (_cell(paper, value, one, at) for at, (value, one) in enumerate(zip(row, fields, strict=True)))
    return f'<tr id="{anchor_of(place)}"{style}>{"".join(cells)}</tr>'


def _heads(fields: Sequence[Field]) -> Iterator[str]:
    for heading, span in headings(fields):
        scope = 'scope="col"' if span == 1 else f'scope="colgroup" colspan="{span}"'
        yield f"<th {scope}>{_safe(heading)}</th>"


def _cell(paper: _Paper, value: Value, field: Field, at: int) -> str:
    style = f' class="{_LIGHTS[value]}"' if isinstance(value, Light) else ' class="figure"' if is_figure(value) else ""
    words = _said(paper, value, field.form)
    return f'<th scope="row"{style}>{words}</th>' if at == 0 and value is not None else f"<td{style}>{words}</td>"


def _said(paper: _Paper, value: Value, form: Form) -> str:
    """The words of a cell; a figure and a day carry their exact value for those who read the page by a program."""
    words = _safe(words_of(value, form))
    match value:
        case int() | float():
            return f'<data value="{value}">{words}</data>'
        case date():
            return f'<time datetime="{value.isoformat()}">{words}</time>'
        case Jump():
            place = place_among(paper.pages, value)
            return words if place is None else f'<a href="{_safe(paper.way(place))}">{words}</a>'
        case Link(address=address) if address.startswith("https://"):
            return f'<a href="{_safe(address)}">{words}</a>'
        case _:
            return words


def _safe(text: str) -> str:
    return escape(clean(text)).replace("\n", "<br>")
