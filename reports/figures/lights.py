"""The light of a figure and its reason (domain.md §5.6): never a colour without its word, nor a word without a why."""

from reports import wording
from reports.facts import Facts
from reports.figures.alarms import alarm_of
from reports.figures.catalogue import Indicator
from reports.figures.explanations import explanation, periods_of
from reports.quality import by_register, total
from reports.quality import light_of as light_of_data
from reports.quoting import is_clean
from reports.report import Light
from validators.counting.count import Count
from validators.counting.plans import Planned

NO_PLAN = "плана нет"
_OF_THINGS_DUE = frozenset({"K22", "K23", "K29", "K30"})
"""Shares of what was due: without a plan of their own, all of it is the plan."""


def light_of(facts: Facts, key: str, count: Count, plan: Planned | None) -> Light:
    """Grey where there is no data or nothing to judge by."""
    if count.value is None:
        return Light.GREY
    if key == "K32":
        return light_of_data(facts, total(facts, by_register(facts)))
    if alarm_of(facts, key, count):
        return Light.RED
    if key != "K24" and plan is not None and plan.on_day:
        return against_plan(facts, plan, count.value, plan.on_day)
    limits = _limits(facts, key)
    return Light.GREY if limits is None else bounded(count.value, *limits)


def _limits(facts: Facts, key: str) -> tuple[float, float] | None:
    """From where a share without a plan of its own is green and yellow."""
    limits = facts.scene.settings.thresholds
    if key == "K24":
        return limits.money_green, limits.money_yellow
    if key == "K27":
        return limits.pages_green, limits.pages_yellow
    return (limits.indicator_green, limits.indicator_yellow) if key in _OF_THINGS_DUE else None


def bounded(share: float, green: float, yellow: float) -> Light:
    """By the two limits of a share."""
    if share >= green:
        return Light.GREEN
    return Light.YELLOW if share >= yellow else Light.RED


def against_plan(facts: Facts, plan: Planned, fact: float, due: float) -> Light:
    """By how much of the plan on the day is done."""
    part, whole = (due, fact) if plan.less_is_better else (fact, due)
    done = 100 * part / whole if whole else 100.0
    limits = facts.scene.settings.thresholds
    return bounded(done, limits.indicator_green, limits.indicator_yellow)


def reason_of(facts: Facts, indicator: Indicator, count: Count, plan: Planned | None, light: Light) -> str:
    """Why the figure has its light: what is missing, and what staff say of it."""
    if count.value is None:
        return count.why
    if indicator.id == "K32":
        return f"слабее всего {total(facts, by_register(facts)).weakest}"
    alarm = alarm_of(facts, indicator.id, count)
    if alarm:
        return alarm
    if plan is None:
        return NO_PLAN if light is Light.GREY else _unspent(count) if indicator.id == "K24" else _left(count)
    due = plan.on_day if indicator.unit == "%" else round(plan.on_day)
    said = why_number(light, plan, count.value, due)
    told = "" if light is Light.GREEN else explained(facts, indicator.id, plan)
    return f"{said}: {told}" if told else said


def why_number(light: Light, plan: Planned, fact: float, due: float) -> str:
    """How a number stands to its plan on the day."""
    if plan.less_is_better:
        return "больше плана" if fact > due else "в пределах плана"
    if round(due - fact, 1) <= 0:
        return "план выполнен" if fact >= plan.year else "по плану"
    missing = f"не хватает {wording.decimal(due - fact)}"
    return f"почти по плану, {missing}" if light is Light.GREEN else missing


def _unspent(count: Count) -> str:
    left = (count.due - count.done) / 1000
    return f"не освоено {wording.decimal(left)} тыс. руб." if left > 0 else "по плану"


def _left(count: Count) -> str:
    left = round(count.due - count.done)
    return f"осталось {wording.whole(left)} из {wording.whole(round(count.due))}" if left > 0 else "всё"


def explained(facts: Facts, key: str, plan: Planned) -> str:
    """Why the figure is off its plan, as staff explain it: in «Пояснения» for this period, else beside the plan.

    What holds a telephone or names somebody is not repeated.
    """
    told = explanation(facts, key, plan, periods_of(facts.today)).text
    return told if is_clean(facts, told) else ""
