"""The eight figures of the head's page: plan on the day, fact, percent, change of a week, light and why."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from reports import wording
from reports.causes import is_of_row
from reports.facts import Facts
from reports.figures.lights import NO_PLAN, against_plan, bounded, explained, why_number
from reports.quality import by_register, light_of, pace, settling, total
from reports.quality_report import pace_of
from reports.report import Light
from validators.counting.count import Count
from validators.counting.money import money_on
from validators.counting.plans import planned
from validators.counts import COUNTS, counts

WEEK = timedelta(days=7)


@dataclass(frozen=True)
class Head:
    """A figure of the head's page. A percent is 0–100; money is in thousands of roubles; None is «нет данных»."""

    id: str
    title: str
    plan: float | None = None
    fact: float | None = None
    share: float | None = None
    week: float | None = None
    light: Light = Light.GREY
    why: str = ""


def eight(facts: Facts) -> tuple[Head, ...]:
    """The figures in the order of the page."""
    return tuple(_MAKERS[key](facts, key, title) for key, title in _TITLES.items())


def bare_figures(facts: Facts) -> dict[str, float]:
    """The bare values of the day that the state keeps for «со вчера» and «за 7 дней»; only those that there are."""
    values = {key: count.value for key, count in counts(facts.scene.office, facts.today).items()}
    values["K32"] = total(facts, by_register(facts)).index
    return {key: value for key, value in values.items() if value is not None}


def _number(facts: Facts, key: str, title: str) -> Head:
    """A number of people or things against its plan."""
    count = _count(facts, key)
    if count.value is None:
        return Head(key, title, why=count.why)
    plan, week = planned(facts.scene.office, key, facts.today), _week(facts, key, count.value)
    if plan is None:
        return Head(key, title, fact=count.value, week=week, why=NO_PLAN)
    due = round(plan.on_day)
    share = 100 * count.value / due if due else None
    light = against_plan(facts, plan, count.value, due)
    why = why_number(light, plan, count.value, due)
    told = "" if light is Light.GREEN else explained(facts, key, plan)
    return Head(key, title, due, count.value, share, week, light, f"{why}: {told}" if told else why)


def _share(facts: Facts, key: str, title: str) -> Head:
    """A share: what is there of what there should be."""
    count = _count(facts, key)
    if count.value is None:
        return Head(key, title, why=count.why)
    due, done = len(count.of), len(count.rows)
    light = _share_light(facts, key, count.value)
    why = _left_words(key, due - done)
    return Head(key, title, due, done, count.value, _week(facts, key, count.value), light, why)


def _share_light(facts: Facts, key: str, share: float) -> Light:
    plan = planned(facts.scene.office, key, facts.today)
    if plan is not None and plan.on_day:
        return against_plan(facts, plan, share, plan.on_day)
    limits = facts.scene.settings.thresholds
    pages = (limits.pages_green, limits.pages_yellow)
    return bounded(share, *(pages if key == "K27" else (limits.indicator_green, limits.indicator_yellow)))


def _left_words(key: str, left: int) -> str:
    if not left:
        return "всё в срок" if key == "K22" else "охвачены все"
    return f"не в срок {wording.whole(left)}" if key == "K22" else f"без страницы {wording.whole(left)}"


def _money(facts: Facts, key: str, title: str) -> Head:
    """Cash against the plan on the day, in thousands of roubles."""
    count = _count(facts, key)
    if count.value is None:
        return Head(key, title, why=count.why)
    money, limits = money_on(facts.scene.office, facts.today), facts.scene.settings.thresholds
    light = bounded(count.value, limits.money_green, limits.money_yellow)
    missing = float(money.plan - money.cash) / 1000
    why = "по плану" if missing <= 0 else f"не освоено {wording.decimal(missing)}"
    plan, cash = float(money.plan) / 1000, float(money.cash) / 1000
    return Head(key, title, plan, cash, count.value, _week(facts, key, count.value), light, why)


def _data(facts: Facts, key: str, title: str) -> Head:
    """The index of data quality."""
    quality = total(facts, by_register(facts))
    if quality.index is None:
        return Head(key, title, why="не прочитано")
    now = pace(facts)
    lost = sum(one.keeps_out and is_of_row(one.place) for one in facts.remarks)
    why = pace_of(now) if settling(facts) or now.left else "замечаний нет"
    if lost and not settling(facts):
        why = f"строк не учтено: {lost}"
    week = _history(facts, key, quality.index)
    return Head(key, title, share=quality.index, week=week, light=light_of(facts, quality), why=why)


def _count(facts: Facts, key: str) -> Count:
    return COUNTS[key](facts.scene.office, facts.today)


_DATED = frozenset({"K02", "K09", "K13", "K15", "K22"})
"""Figures whose rows have dates, so that a week ago can be counted from the tables of today."""


def _week(facts: Facts, key: str, now: float) -> float | None:
    if key in facts.past.figures_week_ago or key not in _DATED:
        return _history(facts, key, now)
    before = COUNTS[key](facts.scene.office, facts.today - WEEK).value
    return None if before is None else now - before


def _history(facts: Facts, key: str, now: float) -> float | None:
    before = facts.past.figures_week_ago.get(key)
    return None if before is None else now - before


_TITLES = {
    "K02": "Участники, чел.",
    "K09": "Команды",
    "K13": "Наставники, чел.",
    "K15": "Площадки",
    "K22": "Мероприятия",
    "K24": "Деньги, тыс. ₽",
    "K27": "Страницы",
    "K32": "Качество данных",
}
_MAKERS: dict[str, Callable[[Facts, str, str], Head]] = {
    "K02": _number,
    "K09": _number,
    "K13": _number,
    "K15": _number,
    "K22": _share,
    "K24": _money,
    "K27": _share,
    "K32": _data,
}
