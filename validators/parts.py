"""Parts of the region, each with a block of codes of its own: whose a code is, and which block is free."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import count
from typing import Any

from config.codes import CODE, number_of
from validators.office import Office, Table
from validators.references import Directory, directory_of

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


def block_from(first: int, rows: int) -> tuple[int, int]:
    """The numbers of a block that begins with `first`: to the end of its thousand, and enough for so many rows."""
    return first, max(first // BLOCK * BLOCK + BLOCK - 1, first + rows - 1)


def free_blocks(parts: Sequence[Part], taken: Iterable[int]) -> Iterator[int]:
    """First numbers of blocks that nobody has, one after another, beyond all that was ever given to a part."""
    used = {number // BLOCK for number in taken}
    beyond = max((part.last // BLOCK for part in parts), default=0) + 1
    return (block * BLOCK for block in count(beyond) if block not in used)


def municipality_of(part: Part, known: Directory) -> str | None:
    """The record of «Муниципалитеты» that a part is called by: «Бийск 2» is the second table of «Бийск»."""
    for name in (part.name, _ORDINAL.sub("", part.name)):
        found = known.find(name)
        if len(found) == 1:
            return next(iter(found))
    return None


_ORDINAL = re.compile(r"\s+[0-9]{1,2}$")


def with_municipalities(office: Office, parts: Sequence[Part]) -> Office:
    """The office in which a person whose municipality is not known otherwise is of the part that his code is of."""
    listed = office.tables.get("MUN")
    known = directory_of(listed) if listed is not None and len(listed) else None
    meant = {part: part.name if known is None else municipality_of(part, known) for part in parts}
    tables = {key: _placed(table, meant) for key, table in office.tables.items() if key in PEOPLE and parts}
    return replace(office, tables={**office.tables, **tables}) if tables else office


def _placed(table: Table[Any], meant: Mapping[Part, str | None]) -> Table[Any]:
    typed, parts = table.values["municipality"], tuple(meant)
    filled = [
        cell if cell is not None else _of(row_id, parts, meant) for row_id, cell in zip(table.ids, typed, strict=True)
    ]
    return table.with_values(municipality=filled)


def _of(row_id: str, parts: Sequence[Part], meant: Mapping[Part, str | None]) -> str | None:
    part = part_of(row_id, parts)
    return None if part is None else meant[part]
