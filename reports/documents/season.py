"""The stages of the season side by side: their days, their measures, whether their reports are considered."""

from collections.abc import Iterator

from reports.documents.document import Block, Passage
from reports.documents.proposals import heard
from reports.documents.stage import Stage, stages, work_of
from reports.documents.tables import text, whole
from reports.facts import Facts
from reports.figures.naming import rounded
from reports.report import Field, Form, Listing, Value

_FIELDS = (
    text("Этап", 34),
    Field("Начало", 12, Form.DATE),
    Field("Окончание", 12, Form.DATE),
    whole("Мероприятий", 12),
    whole("Срок наступил", 12),
    whole("Исполнено в срок", 12),
    Field("В срок, %", 10, Form.PERCENT),
    text("Отчёт рассмотрен", 16),
)


def season_over(facts: Facts) -> bool:
    """Every stage of the season is over; not known without stages, so it is not."""
    found = list(stages(facts.scene.office))
    return bool(found) and all(one.is_over(facts.today) for one in found)


def stages_table(facts: Facts) -> Iterator[Block]:
    """A line a stage, in the order of their days."""
    found = sorted(stages(facts.scene.office), key=lambda one: (one.start or one.end or facts.today, one.code))
    if not found:
        yield Passage("Этапов в справочнике нет.")
        return
    yield Listing("Этапы и их мероприятия", _FIELDS, tuple(_line(facts, one) for one in found))


def _line(facts: Facts, stage: Stage) -> tuple[Value, ...]:
    told = work_of(facts, stage)
    considered, one = heard(facts, stage), told.tally
    counts: tuple[Value, ...] = (one.all, one.due, one.in_time, rounded(one.count.value))
    if told.why:
        counts = ("—",) * 4
    said = f"{considered:%d.%m.%Y}" if considered else "нет" if stage.is_over(facts.today) else "этап не завершён"
    return (stage.name, stage.start, stage.end, *counts, said)
