"""What was collected: every package as it was given and what became of it, the regions with their tables."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from reports.collected.whose import Whose
from reports.disclosure.draft import Mark, Shown
from reports.federal.reading import shown
from reports.federal.writing.manifest import Manifest
from reports.federal.writing.summary import CellShape, SummaryShape

_LARGEST = 1e15
"""What is larger counts nothing, and no spreadsheet holds it exactly."""

Line = Mapping[str, Shown]
"""The cells of a row by their headings."""


class Fate(StrEnum):
    """What became of a package."""

    COUNTED = "в своде"
    REPLACED = "заменён более новым"
    COPY = "копия другого"
    OTHER = "за другой период"
    REFUSED = "не принят"


@dataclass(frozen=True)
class Parcel:
    """A package under the name of its place, as it was given. `why` and `advice` are for one that is refused."""

    name: str
    fate: Fate
    whose: Whose | None = None
    manifest: Manifest | None = None
    digest: str = ""
    why: str = ""
    advice: str = ""

    @property
    def newness(self) -> tuple[bool, int, int]:
        """Of two packages the one that counts is greater: a correction is; what was made for a request is less."""
        one = self.manifest
        return (False, 0, 0) if one is None else (not one.request, one.correction, one.number)


@dataclass(frozen=True)
class Entry:
    """A region whose package counts: its tables by their codes, each row under its key.

    `unlinked` — how many packages before it in the season were not given, so that they could not be compared.
    """

    whose: Whose
    parcel: Parcel
    tables: Mapping[str, Mapping[str, Line]] = field(repr=False)
    hidden: int = 0
    unlinked: int = 0
    refused: tuple[Parcel, ...] = ()

    @property
    def manifest(self) -> Manifest:
        """Of the package that counts."""
        if self.parcel.manifest is None:
            msg = "a package that counts has a manifest"
            raise ValueError(msg)
        return self.parcel.manifest

    def cell(self, table: str, row: str, column: str) -> Shown:
        """None where there is no such cell."""
        return self.tables.get(table, {}).get(row, {}).get(column)


@dataclass(frozen=True)
class Collected:
    """The package of a region in an earlier collection: its correction, its number, the beginning of its digest."""

    correction: int
    number: int
    digest: str


@dataclass(frozen=True)
class Collection:
    """One period of one season. `before` — an earlier collection of it, region → its package; None without one."""

    season: str
    period: str
    entries: tuple[Entry, ...]
    parcels: tuple[Parcel, ...]
    before: Mapping[str, Collected] | None = None

    @property
    def listed(self) -> tuple[Entry, ...]:
        """The regions that are subjects of the federation: they alone make totals."""
        return tuple(one for one in self.entries if one.whose.subject is not None)

    @property
    def refused(self) -> tuple[Parcel, ...]:
        """The packages that can't be used."""
        return tuple(one for one in self.parcels if one.fate is Fate.REFUSED)


def tables_in(summary: SummaryShape) -> Mapping[str, Mapping[str, Line]]:
    """The ten tables of a package: code → key of a row → cells by their headings."""
    return {
        table.code: {row.key: _line(table.columns, row.cells) for row in table.rows}
        for table in summary.tables
        if table.code.isdecimal()
    }


def _line(columns: Sequence[str], cells: Sequence[CellShape]) -> Line:
    return {column: _told(shown(cell, column)) for column, cell in zip(columns, cells, strict=False)}


def _told(value: Shown) -> Shown:
    """A number that no spreadsheet could hold is none."""
    if isinstance(value, int | float) and not (math.isfinite(value) and abs(value) < _LARGEST):
        return Mark.NO_DATA
    return value
