"""Elements of WordprocessingML: paragraphs, runs and what they look like."""

import re
from collections.abc import Iterator
from typing import Any

Element = Any  # lxml has no types here
Styles = dict[str, str]
"""Name of a style in English («heading 1») → its id in this very document."""

MILLIMETRE = 1440 / 25.4
"""In twentieths of a point, the measure of WordprocessingML."""

_BREAKS = re.compile(r"([\n\t])")


def node(tag: str, *inside: Element, **attributes: object) -> Element:
    """An element such as `w:jc` with attributes of the same namespace."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    one = OxmlElement(tag)
    prefix = tag.partition(":")[0]
    for name, value in attributes.items():
        one.set(qn(f"{prefix}:{name}"), str(value))
    one.extend(inside)
    return one


def run(text: str, *looks: Element) -> Element:
    """A run of text; line ends and tabs become what Word understands."""
    one = node("w:r")
    if looks:
        one.append(node("w:rPr", *looks))
    one.extend(_pieces(text))
    return one


def paragraph(text: str, style: str, *properties: Element, strong: bool = False) -> Element:
    """A paragraph of a style (its id). `properties` stand in the order that the schema wants."""
    looks = (node("w:b"),) if strong else ()
    return node("w:p", node("w:pPr", node("w:pStyle", val=style), *properties), run(text, *looks))


def keep_next() -> Element:
    """The paragraph stays on one sheet with the next one."""
    return node("w:keepNext")


def _pieces(text: str) -> Iterator[Element]:
    for piece in _BREAKS.split(text):
        if piece == "\n":
            yield node("w:br")
        elif piece == "\t":
            yield node("w:tab")
        elif piece:
            one = node("w:t")
            one.text = piece
            one.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
            yield one
