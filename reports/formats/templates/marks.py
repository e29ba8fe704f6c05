"""What the marks of a template stand for: the words of a document, its sections, their tables."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from html import escape
from typing import Any

from reports import wording
from reports.documents.document import Block, Document, Passage, Points, Section
from reports.formats.documents.inert import dashed, inert
from reports.formats.documents.requisites import DRAFT, NOTICE, as_of, executor, in_words, signed_by
from reports.formats.documents.word_blocks import marked
from reports.report import Chart, Listing

PIECES = ("section", "tables")
"""Marks that stand for whole paragraphs and tables: they take a paragraph of their own."""

Piece = Callable[[tuple[Block, ...]], object]
"""What becomes of the blocks that a mark of a whole section stands for."""


class Plain(str):
    """Words that stay words: in a file of Word they are text, whatever they look like."""

    __slots__ = ()

    def __html__(self) -> str:
        """The words as XML. A brace followed by a low line means something to docxtpl, so the line is disguised."""
        return disguised(escape(str(self)))


class Shelf:
    """Values by name, and nothing else to ask of it: `text.money`."""

    __slots__ = ("_values",)

    def __init__(self, values: Mapping[str, object]) -> None:
        self._values = values

    def __getitem__(self, name: str) -> object:
        """The value. Raises KeyError."""
        return self._values[name]


@dataclass(frozen=True)
class Marks:
    """The values by the names of marks, and how all of them are written: `title`, `text.money`."""

    values: Mapping[str, Any]  # Any: what Jinja is given
    known: tuple[str, ...]


def disguised(xml: str) -> str:
    """The same XML in which docxtpl finds no mark of its own to unmask."""
    for mark in ("{_{", "}_}", "{_%", "%_}"):
        xml = xml.replace(mark, mark.replace("_", "&#95;"))
    return xml


def marks_of(document: Document, piece: Piece) -> Marks:
    """The marks that the document fills. `piece` makes of blocks what a mark of a whole section becomes."""
    one = dashed(inert(document))
    scalars = {name: Plain(words) for name, words in _scalars(one)}
    shelves: dict[str, dict[str, object]] = {
        "heading": {section.key: Plain(section.heading) for section in one.sections},
        "text": {section.key: Plain("\n".join(_texts(section))) for section in one.sections},
        "section": {section.key: piece(section.blocks) for section in one.sections},
        "tables": {section.key: piece(_tables(section)) for section in one.sections},
    }
    signers = tuple(Shelf({"post": Plain(each.post), "name": Plain(signed_by(each))}) for each in one.signers)
    values = {**scalars, **{name: Shelf(shelf) for name, shelf in shelves.items()}, "signers": signers}
    dotted = (f"{name}.{key}" for name, shelf in shelves.items() for key in shelf)
    return Marks(values, (*scalars, "signers", *dotted))


def _scalars(document: Document) -> Iterator[tuple[str, str]]:
    approval, first = document.approval, document.signers[0] if document.signers else None
    yield "title", "\n".join(document.title)
    yield "kind", document.kind
    yield "draft", DRAFT if document.is_draft else ""
    yield NOTICE, "\n".join(text for one in document.sections if one.key == NOTICE for text in _texts(one))
    yield "as_of", in_words(document.as_of)
    yield "as_of_line", as_of(document)
    yield "as_of_day", wording.day(document.as_of)
    yield "year", str(document.as_of.year)
    yield "period", document.period
    yield "place", document.place
    yield "issuer", "\n".join(document.issuer)
    yield "addressee", "\n".join(document.addressee)
    yield "approval_stamp", str(approval.stamp) if approval is not None else ""
    yield "approval_post", approval.signer.post if approval is not None else ""
    yield "approval_name", signed_by(approval.signer) if approval is not None else ""
    yield "signer_post", first.post if first is not None else ""
    yield "signer_name", signed_by(first) if first is not None else ""
    yield "executor", executor(document)
    yield "phone", document.phone


def _texts(section: Section) -> Iterator[str]:
    for block in section.blocks:
        match block:
            case Passage():
                yield block.text
            case Points():
                yield from marked(block)


def _tables(section: Section) -> tuple[Listing | Chart, ...]:
    return tuple(block for block in section.blocks if isinstance(block, Listing | Chart))
