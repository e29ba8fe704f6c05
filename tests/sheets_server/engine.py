"""What typed text becomes, how a value is shown and what becomes of formulas: the spreadsheet's own knowledge."""

from collections.abc import Callable
from datetime import date
from functools import lru_cache

from tests.sheets_server.cell_values import scalar
from tests.sheets_server.changes import Change
from tests.sheets_server.formulas import rewriting
from tests.sheets_server.locales import Locale, locale_of
from tests.sheets_server.model import Sheet, Spreadsheet
from tests.sheets_server.number_formats import rendered
from tests.sheets_server.plain import Json, Position, Value
from tests.sheets_server.typed_input import typed as typed_text

_locale = lru_cache(maxsize=64)(locale_of)
_Rewrite = Callable[[str, str], str]
"""A formula and the title of the sheet it stands on → the formula as it reads afterwards."""


def locale(tag: str) -> Locale:
    """The locale of a spreadsheet's tag; the same object for the same tag."""
    return _locale(tag)


def typed(text: str, tag: str, *, as_text: bool = False, today: date | None = None) -> tuple[Json | None, Json | None]:
    """ExtendedValue and number format of what a person typed into a cell; `as_text`: the cell's format is text."""
    if as_text and text and not text.startswith("'"):
        return {"stringValue": text}, None
    found = typed_text(text, locale(tag), today)
    return found.extended or None, found.number_format


def shown(value: Json | None, number_format: Json | None, tag: str) -> str:
    """The value as people see it."""
    return "" if value is None else rendered(scalar(value), number_format, locale(tag))


def plain(value: Json | None) -> Value:
    """The value as UNFORMATTED_VALUE gives it; an error is its text."""
    if value is None:
        return ""
    if "errorValue" in value:
        return rendered(scalar(value), None, locale("en_US"))
    return next(iter(value.values()))


def carried(cell: Json, tag: str, source: Position, target: Position) -> Json:
    """A cell as it is when it is copied from one place to another: its formula points elsewhere."""
    value: Json = cell.get("userEnteredValue", {})
    if "formulaValue" not in value or source == target:
        return cell
    text = rewriting.copied(value["formulaValue"], locale(tag), target[0] - source[0], target[1] - source[1])
    return cell | {"userEnteredValue": {"formulaValue": text}}


def shift_formulas(book: Spreadsheet, sheet: Sheet, change: Change) -> None:
    """Makes every formula of the book point where its cells are after a change of the sheet."""
    known, title = locale(book.locale), sheet.title
    _rewrite(book, lambda text, home: rewriting.shifted(text, known, rewriting.Reshaped(home, title, change)))


def push_formulas(book: Spreadsheet, sheet: Sheet, change: Change, start: int, end: int) -> None:
    """The same when only columns `start` to `end` shift (or rows, when columns do)."""
    known, title = locale(book.locale), sheet.title
    _rewrite(book, lambda text, home: rewriting.shifted(text, known, rewriting.Pushed(home, title, change, start, end)))


def rename_in_formulas(book: Spreadsheet, old: str, new: str) -> None:
    """Makes every formula of the book name a sheet by its new title."""
    known = locale(book.locale)
    _rewrite(book, lambda text, _: rewriting.shifted(text, known, rewriting.Renamed(old, new)))


def drop_from_formulas(book: Spreadsheet, title: str) -> None:
    """Makes every formula that points at a deleted sheet say #REF!."""
    known = locale(book.locale)
    _rewrite(book, lambda text, _: rewriting.shifted(text, known, rewriting.Dropped(title)))


def translate_formulas(book: Spreadsheet, old: str, new: str) -> None:
    """Makes every formula of the book read as it does in another locale."""
    one, other = locale(old), locale(new)
    _rewrite(book, lambda text, _: rewriting.translated(text, one, other))


def _rewrite(book: Spreadsheet, rewrite: _Rewrite) -> None:
    """Rewrites formulas in cells, drop-downs and conditional formats."""
    for sheet in book.sheets:
        title = sheet.title
        for position, text in list(sheet.formulas.items()):
            found = rewrite(text, title)
            if found != text:
                sheet.cells[position] = sheet.cells[position] | {"userEnteredValue": {"formulaValue": found}}
        for position in list(sheet.ruled):
            cell = sheet.cells[position]
            sheet.cells[position] = cell | {"dataValidation": _in_conditions(cell["dataValidation"], title, rewrite)}
        sheet.conditional = [_in_conditions(each, title, rewrite) for each in sheet.conditional]


def _in_conditions(value: Value, title: str, rewrite: _Rewrite) -> Value:
    """The document with every `userEnteredValue` that is a formula rewritten."""
    if isinstance(value, list):
        return [_in_conditions(each, title, rewrite) for each in value]
    if not isinstance(value, dict):
        return value
    return {
        key: rewrite(inner, title)
        if key == "userEnteredValue" and isinstance(inner, str) and inner.startswith("=")
        else _in_conditions(inner, title, rewrite)
        for key, inner in value.items()
    }
