"""Who of the office does which of its functions: those that nobody does, and those that an act takes from it."""

from dataclasses import dataclass
from datetime import date

from config.registers.record_state import FINISHED
from validators.counting.count import ids_at, obstacle, references
from validators.counting.staff import staff_at_work
from validators.office import Office


@dataclass(frozen=True)
class Duty:
    """A function: the index of its row, the employees at work who hold it, the act by which it is not kept."""

    code: str
    index: int
    holders: tuple[str, ...]
    act: str | None = None
    is_kept: bool = True

    @property
    def is_uncovered(self) -> bool:
        """It is the office's, and nobody holds it."""
        return self.is_kept and not self.holders


def duties_obstacle(office: Office) -> str:
    """Why it can't be told who does what; empty when it can."""
    return obstacle(office, "FUNCTION") or obstacle(office, "STAFF", "functions")


def duties(office: Office, on: date) -> tuple[Duty, ...]:
    """The functions of the office in the order of their list, those that have ended left out."""
    staff, table = office.tables["STAFF"], office.tables["FUNCTION"]
    held = {staff.ids[index]: references(staff.values["functions"][index]) for index in staff_at_work(office, on)}
    states, acts = table.values["state"], table.values["not_kept"]
    return tuple(
        Duty(
            table.ids[index],
            index,
            tuple(who for who, functions in held.items() if table.ids[index] in functions),
            None if acts[index] is None else str(acts[index]),
            table.is_blank(index, "not_kept"),
        )
        for index in table.counted
        if states[index] != FINISHED
    )


def without_duties(office: Office, on: date) -> list[str]:
    """Codes of the employees at work of whom it is not told, or could not be read, what they do."""
    table = office.tables["STAFF"]
    return ids_at(table, (index for index in staff_at_work(office, on) if table.values["functions"][index] is None))
