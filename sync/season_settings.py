"""The settings of the next season out of those of the old one: the text stays, what belonged to the old tables goes."""

import re

_HEAD = re.compile(r"\s*\[\[?\s*([^\]]+?)\s*\]")
_SEASON = re.compile(r'^(\s*season\s*=\s*)"[^"]*"')
_OLD_KEY = re.compile(r"^\s*(today|settling_until)\s*=")
_OLD_SECTIONS = ("registers.", "import", "google", "storage", "state", "personal_data")
_OFF = "# "


def next_settings(text: str, season: str, *, codes: bool = False) -> tuple[str, list[str]]:
    """The text for the new office, and what was switched off in it (each such line begins with «# »).

    Sections that bind the old workbooks, spreadsheets, exports and the old history go; numbers of the office stay, and
    so does the mode in which names are kept apart (`codes`).
    """
    old = tuple(one for one in _OLD_SECTIONS if not codes or one != "personal_data")
    lines: list[str] = []
    dropped: list[str] = []
    section, named = "", False
    for line in text.splitlines():
        head = _HEAD.match(line)
        if head:
            section = head[1]
            if _is_old(section, old) and section not in dropped:
                dropped.append(section)
        if section == "office" and _SEASON.match(line):
            lines.append(_SEASON.sub(rf'\g<1>"{season}"', line))
            named = True
        elif (section == "office" and _OLD_KEY.match(line)) or (_is_old(section, old) and line.strip()):
            lines.append(line if line.startswith("#") else _OFF + line)
        else:
            lines.append(line)
    return "\n".join(lines if named else _with_season(lines, season)) + "\n", [f"[{one}]" for one in dropped]


def _is_old(section: str, old: tuple[str, ...]) -> bool:
    return any(section == one or section.startswith(one if one.endswith(".") else f"{one}.") for one in old)


def _with_season(lines: list[str], season: str) -> list[str]:
    """The settings that left the season to the default name it now."""
    key = f'season = "{season}"'
    at = next((at for at, line in enumerate(lines) if re.match(r"\s*\[\s*office\s*\]", line)), None)
    return ["[office]", key, "", *lines] if at is None else [*lines[: at + 1], key, *lines[at + 1 :]]
