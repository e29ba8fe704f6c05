"""How tests read a document: its words, the texts of a section, the rows of a table."""

from collections.abc import Iterator

from reports.documents.document import Document, Passage, Points
from reports.layout import shown
from reports.report import Chart, Listing, Value


def texts(document: Document, key: str = "") -> list[str]:
    """Passages and points of a section, of all of them without its key."""
    return [one for section in document.sections if key in ("", section.key) for one in _texts(section.blocks)]


def _texts(blocks: tuple[object, ...]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Passage):
            yield block.text
        elif isinstance(block, Points):
            yield from block.texts


def tables(document: Document) -> dict[str, Listing]:
    """The tables by their titles."""
    return {one.title: one for section in document.sections for one in section.blocks if isinstance(one, Listing)}


def table(document: Document, title: str) -> Listing:
    """The table whose title begins so."""
    return next(one for name, one in tables(document).items() if name.startswith(title))


def lines(document: Document, title: str) -> dict[Value, dict[str, Value]]:
    """The rows of a table by their first cell, each cell under its heading."""
    found = table(document, title)
    names = [one.heading for one in found.fields]
    return {row[0]: dict(zip(names, row, strict=True)) for row in found.rows}


def everything(document: Document) -> str:
    """All that is said, in sentences, tables and pictures, without spaces that never break."""
    said = [*document.title, *document.issuer, *document.addressee, *texts(document)]
    said += [one.heading for one in document.sections]
    for section in document.sections:
        for one in section.blocks:
            if isinstance(one, Listing):
                said += [one.title, *(shown(cell) for row in one.rows for cell in row if cell is not None)]
            if isinstance(one, Chart):
                said += [one.title, *one.categories]
    return plain("\n".join(said))


def plain(text: str) -> str:
    """With usual spaces."""
    return text.replace("\u00a0", " ")
