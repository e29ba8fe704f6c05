"""The cells of a row that may be said aloud, to type it again: no names, telephones, mail, nothing above P1."""

from datetime import date
from typing import Any

from config.cells.personal import is_whole_name, traces
from config.cells.text import as_text, tidy
from config.codes import CODE
from config.columns import CellError, Column, Privacy
from config.registers import REGISTERS
from validators.drift.likeness import is_blank
from validators.office import Table

_OF_PEOPLE = frozenset({"name", "patronymic", "full_name", "phone", "email"})
_PEOPLE = frozenset(register.key for register in REGISTERS if register.person) | {"STAFF"}
_LONGEST = 300


def cells_told(table: Table[Any], index: int) -> tuple[tuple[str, str], ...]:
    """Heading and words of each filled cell of a row that anybody may see, in the order of the columns."""
    told = []
    for column in table.register.columns:
        words = _words(table, column, index) if column.field in table.raw and column.field != "id" else ""
        if words:
            told.append((column.heading, words))
    return tuple(told)


def cell_told(table: Table[Any], column: Column, index: int) -> str | None:
    """The words of one cell, empty when nothing stands there; None when they must not be said aloud."""
    words = _words(table, column, index)
    blank = is_blank(table.raw[column.field][index], table.values[column.field][index])
    return words if words or (blank and _is_open(column)) else None


def _is_open(column: Column) -> bool:
    return column.privacy <= Privacy.P1 and column.kind.name not in _OF_PEOPLE


def _words(table: Table[Any], column: Column, index: int) -> str:
    raw, value = table.raw[column.field][index], table.values[column.field][index]
    if not _is_open(column) or is_blank(raw, value):
        return ""
    if isinstance(value, date):
        return f"{value:%d.%m.%Y}"
    if column.kind.is_reference and _PEOPLE.intersection(column.refers):
        parts = value if isinstance(value, tuple) else (value,)
        return "; ".join(str(part) for part in parts if CODE.fullmatch(str(part)))
    if isinstance(raw, CellError):
        return ""
    text = tidy(as_text(raw))
    return "" if is_whole_name(text) or any(traces(text)) else text[:_LONGEST]
