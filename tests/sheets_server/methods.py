"""Google's description of its methods: which address takes which query and body, and what it answers."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from tests.sheets_server.call import Answer, Call
from tests.sheets_server.discovery import DRIVE, OLD_DRIVE, SHEETS, camel, document
from tests.sheets_server.plain import Json, Value
from tests.sheets_server.schemas import problems

UNDOCUMENTED = frozenset({("drive.files.get", "includeItemsFromAllDrives")})
"""What gspread sends although no document knows of it."""
_SPOKEN = frozenset({"POST", "PUT", "PATCH"})


@dataclass(frozen=True)
class Method:
    """One method; `request` and `response` name its messages, "" where there is none; any of `scopes` allows it."""

    id: str
    service: str
    verb: str
    pattern: re.Pattern[str]
    query: Mapping[str, Json]
    request: str
    response: str
    scopes: tuple[str, ...] = ()


@cache
def methods() -> tuple[Method, ...]:
    """Every method of the Sheets and Drive APIs, the longer address first."""
    found = [method for name in (SHEETS, DRIVE, OLD_DRIVE) for method in _methods(name, document(name))]
    return tuple(sorted(found, key=lambda method: (-len(method.pattern.pattern), method.id)))


def method_of(call: Call) -> Method | None:
    """The method that a call means."""
    return _method(call.method, call.path)


def unknown_parameters(call: Call) -> list[str]:
    """Names in the query that the method of the Sheets API doesn't know; either spelling of a name is known."""
    method = method_of(call)
    if method is None or method.service != SHEETS:
        return []
    return [name for name in call.query if name not in method.query and camel(name) not in method.query]


def request_problems(call: Call) -> list[str]:
    """What is wrong with a request: no such method, parameter, choice or field; nulls count as left out."""
    method = method_of(call)
    if method is None:
        return [] if call.path == "/token" else [f"{call.method} {call.path}: no such method"]
    found = [text for name, given in call.query.items() for text in _query_problems(method, name, given)]
    if method.request and call.method in _SPOKEN and call.body and "json" in call.content_type:
        found += problems(method.request, without_nulls(call.json()), method.service, method.id)
    return found


def answer_problems(call: Call, answer: Answer) -> list[str]:
    """What is wrong with an answer of 200."""
    method = method_of(call)
    if answer.status != 200 or method is None or not method.response:
        return []
    if "json" not in answer.headers.get("Content-Type", ""):
        return []
    return list(problems(method.response, answer.json(), method.service, method.id))


def without_nulls(value: Value) -> Value:
    """The document less every null, as Google reads it; nulls in lists of values mean something and stay out of sight."""
    if isinstance(value, dict):
        return {key: without_nulls(each) for key, each in value.items() if each is not None}
    return [without_nulls(each) for each in value] if isinstance(value, list) else value


@lru_cache(maxsize=4096)
def _method(verb: str, path: str) -> Method | None:
    return next((each for each in methods() if each.verb == verb and each.pattern.fullmatch(path)), None)


def _query_problems(method: Method, name: str, given: list[str]) -> Iterator[str]:
    known = method.query.get(name)
    if known is None:
        if (method.id, name) not in UNDOCUMENTED:
            yield f"{method.id}: no such parameter: {name}"
        return
    if len(given) > 1 and not known.get("repeated"):
        yield f"{method.id}: {name} given {len(given)} times"
    for value in given:
        if "enum" in known and value not in known["enum"]:
            yield f"{method.id}: {name}={value} is none of the choices"
        if known["type"] == "boolean" and value.lower() not in {"true", "false"}:
            yield f"{method.id}: {name}={value} is neither true nor false"
        if known["type"] == "integer" and not value.lstrip("-").isdigit():
            yield f"{method.id}: {name}={value} is no number"


def _methods(service: str, resource: Json) -> Iterator[Method]:
    shared: Json = document(service).get("parameters", {})
    for method in resource.get("methods", {}).values():
        query = {name: each for name, each in method.get("parameters", {}).items() if each["location"] == "query"}
        request, response = method.get("request", {}).get("$ref", ""), method.get("response", {}).get("$ref", "")
        scopes = tuple(method.get("scopes", ()))
        for path in _paths(service, method):
            found = _pattern(path)
            yield Method(method["id"], service, method["httpMethod"], found, shared | query, request, response, scopes)
    for inner in resource.get("resources", {}).values():
        yield from _methods(service, inner)


def _paths(service: str, method: Json) -> Iterator[str]:
    yield document(service)["basePath"].rstrip("/") + "/" + method["path"]
    upload: Json = method.get("mediaUpload", {}).get("protocols", {}).get("simple", {})
    if upload:
        yield upload["path"]


def _pattern(path: str) -> re.Pattern[str]:
    parts = re.split(r"\{\+?(\w+)\}", path)
    text = "".join(_hole(part) if index % 2 else re.escape(part) for index, part in enumerate(parts))
    return re.compile(text, re.DOTALL)


def _hole(name: str) -> str:
    return "(?:.+)" if name == "range" else "(?:[^/:]+)"
