"""Google's own description of its messages and methods, as google-api-python-client ships it."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from tests.sheets_server.plain import Json

SHEETS, DRIVE, OLD_DRIVE = "sheets.v4", "drive.v3", "drive.v2"
_CAPITAL = re.compile(r"(?<=[a-z0-9])([A-Z])")


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a message: `kind` is int32, int64, double, float, string, boolean, enum, any, list, map or message.

    `message` names the message of a field whose kind is message (or of the values of a map).
    """

    name: str
    kind: str
    repeated: bool
    message: str = ""
    choices: frozenset[str] = frozenset()


@cache
def document(name: str) -> Json:
    """A discovery document, for instance "sheets.v4"."""
    place = files("googleapiclient.discovery_cache") / "documents" / f"{name}.json"
    found: Json = json.loads(place.read_text(encoding="utf-8"))
    return found


@cache
def messages(name: str) -> Mapping[str, Mapping[str, Field]]:
    """Every message of a document with its fields by name."""
    schemas: Json = document(name)["schemas"]
    return {
        message: {field: _field(field, schema) for field, schema in found.get("properties", {}).items()}
        for message, found in schemas.items()
    }


@cache
def request_kinds() -> frozenset[str]:
    """The kinds of requests a batchUpdate of Google's knows."""
    return frozenset(messages(SHEETS)["Request"])


@cache
def snake(name: str) -> str:
    """`rowCount` → `row_count`."""
    return _CAPITAL.sub(r"_\1", name).lower()


@cache
def camel(name: str) -> str:
    """`row_count` → `rowCount`."""
    first, *rest = name.split("_")
    return first + "".join(word[:1].upper() + word[1:] for word in rest)


def _field(name: str, schema: Json) -> Field:
    repeated = schema.get("type") == "array"
    item: Json = schema["items"] if repeated else schema
    if "$ref" in item:
        return Field(name, "message", repeated, item["$ref"])
    if "additionalProperties" in item:
        return Field(name, "map", repeated, item["additionalProperties"].get("$ref", ""))
    if item["type"] == "array":
        return Field(name, "list", repeated)
    if "enum" in item:
        return Field(name, "enum", repeated, choices=frozenset(item["enum"]))
    return Field(name, _kind(item), repeated)


def _kind(item: Json) -> str:
    wanted = item.get("format", "")
    if wanted in {"int32", "uint32"}:
        return "int32"
    return wanted if wanted in {"int64", "double", "float"} else str(item["type"])
