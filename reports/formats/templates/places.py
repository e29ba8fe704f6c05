"""Where the marks of a template stand: its paragraphs as lines of text, each with a place that a person finds."""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

_MARK = re.compile(r"\{\{.*?\}\}|\{%.*?%\}")
_WIDE = re.compile(r"(\{[{%])(?:p|tr|tc|r)(?=\s)")
"""docxtpl's own letters: the mark takes the whole paragraph, row, cell or run."""

_QUOTES = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'"})
_KINDS = (("header", "верхний колонтитул"), ("footer", "нижний колонтитул"), ("footnotes", "сноски"))


class Line(NamedTuple):
    """A paragraph of a template: where it is, its text, whether it stands in the body of the document."""

    place: str
    text: str
    in_body: bool

    @property
    def marks(self) -> tuple[str, ...]:
        """The marks and commands in it, as they are typed."""
        return tuple(_MARK.findall(self.text))

    @property
    def code(self) -> str:
        """The paragraph in the language of marks alone, on one line."""
        plain = _MARK.sub(lambda found: found[0].translate(_QUOTES), self.text)
        return _WIDE.sub(r"\1", plain)


def lines_of(word: Any) -> tuple[Line, ...]:  # Any: python-docx has no types
    """Every paragraph of the body, then of headers, footers and notes."""
    found = list(_lines(word.element.body, "", in_body=True))
    for relation in word.part.rels.values():
        named = next((title for kind, title in _KINDS if relation.reltype.endswith(f"/{kind}")), "")
        if named and not relation.is_external:
            found += _lines(_root(relation.target_part), f"{named}, ", in_body=False)
    return tuple(found)


def _root(part: Any) -> Any:  # Any: lxml has no types here
    from docx.oxml import parse_xml

    return part.element if hasattr(part, "element") else parse_xml(part.blob)


def _lines(root: Any, where: str, *, in_body: bool) -> Iterator[Line]:  # Any: lxml has no types here
    paragraphs = tables = 0
    for one in root.iter("{*}p", "{*}tbl"):
        if one.tag.endswith("}tbl"):
            tables += 1
            continue
        if not one.tag.startswith("{http://schemas.openxmlformats.org/wordprocessingml"):
            continue
        cell = next(one.iterancestors("{*}tc"), None)
        if cell is None:
            paragraphs += 1
        place = f"абзац {paragraphs}" if cell is None else f"таблица {tables}, строка {_row(cell)}"
        yield Line(where + place, _text(one), in_body)


def _row(cell: Any) -> int:  # Any: lxml has no types here
    row = cell.getparent()
    return 1 + sum(1 for _ in row.itersiblings(row.tag, preceding=True))


def _text(paragraph: Any) -> str:  # Any: lxml has no types here
    """The words of the paragraph without those of a text box inside it."""
    pieces = [
        one.text or "" if one.tag.endswith("}t") else " "
        for one in paragraph.iter("{*}t", "{*}tab", "{*}br")
        if next(one.iterancestors(paragraph.tag)) is paragraph and not one.getparent().tag.endswith("}tabs")
    ]
    return "".join(pieces).replace("\n", " ")
