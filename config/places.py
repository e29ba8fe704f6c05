"""Where in office.toml a key stands, and which known key is nearest to a mistyped one."""

import difflib
import re
import tomllib
from collections.abc import Sequence


def line_of(text: str, path: Sequence[str], file: str = "office.toml") -> str:
    """«office.toml, строка 3: » for the last key of a path; of a list of sections the number says which one."""
    named = [part for part in path if not part.isdecimal()]
    pattern = re.compile(rf"(^|[\[\s.,\"'])({re.escape(named[-1] if named else '')})([\]\s.=,\"']|$)")
    lines = [line.split("#")[0] for line in text.splitlines()]
    at = next((at for at, part in enumerate(path) if part.isdecimal()), 0)
    first = _section(lines, ".".join(path[:at]), int(path[at])) if at else 1
    for number, line in enumerate(lines[first - 1 :], start=first):
        if pattern.search(line):
            return f"{file}, строка {number}: "
    return f"{file}, строка {first}: " if first > 1 else f"{file}: "


def place_in(error: tomllib.TOMLDecodeError) -> str:
    """«строка 3, столбец 7» where a TOML text can't be read."""
    match = re.search(r"at line (\d+), column (\d+)", str(error))
    return f"строка {match[1]}, столбец {match[2]}" if match else "конец файла"


def nearest(name: str, known: tuple[str, ...]) -> str:
    """«, есть „season“» when a known name is like the given one."""
    close = difflib.get_close_matches(name, known, n=1, cutoff=0.5)
    return f", есть «{close[0]}»" if close else ""


def _section(lines: Sequence[str], name: str, number: int) -> int:
    """The line where a section of a list begins: `[[name]]`, counted from 0."""
    heads = [at for at, line in enumerate(lines, start=1) if "".join(line.split()) == f"[[{name}]]"]
    return heads[number] if number < len(heads) else 1
