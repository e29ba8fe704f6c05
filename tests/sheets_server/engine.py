"""What typed text becomes, how a value is shown and what formulas give: the spreadsheet's own knowledge."""

import re

from tests.sheets_server.changes import Change
from tests.sheets_server.model import Sheet, Spreadsheet
from tests.sheets_server.plain import Json, Value, number

_NUMBER = re.compile(r"^[+-]?(\d{1,3}(,\d{3})+|\d+)?(\.\d*)?([eE][+-]?\d+)?$")


def typed(text: str, locale: str, *, as_text: bool = False) -> tuple[Json | None, Json | None]:
    """ExtendedValue and number format of what a person typed into a cell; `as_text`: the cell's format is text."""
    if text == "":
        return None, None
    if text.startswith("'"):
        return {"stringValue": text[1:]}, None
    if as_text:
        return {"stringValue": text}, None
    if text.startswith("=") and len(text) > 1:
        return {"formulaValue": text}, None
    if text.upper() in {"TRUE", "FALSE"}:
        return {"boolValue": text.upper() == "TRUE"}, None
    if locale.startswith("en") and _NUMBER.match(text) and any(map(str.isdigit, text)):
        pattern = {"type": "NUMBER", "pattern": "#,##0.00" if "." in text else "#,##0"} if "," in text else None
        return {"numberValue": number(float(text.replace(",", "")))}, pattern
    return {"stringValue": text}, None


def shown(value: Json | None, number_format: Json | None, locale: str) -> str:
    """The value as people see it."""
    match value:
        case None:
            return ""
        case {"stringValue": text}:
            return str(text)
        case {"boolValue": truth}:
            return "TRUE" if truth else "FALSE"
        case {"errorValue": wrong}:
            return error_text(wrong)
        case {"numberValue": found}:
            return _number(found, number_format, locale)
        case _:
            return ""


def plain(value: Json | None) -> Value:
    """The value as UNFORMATTED_VALUE gives it."""
    if value is None:
        return ""
    if "errorValue" in value:
        return error_text(value["errorValue"])
    return next(iter(value.values()))


def error_text(wrong: Json) -> str:
    """`#REF!` and the like, of an ErrorValue."""
    names = {
        "NULL_VALUE": "#NULL!",
        "DIVIDE_BY_ZERO": "#DIV/0!",
        "VALUE": "#VALUE!",
        "REF": "#REF!",
        "NAME": "#NAME?",
        "NUM": "#NUM!",
        "N_A": "#N/A",
        "LOADING": "Loading...",
    }
    return names.get(wrong.get("type", ""), "#ERROR!")


def recalculate(book: Spreadsheet) -> None:
    """Makes `computed` of every sheet anew."""
    for sheet in book.sheets:
        sheet.computed = {
            position: {"errorValue": {"type": "ERROR", "message": "Formula parse error."}}
            for position, cell in sheet.cells.items()
            if "formulaValue" in cell.get("userEnteredValue", {})
        }


def shift_formulas(book: Spreadsheet, sheet: Sheet, change: Change) -> None:
    """Makes every formula of the book point where its cells are after a change of the sheet."""


def _number(value: float, number_format: Json | None, _locale: str) -> str:
    if number_format and number_format.get("pattern") == "#,##0.00":
        return f"{value:,.2f}"
    found = number(value)
    return str(found) if isinstance(found, int) else f"{found:.10g}"
