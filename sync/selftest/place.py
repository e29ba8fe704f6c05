"""A place where a mistake may be made: a cell or a row of a register in the copy, and what stands around it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from random import Random
from typing import Any

from config.cells.text import as_text
from config.columns import Raw
from sync.selftest.copying import Copy, cell_at
from validators.grid import Grid, Spot
from validators.office import Office, Source, Table

_MARK = re.compile(r"\{([^{}:]+)(?::([^{}]*))?\}")


@dataclass(frozen=True)
class Place:
    """One row of a table, and one field of it where the kind names a column.

    `copy` is the office in which the mistake is made; `office` holds what was read of it before any mistake.
    """

    copy: Copy
    office: Office
    table: Table[Any]
    index: int
    field: str | None
    dice: Random
    today: date

    @property
    def source(self) -> Source:
        """The tab that the row stands in."""
        return self.table.sources[self.table.origin[self.index]]

    @property
    def grid(self) -> Grid:
        """The cells of that tab, in the copy."""
        return self.copy.grid(self.source.name)

    @property
    def row(self) -> int:
        """The number of the row, as a person sees it."""
        return self.table.rows[self.index]

    @property
    def code(self) -> str:
        """The code of the row."""
        return self.table.ids[self.index]

    @property
    def name(self) -> str:
        """The field of the cell; a kind for whole rows has none, and its injector asks for none."""
        return self.field or "id"

    def named(self, word: str) -> str:
        """The field that a heading (or the field itself) names."""
        return field_of(self.table.register.by_heading, word)

    def spot(self, name: str) -> Spot | None:
        """Where a field of this row stands; None where it has no cell of its own."""
        at = self.source.columns.get(name)
        if at is None or name in self.source.heads or list(self.source.columns.values()).count(at) > 1:
            return None
        return self.source.spot(self.row, at)

    def own_column(self, name: str) -> int | None:
        """The place (0-based) of a field's column in the tab of the row; None where it has none there."""
        spot = self.spot(name)
        return spot.column if spot is not None and spot.source == self.source.name else None

    def raw(self, name: str) -> Raw:
        """What stands in the cell of a field."""
        spot = self.spot(name)
        return None if spot is None else cell_at(self.copy.grid(spot.source), spot.row, spot.column)

    def value(self, name: str) -> object:
        """What was read in the cell of a field, or derived for it."""
        return self.table.column(name)[self.index]

    def shown(self, name: str) -> object:
        """A field for a text: a date as a date, a number without needless zeros, a word as it is typed."""
        value = self.value(name)
        return value if isinstance(value, date) else as_text(self.raw(name)) or (value or "")

    def referred(self, name: str) -> "Place | None":
        """The row that a reference leads to (the first, when there are several)."""
        value = self.value(name)
        row_id = value[0] if isinstance(value, tuple) and value else value
        for key in self.table.register.by_field[name].refers:
            table = self.office.tables.get(key)
            if table is not None and isinstance(row_id, str) and row_id in table.index_of:
                return Place(self.copy, self.office, table, table.index_of[row_id], None, self.dice, self.today)
        return None

    def told(self, path: str) -> object:
        """What a word in braces stands for: «cell», «code», «today», a heading, «heading → heading» of a reference."""
        match path:
            case "cell":
                return self.shown(self.name)
            case "code":
                return self.code
            case "today":
                return self.today
        first, _, rest = path.partition("→")
        first = first.strip()
        name = self.name if first == "cell" else self.named(first)
        if not rest:
            return self.shown(name) if name in self.table.register.by_field else ""
        other = self.referred(name) if name in self.table.register.by_field else None
        return "" if other is None else other.told(rest.strip())

    def filled(self, template: str) -> str:
        """The text with every `{…}` replaced; `{cell:.1}` is the first letter, `{cell:%d.%m.%y}` a date so written."""

        def said(mark: re.Match[str]) -> str:
            value = self.told(mark[1].strip())
            spec = mark[2] or ("%d.%m.%Y" if isinstance(value, date) else "")
            return format(value if isinstance(value, date) else str(value), spec)

        return _MARK.sub(said, template)

    def typed(self, cells: Mapping[str, Raw]) -> Copy | None:
        """The copy with cells of this row changed; None when one of the fields has no cell of its own."""
        spots = {name: self.spot(name) for name in cells}
        found = {spot: cells[name] for name, spot in spots.items() if spot is not None}
        return self.copy.typed(found) if len(found) == len(cells) else None


def field_of(by_heading: Mapping[str, Any], word: str) -> str:  # Any: columns of any kind
    """The field that a heading names; a field named as such stays itself."""
    column = by_heading.get(word)
    return column.field if column is not None else word
