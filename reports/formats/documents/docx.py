"""A document → .docx, formatted by ГОСТ Р 7.0.97-2025: the requisites, the text, the signatures."""

from collections.abc import Iterator

from reports.documents.document import Document, Signer
from reports.formats.documents.inert import dashed, inert
from reports.formats.documents.package import Word, describe, empty, packed
from reports.formats.documents.requisites import as_of, at_left, at_right, executor, signed_by
from reports.formats.documents.sheet import Sheet, sheet_of
from reports.formats.documents.styles import EXECUTOR, REQUISITE, SIGNED, STYLES, TITLE
from reports.formats.documents.word_blocks import Desk, section, tied
from reports.formats.documents.wordml import MILLIMETRE, Element, Styles, keep_next, node, paragraph, run

_STYLES: Styles = {one.name: one.id for one in STYLES}


def render(document: Document) -> bytes:
    """The file; the same document gives the same bytes."""
    one = dashed(inert(document))
    word, sheet = empty(), sheet_of(landscape=one.landscape)
    set_up(word, sheet)
    desk = Desk(word.part, _STYLES, sheet.width)
    body = [element for part in one.sections for element in section(desk, part)]
    elements = [*_head(one, sheet), *tied(body), *_signatures(one, sheet), *_executor(one)]
    for element in elements:
        word.element.body.insert_element_before(element, "w:sectPr")
    describe(word, " ".join(one.title), one.as_of)
    return packed(word)


def set_up(word: Word, sheet: Sheet) -> None:
    """A4 with its margins; the number of the page stands at the top of every page but the first."""
    from docx.shared import Mm

    part = word.sections[0]
    part.page_width, part.page_height = Mm(sheet.across), Mm(sheet.down)
    if sheet.across > sheet.down:
        part.orientation = 1
    part.left_margin, part.right_margin = Mm(sheet.left), Mm(sheet.right)
    part.top_margin, part.bottom_margin = Mm(sheet.top), Mm(sheet.bottom)
    part.header_distance = part.footer_distance = Mm(10)
    part.different_first_page_header_footer = True
    part.first_page_header.is_linked_to_previous = False
    part.header.is_linked_to_previous = False
    header = part.header._element  # noqa: SLF001  python-docx gives no other way to a field
    for old in list(header):
        header.remove(old)
    number = paragraph("", _STYLES["header"])
    number.remove(number.r_lst[0])
    number.append(node("w:fldSimple", run("2"), instr=" PAGE "))
    header.append(number)


def _head(document: Document, sheet: Sheet) -> Iterator[Element]:
    """Two corners side by side, the title, the day of the data."""
    half, gap = 0.47 * sheet.width, 0.06 * sheet.width
    right = [line for group in at_right(document) for line in ("", *group)][1:]
    yield _columns(
        (half, _lines(at_left(document), REQUISITE, keep=True)),
        (gap, _lines((), REQUISITE, keep=True)),
        (half, _lines(right, REQUISITE, keep=True)),
    )
    yield paragraph("", _STYLES[REQUISITE])
    for line in document.title:
        yield paragraph(line, _STYLES[TITLE])
    yield paragraph(as_of(document), _STYLES["Subtitle"])


def _signatures(document: Document, sheet: Sheet) -> Iterator[Element]:
    """Each on its line with room to sign; all of them on one sheet with the end of the text."""
    if not document.signers:
        return
    yield paragraph("", _STYLES[SIGNED], keep_next(), node("w:spacing", before=360))
    for number, one in enumerate(document.signers, 1):
        yield from _signature(one, sheet, last=number == len(document.signers))


def _signature(one: Signer, sheet: Sheet, *, last: bool) -> Iterator[Element]:
    post, room, name = 0.46 * sheet.width, 0.2 * sheet.width, 0.34 * sheet.width
    yield _columns(
        (post, _lines((one.post,), SIGNED, keep=not last)),
        (room, _lines(("",), SIGNED, keep=not last)),
        (name, _lines((signed_by(one),), SIGNED, keep=not last, align="right")),
        low=True,
    )
    yield paragraph("", _STYLES[SIGNED], *(() if last else (keep_next(),)))


def _executor(document: Document) -> Iterator[Element]:
    """At the bottom of the last page, in small letters: a frame that holds on to the paragraph after it."""
    told = executor(document)
    if not told:
        return
    frame = node(
        "w:framePr",
        w=round(110 * MILLIMETRE),
        wrap="around",
        vAnchor="margin",
        hAnchor="margin",
        xAlign="left",
        yAlign="bottom",
    )
    yield paragraph(told, _STYLES[EXECUTOR], frame)
    yield paragraph("", _STYLES[EXECUTOR])


def _lines(lines: tuple[str, ...] | list[str], style: str, *, keep: bool, align: str = "left") -> list[Element]:
    kept = (keep_next(),) if keep else ()
    return [paragraph(line, _STYLES[style], *kept, node("w:jc", val=align)) for line in lines or ("",)]


def _columns(*columns: tuple[float, list[Element]], low: bool = False) -> Element:
    """Texts side by side without borders; `low` — by their last lines."""
    cells = []
    for width, inside in columns:
        properties = node("w:tcPr", node("w:tcW", w=round(width * 20), type="dxa"))
        if low:
            properties.append(node("w:vAlign", val="bottom"))
        cells.append(node("w:tc", properties, *inside))
    margins = node("w:tblCellMar", node("w:left", w=0, type="dxa"), node("w:right", w=0, type="dxa"))
    whole = round(20 * sum(width for width, _ in columns))
    return node(
        "w:tbl",
        node("w:tblPr", node("w:tblW", w=whole, type="dxa"), node("w:tblLayout", type="fixed"), margins),
        node("w:tblGrid", *(node("w:gridCol", w=round(width * 20)) for width, _ in columns)),
        node("w:tr", node("w:trPr", node("w:cantSplit")), *cells),
    )
