"""What stands in a template below its heading: rows that are known already, then ready codes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from config.codes import CODE, make_code, number_of
from config.register import Register
from reports.templates.layout import Slot

Row = Mapping[str, object]
"""Heading → value."""
Rows = Mapping[str, Sequence[Row]]
"""Register key → rows."""
Options = Mapping[str, Sequence[str]]
"""Register key → dropdown of the columns that refer to it."""

NOTHING: Mapping[str, Any] = MappingProxyType({})  # Any: neither rows nor options
SPARE_ROWS = 500
"""How many rows below the last one have the dropdowns and the formats, too."""
_WIDEST = 60


@dataclass(frozen=True)
class Numbering:
    """From which number ready codes go, and how many rows a tab has; None is the register's own number.

    `given` — register → the largest number that was ever given: codes go on after it.
    """

    start: int = 1
    count: int | None = None
    given: Mapping[str, int] = field(default_factory=dict)


FROM_ONE = Numbering()


def with_codes(register: Register[Any], rows: Sequence[Row], numbering: Numbering) -> list[Row]:
    """The rows, and after them rows that hold only a code, following the largest number that is used."""
    prefix, heading = register.prefix, register.id_column.heading
    if prefix is None:
        return list(rows)
    codes = [str(row.get(heading, "")) for row in rows]
    used = [number_of(code) for code in codes if CODE.fullmatch(code) and code.startswith(prefix)]
    first = max(numbering.start, max(used, default=0) + 1, numbering.given.get(register.key, 0) + 1)
    count = (register.rows if numbering.count is None else numbering.count) - len(rows)
    return [*rows, *({heading: make_code(prefix, first + index)} for index in range(count))]


def width_of(slot: Slot, rows: Sequence[Row]) -> int:
    """The width of the column in characters, more when the rows that are known already need it."""
    if slot.number_format != "@":
        return slot.width
    longest = max((len(str(row.get(slot.column.heading) or "")) for row in rows), default=0)
    return max(slot.width, min(longest + 1, _WIDEST))


def refuse_unknown_headings(rows: Sequence[Row], register: Register[Any]) -> None:
    """Raises KeyError for a heading that the register has not."""
    for row in rows:
        for heading in row:
            if heading not in register.by_heading:
                raise KeyError(heading)
