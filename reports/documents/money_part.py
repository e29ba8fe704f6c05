"""The money in a document, in thousands of roubles: by source, and of the measures of a stage."""

from collections.abc import Iterator

from reports import wording
from reports.documents.agreement import reason, sentences
from reports.documents.document import Block, Passage
from reports.documents.sayings import said
from reports.documents.stage import StageWork
from reports.documents.tables import cleared, taken
from reports.facts import Facts
from reports.figures.catalogue import BY_ID
from reports.figures.figure import whole
from reports.head.finance import by_measure, by_source
from reports.quoting import is_clean
from validators.counting.count import obstacle
from validators.counting.spending import spending

_COLUMNS = ("План года", "План на дату", "Кассовое исполнение", "% плана на дату", "Оценка")


def money(facts: Facts, stage: StageWork | None = None) -> Iterator[Block]:
    """What was planned and paid by source; of a stage also its own measures."""
    why = _obstacle(facts)
    if why:
        yield Passage(f"Данных о деньгах нет: {reason(why)}.")
        return
    if not spending(facts.scene.office, facts.today):
        yield Passage(f"Расходов на {facts.today.year} год в реестре нет.")
        return
    own = whole(facts, BY_ID["K25"]).value
    yield Passage(sentences(cash_words(facts), said(facts, "K25") if own is not None else ""))
    yield taken(
        by_source(facts), "Источник", *_COLUMNS, "Причина", title="Финансовое обеспечение по источникам, тыс. руб."
    )
    if stage is not None:
        yield from _of_stage(facts, stage)


def has_money(facts: Facts) -> bool:
    """There are rows of the year to tell of."""
    return not _obstacle(facts) and bool(spending(facts.scene.office, facts.today))


def _obstacle(facts: Facts) -> str:
    return obstacle(facts.scene.office, "FIN", "cash", "plan_year")


def cash_words(facts: Facts) -> str:
    """«кассовое исполнение — 90,1 % плана на дату: 1 234,5 из 1 370 тыс. руб.»"""
    count = whole(facts, BY_ID["K24"]).count
    if count.value is None:
        return f"нет данных о кассовом исполнении: {reason(count.why)}"
    cash, due = (wording.decimal(one / 1000) for one in (count.done, count.due))
    return f"кассовое исполнение — {wording.percent(count.value)} плана на дату: {cash} из {due} тыс. руб"


def _of_stage(facts: Facts, stage: StageWork) -> Iterator[Block]:
    found = by_measure(facts, {one.id for one in stage.tasks})
    if not found.rows:
        yield Passage("Мероприятия этапа в этом году из бюджета не оплачивались: строк о них в финансах нет.")
        return
    title = "Финансирование мероприятий этапа, тыс. руб."
    listing = taken(found, "Мероприятие", *_COLUMNS, "Причина неосвоения", title=title)
    yield cleared(listing, lambda text: is_clean(facts, text), "Мероприятие", "Причина неосвоения")
