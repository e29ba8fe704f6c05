"""Who of the office works on a day: the employees whose time has come and has not ended."""

from datetime import date
from typing import Any

from config.registers.record_state import FINISHED
from validators.counting.count import by_then, until_then
from validators.office import Office, Table


def works(table: Table[Any], index: int, on: date) -> bool:
    """The employee works on the day. An unknown day does not stop him, but a finished row without a last day does."""
    since, until = table.values["since"][index], table.values["until"][index]
    if until is None and table.values["state"][index] == FINISHED:
        return False
    return by_then(_day(since), on) and until_then(_day(until), on)


def staff_at_work(office: Office, on: date) -> list[int]:
    """Indexes of the employees who work on the day, in the order of the register."""
    if not office.has("STAFF"):
        return []
    table = office.tables["STAFF"]
    return [index for index in table.counted if works(table, index, on)]


def _day(cell: object) -> date | None:
    return cell if isinstance(cell, date) else None
