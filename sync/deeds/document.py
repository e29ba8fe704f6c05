"""«Документ»: a document of the catalogue, put beside the reports; one that names people stays on this machine."""

from collections.abc import Sequence

from reports.documents import DOCUMENTS
from sync.asked_documents import day_of, documents_of
from sync.asked_reports import Asking
from sync.deeds.deed import Ask, Choice, Deed, Done, Wish
from sync.desk import Desk
from sync.document_files import put_documents
from sync.lock import only_one
from sync.look import look_once


def _all(_desk: Desk) -> Sequence[Choice]:
    return [Choice(one.names[0], one.names[0]) for one in DOCUMENTS]


def _do(desk: Desk, wish: Wish) -> Done:
    recipes = [one for one in DOCUMENTS if one.names[0] == wish["document"]]
    asking = Asking(wish["period"] or None, meeting=day_of(wish["meeting"] or None))
    with only_one(desk.state.parent):
        documents = documents_of(desk, recipes, asking, lambda: look_once(desk, quiet=True).facts)
        made = put_documents(desk, documents, ("docx", "pdf"), desk.reports)
    common = tuple(path for path in made.written if path.parent == desk.reports)
    lines = tuple(f"Готово: {path.name}." for path in common)
    return Done((*lines, *made.told), common)


DOCUMENT = Deed(
    key="document",
    title="Сделать документ",
    what="Составить документ Word и PDF по данным реестров.",
    command="report",
    asks=(
        Ask("document", "Документ", choices=_all),
        Ask("period", "Период или этап", "Например 2026-04, 2026-К1 или Э4; пусто — на сегодня", required=False),
        Ask("meeting", "Заседание", "Дата, например 23.04.2026; нужна документам к заседанию", required=False),
    ),
    do=_do,
)
