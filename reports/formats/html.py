"""Pages → one HTML file: everything it needs is in it, nothing runs in it, and it prints as it stands."""

from collections.abc import Iterator, Mapping, Sequence
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


def _document(title: str, pages: Sequence[Page]) -> Iterator[str]:
    yield "<!DOCTYPE html>"
    yield '<html lang="ru">'
    yield '<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f'<meta name="generator" content="rpo"><title>{_safe(title)}</title>'
    yield f"<style>{STYLE}</style></head>"
    yield "<body>"
    if len(pages) > 1:
        items = "".join(f'<li><a href="#{_id(Place(at))}">{_safe(one.report.tab)}</a></li>' for at, one in _all(pages))
        yield f'<nav aria-label="Отчёты"><ul>{items}</ul></nav>'
    yield "<main>"
    for number, page in _all(pages):
        upright = "" if page.report.landscape else ' class="upright"'
        yield f'<section id="{_id(Place(number))}"{upright} aria-label="{_safe(page.report.tab)}">'
        for at, block in enumerate(page.blocks):
            yield from _block(pages, Place(number, at), block)
        yield "</section>"
    yield "</main></body></html>"


def _all(pages: Sequence[Page]) -> Iterator[tuple[int, Page]]:
    yield from enumerate(pages)


def _id(place: Place) -> str:
    """`p1`, `p1-b3`, `p1-b3-r7`: counted from 1, as people count."""
    parts = zip("pbr", place, strict=True)
    return "-".join(f"{letter}{number + 1}" for letter, number in parts if number >= 0)


def _block(pages: Sequence[Page], place: Place, block: Block) -> Iterator[str]:
    match block:
        case Words(text=text, size=size):
            tag = _TAGS.get(size, "p")
            style = "" if tag != "p" else f' class="{size}"'
            yield f"<{tag}{style}>{_safe(text)}</{tag}>"
        case Chart() if not block.is_blank:
            lies = pages[place.page].report.landscape
            yield f"<figure>{svg_of(block, _WIDE if lies else _NARROW)}</figure>"
        case Listing():
            yield from _listing(pages, place, block)


def _listing(pages: Sequence[Page], place: Place, listing: Listing) -> Iterator[str]:
    fields, rows = in_sight(listing)
    yield f'<table id="{_id(place)}">'
    if listing.title:
        yield f"<caption>{_safe(listing.title)}</caption>"
    total = sum(one.width for one in fields)
    columns = "".join(f'<col style="width:{100 * one.width / total:.1f}%">' for one in fields)
    yield f"<colgroup>{columns}</colgroup>"
    if not listing.bare:
        yield f"<thead><tr>{''.join(_heads(fields))}</tr></thead>"
    yield "<tbody>"
    for number, row in enumerate(rows):
        style = ' class="leading"' if number < listing.leading else ""
        cells = (_cell(pages, value, one, at) for at, (value, one) in enumerate(zip(row, fields, strict=True)))
        yield f'<tr id="{_id(place._replace(row=number))}"{style}>{"".join(cells)}</tr>'
    if not rows:
        yield f'<tr><td class="empty" colspan="{len(fields)}">{_safe(listing.empty)}</td></tr>'
    yield "</tbody></table>"


def _heads(fields: Sequence[Field]) -> Iterator[str]:
    for heading, span in headings(fields):
        scope = 'scope="col"' if span == 1 else f'scope="colgroup" colspan="{span}"'
        yield f"<th {scope}>{_safe(heading)}</th>"


def _cell(pages: Sequence[Page], value: Value, field: Field, at: int) -> str:
    style = f' class="{_LIGHTS[value]}"' if isinstance(value, Light) else ' class="figure"' if is_figure(value) else ""
    words = _said(pages, value, field.form)
    return f'<th scope="row"{style}>{words}</th>' if at == 0 and value is not None else f"<td{style}>{words}</td>"


def _said(pages: Sequence[Page], value: Value, form: Form) -> str:
    """The words of a cell; a figure and a day carry their exact value for those who read the page by a program."""
    words = _safe(words_of(value, form))
    match value:
        case int() | float():
            return f'<data value="{value}">{words}</data>'
        case date():
            return f'<time datetime="{value.isoformat()}">{words}</time>'
        case Jump():
            place = place_among(pages, value)
            return words if place is None else f'<a href="#{_id(place)}">{words}</a>'
        case Link(address=address) if address.startswith("https://"):
            return f'<a href="{_safe(address)}">{words}</a>'
        case _:
            return words


def _safe(text: str) -> str:
    return escape(clean(text)).replace("\n", "<br>")
