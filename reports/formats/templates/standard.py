"""The template to start from: looks like a document of ours, and has a mark wherever the document speaks."""

from collections.abc import Iterator

from reports.documents.document import Document, Section
from reports.formats.documents.package import describe, empty, packed
from reports.formats.documents.requisites import BLANK_DATE, NOTICE, at_left
from reports.formats.documents.sheet import Sheet, sheet_of
from reports.formats.documents.styles import EXECUTOR, HEADING, REQUISITE, SIGNED, SUBTITLE, TEXT, TITLE
from reports.formats.documents.word_layout import STYLE_IDS, corners, framed, lines, set_up, signature
from reports.formats.documents.wordml import Element, node, paragraph
from reports.wording import NBSP

_LEFT = ("{{ issuer }}", "", "{number}", "{{ place }}")
_RIGHT = (
    "{{ draft }}",
    "",
    "{%p if approval_stamp %}",
    "{{ approval_stamp }}",
    "{{ approval_post }}",
    f"______________{NBSP}{{{{ approval_name }}}}",
    BLANK_DATE,
    "{%p endif %}",
    "",
    "{%p if addressee %}",
    "{{ addressee }}",
    "{%p endif %}",
)


def standard(document: Document) -> bytes:
    """A template for documents like this one: its sections with their headings, in their order."""
    word, sheet = empty(), sheet_of(landscape=document.landscape)
    set_up(word, sheet)
    parts = (element for one in document.sections if one.key != NOTICE for element in _section(one))
    for element in (*_head(document, sheet), *parts, *_signatures(sheet), framed("{{ executor }}"), _end()):
        word.element.body.insert_element_before(element, "w:sectPr")
    describe(word, document.kind, document.as_of)
    return packed(word)


def _head(document: Document, sheet: Sheet) -> Iterator[Element]:
    number = next(line for line in at_left(document) if "№" in line)
    left = [number if line == "{number}" else line for line in _LEFT]
    yield corners(lines(left, REQUISITE), lines(_RIGHT, REQUISITE), sheet)
    yield paragraph("", STYLE_IDS[REQUISITE])
    yield paragraph("{{ title }}", STYLE_IDS[TITLE])
    yield paragraph("{{ as_of_line }}", STYLE_IDS[SUBTITLE])
    yield paragraph("{%p if notice %}", STYLE_IDS[TEXT])
    yield paragraph("{{ notice }}", STYLE_IDS[TEXT], strong=True)
    yield paragraph("{%p endif %}", STYLE_IDS[TEXT])


def _section(one: Section) -> Iterator[Element]:
    """Left out of a document that has no such section."""
    page = (node("w:pageBreakBefore"),) if one.new_page else ()
    yield paragraph(f"{{%p if section.{one.key} is defined %}}", STYLE_IDS[TEXT])
    if one.heading:
        yield paragraph(f"{{{{ heading.{one.key} }}}}", STYLE_IDS[HEADING], *page)
    yield paragraph(f"{{{{p section.{one.key} }}}}", STYLE_IDS[TEXT])
    yield paragraph("{%p endif %}", STYLE_IDS[TEXT])


def _signatures(sheet: Sheet) -> Iterator[Element]:
    yield paragraph("{%p for one in signers %}", STYLE_IDS[SIGNED])
    yield paragraph("", STYLE_IDS[SIGNED])
    yield signature("{{ one.post }}", "{{ one.name }}", sheet, keep=False)
    yield paragraph("{%p endfor %}", STYLE_IDS[SIGNED])


def _end() -> Element:
    return paragraph("", STYLE_IDS[EXECUTOR])
