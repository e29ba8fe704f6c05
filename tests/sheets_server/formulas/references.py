"""References as they are written in formulas: `$A$1`, `A2:A`, `1:3`, `'Мой лист'!A:C`."""

import re
from dataclasses import dataclass, replace

from tests.sheets_server.ranges import column_of, letters, quoted

_CORNER = re.compile(r"(\$?)([A-Za-z]{1,3})?(\$?)(\d+)?")


@dataclass(frozen=True)
class Corner:
    """One end of a reference, from zero; None where the reference is open (`A` has no row, `1` no column)."""

    row: int | None
    column: int | None
    fixed_row: bool = False
    fixed_column: bool = False

    def along(self, dimension: str) -> int | None:
        """The row when the dimension is ROWS, else the column."""
        return self.row if dimension == "ROWS" else self.column

    def at(self, dimension: str, place: int | None) -> "Corner":
        """The corner with another row or column."""
        return replace(self, row=place) if dimension == "ROWS" else replace(self, column=place)

    def __str__(self) -> str:
        column = "" if self.column is None else ("$" if self.fixed_column else "") + letters(self.column)
        return column + ("" if self.row is None else f"{'$' if self.fixed_row else ''}{self.row + 1}")


@dataclass(frozen=True)
class Reference:
    """A cell (`last` is None) or a range; `sheet` is None when the formula's own tab is meant."""

    sheet: str | None
    first: Corner
    last: Corner | None = None

    def __str__(self) -> str:
        place = str(self.first) if self.last is None else f"{self.first}:{self.last}"
        return place if self.sheet is None else f"{quoted(self.sheet)}!{place}"


def reference(text: str) -> Reference | None:
    """A reference from its text; None when it is none (`A0`, a lone `A`, `A1:`)."""
    title, place = _split(text)
    first, colon, last = place.partition(":")
    one, two = _corner(first), _corner(last) if colon else None
    if one is None or (colon and two is None) or (not colon and None in (one.row, one.column)):
        return None
    return Reference(title, one, two)


def _split(text: str) -> tuple[str | None, str]:
    title, mark, place = text.rpartition("!")
    if not mark:
        return None, text
    return (title[1:-1].replace("''", "'") if title.startswith("'") else title), place


def _corner(text: str) -> Corner | None:
    found = _CORNER.fullmatch(text)
    if not text or found is None or found[4] == "0":
        return None
    column, row = found[2], found[4]
    if column is None and row is None:
        return None
    fixed_row = bool(found[3]) if column else bool(found[1] or found[3])
    return Corner(
        int(row) - 1 if row else None, column_of(column) if column else None, fixed_row, bool(column and found[1])
    )
