"""Grids ↔ bytes: the same grids always give the same bytes, and the bytes give exactly the grids back."""

import hashlib
import json
import zlib
from collections.abc import Sequence
from typing import Any

from config.columns import CellError
from validators.grid import Annex, Area, Grid

FORM = 1
"""The number of this way of writing; a later one keeps reading the earlier."""

_LEVEL = 1
_Object = dict[str, Any]  # Any: whatever JSON holds


def encode(grids: Sequence[Grid]) -> bytes:
    """The grids as plain bytes, the same for the same grids."""
    shape = {"form": FORM, "grids": [_as_object(grid) for grid in grids]}
    text = json.dumps(shape, ensure_ascii=False, separators=(",", ":"), default=_error_as_object)
    return text.encode("utf-8", "surrogatepass")


def decode(data: bytes) -> tuple[Grid, ...]:
    """The grids that were encoded. Raises ValueError for bytes of another kind."""
    shape = json.loads(data.decode("utf-8", "surrogatepass"), object_hook=_error_from_object)
    if not isinstance(shape, dict) or shape.get("form") != FORM:
        msg = "these bytes are not grids"
        raise ValueError(msg)
    return tuple(map(_from_object, shape["grids"]))


def pack(data: bytes) -> bytes:
    """Encoded grids in less room."""
    return zlib.compress(data, _LEVEL)


def unpack(data: bytes) -> bytes:
    """Raises ValueError when the bytes are damaged."""
    try:
        return zlib.decompress(data)
    except zlib.error as error:
        raise ValueError(str(error)) from error


def digest_of(grids: Sequence[Grid]) -> str:
    """The name of the content: sha256 of the encoded grids."""
    return digest_of_encoded(encode(grids))


def digest_of_encoded(data: bytes) -> str:
    """The same when the grids are encoded already."""
    return hashlib.sha256(data).hexdigest()


def write_json(value: object) -> str:
    """Cells as text that every database takes: letters that stand for nothing are written by their numbers."""
    text = _WRITER.encode(value)
    try:
        text.encode()
    except UnicodeEncodeError:
        return json.dumps(value, separators=(",", ":"), default=_error_as_object)
    return text


def read_json(text: str) -> Any:  # Any: whatever was written
    """What was written, cells that hold an error too."""
    return _READER.decode(text)


def _as_object(grid: Grid) -> _Object:
    shape: _Object = {
        "file": grid.file,
        "tab": grid.tab,
        "typed": grid.typed,
        "merges": grid.merges,
        "hidden": sorted(grid.hidden_rows),
        "rows": grid.rows,
    }
    if grid.hidden_columns:
        shape["hidden_columns"] = sorted(grid.hidden_columns)
    if grid.annex is not None:
        annex = grid.annex
        shape["annex"] = {"first": annex.first, "tabs": annex.tabs, "rows": annex.rows, "typed": annex.typed}
    return shape


def _from_object(shape: _Object) -> Grid:
    return Grid(
        file=shape["file"],
        tab=shape["tab"],
        rows=tuple(map(tuple, shape["rows"])),
        merges=tuple(Area(*area) for area in shape["merges"]),
        hidden_rows=frozenset(shape["hidden"]),
        hidden_columns=frozenset(shape.get("hidden_columns", ())),
        typed=shape["typed"],
        annex=_annex(shape["annex"]) if "annex" in shape else None,
    )


def _annex(shape: _Object) -> Annex:
    tabs = tuple((source, tuple(columns)) for source, columns in shape["tabs"])
    return Annex(shape["first"], tabs, tuple(map(tuple, shape["rows"])), shape["typed"])


def _error_as_object(cell: object) -> _Object:
    if isinstance(cell, CellError):
        return {"error": cell.word}
    msg = f"a cell of type {type(cell).__name__}"
    raise TypeError(msg)


def _error_from_object(shape: _Object) -> CellError | _Object:
    return CellError(shape["error"]) if shape.keys() == {"error"} else shape


_WRITER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=_error_as_object)
_READER = json.JSONDecoder(object_hook=_error_from_object)
