"""The plan against the calendar: what each month asks and gives, and where staff expect another day than the plan."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from reports import wording
from reports.facts import Facts
from reports.head.page import told
from reports.naming import short_name
from reports.report import Chart, ChartKind, Field, Form, Listing, Series, Value
from validators.counting.work import CALLED_OFF, Task

PASSED, NONE, MOVED = "прогноз прошёл, а не исполнено", "просрочено, прогноза нет", "сдвигается"
"""What is wrong with the forecast of a measure, worst first."""

_MOST_MONTHS = 24
_MONTHS = (
    Field("Месяц", 51),
    Field("Срок по плану", 47, Form.WHOLE),
    Field("Исполнено", 58, Form.WHOLE),
    Field("Ожидается", 32, Form.WHOLE),
)
_FORECASTS = (
    Field("Код", 11),
    Field("Мероприятие", 40),
    Field("Ответственный", 20),
    Field("Срок по плану", 13, Form.DATE),
    Field("Прогноз", 14, Form.DATE),
    Field("Сдвиг, дней", 13, Form.CHANGE),
    Field("Что с прогнозом", 45),
    Field("Причина", 32),
)


def forecast_of(task: Task) -> date | None:
    """«Окончание (прогноз)» of a measure; an instruction has none."""
    typed = task.table.values.get("forecast")
    day = None if typed is None else typed[task.index]
    return day if isinstance(day, date) else None


def forecasts(facts: Facts, plan: Sequence[Task]) -> Listing:
    """Open measures that will not be done on their day: the forecast has passed, is absent, or is another day."""
    found = [(said, one) for one in plan if one.is_open(facts.today) and (said := _said(one, facts.today))]
    found.sort(key=lambda pair: ((PASSED, NONE, MOVED).index(pair[0]), -(_shift(pair[1]) or 0), pair[1].due))
    rows = tuple(_line(facts, said, one) for said, one in found)
    return Listing("План и прогноз", _FORECASTS, rows, "все неисполненные мероприятия ожидаются в свой срок")


def _said(task: Task, today: date) -> str:
    day = forecast_of(task)
    if day is None:
        return NONE if task.is_late(today) else ""
    if day < today:
        return PASSED
    return "" if day == task.due else MOVED


def _shift(task: Task) -> int | None:
    day = forecast_of(task)
    return None if day is None else (day - task.due).days


def _line(facts: Facts, said: str, one: Task) -> tuple[Value, ...]:
    who = short_name(facts, one.who) or "не назначен"
    return (
        one.id,
        told(one.what),
        who,
        one.due,
        forecast_of(one),
        _shift(one),
        said,
        told(one.says("why_late")) or "не указана",
    )


def months(facts: Facts, plan: Sequence[Task]) -> Listing:
    """Measures due, done and expected in each month; what is called off is not asked for."""
    due, done, coming = _by_month(facts, plan)
    rows: list[tuple[Value, ...]] = [("Всего", due.total(), done.total(), coming.total())]
    rows += [(wording.month(month), due[month], done[month], coming[month]) for month in _span(due, done, coming)]
    if done[None]:
        rows.append(("дата исполнения не указана", None, done[None], None))
    return Listing("По месяцам, без отменённых", _MONTHS, tuple(rows), leading=1)


def months_chart(facts: Facts, plan: Sequence[Task]) -> Chart:
    """The same as a picture: plan, fact, forecast."""
    due, done, coming = _by_month(facts, plan)
    span = _span(due, done, coming)
    series = (("Срок по плану", due), ("Исполнено", done), ("Ожидается", coming))
    return Chart(
        "План и факт по месяцам",
        ChartKind.COLUMN,
        tuple(map(wording.month, span)),
        tuple(Series(name, tuple(float(some[month]) for month in span)) for name, some in series),
        "мероприятий",
    )


Months = Counter[date | None]
"""How many, by the first day of the month; None where the day is not known."""


def _by_month(facts: Facts, plan: Sequence[Task]) -> tuple[Months, Months, Months]:
    asked = [one for one in plan if one.state not in CALLED_OFF]
    opened = [one for one in asked if one.is_open(facts.today)]
    return (
        Counter(_month(one.due) for one in asked),
        Counter(_month(one.done) for one in asked if one.is_done(facts.today)),
        Counter(_month(max(forecast_of(one) or one.due, facts.today)) for one in opened),
    )


def _month(day: date | None) -> date | None:
    return None if day is None else day.replace(day=1)


def _span(*counted: Months) -> tuple[date, ...]:
    """Every month from the first to the last; only those in which something happens when they lie far apart."""
    known = sorted({month for some in counted for month in some if month is not None})
    whole = tuple(_from_to(known[0], known[-1])) if known else ()
    return whole if len(whole) <= _MOST_MONTHS else tuple(known)


def _from_to(first: date, last: date) -> Iterator[date]:
    while first <= last:
        yield first
        first = date(first.year + first.month // 12, first.month % 12 + 1, 1)
