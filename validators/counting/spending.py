"""Money of a year line by line: plan, obligations and cash of each row, and the quarters to which the cash belongs."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from validators.counting.money import lines_of_year, money_on, quarter
from validators.office import Office

_QUARTERS = ("plan_q1", "plan_q2", "plan_q3", "plan_q4")
_NOTHING = Decimal(0)


@dataclass(frozen=True)
class Spending:
    """A row of FIN, in roubles; None is what nobody typed.

    `due` is the plan on the day and `cash` what was paid, both None in a row that does not tell its cash: K24 leaves it
    out. `planned` and `paid` are the plan and the cash by quarters.
    """

    id: str
    index: int
    plan: Decimal | None
    due: Decimal | None
    obligations: Decimal | None
    cash: Decimal | None
    planned: tuple[Decimal, ...]
    paid: tuple[Decimal, ...]

    @property
    def is_overpaid(self) -> bool:
        """More was paid than was promised."""
        return self.cash is not None and self.obligations is not None and self.cash > self.obligations


def spending(office: Office, on: date) -> tuple[Spending, ...]:
    """The rows of the year of the day; a row without a year belongs to every year, as in K24."""
    table, money = office.tables["FIN"], money_on(office, on)
    plans, promised = table.values["plan_year"], table.values["obligations"]
    columns = [table.values[name] for name in _QUARTERS]
    found = []
    for index in lines_of_year(table, on):
        row = table.ids[index]
        planned = by_quarters([column[index] for column in columns], plans[index], on.year)
        cash = money.paid.get(row)
        paid = (_NOTHING,) * 4 if cash is None else spread(cash, planned)
        whole, debts = _money(plans[index]), _money(promised[index])
        found.append(Spending(row, index, whole, money.plans.get(row), debts, cash, planned, paid))
    return tuple(found)


def other_years(office: Office, on: date) -> int:
    """How many rows are of other years."""
    table = office.tables["FIN"]
    return len(table.counted) - len(lines_of_year(table, on))


def by_quarters(typed: Sequence[object], whole: object, year: int) -> tuple[Decimal, ...]:
    """The plan of each quarter: as typed, else the plan of the year by days."""
    if any(isinstance(part, Decimal) for part in typed):
        return tuple(_money(part) or _NOTHING for part in typed)
    plan, days = _money(whole) or _NOTHING, (date(year, 12, 31) - date(year, 1, 1)).days + 1
    stretches = [quarter(year, at) for at in range(4)]
    return tuple(plan * ((last - first).days + 1) / days for first, last in stretches)


def spread(cash: Decimal, planned: Sequence[Decimal]) -> tuple[Decimal, ...]:
    """To which quarters the cash of a row belongs: it covers the plan of the earlier ones first.

    What is over the plan of the year falls on the last quarter that has a plan.
    """
    left, paid = cash, []
    for part in planned:
        paid.append(min(left, part))
        left -= paid[-1]
    last = max((at for at, part in enumerate(planned) if part), default=0)
    paid[last] += left
    return tuple(paid)


def _money(value: object) -> Decimal | None:
    return value if isinstance(value, Decimal) else None
