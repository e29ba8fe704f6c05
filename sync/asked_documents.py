"""The documents that somebody asks for: of today, of a period that was closed, of one that is still open."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime

from config.errors import UsageError
from config.periods import is_stage, period_words
from reports.documents.document import Document, DocumentRecipe, Occasion, Passage, Section
from reports.facts import Facts
from reports.formats.documents.requisites import NOTICE, in_words
from sync.asked_reports import Asking, known_words
from sync.desk import Desk
from sync.periods import frozen, name_of
from sync.rewind import known_now
from sync.state.store import Store


def documents_of(
    desk: Desk, recipes: Sequence[DocumentRecipe], asking: Asking, today: Callable[[], Facts]
) -> tuple[Document, ...]:
    """The documents, composed from what was issued of a closed period, else from today's facts.

    What is not closed is a draft, and says so. Raises UsageError for what is no period or gives no document,
    PeriodError for a correction that there is not.
    """
    period = name_of(asking.period) if asking.period else None
    facts, notice, is_open = _facts(desk, period, asking, today)
    occasion = Occasion(period, asking.meeting)
    made = [one for recipe in recipes for one in _composed(recipe, facts, occasion)]
    return tuple(_noticed(one, notice, is_open=is_open) if notice else one for one in made)


def day_of(text: str | None) -> date | None:
    """The day of a meeting, «2026-04-23» or «23.04.2026». Raises UsageError."""
    if text is None:
        return None
    for pattern in ("%Y-%m-%d", "%d.%m.%Y"):
        try:
            return datetime.strptime(text.strip(), pattern).date()  # noqa: DTZ007  a day has no time zone
        except ValueError:
            continue
    raise UsageError(f"«{text}» — не дата.", advice="Дата пишется так: 2026-04-23 или 23.04.2026.")


def _facts(desk: Desk, period: str | None, asking: Asking, today: Callable[[], Facts]) -> tuple[Facts, str, bool]:
    """The facts, what must be said of them, and whether their period is still open."""
    if period is None:
        return today(), "", False
    with Store.open(desk.history, read_only=True) as store:
        closed = store.period(period)
        issued = frozen(desk, store, period, asking.correction) if closed or asking.correction else None
        facts = issued.facts() if issued is not None and not asking.as_known_now else None
    if facts is not None:
        return facts, "", False
    again = known_now(desk, issued.period.cut) if issued is not None else None
    if again is not None:
        return again, known_words(desk.today), False
    name = f"Этап {period}" if is_stage(period) else f"Период «{period_words(period)}»"
    return today(), f"{name} не закрыт: данные на {in_words(desk.today)}, они могут измениться.", True


def _composed(recipe: DocumentRecipe, facts: Facts, occasion: Occasion) -> tuple[Document, ...]:
    made = recipe.compose(facts, occasion)
    if not made:
        raise UsageError(
            f"Документ «{recipe.names[0]}» сейчас составить не из чего.",
            advice="Укажите период (--period 2026-04 или Э4) или заседание (--meeting 2026-04-23).",
        )
    return made


def _noticed(document: Document, notice: str, *, is_open: bool) -> Document:
    told = Section(NOTICE, "", (Passage(notice, strong=True),))
    return replace(document, sections=(told, *document.sections), is_draft=document.is_draft or is_open)
