"""The indicators in a document: plan and fact as the tab tells them; of a stage also what they were before it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from reports.documents.agreement import reason
from reports.documents.document import Block, Passage
from reports.documents.since import Earlier
from reports.documents.stage import Stage
from reports.documents.tables import cleared, taken, text
from reports.facts import Facts
from reports.figures.catalogue import BY_ID
from reports.figures.figure import Figure, figures
from reports.figures.lights import NO_PLAN
from reports.figures.naming import rounded
from reports.figures.own import own_figures
from reports.figures.table import light_words
from reports.head.indicators import passports, plain_lines
from reports.naming import tab_of
from reports.quoting import is_clean
from reports.report import Field, Form, Listing, Value
from validators.counting.count import NOT_KEPT, obstacle

_AT_THE_END = "К концу этапа"
_STAGE = (
    text("Показатель", 34),
    Field("До этапа", 12, Form.NUMBER),
    Field(_AT_THE_END, 12, Form.NUMBER),
    Field("План на дату", 12, Form.NUMBER),
    Field("Факт на дату", 12, Form.NUMBER),
    Field("Выполнение, %", 12, Form.PERCENT),
    text("Оценка", 14),
)
_UNKEPT = f"нет данных: {NOT_KEPT}"
_NOTHING = "нет данных"


def stage_table(facts: Facts, stage: Stage) -> Iterator[Block]:
    """Every indicator with a plan: its value before the stage, at its end, and now against the plan."""
    planned = [one for one in (*figures(facts), *own_figures(facts)) if not one.cut and one.planned is not None]
    if not planned:
        yield Passage(no_plans(facts))
        return
    listing = Listing("План и факт показателей", _STAGE, tuple(_line(facts, stage, one) for one in planned))
    goes_on = stage.until(facts.today) == facts.today
    yield taken(listing, *(one.heading for one in _STAGE if not (goes_on and one.heading == _AT_THE_END)))
    words = "до этапа" if goes_on else "до этапа и к его концу"
    yield Passage(f"Значения {words} сосчитаны по датам в реестрах; прочерк — где даты об этом не говорят.")


def no_plans(facts: Facts) -> str:
    """Why there is no plan to compare with."""
    why = obstacle(facts.scene.office, "IND")
    if why:
        return f"Сравнить с планом нельзя: {reason(why, tab_of('IND'))}."
    return "Сравнить с планом нельзя: планов в реестре «Показатели» нет."


def _line(facts: Facts, stage: Stage, one: Figure) -> tuple[Value, ...]:
    numbers = (_on(facts, one, stage.before), _on(facts, one, stage.until(facts.today)))
    fact = _NOTHING if one.value is None else rounded(one.value)
    name = f"{one.indicator.title}, {one.indicator.unit}"
    return (name, *numbers, rounded(one.plan), fact, rounded(one.share), light_words(one))


def _on(facts: Facts, one: Figure, day: date | None) -> Value:
    """The indicator on an earlier day, where its rows have dates."""
    value = None if day is None or one.indicator.id not in BY_ID else Earlier(day, "").value(facts, one.indicator.id)
    return "—" if value is None else rounded(value)


def all_indicators(facts: Facts) -> Iterator[Block]:
    """Plan and fact of every indicator, as «Отчёт. Показатели» tells them."""
    planned = passports(facts)
    if planned.rows:
        headings = (
            "Показатель",
            "Ед.",
            "План года",
            "План на дату",
            "Факт",
            "%",
            "Прогноз на год",
            "Оценка",
            "Причина",
        )
        listing = taken(planned, *headings, title="Показатели с планом", called={"%": "Выполнение, %"})
        yield cleared(listing, lambda words: is_clean(facts, words), "Причина")
    else:
        yield Passage(no_plans(facts))
    rest = taken(
        plain_lines(facts),
        "Показатель",
        "Ед.",
        "Факт",
        "Причина",
        title="Показатели без плана",
        called={"Причина": "Примечание"},
    )
    known = [row for row in rest.rows if _UNKEPT not in str(row[-1])]
    if known:
        yield replace(rest, rows=tuple((*row[:-1], None if row[-1] == NO_PLAN else row[-1]) for row in known))
    silent = [str(row[0]) for row in rest.rows if row not in known]
    if silent:
        words = ", ".join(f"«{one}»" for one in silent)
        yield Passage(f"Не считаются, потому что реестры не ведутся: {words}.")
