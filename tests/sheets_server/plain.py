"""The plain values everything here is made of: JSON documents and the places of cells."""

from typing import Any

Json = dict[str, Any]  # Any: a document of Google's, whose shape the discovery documents check
Value = Any  # Any: one value inside such a document
Position = tuple[int, int]
"""Row and column of a cell, both counted from 0."""


def number(value: float) -> int | float:
    """A double as Google prints it: whole numbers without a point."""
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e16:
        return int(value)
    return value


def without(document: Json, *names: str) -> Json:
    """The document less some of its keys."""
    return {key: value for key, value in document.items() if key not in names}
