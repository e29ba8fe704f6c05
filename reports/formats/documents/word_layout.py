"""The sheet of a document in Word, and texts that stand side by side on it."""

from collections.abc import Sequence

from reports.formats.documents.package import Word
from reports.formats.documents.sheet import Sheet
from reports.formats.documents.styles import EXECUTOR, REQUISITE, SIGNED, STYLES
from reports.formats.documents.wordml import MILLIMETRE, Element, Styles, keep_next, node, paragraph, run

STYLE_IDS: Styles = {one.name: one.id for one in STYLES}
"""The styles of a document of ours."""


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
    part.gutter = 0
    part.different_first_page_header_footer = True
    part.first_page_header.is_linked_to_previous = False
    part.header.is_linked_to_previous = False
    header = part.header._element  # noqa: SLF001  python-docx gives no other way to a field
    for old in list(header):
        header.remove(old)
    number = paragraph("", STYLE_IDS["header"])
    number.remove(number.r_lst[0])
    number.append(node("w:fldSimple", run("2"), instr=" PAGE "))
    header.append(number)


def lines(some: Sequence[str], style: str, *, keep: bool = True, align: str = "left") -> list[Element]:
    """Each line a paragraph of the style; one empty paragraph for no lines, since a cell can't be without."""
    kept = (keep_next(),) if keep else ()
    return [paragraph(line, STYLE_IDS[style], *kept, node("w:jc", val=align)) for line in some or ("",)]


def corners(left: Sequence[Element], right: Sequence[Element], sheet: Sheet) -> Element:
    """The two upper corners of the first sheet."""
    half, gap = 0.47 * sheet.width, 0.06 * sheet.width
    return _columns((half, left), (gap, lines((), REQUISITE)), (half, right))


def signature(post: str, name: str, sheet: Sheet, *, keep: bool) -> Element:
    """The post, room to sign, the name; `keep` — on one sheet with what follows."""
    return _columns(
        (0.46 * sheet.width, lines((post,), SIGNED, keep=keep)),
        (0.2 * sheet.width, lines(("",), SIGNED, keep=keep)),
        (0.34 * sheet.width, lines((name,), SIGNED, keep=keep, align="right")),
        low=True,
    )


def framed(text: str) -> Element:
    """A paragraph in a frame at the bottom of the sheet on which the next paragraph stands."""
    places = {"wrap": "around", "vAnchor": "margin", "hAnchor": "margin", "xAlign": "left", "yAlign": "bottom"}
    return paragraph(text, STYLE_IDS[EXECUTOR], node("w:framePr", w=round(110 * MILLIMETRE), **places))


def _columns(*columns: tuple[float, Sequence[Element]], low: bool = False) -> Element:
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
