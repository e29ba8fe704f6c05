"""The styles of a document: one font that every office has, sizes and intervals of ГОСТ Р 7.0.97-2025."""

from collections.abc import Iterator
from typing import NamedTuple

FONT = "Times New Roman"
_NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


class Style(NamedTuple):
    """A style of paragraphs. Sizes in points, indents in millimetres; `line` is a multiple of the usual interval."""

    name: str
    size: float = 14
    bold: bool = False
    align: str = "left"
    first: float = 0.0
    left: float = 0.0
    before: float = 0.0
    after: float = 0.0
    line: float = 1.0
    keep: bool = False
    outline: int | None = None

    @property
    def id(self) -> str:
        """«heading 1» → `Heading1`."""
        return "".join(word[0].upper() + word[1:] for word in self.name.split())


TITLE, SUBTITLE, HEADING, TEXT, POINT = "Title", "Subtitle", "heading 1", "Body Text", "List Paragraph"
CAPTION, FIGURE, CELL = "caption", "Figure", "Table Text"
REQUISITE, SIGNED, EXECUTOR = "Requisite", "Signature", "Executor"
STYLES = (
    Style("Normal"),
    Style("header", 12, align="center"),
    Style(TITLE, bold=True, align="center", keep=True),
    Style(SUBTITLE, align="center", after=12, keep=True),
    Style(HEADING, bold=True, first=12.5, before=12, after=6, keep=True, outline=0),
    Style(TEXT, align="both", first=12.5, after=3, line=1.15),
    Style(POINT, align="both", first=12.5, after=3, line=1.15),
    Style(CAPTION, 12, bold=True, before=8, after=4, keep=True),
    Style(FIGURE, before=8, after=8),
    Style(CELL, 11),
    Style(REQUISITE),
    Style(SIGNED),
    Style(EXECUTOR, 10),
)


def styles_xml() -> str:
    """The part `styles.xml`: Russian, the font, the styles above."""
    fonts = f'<w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:eastAsia="{FONT}" w:cs="{FONT}"/>'
    defaults = (
        f'<w:docDefaults><w:rPrDefault><w:rPr>{fonts}<w:sz w:val="28"/><w:szCs w:val="28"/>'
        '<w:lang w:val="ru-RU" w:eastAsia="ru-RU" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        "<w:pPrDefault/></w:docDefaults>"
    )
    table = (
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr>'
        '<w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:left w:w="85" w:type="dxa"/><w:right w:w="85" w:type="dxa"/>'
        "</w:tblCellMar></w:tblPr></w:style>"
    )
    return f'<w:styles xmlns:w="{_NAMESPACE}">{defaults}{"".join(map(_style, STYLES))}{table}</w:styles>'


def _style(one: Style) -> str:
    usual = one.name == "Normal"
    kind = 'w:type="paragraph" w:default="1"' if usual else 'w:type="paragraph"'
    based = "" if usual else '<w:basedOn w:val="Normal"/>'
    bold = "<w:b/><w:bCs/>" if one.bold else ""
    half = round(one.size * 2)
    return (
        f'<w:style {kind} w:styleId="{one.id}"><w:name w:val="{one.name}"/>{based}<w:qFormat/>'
        f"<w:pPr>{''.join(_paragraph(one))}</w:pPr>"
        f'<w:rPr>{bold}<w:sz w:val="{half}"/><w:szCs w:val="{half}"/></w:rPr></w:style>'
    )


def _paragraph(one: Style) -> Iterator[str]:
    """In the order of the schema."""
    if one.keep:
        yield "<w:keepNext/><w:keepLines/>"
    yield "<w:widowControl/>"
    line = f'w:line="{round(240 * one.line)}" w:lineRule="auto"'
    yield f'<w:spacing w:before="{round(20 * one.before)}" w:after="{round(20 * one.after)}" {line}/>'
    if one.first or one.left:
        yield f'<w:ind w:left="{round(one.left * 56.7)}" w:firstLine="{round(one.first * 56.7)}"/>'
    yield f'<w:jc w:val="{one.align}"/>'
    if one.outline is not None:
        yield f'<w:outlineLvl w:val="{one.outline}"/>'
