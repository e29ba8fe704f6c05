"""Errors that formulas give, in Google's words where they are known [?: no recording holds an errorValue]."""

from tests.sheets_server.cell_values import ErrorValue


class FormulaError(Exception):
    """A function can't answer; the cell shows `error`."""

    def __init__(self, kind: str, message: str = "") -> None:
        super().__init__(message)
        self.error = ErrorValue(kind, message)


PARSE = ErrorValue("ERROR", "Formula parse error.")
NO_REFERENCE = ErrorValue("REF", "Reference does not exist.")
CIRCULAR = ErrorValue(
    "REF", "Circular dependency detected. To resolve with iterative calculation, see File > Settings."
)
NO_INTERSECTION = ErrorValue("VALUE", "An array value could not be found.")
RAGGED = ErrorValue("VALUE", "In ARRAY_LITERAL, an Array Literal was missing values for one or more rows.")


def unknown_sheet(title: str) -> ErrorValue:
    """A reference to a tab that is not there."""
    return ErrorValue("REF", f"Unresolved sheet name '{title}'.")


def unknown_name(name: str) -> ErrorValue:
    """A bare word that is no named range."""
    return ErrorValue("NAME", f"Unknown range name: '{name.upper()}'.")


def unknown_function(name: str) -> ErrorValue:
    """A call of a function that is not here."""
    return ErrorValue("NAME", f"Unknown function: '{name.upper()}'.")


def wrong_count(name: str, low: int, high: int | None, given: int) -> ErrorValue:
    """A call with too few or too many arguments."""
    expected = f"at least {low}" if high is None else f"{low}" if low == high else f"between {low} and {high}"
    return ErrorValue("N_A", f"Wrong number of arguments to {name}. Expected {expected} arguments, but got {given}.")


def in_the_way(cell: str) -> ErrorValue:
    """An array that would cover a cell that holds something."""
    return ErrorValue("REF", f"Array result was not expanded because it would overwrite data in {cell}.")


def no_room(rows: int, columns: int) -> ErrorValue:
    """An array that would reach beyond the grid by so many rows or columns."""
    what = f"rows ({rows})" if rows > 0 else f"columns ({columns})"
    return ErrorValue("REF", f"Result was not automatically expanded, please insert more {what}.")
