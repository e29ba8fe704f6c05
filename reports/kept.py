"""Reports ↔ bytes: what was composed once is kept as it was, whatever the program composes later."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any, cast

from reports.report import Chart, ChartKind, Field, Form, Jump, Light, Link, Listing, Report, Series, Words

_KIND = "="
_SHAPES: Mapping[str, Any] = {
    one.__name__: one for one in (Report, Words, Listing, Chart, Series, Field, Link, Jump)
}  # Any: made by name
_WORDS: Mapping[str, type[StrEnum]] = {one.__name__: one for one in (Light, Form, ChartKind)}
_MOMENTS = {"datetime": datetime.fromisoformat, "date": date.fromisoformat}

_Object = Any  # whatever JSON holds


def keep(reports: Sequence[Report]) -> bytes:
    """The same reports give the same bytes."""
    return json.dumps(_as_object(tuple(reports)), ensure_ascii=False, separators=(",", ":")).encode()


def kept(data: bytes) -> tuple[Report, ...]:
    """The reports as they were; what this program does not know any more of them is left out."""
    return cast(tuple[Report, ...], _value(json.loads(data)))


def _as_object(value: object) -> _Object:
    match value:
        case StrEnum():
            return {_KIND: type(value).__name__, "value": value.value}
        case datetime() | date():
            return {_KIND: type(value).__name__, "value": value.isoformat()}
        case tuple():
            return list(map(_as_object, value))
        case None | str() | int() | float():
            return value
        case _ if is_dataclass(value) and type(value).__name__ in _SHAPES:
            parts = {one.name: _as_object(getattr(value, one.name)) for one in fields(value)}
            return {_KIND: type(value).__name__, **parts}
        case _:
            msg = f"a report holds a value of type {type(value).__name__}"
            raise TypeError(msg)


def _value(shape: _Object) -> object:
    if isinstance(shape, list):
        return tuple(map(_value, shape))
    if not isinstance(shape, dict):
        return shape
    kind = shape[_KIND]
    if kind in _WORDS:
        return _WORDS[kind](shape["value"])
    if kind in _MOMENTS:
        return _MOMENTS[kind](shape["value"])
    made = _SHAPES[kind]
    known = {one.name for one in fields(made)}
    return made(**{name: _value(part) for name, part in shape.items() if name in known})
