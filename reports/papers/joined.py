"""Papers of many people in one file to print: each begins a new page."""

from collections.abc import Sequence
from copy import deepcopy
from io import BytesIO
from typing import Any

from docx import Document
from docx.document import Document as Opened
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from reports.papers.marks import TemplateFaultError

_SEPARATE = "Сделайте отдельные файлы: повторите команду без ключа --one-file."


def joined(papers: Sequence[bytes]) -> bytes:
    """The papers, all of one template, in one file.

    Raises TemplateFaultError where they can't stand in one file: automatic numbers would go on from page to page, and
    a header can't name everybody.
    """
    documents = [Document(BytesIO(one)) for one in papers]
    first, *others = documents
    if _is_numbered(first):
        raise TemplateFaultError(
            "В шаблоне есть автоматическая нумерация: в общем файле она продолжалась бы от человека к человеку.",
            advice=f"{_SEPARATE} Или пронумеруйте пункты в шаблоне вручную.",
        )
    if any(_margins(one) != _margins(first) for one in others):
        raise TemplateFaultError(
            "Метки человека стоят в колонтитуле, а он в общем файле один на всех.", advice=_SEPARATE
        )
    end = first.element.body.sectPr
    for one in others:
        for place, element in enumerate(_content(one)):
            copy = deepcopy(element)
            if place == 0:
                _begin_page(copy, end)
            end.addprevious(copy)
    data = BytesIO()
    first.save(data)
    return data.getvalue()


def _is_numbered(document: Opened) -> bool:
    """Some paragraph has an automatic number or a dot, of its own or by its style."""
    body = document.element.body
    if next(body.iter(qn("w:numPr")), None) is not None:
        return True
    used = {one.get(qn("w:val")) for one in body.iter(qn("w:pStyle"))}
    styles = (one for one in document.styles.element.iter(qn("w:style")) if one.get(qn("w:styleId")) in used)
    return any(next(one.iter(qn("w:numPr")), None) is not None for one in styles)


def _content(document: Opened) -> list[Any]:  # Any: elements of an untyped library
    return [one for one in document.element.body if one.tag != qn("w:sectPr")]


def _begin_page(element: Any, end: Any) -> None:
    """A paragraph begins a page by itself; before a table stands one that does."""
    paragraph = element if element.tag == qn("w:p") else OxmlElement("w:p")
    paragraph.get_or_add_pPr().get_or_add_pageBreakBefore()
    if paragraph is not element:
        end.addprevious(paragraph)


def _margins(document: Opened) -> list[bytes]:
    """Headers and footers as they are written."""
    parts = document.part.package.iter_parts()
    return sorted(part.blob for part in parts if str(part.partname).startswith(("/word/header", "/word/footer")))
