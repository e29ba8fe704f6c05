"""Bodies of requests, read as Google reads them: either spelling of names, nulls dropped, defaults dropped, types checked."""

import json
from collections.abc import Mapping
from typing import NamedTuple

from tests.sheets_server import colours
from tests.sheets_server.discovery import SHEETS, Field, camel, messages, snake
from tests.sheets_server.errors import bad_payload
from tests.sheets_server.plain import Json, Value, number

_TYPE = "type.googleapis.com/google.apps.sheets.v4."
_LIST = "type.googleapis.com/google.protobuf.ListValue"
_BOUNDS = frozenset({"startRowIndex", "endRowIndex", "startColumnIndex", "endColumnIndex"})
_PRESENT: Mapping[str, frozenset[str]] = {
    "GridRange": _BOUNDS,
    "DimensionRange": frozenset({"startIndex", "endIndex"}),
    "SheetProperties": frozenset({"sheetId", "index"}),
    "ExtendedValue": frozenset({"numberValue", "stringValue", "boolValue", "formulaValue"}),
    "TextFormat": frozenset({"bold", "italic", "strikethrough", "underline", "fontSize"}),
    "DeveloperMetadataLocation": frozenset({"sheetId"}),
    "SortSpec": frozenset({"dimensionIndex"}),
    "FilterSpec": frozenset({"columnIndex"}),
    "PivotGroup": frozenset({"sourceColumnOffset"}),
    "PivotValue": frozenset({"sourceColumnOffset"}),
    "EmbeddedObjectPosition": frozenset({"sheetId"}),
}
"""Fields that are kept when they are 0, false or empty: Google knows whether they were given."""


class Violation(NamedTuple):
    """What is wrong with a body and where."""

    path: str
    text: str


def parsed(message: str, body: Value, at: str = "", service: str = SHEETS) -> Json:
    """The body as a message of the API: names in camelCase, no nulls; raises Google's 400 with every violation.

    `at` is the name of the field the body fills in Google's own request, for instance `data` for a ValueRange.
    """
    if not isinstance(body, dict):
        text = 'Invalid JSON payload received. Unknown name "": Root element must be a message.'
        raise bad_payload([("", text)])
    violations: list[Violation] = []
    found = _Reader(service, violations).message(message, body, at)
    if violations:
        raise bad_payload(violations)
    return found


class _Reader:
    """Walks through a body; what is wrong is listed, not raised."""

    def __init__(self, service: str, violations: list[Violation]) -> None:
        self._messages = messages(service)
        self._violations = violations

    def message(self, name: str, body: Value, at: str) -> Json:
        if not isinstance(body, dict):
            self._wrong(at, _TYPE + name, body)
            return {}
        fields = self._messages[name]
        kept = _PRESENT.get(name, frozenset())
        found: Json = {}
        for key, value in body.items():
            field = fields.get(key) or fields.get(camel(key))
            if field is None:
                self._unknown(key, at)
            elif value is not None:
                self._put(found, field, self._field(field, value, _inside(at, field)), at, name)
        return colours.settled(
            name, {key: value for key, value in found.items() if key in kept or not _default(value, fields[key])}
        )

    def _put(self, found: Json, field: Field, value: Value, at: str, message: str) -> None:
        if message == "Request" and found:
            text = f"Invalid value at '{at}' (oneof), oneof field 'kind' is already set. Cannot set '{field.name}'"
            self._violations.append(Violation(at, text))
        found[field.name] = value

    def _field(self, field: Field, value: Value, at: str) -> Value:
        if field.repeated:
            return self._repeated(field, value, at)
        if isinstance(value, list) and field.kind not in {"any", "list"}:
            where, _, name = at.rpartition(".")
            place = f" at '{where}'" if where else ""
            text = f'Unknown name "{name}"{place}: Proto field is not repeating, cannot start list.'
            self._violations.append(Violation(where, f"Invalid JSON payload received. {text}"))
            return None
        return self._one(field, value, at)

    def _repeated(self, field: Field, value: Value, at: str) -> list[Value]:
        if not isinstance(value, list):
            return [self._one(field, value, at)]
        flat = value if field.kind == "list" else _flat(value)
        return [self._one(field, each, f"{at}[{index}]") for index, each in enumerate(flat) if each is not None]

    def _one(self, field: Field, value: Value, at: str) -> Value:
        match field.kind:
            case "message":
                return self.message(field.message, value, at)
            case "any" | "object":
                return value
            case "map":
                return value if isinstance(value, dict) else self._wrong(at, "Map", value)
            case "list":
                return value if isinstance(value, list) else self._wrong(at, _LIST, value)
            case "enum":
                known = isinstance(value, str) and value in field.choices
                return value if known else self._wrong(at, _TYPE + field.name[:1].upper() + field.name[1:], value)
            case _:
                found = _scalar(field.kind, value)
                return self._wrong(at, f"TYPE_{_SCALARS[field.kind]}", value) if found is None else found

    def _wrong(self, at: str, wanted: str, value: Value) -> None:
        text = f"Invalid value at '{at}' ({wanted}), {json.dumps(value, ensure_ascii=False)}"
        self._violations.append(Violation(at, text))

    def _unknown(self, key: str, at: str) -> None:
        place = f" at '{at}'" if at else ""
        text = f'Invalid JSON payload received. Unknown name "{key}"{place}: Cannot find field.'
        self._violations.append(Violation(at, text))


_SCALARS = {
    "int32": "INT32",
    "int64": "INT64",
    "double": "DOUBLE",
    "float": "FLOAT",
    "string": "STRING",
    "boolean": "BOOL",
    "integer": "INT32",
    "number": "DOUBLE",
}


def _scalar(kind: str, value: Value) -> Value:
    """The value as that type, or None: numbers may be written as strings and whole numbers as 3.0."""
    if kind == "string":
        return value if isinstance(value, str) else None
    if kind == "boolean":
        return {"true": True, "false": False}.get(str(value).lower())
    found = _number(value)
    if kind in {"int32", "integer"}:
        return found if isinstance(found, int) and -(2**31) <= found < 2**31 else None
    if kind == "int64":
        return str(found) if isinstance(found, int) else None
    return found


def _number(value: Value) -> int | float | None:
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    try:
        return number(float(value))
    except ValueError:
        return None


def _default(value: Value, field: Field) -> bool:
    """The value is what a missing field means, so that Google forgets it was given."""
    if field.kind in {"message", "map"} and not field.repeated:
        return False
    return value is None or value is False or value in (0, "", [])


def _flat(value: list[Value]) -> list[Value]:
    return [inner for each in value for inner in (_flat(each) if isinstance(each, list) else [each])]


def _inside(at: str, field: Field) -> str:
    return f"{at}.{snake(field.name)}" if at else snake(field.name)
