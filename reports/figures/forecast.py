"""The forecast of an indicator: what staff expect, else what the pace of the last three months gives."""

from dataclasses import dataclass
from datetime import date, timedelta

from reports import wording
from reports.facts import Facts
from reports.figures.catalogue import Indicator
from validators.counting.plans import Planned
from validators.counts import COUNTS

_PACE = timedelta(days=90)
_PACED = frozenset({"K01", "K02", "K09", "K12", "K13", "K15", "K28"})
"""Counted on an earlier day from the tables of today, and bounded by nothing that is near."""


@dataclass(frozen=True)
class Forecast:
    """The value at the end of the year, and from what it is known."""

    value: float
    basis: str


def forecast_of(facts: Facts, indicator: Indicator, value: float | None, plan: Planned | None) -> Forecast | None:
    """None where nothing was typed and the pace can't be known: a share, or rows without dates."""
    typed = _typed(facts, plan)
    if typed is not None:
        return typed
    if value is None or indicator.id not in _PACED or plan is None or plan.less_is_better:
        return None
    earlier = COUNTS[indicator.id](facts.scene.office, facts.today - _PACE).value
    if earlier is None or earlier > value:
        return None
    left = (date(facts.today.year, 12, 31) - facts.today).days
    more = (value - earlier) * left / _PACE.days
    return Forecast(float(round(value + more)), f"темп 90 дней: {wording.signed(value - earlier)}")


def _typed(facts: Facts, plan: Planned | None) -> Forecast | None:
    if plan is None:
        return None
    table = facts.scene.office.tables["IND"]
    value = table.values["forecast"][table.index_of[plan.id]]
    return Forecast(float(value), f"вписан в {plan.id}") if isinstance(value, int | float) else None
