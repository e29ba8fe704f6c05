"""How one cell is shown: its number format, its own or the one its formula brings, and its text."""

from tests.sheets_server import engine
from tests.sheets_server.formulas.implied_formats import NumberFormat, implied_format
from tests.sheets_server.formulas.references import Reference
from tests.sheets_server.model import Sheet, Spreadsheet
from tests.sheets_server.plain import Json, Position

_DEEPEST = 20


def number_format(book: Spreadsheet, sheet: Sheet, position: Position, depth: int = 0) -> Json | None:
    """{"type", "pattern"}; of a formula without a format of its own {"type"} or that of the cell it leans on."""
    cell = sheet.cell(position)
    own: Json | None = cell.get("userEnteredFormat", {}).get("numberFormat")
    formula = cell.get("userEnteredValue", {}).get("formulaValue")
    if own is not None or formula is None or depth > _DEEPEST:
        return own

    def format_of(reference: Reference) -> NumberFormat | None:
        home = sheet if reference.sheet is None else book.titled(reference.sheet)
        place = (reference.first.row or 0, reference.first.column or 0)
        return None if home is None else number_format(book, home, place, depth + 1)

    found = implied_format(formula, engine.locale(book.locale), format_of)
    return None if found is None else dict(found)


def text(book: Spreadsheet, sheet: Sheet, position: Position) -> str:
    """The text that people see in the cell; "" when it is empty."""
    value = sheet.effective(position)
    if value is None or "stringValue" not in value:
        return engine.shown(value, number_format(book, sheet, position), book.locale)
    own: Json | None = sheet.cell(position).get("userEnteredFormat", {}).get("numberFormat")
    return engine.shown(value, own, book.locale)
