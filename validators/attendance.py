"""Who of the office is away on a day, and who stands in for him."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from validators.counting.staff import works
from validators.office import Table


def is_away(table: Table[Any], index: int, on: date) -> bool:
    """The employee is on leave, ill or travelling on the day."""
    spans = table.values["away"][index]
    return isinstance(spans, tuple) and any(first <= on <= last for first, last in spans)


def stands_in(table: Table[Any], index: int, on: date) -> bool:
    """Somebody who is said to replace the employee works on the day and is not away himself."""
    return any(works(table, other, on) and not is_away(table, other, on) for other in _substitutes(table, index))


def _substitutes(table: Table[Any], index: int) -> Iterator[int]:
    code, replaced = table.ids[index], table.values["substitutes"]
    return (other for other in table.counted if other != index and replaced[other] == code)
