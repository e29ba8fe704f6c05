"""Where staff explain why a figure is off its plan: the rows of «Пояснения», else the cell beside the plan."""

from collections.abc import Collection
from datetime import date
from typing import Any, NamedTuple

from reports.facts import Facts
from validators.counting.plans import Planned
from validators.office import Table


class Cell(NamedTuple):
    """A cell of a register."""

    table: Table[Any]
    row: int
    field: str

    @property
    def text(self) -> str:
        """What is typed in it; empty when nothing is."""
        value = self.table.values[self.field][self.row]
        return value if isinstance(value, str) else ""


def periods_of(day: date) -> frozenset[str]:
    """The month, the quarter and the year of a day, as the registers write them."""
    return frozenset({f"{day:%Y-%m}", f"{day.year}-К{(day.month + 2) // 3}", str(day.year)})


def explanation(facts: Facts, key: str, plan: Planned, periods: Collection[str]) -> Cell:
    """The reason of the last row of «Пояснения» about the figure in these periods; else the one beside its plan."""
    office = facts.scene.office
    found = Cell(office.tables["IND"], office.tables["IND"].index_of[plan.id], "why_off")
    if office.has("NOTE"):
        notes = office.tables["NOTE"]
        spans, subjects, reasons = (notes.values[name] for name in ("period", "subject", "reason"))
        for index in notes.counted:
            if subjects[index] in {plan.id, key} and spans[index] in periods and reasons[index]:
                found = Cell(notes, index, "reason")
    return found
