"""Money on a day: the plan of the finished quarters plus an even part of the current one, and the cash paid."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from validators.counting.count import Count, Way, obstacle, weighed
from validators.office import Office

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
    years, cash, total = (table.values[name] for name in ("year", "cash", "plan_year"))
    quarters = [table.values[name] for name in _QUARTERS]
    plans, paid = {}, {}
    for index in table.counted:
        spent, whole = cash[index], total[index]
        typed = [column[index] for column in quarters]
        if years[index] not in (None, on.year) or not isinstance(spent, Decimal):
            continue
        due = plan_on(typed, whole, on)
        if due is not None:
            plans[table.ids[index]], paid[table.ids[index]] = due, spent
    return Money(plans, paid)


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
        return Count(why=why)
    money = money_on(office, on)
    plans = {one: float(plan) for one, plan in money.plans.items()}
    return weighed({one: float(cash) for one, cash in money.paid.items()}, plans, Way.SHARE, NO_PLAN)
