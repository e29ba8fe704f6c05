"""The indicators in a document: plan and fact as the tab tells them, and of a stage what they were before and after it."""

from collections.abc import Iterator
from datetime import date

from reports import wording
from reports.documents.agreement import reason
from reports.documents.document import Block, Passage
from reports.documents.quoting import is_clean
from reports.documents.stage import Stage
from reports.documents.tables import cleared, taken, text
from reports.facts import Facts
from reports.figures.figure import Figure, count_in, figures
from reports.figures.naming import rounded
from reports.figures.own import own_figures
from reports.figures.table import light_words
from reports.head.indicators import passports, plain_lines
from reports.report import Field, Form, Listing, Value
from validators.counting.count import obstacle

_STAGE = (
    text("Показатель", 34),
    Field("До этапа", 12, Form.NUMBER),
    Field("К концу этапа", 12, Form.NUMBER),
    Field("План на дату", 12, Form.NUMBER),
    Field("Факт на дату", 12, Form.NUMBER),
    Field("Выполнение, %", 12, Form.PERCENT),
    text("Оценка", 14),
)
_NOTHING = "нет данных"


def stage_table(facts: Facts, stage: Stage) -> Iterator[Block]:
    """Every indicator with a plan: its value before the stage, at its end, and now against the plan."""
    planned = [one for one in (*figures(facts), *own_figures(facts)) if not one.cut and one.planned is not None]
    if not planned:
        yield Passage(no_plans(facts))
        return
    rows = tuple(_line(facts, stage, one) for one in planned)
    yield Listing("План и факт показателей", _STAGE, rows)
    yield Passage(
        "Значения до этапа и к его концу сосчитаны по датам в реестрах; прочерк стоит там, где даты об этом не говорят."
    )


def no_plans(facts: Facts) -> str:
    """Why there is no plan to compare with."""
    why = obstacle(facts.scene.office, "IND")
    if why:
        return f"Сравнить с планом нельзя: «Показатели» — {reason(why)}."
    return "Сравнить с планом нельзя: планов в реестре «Показатели» нет."


def _line(facts: Facts, stage: Stage, one: Figure) -> tuple[Value, ...]:
    numbers = (_on(facts, one, stage.before), _on(facts, one, stage.until(facts.today)))
    fact = _NOTHING if one.value is None else rounded(one.value)
    name = f"{one.indicator.title}, {one.indicator.unit}"
    return (name, *numbers, rounded(one.plan), fact, rounded(one.share), light_words(one))


def _on(facts: Facts, one: Figure, day: date | None) -> Value:
    """The indicator on an earlier day, where its rows have dates."""
    if day is None or not one.indicator.dated:
        return "—"
    value = count_in(facts.scene.office, day, one.indicator.id, {}).value
    return "—" if value is None else rounded(value)


def all_indicators(facts: Facts) -> Iterator[Block]:
    """Plan and fact of every indicator, as «Отчёт. Показатели» tells them."""
    planned = passports(facts)
    if planned.rows:
        headings = ("Показатель", "Ед.", "План года", "План на дату", "Факт", "%", "Прогноз на год", "Оценка", "Причина")
        listing = taken(planned, *headings, title="Показатели с планом", called={"%": "Выполнение, %"})
        yield cleared(listing, lambda words: is_clean(facts, words), "Причина")
    else:
        yield Passage(no_plans(facts))
    rest = taken(plain_lines(facts), "Показатель", "Ед.", "Факт", "Причина", title="Показатели без плана",
                 called={"Причина": "Примечание"})  # fmt: skip
    if rest.rows:
        yield rest


def counted_words(number: int) -> str:
    """«5 показателей»."""
    return wording.counted(number, "показатель", "показателя", "показателей")
