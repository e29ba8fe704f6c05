"""The `q` of files.list: the terms clients of spreadsheets use, joined by `and`."""

import re
from collections.abc import Callable

from tests.sheets_server.errors import ApiError, drive_error
from tests.sheets_server.plain import Json

Wanted = Callable[[Json], bool]
_TEXT = r"""(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)')"""
_TERMS = (
    re.compile(rf"\s*(name|mimeType)\s*(=|!=|contains)\s*{_TEXT}"),
    re.compile(rf"\s*{_TEXT}\s+(in)\s+(parents|owners|writers|readers)"),
    re.compile(r"\s*(trashed)\s*(=|!=)\s*(true|false)"),
)
_AND = re.compile(r"\s+and\s+", re.IGNORECASE)


def read(text: str, root: str) -> Wanted:
    """Which records the query wants; `root` is the id of the root folder. Raises Drive's 400."""
    tests: list[Wanted] = []
    place = 0
    while place < len(text.rstrip()):
        match = next((found for term in _TERMS if (found := term.match(text, place))), None)
        if match is None:
            raise _invalid()
        tests.append(_test(match, root))
        place = match.end()
        joined = _AND.match(text, place)
        if joined is None and text[place:].strip():
            raise _invalid()
        place = joined.end() if joined else len(text)
    return lambda record: all(test(record) for test in tests)


def _test(match: re.Match[str], root: str) -> Wanted:
    parts = [each for each in match.groups() if each is not None]
    match parts:
        case ["trashed", operator, truth]:
            wanted = (truth == "true") == (operator == "=")
            return lambda record: bool(record.get("trashed")) == wanted
        case [text, "in", "parents"]:
            folder = root if text == "root" else text
            return lambda record: folder in record.get("parents", [])
        case [email, "in", group]:
            roles = {"owners": {"owner"}, "writers": {"owner", "writer"}}.get(group, {"owner", "writer", "reader"})
            return lambda record: any(
                each.get("emailAddress") == email and each["role"] in roles for each in record["permissions"]
            )
        case [name, operator, *rest]:
            return _compared(name, operator, re.sub(r"\\(.)", r"\1", rest[0] if rest else ""))
    raise _invalid()


def _compared(name: str, operator: str, text: str) -> Wanted:
    if operator == "contains":
        return lambda record: text.lower() in record[name].lower()
    return lambda record: (record[name] == text) == (operator == "=")


def _invalid() -> ApiError:
    return drive_error(400, "Invalid Value", "invalid", "q")
