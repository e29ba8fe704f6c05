"""What the tables of the package have in common: a count as a cell, a number with one digit, words of staff."""

from collections.abc import Callable
from fractions import Fraction
from math import floor
from typing import Any

from reports.disclosure.draft import Cell, Mark, People, Rank, Text
from validators.counting.count import Count
from validators.office import Office, Table

ALL = "Всего"
"""The row of the whole, the last one of a table."""

UNKNOWN = "Не указано"
"""The row of those of whom the registers do not tell it."""


def half_up(number: Fraction, digits: int = 1) -> int | float:
    """Rounded half up, as the gate reckons percentages; a whole number without a fraction."""
    scale = 10**digits
    short = Fraction(floor(number * scale + Fraction(1, 2)), scale)
    return int(short) if short.denominator == 1 else float(short)


def plain(value: float | None) -> Cell:
    """A number that counts no participants, with one digit after the comma at most."""
    if value is None:
        return Mark.NO_DATA
    short = round(value, 1)
    return int(short) if short == int(short) else short


def people(count: Count, belongs: Callable[[str], bool] | None = None, *, rank: Rank = Rank.PART) -> Cell:
    """A number of participants: of the whole count, or of those of its rows that belong."""
    if count.value is None:
        return Mark.NO_DATA
    return People(sum(map(belongs, count.rows)) if belongs else len(count.rows), rank)


def words_in(table: Table[Any], index: int, field: str, *, free: bool = True) -> Cell:
    """What staff typed into a cell; an empty cell stays empty."""
    value = table.values[field][index]
    return Text(str(value), table.ids[index], free) if value not in (None, "") else None


def title_of_row(office: Office, key: str, code: object, field: str = "title") -> Cell:
    """The title of a record that a cell names, else what the cell says; an empty cell stays empty."""
    if code in (None, ""):
        return None
    table = office.tables.get(key)
    index = None if table is None else table.index_of.get(str(code))
    if table is None or index is None:
        return Text(str(code))
    return words_in(table, index, field, free=False)
