"""Money on a day: the plan of the finished quarters plus an even part of the current one, and the cash paid."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from config.registers.finance import BEYOND_BUDGET
from validators.counting.count import Count, Way, obstacle, weighed
from validators.office import Office, Table

_QUARTERS = ("plan_q1", "plan_q2", "plan_q3", "plan_q4")
NO_PLAN = "нет плана на дату"


@dataclass(frozen=True)
class Money:
    """Plan on a day and cash in roubles over the rows that tell both, by their ids."""

    plans: Mapping[str, Decimal]
    paid: Mapping[str, Decimal]

    @property
    def plan(self) -> Decimal:
        """The plan of all rows."""
        return sum(self.plans.values(), Decimal(0))

    @property
    def cash(self) -> Decimal:
        """The cash of all rows."""
        return sum(self.paid.values(), Decimal(0))


def money_on(office: Office, on: date) -> Money:
    """The plan on the day and the cash of the year. A row that does not tell its cash is left out of both."""
    table = office.tables["FIN"]
    cash, total = table.values["cash"], table.values["plan_year"]
    quarters = [table.values[name] for name in _QUARTERS]
    plans, paid = {}, {}
    for index in _lines_of_year(table, on):
        spent, whole = cash[index], total[index]
        typed = [column[index] for column in quarters]
        if not isinstance(spent, Decimal):
            continue
        due = plan_on(typed, whole, on)
        if due is not None:
            plans[table.ids[index]], paid[table.ids[index]] = due, spent
    return Money(plans, paid)


def _lines_of_year(table: Table[Any], on: date) -> list[int]:
    """Indexes of the lines of the year; a line that does not tell its year is of any."""
    years = table.values["year"]
    return [index for index in table.counted if years[index] in (None, on.year)]


def plan_on(quarters: Sequence[object], year: object, on: date) -> Decimal | None:
    """The finished quarters plus the current one evenly by days (decisions.md 16); the year evenly without quarters."""
    known = [part if isinstance(part, Decimal) else Decimal(0) for part in quarters]
    if not any(isinstance(part, Decimal) for part in quarters):
        return year * passed(date(on.year, 1, 1), date(on.year, 12, 31), on) if isinstance(year, Decimal) else None
    current = (on.month - 1) // 3
    return sum(known[:current], Decimal(0)) + known[current] * passed(*quarter(on.year, current), on)


def quarter(year: int, index: int) -> tuple[date, date]:
    """The first and the last day of a quarter, 0 to 3."""
    start = date(year, 3 * index + 1, 1)
    after = date(year + 1, 1, 1) if index == 3 else date(year, 3 * index + 4, 1)
    return start, date.fromordinal(after.toordinal() - 1)


def passed(start: date, end: date, on: date) -> Decimal:
    """Which part of the days of a stretch has passed by the end of the day, from 0 to 1."""
    whole = (end - start).days + 1
    return Decimal(min(max((on - start).days + 1, 0), whole)) / whole


def count_k24(office: Office, on: date) -> Count:
    """K24 Кассовое исполнение, %: cash ÷ plan on the day."""
    why = obstacle(office, "FIN", "cash", "plan_year")
    if why:
        return Count(why=why, way=Way.SHARE)
    money = money_on(office, on)
    plans = {one: float(plan) for one, plan in money.plans.items()}
    return weighed({one: float(cash) for one, cash in money.paid.items()}, plans, Way.SHARE, NO_PLAN)


def cash_of_year(office: Office, on: date) -> Count:
    """Of K24, %: cash ÷ plan of the year. A line that does not tell both is in neither part."""
    why = obstacle(office, "FIN", "cash", "plan_year")
    if why:
        return Count(why=why, way=Way.SHARE)
    paid, plans = _roubles(office, on, "cash"), _roubles(office, on, "plan_year")
    both = [one for one in paid if one in plans]
    plan = {one: plans[one] for one in both}
    return weighed({one: paid[one] for one in both}, plan, Way.SHARE, "плана года нет")


def count_k25(office: Office, on: date) -> Count:
    """K25 Доля внебюджетных средств, %: their cash ÷ all cash of the year."""
    return beyond_budget(office, on, "cash")


def beyond_budget(office: Office, on: date, name: str) -> Count:
    """K25 by a column of roubles: cash, or the plan of the year. A line of no known source is in neither part."""
    why = obstacle(office, "FIN", name, "source")
    if why:
        return Count(why=why, way=Way.SHARE)
    table, roubles = office.tables["FIN"], _roubles(office, on, name)
    sources = table.values["source"]
    known = {one: money for one, money in roubles.items() if sources[table.index_of[one]] is not None}
    own = {one: money for one, money in known.items() if sources[table.index_of[one]] == BEYOND_BUDGET}
    return weighed(own, known, Way.SHARE, "денег по этому столбцу нет")


def _roubles(office: Office, on: date, name: str) -> dict[str, float]:
    table = office.tables["FIN"]
    column = table.values[name]
    return {
        table.ids[one]: float(money) for one in _lines_of_year(table, on) if isinstance(money := column[one], Decimal)
    }
