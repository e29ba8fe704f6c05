"""О2 «Отчёт. Показатели»: the passport of every indicator: plan, fact, deviation, forecast, light and its reason."""

from collections.abc import Sequence
from itertools import chain
from typing import Any

from reports import wording
from reports.facts import Facts
from reports.figures.figure import STATE, Figure, figures
from reports.figures.naming import rounded, shown, unit_of
from reports.figures.own import own_figures
from reports.figures.table import light_words
from reports.head.trace import jump_to
from reports.report import Block, Chart, ChartKind, Field, Form, Light, Listing, Recipe, Report, Series, Value, Words
from validators.counting.count import obstacle
from validators.office import Table

WORKBOOK = "Отчёты"
TAB = "Отчёт. Показатели"
_PLANNED = (
    Field("№", 5, Form.WHOLE),
    Field("Код", 7),
    Field("Показатель", 32),
    Field("Ед.", 9),
    Field("База", 9, Form.NUMBER),
    Field("План года", 10, Form.NUMBER),
    Field("План на дату", 10, Form.NUMBER),
    Field("Факт", 12, Form.NUMBER),
    Field("%", 10, Form.PERCENT),
    Field("Отклонение", 13, Form.CHANGE),
    Field("Прогноз на год", 11, Form.NUMBER),
    Field("Из чего прогноз", 22),
    Field("Оценка", 13),
    Field("Причина", 38),
    Field("Строки", 15),
)
_PLAIN = (
    Field("№", 5, Form.WHOLE),
    Field("Код", 7),
    Field("Показатель", 48),
    Field("Ед.", 16),
    Field("Факт", 12, Form.NUMBER),
    Field("Оценка", 13),
    Field("Причина", 60),
    Field("Строки", 15),
)
_STATES = (
    Field("Код", 12),
    Field("Показатель", 48),
    Field("Состояние", 36),
    Field("Ед.", 16),
    Field("Сколько", 12, Form.NUMBER),
    Field("Почему нет данных", 37),
    Field("Строки", 15),
)
_NAMED = 4
_WORST = (Light.RED, Light.YELLOW, Light.GREEN)
_METHOD = (
    "План на дату — завершённые кварталы или месяцы и часть текущего по числу прошедших дней. Факт считается по "
    "реестрам, у собственных показателей офиса берётся из столбца «Факт (ввод)». % — факт к плану на дату. "
    "Строки, из которых сложилась цифра, — на листе «Расшифровка»."
)


def compose(facts: Facts) -> tuple[Report, ...]:
    """The one tab."""
    planned, plain = _planned(facts), _plain(facts)
    states = [one for one in figures(facts) if STATE in one.cut]
    blocks: tuple[Block, ...] = (
        Words("Показатели", "title"),
        Words(f"По состоянию на {wording.day(facts.today)}", "subtitle"),
        Words(_headline(facts, planned, plain)),
        passports(facts),
        *_chart(planned),
        plain_lines(facts),
        *([Listing("Состояния", _STATES, tuple(map(_state, states)))] if states else []),
        Words(_METHOD, "small"),
    )
    return (Report(WORKBOOK, TAB, blocks),)


INDICATORS = Recipe("Показатели", compose)


def passports(facts: Facts) -> Listing:
    """The indicators that have a plan, each with its fact, forecast, light and reason."""
    rows = tuple(_passport(facts, *one) for one in enumerate(_planned(facts), 1))
    return Listing("С планом", _PLANNED, rows, _no_plans(facts))


def plain_lines(facts: Facts) -> Listing:
    """The indicators without a plan."""
    first = len(_planned(facts)) + 1
    return Listing("Без плана", _PLAIN, tuple(_line(*one) for one in enumerate(_plain(facts), first)))


def _planned(facts: Facts) -> list[Figure]:
    return _in_order(facts, [one for one in _whole(facts) if one.planned is not None])


def _plain(facts: Facts) -> list[Figure]:
    return [one for one in _whole(facts) if one.planned is None]


def _whole(facts: Facts) -> list[Figure]:
    return [one for one in (*figures(facts), *own_figures(facts)) if not one.cut]


def _in_order(facts: Facts, planned: Sequence[Figure]) -> list[Figure]:
    """As the rows of «Показатели» stand."""
    if not planned:
        return []
    places = facts.scene.office.tables["IND"].index_of
    return sorted(planned, key=lambda one: places[one.planned.id] if one.planned else 0)


def _passport(facts: Facts, number: int, one: Figure) -> tuple[Value, ...]:
    year = None if one.planned is None else rounded(one.planned.year)
    plan, fact = one.plan, one.value
    gap = None if plan is None or fact is None else rounded(fact - plan)
    forecast = (rounded(one.forecast.value), one.forecast.basis) if one.forecast else (None, None)
    numbers = (year, rounded(plan), shown(fact), rounded(one.share), gap, *forecast)
    name = (one.indicator.id, one.indicator.title, one.indicator.unit)
    return (number, *name, _base(facts, one), *numbers, _light(one), _why(one), jump_to(one))


def _base(facts: Facts, one: Figure) -> Value:
    table: Table[Any] = facts.scene.office.tables["IND"]
    base = None if one.planned is None else table.values["base"][table.index_of[one.planned.id]]
    return rounded(float(base)) if isinstance(base, int | float) else None


def _line(number: int, one: Figure) -> tuple[Value, ...]:
    name = (one.indicator.id, one.indicator.title, one.indicator.unit)
    return (number, *name, shown(one.value), _light(one), _why(one), jump_to(one))


def _state(one: Figure) -> tuple[Value, ...]:
    name = (one.indicator.id, one.indicator.title, one.cut[STATE], unit_of(one) or None)
    return (*name, shown(one.value), one.count.why or None, jump_to(one))


def _light(one: Figure) -> Value:
    """A value that nothing judges is not said to be missing."""
    return light_words(one) if one.value is not None and one.light is Light.GREY else one.light


def _why(one: Figure) -> str:
    return f"нет данных: {one.why}" if one.value is None else one.why


def _no_plans(facts: Facts) -> str:
    why = obstacle(facts.scene.office, "IND")
    return f"реестр «Показатели» — {why}" if why else "в реестре «Показатели» планов пока нет"


def _headline(facts: Facts, planned: Sequence[Figure], plain: Sequence[Figure]) -> str:
    judged = [one for one in chain(planned, plain) if one.light is not Light.GREY]
    parts = [_colour(light, [one for one in judged if one.light is light]) for light in _WORST]
    silent = sum(one.value is None for one in chain(planned, plain))
    words = wording.sentence("; ".join(filter(None, parts)) or "оценить пока нечего")
    if not planned:
        words += f" Планов нет: {_no_plans(facts)}."
    return words + (f" Нет данных по {silent} из {len(planned) + len(plain)}." if silent else "")


def _colour(light: Light, some: Sequence[Figure]) -> str:
    """«красных 2: проектов защищено (0 при плане 3), …», the worst first; the green ones are only counted."""
    if not some:
        return ""
    count = f"{_PLURAL[light]} {len(some)}"
    if light is Light.GREEN:
        return count
    worst = sorted(some, key=_done)
    more = f" и ещё {len(some) - _NAMED}" if len(some) > _NAMED else ""
    return f"{count}: {', '.join(map(_told, worst[:_NAMED]))}{more}"


def _done(one: Figure) -> float:
    """Percent of the plan on the day; a share without a plan is its own percent."""
    return (one.value or 0.0) if one.share is None else one.share


_PLURAL = {Light.RED: "красных", Light.YELLOW: "жёлтых", Light.GREEN: "зелёных"}


def _told(one: Figure) -> str:
    fact = _measured(one, one.value)
    title = one.indicator.title[:1].lower() + one.indicator.title[1:]
    return f"{title} ({fact} при плане {_measured(one, one.plan)})" if one.plan is not None else f"{title} ({fact})"


def _measured(one: Figure, value: float | None) -> str:
    """`33`, `90,1 %`."""
    number = 0.0 if value is None else value
    return wording.percent(number) if one.indicator.unit == "%" else wording.decimal(number)


def _chart(planned: Sequence[Figure]) -> tuple[Chart, ...]:
    """How much of the plan on the day is done, beside the whole of the plan."""
    known = [one for one in planned if one.share is not None]
    if not known:
        return ()
    names = tuple(f"{one.indicator.id} {one.indicator.title}" for one in known)
    series = (
        Series("Факт, % плана на дату", tuple(rounded(one.share) for one in known)),
        Series("План на дату", (100.0,) * len(known)),
    )
    title = "План и факт, % плана на дату"
    return (Chart(title, ChartKind.BAR, names, series, "%"),)
