"""Parts of the region, each with a block of codes of its own: whose a code is, and which block is free."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import count
from typing import Any

from config.codes import CODE, number_of
from validators.office import Office, Table
from validators.references import directory_of

PEOPLE = ("SCH", "UNI")
"""The registers whose templates are given to parts."""

BLOCK = 1000
"""How many numbers a part gets; its template shows the first of them."""


@dataclass(frozen=True)
class Part:
    """A part of the region (a municipality) and its numbers, both ends included."""

    name: str
    first: int
    last: int

    def has(self, number: int) -> bool:
        """The number is of this part."""
        return self.first <= number <= self.last


def part_of(code: str, parts: Sequence[Part]) -> Part | None:
    """The part whose block the code is of; None for a code of the common tables or an id that is no code."""
    if CODE.fullmatch(code) is None:
        return None
    number = number_of(code)
    return next((part for part in parts if part.has(number)), None)


def block_from(first: int) -> tuple[int, int]:
    """The numbers of a block that begins with `first`: up to the end of its thousand."""
    return first, first // BLOCK * BLOCK + BLOCK - 1


def free_blocks(parts: Sequence[Part], taken: Iterable[int]) -> Iterator[int]:
    """First numbers of blocks that nobody has, one after another, beyond all that was ever given to a part."""
    used = {number // BLOCK for number in taken}
    beyond = max((part.last // BLOCK for part in parts), default=0) + 1
    return (block * BLOCK for block in count(beyond) if block not in used)


def with_municipalities(office: Office, parts: Sequence[Part]) -> Office:
    """The office in which a person whose municipality is not known otherwise is of the part that his code is of."""
    named = {part: meant for part in parts if (meant := _municipality(office, part.name))}
    tables = {key: _placed(table, parts, named) for key, table in office.tables.items() if key in PEOPLE and named}
    return replace(office, tables={**office.tables, **tables}) if tables else office


def _municipality(office: Office, name: str) -> str | None:
    """The record of «Муниципалитеты» that a part is called by; the words themselves while that list is empty."""
    known = office.tables.get("MUN")
    if known is None or not len(known):
        return name
    found = directory_of(known).find(name)
    return next(iter(found)) if len(found) == 1 else None


def _placed(table: Table[Any], parts: Sequence[Part], named: Mapping[Part, str]) -> Table[Any]:
    filled = [
        cell if cell is not None else _named(row_id, parts, named)
        for row_id, cell in zip(table.ids, table.values["municipality"], strict=True)
    ]
    return table.with_values(municipality=filled)


def _named(row_id: str, parts: Sequence[Part], named: Mapping[Part, str]) -> str | None:
    part = part_of(row_id, parts)
    return None if part is None else named.get(part)
