"""What somebody asks for by name: tabs of reports, documents, or both."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from config.errors import UsageError
from reports.documents.document import DocumentRecipe
from reports.report import Report
from sync.periods import PeriodError
from sync.reporting import meant, plain


@dataclass(frozen=True)
class Wanted:
    """The tabs and the documents that were asked for, each once, in the order of the asking."""

    reports: tuple[Report, ...] = ()
    documents: tuple[DocumentRecipe, ...] = ()


def wanted(
    names: Sequence[str], reports: Callable[[], Sequence[Report]], documents: Sequence[DocumentRecipe]
) -> Wanted:
    """What the names mean; every tab without a name.

    A whole name or a code of a document means it; else the tabs whose titles begin so, else the documents. The tabs are
    composed only when they are needed. Raises UsageError with the list for a name that means none.
    """
    if not names:
        return Wanted(tuple(reports()))
    tabs: list[Report] = []
    papers: list[DocumentRecipe] = []
    for name in names:
        found = _documents(documents, name, whole=True)
        if not found:
            sheets = _tabs(reports, name, documents)
            tabs += [one for one in sheets if one not in tabs]
            found = () if sheets else _documents(documents, name, whole=False)
            if not sheets and not found:
                raise UsageError(f"Отчёта «{name}» нет.", advice=_list(reports(), documents))
        papers += [one for one in found if one not in papers]
    return Wanted(tuple(tabs), tuple(papers))


def _tabs(
    reports: Callable[[], Sequence[Report]], name: str, documents: Sequence[DocumentRecipe]
) -> tuple[Report, ...]:
    """A period that is not closed has no tabs, but it may have the document that is meant."""
    try:
        return meant(reports(), name)
    except PeriodError:
        if not _documents(documents, name, whole=False):
            raise
        return ()


def _documents(documents: Sequence[DocumentRecipe], name: str, *, whole: bool) -> tuple[DocumentRecipe, ...]:
    asked = plain(name)
    if not asked:
        return ()
    return tuple(
        one
        for one in documents
        if any(known == asked if whole else known.startswith(asked) for known in map(plain, (one.code, *one.names)))
    )


def _list(reports: Sequence[Report], documents: Sequence[DocumentRecipe]) -> str:
    titles = "», «".join(one.tab.removeprefix("Отчёт. ") for one in reports)
    papers = ", ".join(f"«{one.names[0]}»" + f" ({one.code})" * (one.code != one.names[0]) for one in documents)
    return f"Есть такие: «{titles}»." + (f" Документы: {papers}." if papers else "")
