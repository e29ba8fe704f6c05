"""Pages → one PDF for printing: A4, the letters stand inside the file, the sheets are numbered."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

from reports.formats.jumps import Place
from reports.formats.marks import Bar, Dot, Mark, Stroke, Text, Way, corners
from reports.formats.page import Page
from reports.formats.palette import GREY
from reports.formats.paper import MARGIN, Paper, Papers, papers_of
from reports.formats.wrapping import Measure

_CREATED = datetime(2025, 1, 1, tzinfo=UTC)
_FAMILY = "PT Sans"
_UNKNOWN = "?"
"""Stands for a letter that the font does not have."""

Pdf = Any  # importing its class costs a third of a second
Widths = Mapping[int, float]


def render(title: str, pages: Sequence[Page]) -> Mapping[str, bytes]:
    """One file; every page begins on a new sheet of paper."""
    from fpdf import FPDF

    pdf: Pdf = FPDF(unit="pt", format="A4")
    pdf.set_auto_page_break(auto=False)
    pdf.set_creation_date(_CREATED)
    pdf.set_title(title)
    pdf.set_lang("ru")
    regular, bold = _fonts()
    pdf.add_font(_FAMILY, "", regular)
    pdf.add_font(_FAMILY, "B", bold)
    widths: list[Widths] = [pdf.fonts[key].cw for key in (_FAMILY.lower(), f"{_FAMILY.lower()}B")]
    papers = papers_of(pages, _measure(*widths))
    begun = -1
    for number, paper in enumerate(papers.sheets, 1):
        pdf.add_page(orientation="landscape" if paper.lies else "portrait")
        if paper.page != begun:
            pdf.start_section(_known(paper.tab, widths[0]), strict=False)
            begun = paper.page
        for mark in (*paper.marks, *_foot(paper, number, len(papers.sheets))):
            _draw(pdf, mark, papers, widths[0])
    return {f"{title}.pdf": bytes(pdf.output())}


def _fonts() -> tuple[Path, Path]:
    """The files of the font, regular and bold: they come with a package, nothing is fetched when a report is made."""
    from fontpkg_pt_sans import ROOT

    files = Path(ROOT) / "files"
    return files / "PT_Sans-Web-Regular.ttf", files / "PT_Sans-Web-Bold.ttf"


def _measure(regular: Widths, bold: Widths) -> Measure:
    @lru_cache(maxsize=65_536)
    def thousandths(words: str, is_bold: bool) -> float:  # noqa: FBT001  a key of the cache
        widths = bold if is_bold else regular
        return sum(widths[ord(one)] for one in _known(words, regular))

    return lambda words, size, is_bold: thousandths(words, is_bold) * size / 1000


def _known(words: str, widths: Widths) -> str:
    return "".join(one if ord(one) in widths else _UNKNOWN for one in words)


def _foot(paper: Paper, number: int, count: int) -> list[Mark]:
    width, height = paper.size
    return [
        Text(MARGIN, height - 18, paper.tab, 8, GREY),
        Text(width - MARGIN, height - 18, f"Страница {number} из {count}", 8, GREY, "end"),
    ]


def _draw(pdf: Pdf, mark: Mark, papers: Papers, widths: Widths) -> None:
    match mark:
        case Bar():
            _bar(pdf, mark)
        case Stroke(points, colour, width, dash):
            pdf.set_draw_color(colour)
            pdf.set_line_width(width)
            pdf.set_dash_pattern(*dash)
            pdf.polyline(points)
            pdf.set_dash_pattern()
        case Dot(x, y, radius, colour, "circle"):
            pdf.set_fill_color(colour)
            pdf.ellipse(x - radius, y - radius, 2 * radius, 2 * radius, style="F")
        case Dot(colour=colour):
            pdf.set_fill_color(colour)
            pdf.polygon(corners(mark), style="F")
        case Text():
            _text(pdf, mark, widths)
        case Way(x, y, width, height, to):
            pdf.link(x, y, width, height, to if isinstance(to, str) else _target(pdf, papers, to))


def _bar(pdf: Pdf, bar: Bar) -> None:
    if bar.colour:
        pdf.set_fill_color(bar.colour)
    if bar.line:
        pdf.set_draw_color(bar.line)
        pdf.set_line_width(0.4)
    style = "F" * bool(bar.colour) + "D" * bool(bar.line)
    if style:
        pdf.rect(bar.x, bar.y, bar.width, bar.height, style=style)


def _text(pdf: Pdf, text: Text, widths: Widths) -> None:
    words = _known(text.words, widths)
    pdf.set_font(_FAMILY, "B" if text.bold else "", text.size)
    pdf.set_text_color(text.colour)
    takes = 0.0 if text.anchor == "start" else pdf.get_string_width(words)
    pdf.text(text.x - (takes / 2 if text.anchor == "middle" else takes), text.y, words)


def _target(pdf: Pdf, papers: Papers, to: Place) -> int:
    sheet, y = papers.places[to]
    return int(pdf.add_link(page=sheet + 1, y=y))
