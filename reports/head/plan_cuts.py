"""How the tasks of the office stand: as a whole, by person, by stage, by function; every share is K22 or K23."""

from collections.abc import Iterator
from dataclasses import dataclass

from reports.facts import Facts
from reports.head.page import in_words, rounded
from reports.naming import short_name
from reports.report import Block, Chart, ChartKind, Field, Form, Listing, Series, Value
from validators.counting.count import NO_COLUMN, NOT_KEPT, NOT_READ, Count
from validators.counting.tally import Tally, grouped, tally
from validators.counting.work import Task, instructions, measures
from validators.counts import COUNTS

UNTOLD = (NOT_KEPT, NOT_READ, NO_COLUMN)
"""Reasons for which a register gives no tasks at all."""

_MOST_BARS = 15
_ALL = "Все мероприятия"
_TALLY = (
    Field("Всего", 20, Form.WHOLE),
    Field("Срок наступил", 13, Form.WHOLE),
    Field("Исполнено в срок", 14, Form.WHOLE),
    Field("Исполнено позже", 13, Form.WHOLE),
    Field("Просрочено", 13, Form.WHOLE),
    Field("В срок, %", 16, Form.PERCENT),
    Field("Исполнено досрочно", 16, Form.WHOLE),
    Field("Впереди", 16, Form.WHOLE),
    Field("Отменено", 16, Form.WHOLE),
)


@dataclass(frozen=True)
class Work:
    """The tasks of the office with their indicators; a register that can't be counted gives none, and its why."""

    plan: tuple[Task, ...]
    orders: tuple[Task, ...]
    k22: Count
    k23: Count

    @property
    def tasks(self) -> tuple[Task, ...]:
        """Measures and instructions."""
        return (*self.plan, *self.orders)


def work(facts: Facts) -> Work:
    """The measures of the plan and the instructions of the day."""
    office = facts.scene.office
    k22, k23 = COUNTS["K22"](office, facts.today), COUNTS["K23"](office, facts.today)
    plan = () if k22.why in UNTOLD else tuple(measures(office))
    return Work(plan, () if k23.why in UNTOLD else tuple(instructions(office)), k22, k23)


def whole(facts: Facts, now: Work) -> Listing:
    """Measures and instructions, a line each."""
    kinds = (("Мероприятия плана", now.plan, now.k22), ("Поручения", now.orders, now.k23))
    rows = tuple((title, *_cells(tally(some, count, facts.today))) for title, some, count in kinds if some)
    return Listing("Как исполняется", (Field("Что", 51), *_TALLY), rows, leading=len(rows))


def _cells(one: Tally) -> tuple[Value, ...]:
    of_due = (one.due, one.in_time, one.late, one.overdue)
    return (one.all, *of_due, rounded(one.count.value), one.early, one.ahead, one.called_off)


@dataclass(frozen=True)
class _Person:
    """What one person answers for: his measures, and how many of his instructions are overdue."""

    name: str
    plan: Tally
    orders: Tally

    @property
    def order(self) -> tuple[object, ...]:
        """Worst first."""
        return (-self.plan.overdue - self.orders.overdue, *_worst(self.plan), *_worst(self.orders), self.name)


def by_person(facts: Facts, now: Work) -> Iterator[Block]:
    """Each person, and a picture of what is overdue. Of instructions alone their own shares are told."""
    plan, orders = grouped(now.plan, lambda one: one.who), grouped(now.orders, lambda one: one.who)
    found = [
        _Person(
            short_name(facts, who) or "не назначен",
            tally(plan.get(who, ()), now.k22, facts.today),
            tally(orders.get(who, ()), now.k23, facts.today),
        )
        for who in {**plan, **orders}
    ]
    found.sort(key=lambda one: one.order)
    yield _people(now, found)
    late = [one for one in found if one.plan.overdue + one.orders.overdue][:_MOST_BARS]
    if late:
        bars = [("Мероприятия", [one.plan for one in late])] if now.plan else []
        bars += [("Поручения", [one.orders for one in late])] if now.orders else []
        series = tuple(Series(name, tuple(float(one.overdue) for one in some)) for name, some in bars)
        names = tuple(one.name for one in late)
        yield Chart("Просрочено по ответственным", ChartKind.BAR, names, series, "дел")


def _people(now: Work, found: list[_Person]) -> Listing:
    if not now.plan:
        rows = tuple((one.name, *_cells(one.orders)) for one in found)
        return Listing("Поручения по ответственным", (Field("Ответственный", 51), *_TALLY), rows)
    if not now.orders:
        rows = tuple((one.name, *_cells(one.plan)) for one in found)
        return Listing("Мероприятия по ответственным", (Field("Ответственный", 51), *_TALLY), rows)
    fields = (Field("Ответственный", 31), Field("Поручений просрочено", 20, Form.WHOLE), *_TALLY)
    with_orders = tuple((one.name, one.orders.overdue, *_cells(one.plan)) for one in found)
    return Listing("Мероприятия и поручения по ответственным", fields, with_orders)


def by_stage(facts: Facts, now: Work) -> Listing:
    """The measures by the stage of the season."""
    return _cut(facts, now, "Мероприятия по этапам", ("Этап", "stage", "STAGE"))


def by_function(facts: Facts, now: Work) -> Listing:
    """The measures by the function of the office, in words."""
    return _cut(facts, now, "Мероприятия по функциям", ("Функция", "function", "FUNCTION"))


def _cut(facts: Facts, now: Work, title: str, cut: tuple[str, str, str]) -> Listing:
    heading, name, key = cut
    groups = grouped(now.plan, lambda one: one.says(name))
    if set(groups) == {""}:
        return Listing(title, (Field(heading, 51), *_TALLY), (), f"столбец «{heading}» в плане не заполнен")
    found = [
        (in_words(facts.scene.office, key, code) if code else "не указано", tally(some, now.k22, facts.today))
        for code, some in groups.items()
    ]
    found.sort(key=lambda one: (*_worst(one[1]), one[0]))
    rows = [(_ALL, *_cells(tally(now.plan, now.k22, facts.today)))]
    rows += [(words, *_cells(one)) for words, one in found]
    return Listing(title, (Field(heading, 51), *_TALLY), tuple(rows), leading=1)


def _worst(one: Tally) -> tuple[int, float]:
    """Most overdue first, then the smallest share in time."""
    return (-one.overdue, 101.0 if one.count.value is None else one.count.value)
