"""The requisites of a document in words, the same for every format (ГОСТ Р 7.0.97-2025)."""

from collections.abc import Iterator
from datetime import date

from reports.documents.document import Approval, Document, Signer
from reports.grammar.names import initials
from reports.wording import NBSP

DRAFT = "ПРОЕКТ"
BLANK_DATE = f"«____»{NBSP}____________{NBSP}20___{NBSP}г."
"""A date that is written by hand."""

NOTICE = "notice"
"""The key of the section that says what a reader must know of the data before he reads on."""

_LINE = "_" * 14
_MONTHS = (
    "января", "февраля", "марта", "апреля", "мая", "июня",
    "июля", "августа", "сентября", "октября", "ноября", "декабря",
)  # fmt: skip


def in_words(day: date) -> str:
    """«15 апреля 2026 г.»: no zero before the day, no break inside."""
    return f"{day.day}{NBSP}{_MONTHS[day.month - 1]}{NBSP}{day.year}{NBSP}г."


def at_left(document: Document) -> tuple[str, ...]:
    """The upper left corner: who issues it, where the date and the number will stand, the place."""
    lines = (*document.issuer, "") if document.issuer else ()
    return (*lines, f"{_LINE} №{NBSP}{_LINE[:8]}", *filter(None, (document.place,)))


def at_right(document: Document) -> tuple[tuple[str, ...], ...]:
    """The upper right corner in groups of lines: the mark of a draft, the stamp of approval, the addressee."""
    groups = (
        (DRAFT,) if document.is_draft else (),
        tuple(_approval(document.approval)) if document.approval is not None else (),
        document.addressee,
    )
    return tuple(group for group in groups if group)


def as_of(document: Document) -> str:
    """«по состоянию на 15 апреля 2026 г.»; empty when the title says it already."""
    title = " ".join(document.title).replace(NBSP, " ")
    told = "состоянию на" in title or in_words(document.as_of).replace(NBSP, " ").removesuffix(" г.") in title
    return "" if told else f"по состоянию на {in_words(document.as_of)}"


def signed_by(signer: Signer) -> str:
    """«И.О. Фамилия»; a line to write on when the name is unknown."""
    return initials(signer.name) or _LINE


def executor(document: Document) -> str:
    """«Исполнитель: Фамилия Имя Отчество, должность, телефон»; empty when nobody is named."""
    one = document.executor
    parts = [one.name, _inside(one.post), document.phone] if one is not None else []
    told = ", ".join(part for part in parts if part)
    return f"Исполнитель: {told}" if told else ""


def _inside(post: str) -> str:
    """A post in the middle of a sentence; one that begins with an abbreviation stays."""
    return post if post[1:2].isupper() else post[:1].lower() + post[1:]


def _approval(approval: Approval) -> Iterator[str]:
    yield str(approval.stamp)
    if approval.signer.post:
        yield approval.signer.post
    yield f"{_LINE}{NBSP}{initials(approval.signer.name)}".strip()
    yield BLANK_DATE
