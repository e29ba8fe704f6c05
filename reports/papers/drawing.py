"""A few strokes with which example templates are drawn: a line of text, a field to fill by hand, a table."""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

FONT = "Times New Roman"
LEFT, CENTRE, RIGHT, WIDE = (
    WD_ALIGN_PARAGRAPH.LEFT,
    WD_ALIGN_PARAGRAPH.CENTER,
    WD_ALIGN_PARAGRAPH.RIGHT,
    WD_ALIGN_PARAGRAPH.JUSTIFY,
)
_LONG, _SHORT = 297, 210


@dataclass(frozen=True)
class Line:
    """A paragraph: its text, where it stands, the size of letters in points, the room around it in points.

    `indent` — of the first line, in millimetres; `left` — of the whole paragraph.
    """

    text: str
    at: Any = LEFT  # Any: an enumeration of an untyped library
    size: float = 13
    bold: bool = False
    before: float = 0
    after: float = 4
    indent: float = 0
    left: float = 0


class Sheet:
    """A template that is being drawn."""

    def __init__(
        self, *, landscape: bool = False, margins: tuple[float, float, float, float] = (20, 10, 20, 30)
    ) -> None:
        """An empty A4 sheet. `margins` — top, right, bottom, left, in millimetres."""
        self.document = Document()
        section = self.document.sections[0]
        size = (_LONG, _SHORT) if landscape else (_SHORT, _LONG)
        section.page_width, section.page_height = Mm(size[0]), Mm(size[1])
        section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
        top, right, bottom, left = (Mm(one) for one in margins)
        section.top_margin, section.right_margin, section.bottom_margin, section.left_margin = top, right, bottom, left
        style = self.document.styles["Normal"]
        style.font.name = FONT
        style.element.rPr.rFonts.set(qn("w:eastAsia"), FONT)

    def write(self, *lines: Line) -> None:
        """Adds paragraphs."""
        for line in lines:
            _shape(self.document.add_paragraph(), line)

    def frame(self) -> None:
        """A double line round the page."""
        borders = OxmlElement("w:pgBorders")
        borders.set(qn("w:offsetFrom"), "page")
        for side in ("top", "left", "bottom", "right"):
            edge = OxmlElement(f"w:{side}")
            for name, value in (("val", "thickThinSmallGap"), ("sz", "24"), ("space", "24"), ("color", "2F5597")):
                edge.set(qn(f"w:{name}"), value)
            borders.append(edge)
        properties = self.document.sections[0]._sectPr  # noqa: SLF001  the library has no frames
        properties.find(qn("w:pgMar")).addnext(borders)

    def sign(self, post: str, name: str) -> None:
        """The post on the left, the name on the right, room to sign between them."""
        table = self.document.add_table(rows=1, cols=3)
        width = self._width()
        texts, parts, places = (post, "_______________", name), (0.45, 0.25, 0.3), (LEFT, CENTRE, RIGHT)
        for number, column in enumerate(table.columns):
            column.width = column.cells[0].width = int(width * parts[number])
            _shape(column.cells[0].paragraphs[0], Line(texts[number], places[number]))

    def table(self, heads: Sequence[str], widths: Sequence[float], rows: Sequence[Sequence[str]], size: float) -> None:
        """A table with lines; its heading is repeated on every page, no row is torn. `widths` in millimetres."""
        table = self.document.add_table(rows=0, cols=len(heads), style="Table Grid")
        table.autofit = False
        for column, width in zip(table.columns, widths, strict=True):
            column.width = Mm(width)
        for number, texts in enumerate((heads, *rows)):
            row = table.add_row()
            properties = row._tr.get_or_add_trPr()  # noqa: SLF001  the library has no such setting
            properties.append(OxmlElement("w:cantSplit"))
            if number == 0:
                properties.append(OxmlElement("w:tblHeader"))
            for cell, text, width in zip(row.cells, texts, widths, strict=True):
                cell.width = Mm(width)
                _shape(cell.paragraphs[0], Line(text, CENTRE if number == 0 else LEFT, size, bold=number == 0, after=2))

    def saved(self) -> bytes:
        """The .docx file."""
        data = BytesIO()
        self.document.save(data)
        return data.getvalue()

    def _width(self) -> int:
        section: Any = self.document.sections[0]
        return int(section.page_width - section.left_margin - section.right_margin)


def _shape(paragraph: Any, line: Line) -> None:
    run = paragraph.add_run(line.text)
    run.font.size, run.bold = Pt(line.size), line.bold
    shape = paragraph.paragraph_format
    shape.alignment = line.at
    shape.space_before, shape.space_after, shape.line_spacing = Pt(line.before), Pt(line.after), 1.0
    shape.first_line_indent, shape.left_indent = Mm(line.indent), Mm(line.left)
