"""Faults in money, in the work with national projects, and in figures that people type."""

from sync.demo.crossing.ground import Broken, Crossing, Ground, TypedRow, day
from sync.demo.season import TODAY


def _number(row: TypedRow, name: str) -> float:
    value = row[name]
    assert isinstance(value, int | float)  # noqa: S101  the generator's own promise, not a check of data
    return value


def _has_cash(row: TypedRow) -> bool:
    return bool(row["cash"]) and row["np"] is None


def _cash_above(ground: Ground) -> Broken:
    row = ground.take("FIN", _has_cash)
    return ground.change("FIN", row, "cash", _number(row, "obligations") + 700)


def _obligations_above(ground: Ground) -> Broken:
    row = ground.take("FIN", _has_cash)
    return ground.change("FIN", row, "obligations", _number(row, "plan_year") + 3_000)


def _quarters(ground: Ground) -> Broken:
    row = ground.take("FIN", lambda one: _has_cash(one) and one["plan_q1"] == 0)
    return ground.change("FIN", row, "plan_q1", 1_000, remarked="plan_year")


def _old_cash(ground: Ground) -> Broken:
    row = ground.take("FIN", lambda one: _has_cash(one) and one["year"] == TODAY.year)
    return ground.change("FIN", row, "as_of", day(row, "as_of").replace(day=1, month=3))


def _foreign_project(ground: Ground) -> Broken:
    row = ground.take("FIN", _has_cash)
    others = [one for one in ground.rows["NP"] if one["measure"] != row["measure"]]
    return ground.change("FIN", row, "np", ground.keep("NP", others[0]["id"])["id"])


def _without_money(ground: Ground) -> Broken:
    row = ground.take("NP", lambda one: one["form"] != "Финансирование")
    return ground.change("NP", row, "form", "Финансирование")


def _ended_project(ground: Ground) -> Broken:
    return ground.change("NP", ground.take("NP"), "project", "Успех каждого ребёнка")


def _too_many_covered(ground: Ground) -> Broken:
    row = ground.take("NP", lambda one: one["covered_fact"] is not None)
    return ground.change("NP", row, "covered_fact", _number(row, "covered_fact") + 60)


def _other_fact(ground: Ground) -> Broken:
    row = ground.take("IND", lambda one: one["indicator"] in {"K02", "K09", "K13", "K15"})
    return ground.change("IND", row, "manual_fact", 3)


def _quarter_without_plan(ground: Ground) -> Broken:
    return ground.change("IND", ground.take("IND", lambda one: one["plan_q3"] is not None), "plan_q3", None)


def _fact_not_told(ground: Ground) -> Broken:
    row = ground.take("IND", lambda one: str(one["indicator"]).startswith("РК"))
    return ground.change("IND", row, "manual_fact", None)


MONEY = (
    Crossing("X32", "own indicator without its fact", _fact_not_told),
    Crossing("X32", "typed fact is not the counted one", _other_fact),
    Crossing("X32", "plan of a quarter is blank", _quarter_without_plan),
    Crossing("X31", "coverage above those who came", _too_many_covered),
    Crossing("X30", "financing without money", _without_money),
    Crossing("X30", "federal project has ended", _ended_project),
    Crossing("X30", "money of another measure's project", _foreign_project),
    Crossing("X29", "cash above obligations", _cash_above),
    Crossing("X29", "obligations above the plan", _obligations_above),
    Crossing("X29", "quarters do not make the year", _quarters),
    Crossing("X29", "cash is of an old day", _old_cash),
)
