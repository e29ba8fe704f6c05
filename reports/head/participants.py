"""«Отчёт. Участники»: the way from application to defence; who left and why; who is rewarded (domain.md О4)."""

from collections.abc import Sequence

from reports import wording
from reports.facts import Facts
from reports.head.page import indicators, opening, rounded, sources
from reports.head.participants_cuts import (
    People,
    by_all,
    by_category,
    by_institution,
    by_municipality,
    outflow_listing,
    people_of,
    rewards_listing,
)
from reports.head.steps import STEPS
from reports.naming import tab_of
from reports.report import Block, Chart, ChartKind, Field, Form, Listing, Recipe, Report, Series, Value, Words
from validators.counting.count import NOT_KEPT, obstacle
from validators.counting.people import PEOPLE, active_people, people, people_obstacle

WORKBOOK = "Отчёты"
TAB = "Отчёт. Участники"

_INDICATORS = ("K01", "K03", "K02", "K18", "K06", "K07", "K08", "K16", "K19", "K31", "K34")
_WIDTHS = (52, 26, 24, 24, 24, 36)
_FUNNEL = (
    Field("Шаг", 52),
    Field("Человек", 26, Form.WHOLE),
    Field("К зачисленным, %", 24, Form.PERCENT),
    Field("Кого считаем", 84),
)
_METHOD = (
    "Каждый человек считается один раз, даже если участвует не впервые. Шаги не вытекают один из другого: на каждом "
    "считаются все, кто подходит под его правило, поэтому на следующем людей бывает больше. «Всего» и группы "
    "складываются из одних и тех же людей."
)


def compose(facts: Facts) -> tuple[Report, ...]:
    """The one tab."""
    office = facts.scene.office
    why = people_obstacle(office)
    end = sources(facts, (*PEOPLE, "PROG", "TEAM", "EDU"))
    if why or not people(office):
        words = f"Участников посчитать нельзя: {_absent(facts)}." if why else "Участников в реестрах пока нет."
        return (Report(WORKBOOK, TAB, (*opening(facts, "Участники", words), end)),)
    now = people_of(facts)
    blocks: list[Block] = [*opening(facts, "Участники", _main(facts, now)), *_without(facts)]
    blocks += [funnel(now), *_chart(now), indicators(facts, _INDICATORS, _WIDTHS)]
    blocks += [outflow_listing(facts, now), rewards_listing(facts, now)]
    blocks += [by_category(now), by_institution(now), by_municipality(now), by_all(now)]
    return (Report(WORKBOOK, TAB, (*blocks, Words(_METHOD, "small"), end)),)


PARTICIPANTS = Recipe("Участники", compose)


def _absent(facts: Facts) -> str:
    """Which registers of people can't be read, and why."""
    told = {key: obstacle(facts.scene.office, key) for key in PEOPLE}
    return "; ".join(f"«{tab_of(key)}» — {why}" for key, why in told.items() if why)


def _without(facts: Facts) -> Sequence[Words]:
    """A register of people that the office does not keep: the other is counted without it."""
    gone = [key for key in PEOPLE if obstacle(facts.scene.office, key) == NOT_KEPT]
    return [Words(f"«{tab_of(key)}» — {NOT_KEPT}: здесь без них.") for key in gone]


def _main(facts: Facts, now: People) -> str:
    applied, enrolled = (one.value for one in now.steps[:2])
    active, left = len(active_people(facts.scene.office, facts.today)), len(now.left)
    first = "" if applied is None else f"Подали заявку {wording.whole(applied)}. "
    words = f"{first}Зачислено {wording.whole(enrolled or 0)}, участвуют сейчас {wording.whole(active)}"
    if not left or not enrolled:
        return f"{words}, никто не выбыл."
    return f"{words}, выбыли {wording.whole(left)} ({wording.percent(100 * left / enrolled)} зачисленных)."


def funnel(now: People) -> Listing:
    """How many people are on each step, and which part of those enrolled they are."""
    enrolled = len(now.steps[1].rows)
    rows: list[tuple[Value, ...]] = []
    for step, count in zip(STEPS, now.steps, strict=True):
        known = count.value is not None
        part = rounded(100 * len(count.rows) / enrolled) if known and enrolled and step is not STEPS[0] else "—"
        rows.append((step.title, len(count.rows) if known else count.why, part, step.words))
    return Listing("Путь участника", _FUNNEL, tuple(rows))


def _chart(now: People) -> Sequence[Chart]:
    """The steps that can be counted, when there is anybody on them."""
    known = [(step.title, count.value) for step, count in zip(STEPS, now.steps, strict=True) if count.value is not None]
    if not any(value for _, value in known):
        return []
    names, values = tuple(title for title, _ in known), tuple(value for _, value in known)
    return [Chart("Путь участника", ChartKind.BAR, names, (Series("Человек", values),), "чел.")]
