"""In which formats reports and documents are asked for."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from config.errors import UsageError
from reports.formats import FORMATS
from reports.formats.documents import DOCUMENT_FORMATS
from sync.asking import Wanted


@dataclass(frozen=True)
class Asked:
    """The formats for tabs and those for documents, each once; the usual ones when nothing is said."""

    tabs: tuple[str, ...] = ("xlsx",)
    documents: tuple[str, ...] = ("docx", "pdf")


def asked_formats(words: str | None) -> Asked:
    """«docx,pdf» sorted by what can be made so. Raises UsageError for a word that is no format."""
    if words is None:
        return Asked()
    asked = list(dict.fromkeys(one.strip().lower() for one in words.split(",") if one.strip()))
    wrong = [one for one in asked if one not in FORMATS and one not in DOCUMENT_FORMATS]
    if wrong or not asked:
        listed = f"Есть такие: {', '.join(FORMATS)}. Для документов: {', '.join(DOCUMENT_FORMATS)}."
        raise UsageError(f"Вида «{wrong[0] if wrong else words}» нет.", advice=listed)
    return Asked(_of(asked, FORMATS), _of(asked, DOCUMENT_FORMATS))


def check_formats(wanted: Wanted, asked: Asked) -> None:
    """Raises UsageError when what is wanted can't be made in any of the formats asked for."""
    if wanted.reports and not asked.tabs:
        raise UsageError("Листы отчётов в таком виде не делаются.", advice=f"Для листов есть: {', '.join(FORMATS)}.")
    if wanted.documents and not asked.documents:
        listed = ", ".join(DOCUMENT_FORMATS)
        raise UsageError("Документы в таком виде не делаются.", advice=f"Для документов есть: {listed}.")


def _of(asked: Iterable[str], known: Collection[str]) -> tuple[str, ...]:
    return tuple(one for one in asked if one in known)
