"""What becomes of a formula when rows, columns or tabs change, when it is copied, when the locale changes."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Protocol

from tests.sheets_server.formulas.function_names import english
from tests.sheets_server.formulas.lexer import FormulaSyntaxError, Piece, pieces
from tests.sheets_server.formulas.references import Corner, Reference, reference
from tests.sheets_server.locales import Locale

_LOST = "#REF!"
_BEYOND = 2**31 - 1
_MAX_COLUMNS = 18_278


class Lines(Protocol):
    """Rows or columns put in, taken out or moved (`tests.sheets_server.changes.Change` is one)."""

    @property
    def dimension(self) -> str:
        """ROWS or COLUMNS."""

    def index(self, old: int) -> int | None:
        """Where a row or column stands afterwards; None when it is gone."""

    def stretch(self, old: tuple[int, int]) -> tuple[int, int] | None:
        """What a stretch (its end outside) is afterwards; None when all of it is gone."""


@dataclass(frozen=True)
class Reshaped:
    """Rows or columns of one tab changed; `home` is the tab that the formula stands in."""

    home: str
    sheet: str
    lines: Lines


@dataclass(frozen=True)
class Renamed:
    """A tab got another title."""

    old: str
    new: str


@dataclass(frozen=True)
class Dropped:
    """A tab was deleted."""

    sheet: str


@dataclass(frozen=True)
class Pushed:
    """Only part of a tab's rows or columns changed: columns `start` to `end` when rows did, rows when columns did."""

    home: str
    sheet: str
    lines: Lines
    start: int
    end: int


Change = Reshaped | Renamed | Dropped | Pushed


def shifted(formula: str, locale: Locale, change: Change) -> str:
    """The formula after the change; what it pointed at and is gone reads `#REF!`, blanks stay as typed.

    A formula that can't be read stays as it is. Open ends (`A2:A`) stay open; rows put in before row 2 make it `A3:A`
    [seen: the well-known trap of open ranges].
    """
    return _rewritten(formula, locale, lambda found: _changed(found, change))


def copied(formula: str, locale: Locale, rows: int, columns: int) -> str:
    """The formula as it reads in a cell so many rows below and columns to the right; `$` holds an end in place."""
    return _rewritten(formula, locale, lambda found: _carried(found, rows, columns))


def translated(formula: str, old: Locale, new: Locale) -> str:
    """The formula in another locale's syntax: separators, decimals; functions and truths get their English names.

    A formula that can't be read in the old locale stays as it is.
    """
    try:
        found = pieces(formula, old)
    except FormulaSyntaxError:
        return formula
    return "=" + "".join(_translated(piece, old, new) for piece in found)


def _translated(piece: Piece, old: Locale, new: Locale) -> str:
    separators = {"argument": new.argument, "column": new.column, "row": new.row}
    match piece.kind:
        case "argument" | "column" | "row" as kind:
            return separators[kind]
        case "number":
            return piece.text.replace(old.decimal, new.decimal)
        case "function":
            name = english(piece.text, old.function_names)
            return name if name != piece.text.upper() else piece.text
        case "name" if piece.text.upper() in {old.true, old.false}:
            return "TRUE" if piece.text.upper() == old.true else "FALSE"
    return piece.text


def _rewritten(formula: str, locale: Locale, change: Callable[[Reference], Reference | None]) -> str:
    if not formula.startswith("="):
        return formula
    try:
        found = pieces(formula, locale)
    except FormulaSyntaxError:
        return formula
    return "=" + "".join(_redirected(piece, change) for piece in found)


def _redirected(piece: Piece, change: Callable[[Reference], Reference | None]) -> str:
    old = reference(piece.text) if piece.kind == "reference" else None
    if old is None:
        return piece.text
    new = change(old)
    return _LOST if new is None else piece.text if new == old else str(new)


def _same(one: str | None, other: str) -> bool:
    return one is not None and one.lower() == other.lower()


def _changed(found: Reference, change: Change) -> Reference | None:
    match change:
        case Renamed(old=old, new=new):
            return replace(found, sheet=new) if _same(found.sheet, old) else found
        case Dropped(sheet=sheet):
            return None if _same(found.sheet, sheet) else found
        case Reshaped(home=home, sheet=sheet, lines=lines):
            return _reshaped(found, lines) if _same(found.sheet or home, sheet) else found
        case Pushed(home=home, sheet=sheet, lines=lines):
            return _reshaped(found, lines) if _same(found.sheet or home, sheet) and _inside(found, change) else found


def _inside(found: Reference, change: Pushed) -> bool:
    """The reference lies in the part that changed as a whole."""
    axis = "column" if change.lines.dimension == "ROWS" else "row"
    ends = [getattr(found.first, axis), getattr((found.last or found.first), axis)]
    return None not in ends and change.start <= min(ends) and max(ends) < change.end


def _reshaped(found: Reference, lines: Lines) -> Reference | None:
    if found.last is None:
        corner = _moved_corner(found.first, lines)
        return None if corner is None else replace(found, first=corner)
    ends = found.first.along(lines.dimension), found.last.along(lines.dimension)
    known = [end for end in ends if end is not None]
    if not known:
        return found
    start, stop = min(known), _BEYOND if None in ends else max(known) + 1
    stretch = lines.stretch((start, stop))
    if stretch is None or (None in ends and stretch[0] >= _BEYOND):
        return None
    places = {start: stretch[0], stop - 1: stretch[1] - 1}
    first, last = (end if end is None else places[end] for end in ends)
    return replace(found, first=found.first.at(lines.dimension, first), last=found.last.at(lines.dimension, last))


def _moved_corner(corner: Corner, lines: Lines) -> Corner | None:
    here = corner.along(lines.dimension)
    place = None if here is None else lines.index(here)
    return None if place is None else corner.at(lines.dimension, place)


def _carried(found: Reference, rows: int, columns: int) -> Reference | None:
    first = _carried_corner(found.first, rows, columns)
    last = None if found.last is None else _carried_corner(found.last, rows, columns)
    if first is None or (found.last is not None and last is None):
        return None
    return replace(found, first=first, last=last)


def _carried_corner(corner: Corner, rows: int, columns: int) -> Corner | None:
    row = corner.row if corner.row is None or corner.fixed_row else corner.row + rows
    column = corner.column if corner.column is None or corner.fixed_column else corner.column + columns
    if (row is not None and row < 0) or (column is not None and not 0 <= column < _MAX_COLUMNS):
        return None
    return replace(corner, row=row, column=column)
