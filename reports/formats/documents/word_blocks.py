"""Sections of a document as elements of Word, for a document of ours and for an office's own template."""

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from reports.documents.document import Block, Passage, Points, Section
from reports.formats.documents.picture import png_of, said
from reports.formats.documents.styles import CAPTION, FIGURE, HEADING, POINT, TEXT
from reports.formats.documents.word_table import table
from reports.formats.documents.wordml import Element, Styles, keep_next, node, paragraph
from reports.report import Chart, Listing
from reports.wording import unbroken

_EMU = 12_700
"""English metric units of a point."""


@dataclass(frozen=True)
class Desk:
    """Where elements are made for: the part of the package that keeps pictures, its styles, its width in points."""

    part: Any  # python-docx has no types
    styles: Styles
    width: float


def section(desk: Desk, one: Section) -> Iterator[Element]:
    """The heading and the blocks. A section that begins a page says so in its first paragraph."""
    page = (node("w:pageBreakBefore"),) if one.new_page else ()
    if one.heading:
        yield paragraph(one.heading, desk.styles[HEADING], *page)
    elif one.new_page:
        yield paragraph("", desk.styles[TEXT], *page)
    yield from blocks(desk, one.blocks)


def blocks(desk: Desk, some: Sequence[Block]) -> Iterator[Element]:
    """The blocks one under another; an empty chart takes no place."""
    for block in some:
        match block:
            case Passage():
                kept = (keep_next(),) if leads(block) else ()
                yield paragraph(unbroken(block.text), desk.styles[TEXT], *kept, strong=block.strong)
            case Points():
                yield from (paragraph(unbroken(text), desk.styles[POINT]) for text in marked(block))
            case Listing():
                if block.title:
                    yield paragraph(block.title, desk.styles[CAPTION])
                yield table(block, desk.width, desk.styles)
                yield _gap(desk)
            case Chart() if not block.is_blank:
                yield _picture(desk, block)


def leads(block: Block) -> bool:
    """It announces what comes after it, so it must not stand alone at the end of a sheet."""
    return isinstance(block, Passage) and block.text.rstrip().endswith(":")


def marked(points: Points) -> Iterator[str]:
    """«1. первое» or «– первое»: the mark is a part of the text, so that it survives every editor."""
    for number, text in enumerate(points.texts, 1):
        yield f"{number}.\u00a0{text}" if points.numbered else f"–\u00a0{text}"


def _picture(desk: Desk, chart: Chart) -> Element:
    picture = desk.part.new_pic_inline(io.BytesIO(png_of(chart, desk.width)), round(desk.width * _EMU), None)
    for side in ("distT", "distB", "distL", "distR"):
        picture.set(side, "0")
    picture.docPr.set("name", f"Диаграмма {picture.docPr.id}")
    picture.docPr.set("descr", said(chart))
    one = paragraph("", desk.styles[FIGURE])
    one.r_lst[0].append(node("w:drawing", picture))
    return one


def _gap(desk: Desk) -> Element:
    """Tables that touch one another would become one; a paragraph so low makes no new page of its own."""
    one = paragraph("", desk.styles[TEXT], node("w:spacing", before=0, after=100, line=20, lineRule="exact"))
    one.r_lst[0].getparent().remove(one.r_lst[0])
    return one


def tied(elements: list[Element]) -> list[Element]:
    """The last paragraph or row stays on one sheet with what follows: signatures never stand alone."""
    for one in elements[-2:]:
        last = one.xpath("./w:tr[last()]//w:p") if one.tag.endswith("}tbl") else [one]
        for words in last:
            properties = words.get_or_add_pPr()
            if properties.keepNext is None:
                properties.insert_element_before(keep_next(), *_AFTER_KEEP)
    return elements


_AFTER_KEEP = ("w:keepLines", "w:pageBreakBefore", "w:framePr", "w:widowControl", "w:spacing", "w:ind", "w:jc", "w:rPr")
