"""A PDF begun with our letters in it, and marks drawn on its sheets."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from reports.formats.jumps import Place
from reports.formats.letters import FAMILY, Widths, font_files, known
from reports.formats.marks import Bar, Dot, Mark, Stroke, Text, Way, corners

_CREATED = datetime(2025, 1, 1, tzinfo=UTC)

Pdf = Any  # importing its class costs a third of a second
Target = Callable[[Place], int]
"""The number of a link inside the PDF that leads to a place."""


def begun(title: str) -> tuple[Pdf, Widths, Widths]:
    """An empty PDF of A4 in points, and the widths of its letters, regular and bold."""
    from fpdf import FPDF

    pdf: Pdf = FPDF(unit="pt", format="A4")
    pdf.set_auto_page_break(auto=False)
    pdf.set_creation_date(_CREATED)
    pdf.set_title(title)
    pdf.set_lang("ru")
    regular, bold = font_files()
    pdf.add_font(FAMILY, "", regular)
    pdf.add_font(FAMILY, "B", bold)
    return pdf, pdf.fonts[FAMILY.lower()].cw, pdf.fonts[f"{FAMILY.lower()}B"].cw


def draw(pdf: Pdf, mark: Mark, widths: Widths, target: Target) -> None:
    """Lays one mark on the sheet of now."""
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
            pdf.link(x, y, width, height, to if isinstance(to, str) else target(to))


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
    words = known(text.words, widths)
    pdf.set_font(FAMILY, "B" if text.bold else "", text.size)
    pdf.set_text_color(text.colour)
    takes = 0.0 if text.anchor == "start" else pdf.get_string_width(words)
    pdf.text(text.x - (takes / 2 if text.anchor == "middle" else takes), text.y, words)
