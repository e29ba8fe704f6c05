"""Templates made of lines of text, and the text of a finished paper."""

from collections.abc import Sequence
from io import BytesIO

from docx import Document


def template(*lines: str, header: str = "", rows: Sequence[Sequence[str]] = ()) -> bytes:
    """A .docx of these paragraphs, a table of these rows, a header."""
    document = Document()
    for line in lines:
        document.add_paragraph(line)
    if rows:
        table = document.add_table(rows=0, cols=len(rows[0]))
        for texts in rows:
            for cell, text in zip(table.add_row().cells, texts, strict=True):
                cell.text = text
    if header:
        document.sections[0].header.paragraphs[0].text = header
    data = BytesIO()
    document.save(data)
    return data.getvalue()


def texts(paper: bytes) -> list[str]:
    """The paragraphs of the text, then the cells of tables row by row; breaks of lines as `\\n`."""
    document = Document(BytesIO(paper))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return [one.text.replace("\u00a0", " ") for one in document.paragraphs] + [
        one.replace("\u00a0", " ") for one in cells
    ]


def header_of(paper: bytes) -> str:
    return str(Document(BytesIO(paper)).sections[0].header.paragraphs[0].text)
