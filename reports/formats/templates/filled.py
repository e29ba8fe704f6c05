"""An office's own template filled with a document: values are words, whatever they look like."""

import io
import zipfile
from collections.abc import Sequence
from typing import Any

from reports.documents.document import Block, Document
from reports.formats.documents.inert import inert
from reports.formats.documents.package import Word, describe, empty, packed
from reports.formats.documents.requisites import NOTICE
from reports.formats.documents.sheet import sheet_of
from reports.formats.documents.styles import STYLES
from reports.formats.documents.word_blocks import Desk, blocks
from reports.formats.documents.wordml import Styles
from reports.formats.templates.checked import RUNTIME, BrokenTemplateError, look_through
from reports.formats.templates.marks import Marks, disguised, marks_of
from reports.formats.templates.places import lines_of
from reports.formats.templates.sandbox import Sandbox

_POINTS = 1 / 12_700
"""Of an English metric unit."""


class _Blocks:
    """Blocks that become XML when a mark asks for them: their pictures go into the file that is being filled."""

    def __init__(self, desk: Desk, some: Sequence[Block]) -> None:
        self._desk, self._some = desk, some

    def __html__(self) -> str:
        from lxml import etree

        whole = (etree.tostring(one, encoding="unicode") for one in blocks(self._desk, self._some))
        return disguised("".join(whole))


def filled(document: Document, template: bytes, file: str) -> bytes:
    """The template with the document in it; the same two give the same bytes.

    `file` is what the template is called. Raises BrokenTemplateError with the place of what is wrong.
    """
    opened = _opened(template, file)
    word = opened.get_docx()
    lines = lines_of(word)
    look_through(file, lines, marks_of(document, lambda _: ""))
    desk = Desk(word.part, _styles(word), _width(word))
    _fill(opened, marks_of(document, lambda some: _Blocks(desk, some)), file)
    if not any(NOTICE in mark for line in lines for mark in line.marks):
        _give_notice(word, document, desk)
    describe(word, " ".join(document.title), document.as_of)
    return packed(word)


def _give_notice(word: Word, document: Document, desk: Desk) -> None:
    """What must be known of the data is said above a template that has no mark for it."""
    told = [one for one in inert(document).sections if one.key == NOTICE]
    for at, element in enumerate(element for one in told for element in blocks(desk, one.blocks)):
        word.element.body.insert(at, element)


def _opened(template: bytes, file: str) -> Any:  # Any: docxtpl has no types
    from docx.opc.exceptions import PackageNotFoundError
    from docxtpl import DocxTemplate
    from lxml.etree import LxmlError

    opened = DocxTemplate(io.BytesIO(template))
    try:
        opened.get_docx()
    except (zipfile.BadZipFile, PackageNotFoundError, KeyError, ValueError, LxmlError) as error:
        raise BrokenTemplateError(
            f"Шаблон «{file}» не открывается: это не документ Word или он повреждён.",
            advice="Откройте его в редакторе и сохраните в виде .docx.",
        ) from error
    return opened


def _fill(opened: Any, marks: Marks, file: str) -> None:  # Any: docxtpl has no types
    from lxml.etree import LxmlError

    try:
        opened.render(dict(marks.values), Sandbox(), autoescape=True)
    except (*RUNTIME, LxmlError) as error:
        raise BrokenTemplateError(
            f"Шаблон «{file}» не заполняется: метка стоит там, где её не может быть (свойства файла, надпись, сноска).",
            advice="Оставьте метки только в тексте, таблицах и колонтитулах.",
        ) from error


def _styles(word: Word) -> Styles:
    """The styles of the template by their names; those of ours that it lacks are added to it."""
    root = word.styles.element
    known: Styles = {_name(one): one.styleId for one in root.style_lst}
    for ours in empty().styles.element.style_lst:
        if _name(ours) not in known:
            root.append(ours)
            known[_name(ours)] = ours.styleId
    return {one.name: known[one.name.casefold()] for one in STYLES}


def _name(style: Any) -> str:  # Any: lxml has no types here
    return str(style.name_val or "").casefold()


def _width(word: Word) -> float:
    """Points between the margins of the first section."""
    one = word.sections[0]
    if None in {one.page_width, one.left_margin, one.right_margin}:
        return sheet_of(landscape=False).width
    return float(one.page_width - one.left_margin - one.right_margin) * _POINTS
