"""Cells of the package's tables: what the history holds ↔ text in a CSV file, exactly.

An empty cell of the history is a backslash and N. A text that a spreadsheet would take for a formula, and one that
would be taken for either mark, gets an apostrophe before it: Excel may open the files, and they come back as they were.
"""

import base64
import csv
import io
import sys
from collections.abc import Iterator, Mapping
from typing import IO, Any

NOTHING = "\\N"
"""A cell of the history that holds nothing; an empty text is another thing."""
MARK = "\ufeff"
_BETWEEN, _END = ";", "\r\n"
DIALECT = {
    "delimiter": _BETWEEN,
    "lineTerminator": _END,
    "quoteChar": '"',
    "doubleQuote": True,
    "header": True,
    "skipInitialSpace": False,
}
"""The CSV dialect of every table of the package, in the words of the Frictionless specification."""

_FORMULAS = ("=", "+", "-", "@", "\t", "\r", "'")


def guarded(text: str) -> str:
    """The text so that no spreadsheet takes it for a formula."""
    return f"'{text}" if text.startswith(_FORMULAS) or text == NOTHING else text


def told(value: object) -> str:
    """A cell of the history as text."""
    match value:
        case None:
            return NOTHING
        case bool():
            return "true" if value else "false"
        case int():
            return str(value)
        case float():
            return repr(value)
        case bytes():
            return base64.b64encode(value).decode()
        case _:
            return guarded(str(value))


def meant(text: str, field: Mapping[str, Any]) -> object:  # Any: a JSON object
    """The cell again, by the field of its table's schema. Raises ValueError for what can't be one."""
    if text == NOTHING:
        return None
    match field["type"]:
        case "boolean":
            return {"true": True, "false": False}[text]
        case "integer":
            return int(text)
        case "number":
            return float(text)
        case _ if field.get("format") == "binary":
            return base64.b64decode(text, validate=True)
        case _:
            return text.removeprefix("'")


def line_of(cells: list[str]) -> bytes:
    """A line of a table."""
    stream = io.StringIO()
    csv.writer(stream, delimiter=_BETWEEN, lineterminator=_END).writerow(cells)
    return stream.getvalue().encode("utf-8", "replace")


def lines_in(stream: IO[bytes]) -> Iterator[list[str]]:
    """The lines of a table, the heading first; the stream is closed. Raises ValueError for what is none."""
    csv.field_size_limit(sys.maxsize)
    with io.TextIOWrapper(stream, encoding="utf-8-sig", newline="") as text:
        try:
            yield from csv.reader(text, delimiter=_BETWEEN, strict=True)
        except csv.Error as error:
            raise ValueError(str(error)) from error
