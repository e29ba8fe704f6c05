"""The formats in which documents are rendered, each loaded when it is asked for."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from reports.documents.document import Document

DocumentRenderer = Callable[[Document], bytes]


def _docx(document: Document) -> bytes:
    from reports.formats.documents.docx import render

    return render(document)


def _pdf(document: Document) -> bytes:
    from reports.formats.documents.pdf import render

    return render(document)


def _xlsx(document: Document) -> bytes:
    from reports.formats.documents.tables import workbook

    return workbook(document)


def _html(document: Document) -> bytes:
    from reports.formats.documents.tables import page

    return page(document)


DOCUMENT_FORMATS: Mapping[str, DocumentRenderer] = MappingProxyType(
    {"docx": _docx, "pdf": _pdf, "xlsx": _xlsx, "html": _html}
)
"""Word of the command line → renderer; the word is the ending of the file, too."""
