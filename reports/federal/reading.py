"""A package as its reader has it: the files by their names, and what they say once they are understood."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from pydantic import ValidationError

from reports.disclosure.draft import Head, Mark, Sent, Shown
from reports.disclosure.system import Issued
from reports.federal.equations import LINES, Equations, equations
from reports.federal.service_sheets import EQUALITY, METHOD
from reports.federal.writing.manifest import MANIFEST, Manifest, digest_of, manifest_in
from reports.federal.writing.summary import SUMMARY, CellShape, SummaryShape

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_DAYS = frozenset({"План", "Факт", "Значение", "Было", "Стало"})
"""Columns that may hold a day."""

_TEN = frozenset(map(str, range(1, 11)))


@dataclass(frozen=True)
class Package:
    """A folder or an archive of files under the name by which people know it.

    `whole` is False when the archive itself was touched, though its files can be read.
    """

    name: str
    files: Mapping[str, bytes] = field(repr=False)
    whole: bool = True

    @cached_property
    def manifest(self) -> Manifest | None:
        """The manifest; None when it is not there or is none."""
        data = self.files.get(MANIFEST)
        return None if data is None else manifest_in(data)

    @cached_property
    def summary(self) -> SummaryShape | None:
        """What `summary.json` says; None when it is not there or not of its schema."""
        try:
            return SummaryShape.model_validate_json(self.files[SUMMARY])
        except (KeyError, ValidationError):
            return None

    @property
    def digest(self) -> str:
        """By which the next package of the chain knows this one."""
        return digest_of(self.files.get(MANIFEST, b""))

    @cached_property
    def cells(self) -> Mapping[str, Shown]:
        """Every cell of all twelve tables under its address; empty without a summary."""
        tables = () if self.summary is None else self.summary.tables
        return {
            f"{table.code}/{row.key}/{column}": shown(cell, column)
            for table in tables
            for row in table.rows
            for column, cell in zip(table.columns, row.cells, strict=False)
        }

    @cached_property
    def equations(self) -> Equations:
        """What every reader knows of its numbers of people."""
        return equations(self.figures, lines_agree=f"{METHOD}/{EQUALITY}: {LINES}/Значение" in self.cells)

    @cached_property
    def figures(self) -> Mapping[str, Shown]:
        """The cells of the ten tables."""
        return {key: value for key, value in self.cells.items() if key.partition("/")[0] in _TEN}


def shown(cell: CellShape, column: str) -> Shown:
    """A cell of JSON as a value: in columns of days a day is a day again, a mark is a mark."""
    if cell.flag:
        return Mark(cell.flag)
    if column in _DAYS and isinstance(cell.value, str) and _DAY.fullmatch(cell.value):
        try:
            return date.fromisoformat(cell.value)
        except ValueError:
            return cell.value
    return cell.value


def sent(package: Package) -> Sent | None:
    """What the package says to the gate, for one that knows no registers; None when it can't be understood."""
    manifest = package.manifest
    if manifest is None or package.summary is None:
        return None
    head = Head(
        region=manifest.region,
        oktmo=manifest.oktmo,
        season=manifest.season,
        period=manifest.period,
        as_of=manifest.as_of,
        rules=manifest.rules,
        correction=manifest.correction,
        reason=manifest.reason,
        request=manifest.request,
        recipient=manifest.recipient,
    )
    return Sent(head, package.figures, _issued(package, head.as_of))


def _issued(package: Package, as_of: date) -> Issued:
    """The numbers of people in sight, those hidden, and the equations that every reader knows."""
    cells, known = package.figures, package.equations
    seen = {key: value for key in known.people if isinstance(value := cells[key], int)}
    hidden = frozenset(known.people) - seen.keys()
    untold = frozenset(one.key for one in known.shares if cells.get(one.key) is Mark.HIDDEN)
    return Issued(package.name, seen, hidden, known.sums, known.same, as_of, untold)
