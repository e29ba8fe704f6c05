"""A raw cell written into a sheet exactly as it is: a text stays a text, an error of a formula its word."""

from typing import Any

from config.columns import CellError, Raw


def write_raw(page: Any, row: int, at: int, cell: Raw, look: Any) -> None:  # Any: XlsxWriter has no types
    """Writes the cell in its look; nothing for an empty one."""
    match cell:
        case None:
            return
        case CellError(word):
            page.write_formula(row, at, f"={word}", look, word)
        case str():
            page.write_string(row, at, cell, look)
        case _:
            page.write_number(row, at, cell, look)
