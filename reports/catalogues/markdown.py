"""Tables of Markdown and lists of JSON, one entry a line."""

from collections.abc import Iterable, Mapping, Sequence
from json import dumps


def table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table of Markdown; an empty cell is a dash."""
    lines = [headings, ["---"] * len(headings), *rows]
    return "\n".join(f"| {' | '.join(map(_cell, line))} |" for line in lines)


def json_list(entries: Iterable[Mapping[str, object]]) -> str:
    """A JSON list with one object a line."""
    return "[\n" + ",\n".join(dumps(entry, ensure_ascii=False) for entry in entries) + "\n]"


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ") or "—"
