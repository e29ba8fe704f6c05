"""A document → PDF with the look of our .docx: the letters stand inside the file, rows and signatures stay whole."""

from collections.abc import Iterator

from reports.documents.document import Block, Document, Passage, Points, Section
from reports.formats.charted import marks_of
from reports.formats.documents.flow import CENTRE, END, Flow, Text
from reports.formats.documents.inert import dashed, inert
from reports.formats.documents.requisites import as_of, at_left, at_right, executor, signed_by
from reports.formats.documents.sheet import POINT, sheet_of
from reports.formats.documents.word_blocks import leads, marked
from reports.formats.jumps import Place
from reports.formats.letters import measure_by
from reports.formats.marks import Text as Mark
from reports.formats.palette import INK
from reports.formats.paper import Margins, Papers, lay_row
from reports.formats.paper_table import Table, table_of
from reports.formats.pdf_marks import begun, draw
from reports.report import Chart, Listing
from reports.wording import unbroken

_BODY, _SMALL = 12.0, 9.0
_TABLE = (10.0, 9.0, 8.0, 7.0, 6.0)
_INDENT = 12.5 * POINT
_LINE = 13.5
"""Points of one usual line, by which the height of a chart is counted."""
_LOWEST = 0.75
"""A chart may be made so much lower to find room on its sheet."""
_NUMBER_AT = 10 * POINT + 9


def render(document: Document) -> bytes:
    """The file; the same document gives the same bytes."""
    one = dashed(inert(document))
    pdf, regular, bold = begun(" ".join(one.title))
    sheet = sheet_of(landscape=one.landscape)
    margins = Margins(sheet.left * POINT, sheet.top * POINT, sheet.right * POINT, sheet.bottom * POINT)
    papers = Papers(measure_by(regular, bold), margins=margins)
    papers.turn(0, "", lies=one.landscape)
    _lay(Flow(papers), one)
    for number, paper in enumerate(papers.sheets, 1):
        pdf.add_page(orientation="landscape" if paper.lies else "portrait")
        if number > 1:
            paper.marks.append(Mark(paper.size[0] / 2, _NUMBER_AT, str(number), _BODY, INK, "middle"))
        for mark in paper.marks:
            draw(pdf, mark, regular, lambda _: 0)
    return bytes(pdf.output())


def _lay(flow: Flow, document: Document) -> None:
    _head(flow, document)
    tail = _signatures_height(flow, document)
    for number, section in enumerate(document.sections, 1):
        _section(flow, section, tail if number == len(document.sections) else 0.0)
    _signatures(flow, document)
    _executor(flow, document)


def _head(flow: Flow, document: Document) -> None:
    half, gap = 0.47 * flow.width, 0.06 * flow.width
    right = [line for group in at_right(document) for line in ("", *group)][1:]
    flow.beside((Text("\n".join(at_left(document)), _BODY), 0, half), (Text("\n".join(right), _BODY), half + gap, half))
    flow.gap(_BODY)
    for line in document.title:
        flow.text(Text(line, _BODY, bold=True, align=CENTRE))
    flow.text(Text(as_of(document), _BODY, align=CENTRE))
    flow.gap(8)


def _section(flow: Flow, section: Section, tail: float) -> None:
    if section.new_page and not flow.is_fresh:
        flow.papers.next()
    if section.heading:
        heading = Text(section.heading, _BODY, bold=True, first=_INDENT)
        flow.gap(10)
        flow.need(flow.height(heading) + 6 + (_least(flow, section.blocks[0]) if section.blocks else 0))
        flow.text(heading)
        flow.gap(4)
    for number, block in enumerate(section.blocks, 1):
        if leads(block) and number < len(section.blocks):
            flow.need(_least(flow, block) + 3 + _least(flow, section.blocks[number]))
        _block(flow, block, tail if number == len(section.blocks) else 0.0)


def _block(flow: Flow, block: Block, tail: float) -> None:
    match block:
        case Passage() | Points():
            texts = list(_texts(block))
            for number, text in enumerate(texts, 1):
                flow.text(text, below=tail if number == len(texts) else 0.0)
                flow.gap(3)
        case Listing():
            _listing(flow, block, tail)
        case Chart() if not block.is_blank:
            _chart(flow, block, tail)


def _texts(block: Passage | Points) -> Iterator[Text]:
    told = marked(block) if isinstance(block, Points) else (block.text,)
    strong = isinstance(block, Passage) and block.strong
    yield from (Text(unbroken(one), _BODY, bold=strong, align="both", first=_INDENT) for one in told)


def _least(flow: Flow, block: Block) -> float:
    """What of the block must stand on the sheet of its heading."""
    match block:
        case Passage() | Points():
            return max((min(flow.height(one), flow.height(Text("а\nа", _BODY))) for one in _texts(block)), default=0)
        case Listing():
            return flow.height(_title(block)) + 14 + _beginning(_table(flow, block))
        case Chart():
            return 0 if block.is_blank else _chart_height(block) * _LOWEST + 8


def _listing(flow: Flow, listing: Listing, tail: float) -> None:
    table = _table(flow, listing)
    flow.gap(8)
    flow.need(min(flow.height(_title(listing)) + 4 + _beginning(table), 200))
    if listing.title:
        flow.text(_title(listing))
        flow.gap(4)
    flow.papers.put(table.drawn(table.head), table.height(table.head))
    for number, row in enumerate(table.rows, 1):
        lay_row(flow.papers, table, row, Place(0), below=tail if number == len(table.rows) else 0.0)
    flow.gap(6)


def _title(listing: Listing) -> Text:
    return Text(listing.title, 11, bold=True)


def _table(flow: Flow, listing: Listing) -> Table:
    return table_of(listing, flow.width, 1.0, flow.papers.measure, (), _TABLE)


def _beginning(table: Table) -> float:
    return table.height(table.head) + (table.height(table.rows[0]) if table.rows else 0)


def _chart_height(chart: Chart) -> float:
    return chart.lines * _LINE


def _chart(flow: Flow, chart: Chart, tail: float) -> None:
    flow.gap(8)
    flow.need(_chart_height(chart) * _LOWEST + tail)
    height = min(_chart_height(chart), flow.papers.room - tail)
    flow.papers.put(marks_of(chart, flow.width, height), height)
    flow.gap(8)


def _signatures_height(flow: Flow, document: Document) -> float:
    posts = (flow.height(Text(one.post, _BODY), 0.46 * flow.width) + 16 for one in document.signers)
    return 18 + sum(posts) if document.signers else 0.0


def _signatures(flow: Flow, document: Document) -> None:
    """All on one sheet with the end of the text."""
    flow.need(_signatures_height(flow, document))
    flow.gap(18)
    for one in document.signers:
        post = Text(one.post, _BODY)
        lines = "\n" * (round(flow.height(post, 0.46 * flow.width) / flow.height(Text("а", _BODY))) - 1)
        name = Text(lines + signed_by(one), _BODY, align=END)
        flow.beside((post, 0, 0.46 * flow.width), (name, 0.66 * flow.width, 0.34 * flow.width))
        flow.gap(16)


def _executor(flow: Flow, document: Document) -> None:
    """At the bottom of the last sheet."""
    told = executor(document)
    if not told:
        return
    text = Text(told, _SMALL)
    width = 0.65 * flow.width
    flow.need(flow.height(text, width))
    flow.papers.y += flow.papers.room - flow.height(text, width)
    flow.beside((text, 0, width))
