"""Whether a municipality has sent its participants: by the codes of its own table, else by whether it has rows."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from validators.counting.count import days
from validators.counting.people import PEOPLE
from validators.office import Office, Table
from validators.parts import Part, municipality_of, part_of
from validators.references import directory_of

_DATED = ("applied", "enrolled", "left")
"""Days on which something happened to a participant."""


@dataclass(frozen=True)
class Sending:
    """What a municipality has sent: how many rows of participants, the latest day in them, and its own tables.

    With tables of its own only the rows in their codes are counted; rows that do not stand were sent, too.
    """

    rows: int = 0
    last: date | None = None
    parts: tuple[str, ...] = ()

    @property
    def has_sent(self) -> bool:
        """At least one row is there."""
        return self.rows > 0

    def with_row(self, last: date | None) -> "Sending":
        """With one row more."""
        known = [day for day in (self.last, last) if day is not None]
        return Sending(self.rows + 1, max(known, default=None), self.parts)


def sendings(office: Office, parts: Sequence[Part], on: date) -> Mapping[str, Sending]:
    """Municipality → what it has sent by the day; all that have rows or tables of their own."""
    owners = owners_of_parts(office, parts)
    found: dict[str, Sending] = {}
    for part, name in owners.items():
        known = found.get(name, Sending())
        found[name] = Sending(0, None, (*known.parts, part.name))
    for key in PEOPLE:
        if office.has(key):
            for name, last in _rows(office.tables[key], owners, on):
                found[name] = found.get(name, Sending()).with_row(last)
    return found


def owners_of_parts(office: Office, parts: Sequence[Part]) -> Mapping[Part, str]:
    """Table with codes of its own → the municipality whose it is; one that is not in the list keeps its own name."""
    listed = office.tables.get("MUN")
    known = directory_of(listed) if listed is not None and len(listed) else None
    return {part: (municipality_of(part, known) if known else None) or part.name for part in parts}


def _rows(table: Table[Any], owners: Mapping[Part, str], on: date) -> Iterator[tuple[str, date | None]]:
    """(municipality, latest day) of each row; of one that has a table of its own only rows with its codes."""
    parts, having = tuple(owners), set(owners.values())
    columns = [days(table, name) for name in _DATED]
    homes, counted = table.values["municipality"], set(table.counted)
    for index, row_id in enumerate(table.ids):
        part, home = part_of(row_id, parts), homes[index]
        name = owners[part] if part else home if isinstance(home, str) and home not in having else None
        if name is not None and (part or index in counted):
            yield name, max((day for column in columns if (day := column[index]) and day <= on), default=None)
