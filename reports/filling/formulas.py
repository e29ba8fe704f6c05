"""Formulas of a form that would be false: they add up cells of which some are hidden, or stay empty."""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from openpyxl.formula import Tokenizer
from openpyxl.formula.tokenizer import Token, TokenizerError
from openpyxl.utils.cell import range_boundaries
from openpyxl.workbook.workbook import Workbook
from openpyxl.worksheet.formula import ArrayFormula, DataTableFormula
from openpyxl.worksheet.worksheet import Worksheet

_ANYWHERE = frozenset({"INDIRECT(", "OFFSET("})
"""Functions that work out where they look: nobody can tell beforehand."""

_TABLE = re.compile(r"([^\[\]!']+)\[")
_LAST_ROW, _LAST_COLUMN = 1_048_576, 16_384
_DEEPEST = 4


class Spot(NamedTuple):
    """A cell of a workbook."""

    sheet: str
    row: int
    column: int


class Area(NamedTuple):
    """Cells that a formula reads, both ends included."""

    sheet: str
    top: int
    left: int
    bottom: int
    right: int

    def holds(self, one: Spot) -> bool:
        """The cell is among them."""
        inside = self.top <= one.row <= self.bottom and self.left <= one.column <= self.right
        return inside and self.sheet.casefold() == one.sheet.casefold()


def formula_of(value: object) -> str | None:
    """The text of a formula without the sign «=»; None for what is none."""
    match value:
        case ArrayFormula() | DataTableFormula():
            return str(getattr(value, "text", None) or "").removeprefix("=")
        case str() if value.startswith("="):
            return value[1:]
        case _:
            return None


def spoiled(book: Workbook, spots: Mapping[Spot, bool]) -> Mapping[Spot, bool]:
    """Formulas that read any of these cells, straight or by other formulas; True where one of the cells is hidden.

    A formula of which nobody can tell what it reads counts as one that reads them all.
    """
    if not spots:
        return {}
    reading = {spot: tuple(areas) for spot, areas in _formulas(book)}
    found: dict[Spot, bool] = {}
    grown = True
    while grown:
        known = {**spots, **found}
        fresh = {spot: hidden for spot, areas in reading.items() if (hidden := _touched(areas, known)) is not None}
        grown = fresh != found
        found = fresh
    return found


def _touched(areas: tuple[Area | None, ...], known: Mapping[Spot, bool]) -> bool | None:
    """Whether one of the cells read is hidden; None when none of them is known."""
    read = [hidden for spot, hidden in known.items() if any(one is None or one.holds(spot) for one in areas)]
    return any(read) if read else None


def _formulas(book: Workbook) -> Iterator[tuple[Spot, Iterator[Area | None]]]:
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                text = formula_of(cell.value)
                if text is not None and cell.row is not None and cell.column is not None:
                    yield Spot(sheet.title, cell.row, cell.column), _areas(book, sheet, text, 0)


def _areas(book: Workbook, sheet: Worksheet, text: str, depth: int) -> Iterator[Area | None]:
    """What a formula reads; None for what can't be told."""
    try:
        tokens: list[Token] = Tokenizer(f"={text}").items
    except TokenizerError:
        tokens = []
        yield None
    for one in tokens:
        if one.type == Token.OPERAND and one.subtype == Token.RANGE:
            yield from _operand(book, sheet, one.value, depth)
        elif one.value.upper() in _ANYWHERE or (one.type in {Token.OP_IN, Token.FUNC} and ":" in one.value):
            yield None


def _operand(book: Workbook, sheet: Worksheet, words: str, depth: int) -> Iterator[Area | None]:
    """A range of a sheet, a table, a name; another workbook holds none of our cells."""
    place, _, cells = words.rpartition("!")
    if "[" in place:
        return
    home = place.strip("'").replace("''", "'") or sheet.title
    named = _bounds(cells)
    if named is not None and ":" in home:
        yield None
    elif named is not None:
        yield Area(home, *named)
    elif table := _TABLE.match(cells):
        yield from _of_table(book, table[1])
    else:
        yield from _named(book, sheet, cells, depth)


def _bounds(cells: str) -> tuple[int, int, int, int] | None:
    """Top, left, bottom, right of `B2`, `$B$2:C5`, `B:B`, `2:5`."""
    try:
        left, top, right, bottom = range_boundaries(cells)
    except (ValueError, TypeError):
        return None
    return (top or 1, left or 1, bottom or _LAST_ROW, right or _LAST_COLUMN)


def _of_table(book: Workbook, name: str) -> Iterator[Area | None]:
    for sheet in book.worksheets:
        for table in sheet.tables.values():
            bounds = _bounds(table.ref)
            if table.displayName.casefold() == name.casefold() and bounds is not None:
                yield Area(sheet.title, *bounds)
                return
    yield None


def _named(book: Workbook, sheet: Worksheet, name: str, depth: int) -> Iterator[Area | None]:
    """What a name of the workbook stands for: ranges, or a formula of its own."""
    meaning = {**dict(book.defined_names), **dict(sheet.defined_names)}.get(name)
    if meaning is None or not meaning.attr_text or depth >= _DEEPEST:
        yield None
        return
    yield from _areas(book, sheet, meaning.attr_text, depth + 1)
