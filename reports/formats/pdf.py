"""Pages → one PDF for printing: A4, the letters stand inside the file, the sheets are numbered."""

from collections.abc import Mapping, Sequence

from reports.formats.jumps import Place
from reports.formats.letters import known, measure_by
from reports.formats.marks import Mark, Text
from reports.formats.page import Page
from reports.formats.palette import GREY
from reports.formats.paper import MARGIN, Paper, Papers, papers_of
from reports.formats.pdf_marks import Pdf, begun, draw


def render(title: str, pages: Sequence[Page]) -> Mapping[str, bytes]:
    """One file; every page begins on a new sheet of paper."""
    pdf, regular, bold = begun(title)
    papers = papers_of(pages, measure_by(regular, bold))
    of_page = -1
    for number, paper in enumerate(papers.sheets, 1):
        pdf.add_page(orientation="landscape" if paper.lies else "portrait")
        if paper.page != of_page:
            pdf.start_section(known(paper.tab, regular), strict=False)
            of_page = paper.page
        for mark in (*paper.marks, *_foot(paper, number, len(papers.sheets))):
            draw(pdf, mark, regular, lambda place: _target(pdf, papers, place))
    return {f"{title}.pdf": bytes(pdf.output())}


def _foot(paper: Paper, number: int, count: int) -> list[Mark]:
    width, height = paper.size
    return [
        Text(MARGIN, height - 18, paper.tab, 8, GREY),
        Text(width - MARGIN, height - 18, f"Страница {number} из {count}", 8, GREY, "end"),
    ]


def _target(pdf: Pdf, papers: Papers, to: Place) -> int:
    sheet, y = papers.places[to]
    return int(pdf.add_link(page=sheet + 1, y=y))
