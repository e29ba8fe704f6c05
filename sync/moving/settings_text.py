"""office.toml as it may be taken along: without secrets and places of this machine; what is left out is named."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from config.errors import SettingsError

_SECRET = re.compile(r"(?i)credential|password|passwd|token|secret|api_?key|private_?key|пароль")
_KEY = re.compile(r"\s*(?P<off>#\s*)?(?P<key>[\w.\"'-]+)\s*=")
_SECTION = re.compile(r"\s*\[+\s*(?P<name>[^\]]+?)\s*\]+")
_LEFT = re.compile(r"# (?P<key>\S+): значение не выгружено, впишите его заново\.")
_HERE = {"storage.folder": "registers", "state.url": "sqlite:///state/rpo.sqlite"}
"""Keys that say where tables and history lie, and what they say in an office that is made of a package."""


class Portable(NamedTuple):
    """The text of the settings and the keys whose values are not in it."""

    text: str
    left_out: tuple[str, ...]


def portable(text: str) -> Portable:
    """The settings to take along: they know the tables and the history in their usual places.

    Raises SettingsError when a secret stands where it can't be taken out of the text.
    """
    section, lines, left_out = "", list[str](), list[str]()
    for line in text.splitlines(keepends=True):
        heading = _SECTION.match(line)
        section = heading["name"] if heading else section
        kept, key = _line(line, section)
        lines.append(kept)
        left_out += [key] if key and key not in left_out else []
    result = "".join(lines)
    _check(result)
    return Portable(result, tuple(left_out))


def _line(line: str, section: str) -> tuple[str, str | None]:
    """The line as it may be taken along, and the key whose value it tells no more."""
    left = _LEFT.match(line)
    if left is not None:
        return line, left["key"]
    found = _KEY.match(line)
    if found is None:
        return line, None
    key = ".".join(filter(None, (section, found["key"].replace('"', ""))))
    if _SECRET.search(found["key"]):
        return f"# {key}: значение не выгружено, впишите его заново.\n", None if found["off"] else key
    if not found["off"] and key in _HERE and tomllib.loads(line.strip()) != {found["key"]: _HERE[key]}:
        return f'{found["key"]} = "{_HERE[key]}"\n', None
    return line, None


def _check(text: str) -> None:
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        data = {"secret": text}
    if next(_secrets(data), None) is not None or _is_elsewhere(data):
        raise SettingsError(
            "Секрет или место хранения в office.toml не удаётся убрать из выгрузки: они записаны не отдельной строкой.",
            advice="Запишите каждый такой ключ отдельной строкой вида «ключ = значение» и повторите команду.",
        )


def _is_elsewhere(data: Mapping[str, Any]) -> bool:  # Any: what TOML gives
    places = [(*key.split("."), value) for key, value in _HERE.items()]
    return any(data.get(section, {}).get(key, value) != value for section, key, value in places)


def _secrets(data: Mapping[str, Any]) -> Iterator[str]:  # Any: what TOML gives
    for key, value in data.items():
        if _SECRET.search(key):
            yield key
        if isinstance(value, dict):
            yield from _secrets(value)
        elif isinstance(value, list):
            yield from (name for one in value if isinstance(one, dict) for name in _secrets(one))
