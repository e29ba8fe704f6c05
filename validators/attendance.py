"""Who of the office is away on a day, and who stands in for him."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from config.calendar import is_working_day
from validators.counting.staff import works
from validators.office import Table


def is_away(table: Table[Any], index: int, on: date) -> bool:
    """The employee is on leave, ill or travelling on the day."""
    spans = table.values["away"][index]
    return isinstance(spans, tuple) and any(first <= on <= last for first, last in spans)


def stands_in(table: Table[Any], index: int, on: date) -> bool:
    """Somebody who is said to replace the employee works on the day and is not away himself."""
    return any(works(table, other, on) and not is_away(table, other, on) for other in _substitutes(table, index))


def back_on(table: Table[Any], index: int, on: date) -> date:
    """The working day on which the employee is at work again; the day itself when he is not away."""
    if not is_away(table, index, on):
        return on
    while is_away(table, index, on) or not is_working_day(on):
        on += timedelta(days=1)
    return on


def substitute_of(table: Table[Any], index: int, on: date) -> int | None:
    """Who stands in for the employee on the day, the first in the order of the register; None when nobody can.

    Where all who are said to replace him are away themselves, it is he who replaces one of them.
    """
    asked, waiting = {index}, [index]
    while waiting:
        found = [one for each in waiting for one in _substitutes(table, each) if works(table, one, on)]
        present = next((one for one in found if not is_away(table, one, on)), None)
        if present is not None:
            return present
        waiting = [one for one in dict.fromkeys(found) if one not in asked]
        asked.update(waiting)
    return None


def _substitutes(table: Table[Any], index: int) -> Iterator[int]:
    code, replaced = table.ids[index], table.values["substitutes"]
    return (other for other in table.counted if other != index and replaced[other] == code)
