"""A figure: an indicator on a day, whole or of one cut, with its plan, its light and the rows behind it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import partial

from reports.facts import Facts
from reports.figures.catalogue import INDICATORS, Indicator
from reports.figures.cuts import CUTS, Groups
from reports.figures.forecast import Forecast, forecast_of
from reports.figures.lights import light_of, reason_of
from reports.quality import by_register, total
from reports.report import Light
from validators.counting.count import Count
from validators.counting.plans import Planned, planned
from validators.counts import COUNTS, PARTS
from validators.office import Office

QUALITY = "K32"
STATE = "state"
"""The key of the cut into the states of one thing: proposed, approved, at work."""

Cut = Mapping[str, str]


@dataclass(frozen=True)
class Figure:
    """`count` has the value and the ids behind it. A percent is 0–100; None is «нет данных», and `why` tells why.

    `plan` is on the day, `plan_year` of the year; `share` is the percent of the plan on the day that is done.
    """

    indicator: Indicator
    count: Count
    as_of: date
    cut: Cut = field(default_factory=dict)
    planned: Planned | None = None
    light: Light = Light.GREY
    why: str = ""
    forecast: Forecast | None = None

    @property
    def value(self) -> float | None:
        """The fact."""
        return self.count.value

    @property
    def plan(self) -> float | None:
        """The plan on the day: of people and things a whole number."""
        if self.planned is None:
            return None
        return self.planned.on_day if self.indicator.unit == "%" else float(round(self.planned.on_day))

    @property
    def share(self) -> float | None:
        """How much of the plan on the day is done, percent."""
        return None if self.value is None or not self.plan else 100 * self.value / self.plan

    @property
    def name(self) -> str:
        """`K02 category=Школьник`: by which people and commands call it."""
        return " ".join((self.indicator.id, *(f"{key}={value}" for key, value in self.cut.items())))


def figures(facts: Facts, *keys: str) -> tuple[Figure, ...]:
    """Every figure of the day: each indicator whole, then its states, then its cuts, the groups in their own order.

    With `keys` those of the named indicators only.
    """
    wanted = (one for one in INDICATORS if not keys or one.id in keys)
    return tuple(one for indicator in wanted for one in facts.once(_all, indicator))


def whole(facts: Facts, indicator: Indicator) -> Figure:
    """The indicator over the whole office."""
    count = count_of(facts, indicator.id)
    plan = planned(facts.scene.office, indicator.id, facts.today)
    light = light_of(facts, indicator.id, count, plan)
    why = reason_of(facts, indicator, count, plan, light)
    return Figure(indicator, count, facts.today, {}, plan, light, why, forecast_of(facts, indicator, count.value, plan))


def count_of(facts: Facts, key: str) -> Count:
    """The bare count of the day; K32 is the index of the registers, which only the remarks know."""
    if key == QUALITY:
        index = total(facts, by_register(facts)).index
        return Count(index, why="" if index is not None else "не прочитано")
    return COUNTS[key](facts.scene.office, facts.today)


def count_in(office: Office, on: date, key: str, cut: Cut) -> Count:
    """The bare count over any office on any day: whole, of one state, or of the groups of a cut. Not of K32."""
    if STATE in cut:
        return PARTS[key][cut[STATE]](office, on)
    count = COUNTS[key](office, on)
    for name, group in cut.items() if count.value is not None else ():
        count = part_of(office, count, name, group)
    return count


def part_of(office: Office, count: Count, cut: str, group: str) -> Count:
    """The rows of one group of a cut."""
    return count.part(partial(_belongs, office.once(CUTS[cut][1]), group), "в этой группе никого")


def _all(facts: Facts, indicator: Indicator) -> tuple[Figure, ...]:
    return tuple(_all_of(facts, indicator))


def _all_of(facts: Facts, indicator: Indicator) -> Iterator[Figure]:
    one = facts.once(whole, indicator)
    yield one
    for state, count in PARTS.get(indicator.id, {}).items():
        part = count(facts.scene.office, facts.today)
        yield Figure(indicator, part, facts.today, {STATE: state}, why=part.why)
    for cut in indicator.cuts if one.value is not None else ():
        yield from _cut(facts, one, cut)


def _cut(facts: Facts, one: Figure, cut: str) -> Iterator[Figure]:
    groups = facts.scene.office.once(CUTS[cut][1])
    known = {*one.count.rows, *one.count.of}
    names = dict.fromkeys(name for row, some in groups.items() if row in known for name in some)
    for name in sorted(names):
        part = part_of(facts.scene.office, one.count, cut, name)
        yield Figure(one.indicator, part, facts.today, {cut: name}, why=part.why)


def _belongs(groups: Groups, name: str, row: str) -> bool:
    return name in groups.get(row, ())
