"""Drafted settings as the text of office.toml: a section appended, a key put on the list, nothing else touched."""

import json
import re
import tomllib
from collections.abc import Mapping

from config.errors import SettingsError
from config.settings import Keeping, Settings, parse

_KEPT = re.compile(r"^[ \t]*kept[ \t]*=[ \t]*\[", re.MULTILINE)
_SECTION = re.compile(r"^[ \t]*\[[ \t]*registers[ \t]*\][^\n]*$", re.MULTILINE)
_NEXT = re.compile(r"^[ \t]*\[", re.MULTILINE)


def section(key: str, keeping: Keeping) -> str:
    """`[registers.X]` with the keys that differ from their defaults, as TOML."""
    lines = [f"[registers.{key}]"]
    if keeping.source:
        lines += ["# Реестр читается только из этих файлов.", f"source = {_list(keeping.source)}"]
    lines += [f"tab = {_text(keeping.tab)}"] if keeping.tab is not None else []
    if keeping.absent:
        lines += ["# Чего в таблице нет и о чём не нужно напоминать.", f"absent = {_list(keeping.absent)}"]
    if keeping.key:
        lines += [
            "# Кодов нет: по этим столбцам строки различаются, коды выдаст служба.",
            f"key = {_list(keeping.key)}",
        ]
    if keeping.fill_merged:
        lines += ["# Объединённые ячейки читаются так, будто общее значение стоит в каждой.", "fill_merged = true"]
    lines += _table(key, "headings", keeping.headings, 'Ваш столбец = наш столбец; пусто ("") — столбец не наш.')
    lines += _table(key, "constants", keeping.constants, "Что известно обо всех строках.")
    return "\n".join(lines) + "\n"


def with_section(text: str, key: str, keeping: Keeping, known: tuple[str, ...] = ()) -> str:
    """The text of office.toml with the section at its end and the key among the kept registers, if they are listed.

    Everything that stood there stays as it was. Raises SettingsError when the text can't be extended so.
    """
    before = parse(text, {}, known)
    end = "" if text.endswith("\n\n") or not text else "\n" if text.endswith("\n") else "\n\n"
    added = f"{text}{end}{section(key, keeping)}"
    if before.kept is not None and key not in before.kept:
        added = _with_kept(added, key)
    if not _is_just_more(before, parse(added, {}, known), key, keeping):
        raise SettingsError("Настройки записаны необычно, дописать их сам сервис не может.")
    return added


def has_section(text: str, key: str) -> bool:
    """Whether office.toml says anything of this register already."""
    registers = tomllib.loads(text).get("registers", {})
    return isinstance(registers, dict) and key in registers


def _with_kept(text: str, key: str) -> str:
    head = _SECTION.search(text)
    after = head.end() if head else len(text)
    end = _NEXT.search(text, after)
    listed = _KEPT.search(text, after, end.start() if end else len(text))
    close = _closing(text, listed.end()) if listed else None
    if listed is None or close is None:
        return text
    inside = re.sub(r"#[^\n]*", "", text[listed.end() : close]).rstrip()
    comma = "" if not inside or inside.endswith(",") else ", "
    at = _last_value(text, listed.end(), close)
    return f"{text[:at]}{comma or (' ' if inside else '')}{_text(key)}{text[at:]}"


def _closing(text: str, start: int) -> int | None:
    """Where the list that begins at `start` ends: the first «]» outside of quotes and comments."""
    for match in re.finditer(r"#[^\n]*|\"[^\"\n]*\"|'[^'\n]*'|\]", text[start:]):
        if match[0] == "]":
            return start + match.start()
    return None


def _last_value(text: str, start: int, end: int) -> int:
    """The end of the last value or comma of a list."""
    found = list(re.finditer(r"#[^\n]*|\"[^\"\n]*\"|'[^'\n]*'|,", text[start:end]))
    values = [match for match in found if not match[0].startswith("#")]
    return start + values[-1].end() if values else start


def _is_just_more(before: Settings, after: Settings, key: str, keeping: Keeping) -> bool:
    kept = before.kept if before.kept is None or key in before.kept else (*before.kept, key)
    expected = before.model_copy(update={"kept": kept, "registers": {**before.registers, key: keeping}})
    return after == expected


def _table(key: str, name: str, pairs: Mapping[str, object], comment: str) -> list[str]:
    if not pairs:
        return []
    lines = [f"{_text(theirs)} = {_value(ours)}" for theirs, ours in pairs.items()]
    return ["", f"# {comment}", f"[registers.{key}.{name}]", *lines]


def _list(values: tuple[str, ...]) -> str:
    return f"[{', '.join(map(_text, values))}]"


def _value(value: object) -> str:
    return _text(value) if isinstance(value, str) else str(value)


def _text(text: str) -> str:
    """A basic string of TOML."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
