"""A document → .docx, formatted by ГОСТ Р 7.0.97-2025: the requisites, the text, the signatures."""

from collections.abc import Iterator

from reports.documents.document import Document
from reports.formats.documents.inert import dashed, inert
from reports.formats.documents.package import describe, empty, packed
from reports.formats.documents.requisites import as_of, at_left, at_right, executor, signed_by
from reports.formats.documents.sheet import Sheet, sheet_of
from reports.formats.documents.styles import EXECUTOR, REQUISITE, SIGNED, SUBTITLE, TITLE
from reports.formats.documents.word_blocks import Desk, section, tied
from reports.formats.documents.word_layout import STYLE_IDS, corners, framed, lines, set_up, signature
from reports.formats.documents.wordml import Element, keep_next, node, paragraph


def render(document: Document) -> bytes:
    """The file; the same document gives the same bytes."""
    one = dashed(inert(document))
    word, sheet = empty(), sheet_of(landscape=one.landscape)
    set_up(word, sheet)
    desk = Desk(word.part, STYLE_IDS, sheet.width)
    body = [element for part in one.sections for element in section(desk, part)]
    if one.signers:
        tied(body)
    for element in (*_head(one, sheet), *body, *_signatures(one, sheet), *_executor(one)):
        word.element.body.insert_element_before(element, "w:sectPr")
    describe(word, " ".join(one.title), one.as_of)
    return packed(word)


def _head(document: Document, sheet: Sheet) -> Iterator[Element]:
    """Two corners side by side, the title, the day of the data."""
    right = [line for group in at_right(document) for line in ("", *group)][1:]
    yield corners(lines(at_left(document), REQUISITE), lines(right, REQUISITE), sheet)
    yield paragraph("", STYLE_IDS[REQUISITE])
    for line in document.title:
        yield paragraph(line, STYLE_IDS[TITLE])
    yield paragraph(as_of(document), STYLE_IDS[SUBTITLE])


def _signatures(document: Document, sheet: Sheet) -> Iterator[Element]:
    """Each on its line with room to sign; all of them on one sheet with the end of the text."""
    if not document.signers:
        return
    yield paragraph("", STYLE_IDS[SIGNED], keep_next(), node("w:spacing", before=360))
    for number, one in enumerate(document.signers, 1):
        last = number == len(document.signers)
        yield signature(one.post, signed_by(one), sheet, keep=not last)
        yield paragraph("", STYLE_IDS[SIGNED], *(() if last else (keep_next(),)))


def _executor(document: Document) -> Iterator[Element]:
    """At the bottom of the last page, in small letters: a frame that holds on to the paragraph after it."""
    told = executor(document)
    if told:
        yield framed(told)
        yield paragraph("", STYLE_IDS[EXECUTOR])
