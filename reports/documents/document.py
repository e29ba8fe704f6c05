"""A document as a value that knows no file: what it says, to whom, who signs it; in the parts of ГОСТ Р 7.0.97."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from reports.facts import Facts
from reports.report import Chart, Listing


class Stamp(StrEnum):
    """The word of the stamp of approval in the upper right corner."""

    APPROVE = "УТВЕРЖДАЮ"
    AGREE = "СОГЛАСОВАНО"


@dataclass(frozen=True)
class Signer:
    """Who signs: the post as it stands under a text, and the full name («Иванов Иван Иванович»), "" when unknown."""

    post: str
    name: str = ""


@dataclass(frozen=True)
class Approval:
    """The stamp with the post and the name of the one who approves; its date is written by hand."""

    stamp: Stamp
    signer: Signer


@dataclass(frozen=True)
class Passage:
    """A paragraph of text. `strong` — in bold letters."""

    text: str
    strong: bool = False


@dataclass(frozen=True)
class Points:
    """Paragraphs that are points of a list: numbered ones, or ones with a dash."""

    texts: tuple[str, ...]
    numbered: bool = False


Block = Passage | Points | Listing | Chart
"""What a section is made of. A listing is a table with its title above it; a chart becomes a picture."""


@dataclass(frozen=True)
class Section:
    """A part of a document under its own heading; "" is a part without one.

    `key` is how an office's own template calls it, latin letters: `money`, `problems`.
    """

    key: str
    heading: str
    blocks: tuple[Block, ...]
    new_page: bool = False


@dataclass(frozen=True)
class Document:
    """A document ready to be rendered.

    `code` is its name in domain.md §5.4 (`Д1`), `kind` the kind in the register of documents, `file` the name of the
    file without extension, `title` the heading to the text (lines), `as_of` the day of its data.
    `issuer` — lines of the one who issues it; `addressee` — lines in the upper right corner, in the dative case.
    `is_draft` puts the word ПРОЕКТ in the corner; `names_people` — it names people who are no employees: it is
    made on this machine only, for those who may read it, and never enters a package. `only` — the formats in which it
    is of use, whatever was asked for; () is every format.
    """

    code: str
    kind: str
    file: str
    title: tuple[str, ...]
    as_of: date
    sections: tuple[Section, ...]
    issuer: tuple[str, ...] = ()
    addressee: tuple[str, ...] = ()
    approval: Approval | None = None
    signers: tuple[Signer, ...] = ()
    executor: Signer | None = None
    phone: str = ""
    place: str = ""
    period: str = ""
    is_draft: bool = True
    landscape: bool = False
    names_people: bool = False
    only: tuple[str, ...] = ()


@dataclass(frozen=True)
class Occasion:
    """For what a document is made: the period or stage as the registers write it (`2026-04`, `Э4`), the meeting."""

    period: str | None = None
    meeting: date | None = None


@dataclass(frozen=True)
class DocumentRecipe:
    """A document of the catalogue: its code, how people call it on the command line, how it is composed.

    `names` — the first is the title in the list of documents; the rest are other words for it. `compose` may give
    several documents (extracts for each department), or none when the occasion has nothing to tell.
    Raises UsageError of its own when the occasion lacks what it needs.
    """

    code: str
    names: tuple[str, ...]
    compose: Callable[[Facts, Occasion], tuple[Document, ...]]
