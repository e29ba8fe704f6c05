"""The tabs of a register, parsed one by one."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from config.register import Register
from config.settings import Settings
from sync.before import Before
from validators.grid import Grid
from validators.join import together
from validators.marksheet.facts import is_marksheet, parse_marksheet
from validators.memo import Memo
from validators.office import Table
from validators.parse import parse
from validators.remark import Remark
from validators.rule import Rule
from validators.rules import RULES


@dataclass(frozen=True)
class Look:
    """What a reading needs besides the files: settings, the day, what is remembered, the memo of values.

    `known` are the registers read before this one: a ведомость takes titles and days from the plan.
    """

    settings: Settings
    today: date
    before: Before = Before()
    grids_of: Callable[[str], tuple[Grid, ...]] = lambda _digest: ()
    digest_of: Callable[[Sequence[Grid]], str] = lambda _grids: ""
    memo: Memo = field(default_factory=Memo)
    known: Mapping[str, Table[Any]] = field(default_factory=dict)
    rules: Sequence[Rule] = RULES

    def content_of(self, grid: Grid) -> str:
        """The digest of what a tab itself holds, whatever its file is called."""
        return self.digest_of((replace(grid.own, file=""),))


@dataclass(frozen=True)
class Sheet:
    """One tab of a register: its cells, the table that they make, what is wrong in it."""

    grid: Grid
    table: Table[Any]
    remarks: tuple[Remark, ...] = ()

    @property
    def is_marksheet(self) -> bool:
        """It holds people down and activities across: several such tabs may tell of one event."""
        return any(source.key for source in self.table.sources)

    @property
    def file(self) -> str:
        """The file that it stands in."""
        return self.grid.file


@dataclass(frozen=True)
class Sheets:
    """All tabs of a register; `failed` holds the remarks when one of them can not be read as it."""

    sheets: tuple[Sheet, ...] = ()
    issued: Mapping[str, str] = field(default_factory=dict)
    failed: tuple[Remark, ...] = ()


def parse_all(register: Register[Any], grids: Sequence[Grid], look: Look) -> Sheets:
    """Parses every tab; ids that the service gives go on from tab to tab."""
    keeping, issued = look.settings.keeping(register.key), dict(look.before.issued.get(register.key, {}))
    fresh: dict[str, str] = {}
    sheets: list[Sheet] = []
    for grid in grids:
        if is_marksheet(grid, register, keeping):
            parsed = parse_marksheet(grid, keeping, look.known)
        else:
            parsed = parse(grid, register, keeping, look.memo, issued | fresh)
        remarks = tuple(remark for remark in parsed.remarks if remark.code != "S10" or not sheets)
        fresh |= parsed.issued
        if parsed.table is None:
            return Sheets(failed=(*(one for sheet in sheets for one in sheet.remarks), *remarks))
        sheets.append(Sheet(grid, parsed.table, remarks))
    return Sheets(tuple(sheets), fresh)


def by_file(sheets: Sequence[Sheet]) -> dict[str, Sheet]:
    """One sheet a file: several tabs of one file (a season of ведомости) are taken together."""
    files: dict[str, list[Sheet]] = {}
    for sheet in sheets:
        files.setdefault(sheet.file, []).append(sheet)
    return {
        file: own[0] if len(own) == 1 else replace(own[0], table=together([sheet.table for sheet in own]))
        for file, own in files.items()
    }


def lost_columns(before: Table[Any], now: Table[Any]) -> list[str]:
    """Headings of the columns that were there and filled, and are gone."""
    gone = now.missing - before.missing
    return [one.heading for one in before.register.columns if one.field in gone and any(before.raw[one.field])]
