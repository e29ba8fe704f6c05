"""Templates made up of paragraphs of text, as somebody would type them in an editor."""

import io
from collections.abc import Sequence

import docx


def template(*paragraphs: str, header: str = "", cells: Sequence[str] = ()) -> bytes:
    """A file of Word with these paragraphs, one table row of the cells, and a header."""
    word = docx.Document()
    for text in paragraphs:
        word.add_paragraph(text)
    if cells:
        row = word.add_table(1, len(cells)).rows[0]
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    if header:
        word.sections[0].header.paragraphs[0].text = header
    stream = io.BytesIO()
    word.save(stream)
    return stream.getvalue()


def split(*runs: str) -> bytes:
    """A paragraph whose words an editor has divided into runs of different looks."""
    word = docx.Document()
    paragraph = word.add_paragraph()
    for number, text in enumerate(runs):
        paragraph.add_run(text).bold = bool(number % 2)
    stream = io.BytesIO()
    word.save(stream)
    return stream.getvalue()
