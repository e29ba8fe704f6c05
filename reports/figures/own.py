"""Indicators of the office's own: their plan and their fact are typed in «Показатели», nothing is counted."""

from reports.facts import Facts
from reports.figures.catalogue import Indicator
from reports.figures.figure import Figure
from reports.figures.forecast import forecast_of
from reports.figures.lights import light_of, reason_of
from validators.counting.count import Count
from validators.counting.plans import by_registers, code_of, planned

NOT_TYPED = "факт не вписан"


def own_figures(facts: Facts) -> tuple[Figure, ...]:
    """One figure for each own code, in the order of the rows. The row itself is what the value is made of."""
    office = facts.scene.office
    if not office.has("IND"):
        return ()
    table = office.tables["IND"]
    found: dict[str, Figure] = {}
    for index in table.counted:
        key = code_of(table.values["indicator"][index])
        if key is not None and not by_registers(key):
            found.setdefault(key, _figure(facts, key, index))
    return tuple(found.values())


def _figure(facts: Facts, key: str, index: int) -> Figure:
    table = facts.scene.office.tables["IND"]
    code, title, unit, fact = (table.values[name][index] for name in ("indicator", "title", "unit", "manual_fact"))
    indicator = Indicator(str(code), str(title or code), str(unit or ""))
    count = Count(why=NOT_TYPED)
    if isinstance(fact, int | float):
        count = Count(rows=(table.ids[index],), weights={table.ids[index]: float(fact)}).valued()
    plan = planned(facts.scene.office, key, facts.today)
    light = light_of(facts, key, count, plan)
    why = reason_of(facts, indicator, count, plan, light)
    return Figure(indicator, count, facts.today, {}, plan, light, why, forecast_of(facts, indicator, count.value, plan))
